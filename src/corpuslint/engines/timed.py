"""The `pattern` engine for a project's own checks: the same rules, run by `regex` under a time limit.

A pattern that backtracks without end must not hang a run, whoever wrote it. Where the limit is reached the
check is stopped for this document, and the one thing it says there is which pattern was too slow.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from corpuslint.corpus.document import Document, Span
from corpuslint.findings import Hit, Severity
from corpuslint.neighbours import written_out
from corpuslint.patterns import Rules, matches

LIMIT = 1.0  # seconds a check may take for a document, and again for each million characters of it
TIMEOUT = "timeout"  # the message variant of a pattern that was stopped
_SHOWN = 40  # characters of the line on which a pattern was stopped


class Params(Rules, frozen=True, forbid_unknown_fields=True):
    """The patterns of a check; see `corpuslint.patterns.Rules`."""


class _TooSlowError(Exception):
    def __init__(self, pattern: str, place: Span) -> None:
        super().__init__(pattern)
        self.pattern = pattern
        self.place = place


class _Timed:
    """A compiled pattern that gives up at a deadline (of `time.monotonic`)."""

    def __init__(self, pattern: str, deadline: float) -> None:
        self._pattern = pattern
        self._compiled = compiled(pattern)
        self._deadline = deadline

    @property
    def groupindex(self) -> Mapping[str, int]:
        groups: Mapping[str, int] = self._compiled.groupindex
        return groups

    def finditer(self, text: str, start: int, end: int, /) -> Iterator[Any]:
        left = self._deadline - time.monotonic()
        try:
            if left <= 0:
                raise TimeoutError
            yield from self._compiled.finditer(text, start, end, timeout=left)
        except TimeoutError:
            raise _TooSlowError(self._pattern, Span(start, min(end, start + _SHOWN))) from None


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each match that no look-alike covers, or one hit that names the pattern that took too long."""
    limit = LIMIT * (1 + len(document.text) // 1_000_000)
    try:
        spans = matches(document, params, partial(_compile, deadline=time.monotonic() + limit))
    except _TooSlowError as slow:
        values = {"pattern": slow.pattern, "seconds": f"{limit:g}"}
        yield Hit(slow.place, values, TIMEOUT, severity=Severity.ERROR)
        return
    for span in spans:
        yield Hit(span)


def _compile(patterns: tuple[str, ...], deadline: float) -> Sequence[_Timed]:
    return [_Timed(written_out(pattern), deadline) for pattern in patterns]


@cache
def compiled(pattern: str) -> Any:
    """A pattern as `regex` compiles it; `ValueError` where it is none."""
    import regex

    try:
        return regex.compile(pattern, regex.MULTILINE)
    except regex.error as error:
        raise ValueError(str(error)) from None
