"""How much a copy matters, and what is told of it: the same for copies of the run and of other corpora."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.catalog import Check
from corpuslint.findings import Point, Severity
from corpuslint.job import Job, is_ignored

_SENTENCE_ENDS = "。！？!?"
_LEAST_PROSE = 40  # characters of sentences below which a passage is the form of a document
_LONG_LINE = 60  # characters of a line that is a sentence whatever its marks
_SALUTATION = 30  # characters of a line that ends in a colon and greets those present
_HEAD = 2000  # characters of a text in which its title is looked for
_OPENING = 24  # characters by which it is known


class Copy(NamedTuple):
    """A copy as its severity and its wording need it.

    `kind` is that of its family, `variant` the weakest folding under which it equals the other copy,
    `contained` the share of its text that stands there, 0 to 1; `is_form` says that it is the form of a
    document and not its text.
    """

    path: str
    genre: str
    characters: int
    kind: str
    variant: str
    contained: float = 1.0
    is_form: bool = False


def is_form(text: str) -> bool:
    """Whether a passage is a letterhead, a signature, a list of names: it has hardly a sentence in it.

    The documents of one body share their form by right: title, number, addressee, telephone, date.
    """
    lines = (line.strip() for line in text.splitlines())
    return sum(len(line) for line in lines if _is_prose(line)) < _LEAST_PROSE


def _is_prose(line: str) -> bool:
    return len(line) >= _LONG_LINE or any(mark in line for mark in "。；！？，;,")


def check_for(kind: str, checks: Sequence[Check]) -> Check | None:
    """The selected check that reports copies of this kind."""
    wanted = "document" if kind == "document" else "passage"
    for check in checks:
        if check.engine == "duplicates" and check.params.kind == wanted:
            return check
    return None


def is_silent(check: Check, copy: Copy, job: Job) -> bool:
    """Whether the settings leave the check out for the copy's file, or the check its genre."""
    return check.genres.get(copy.genre) == "off" or is_ignored(job, check, copy.path)


def severity(check: Check, copy: Copy, job: Job) -> Severity:
    """The settings first, then the genre, then whether it may be a stock phrase or another text by now."""
    if wanted := job.severities.get(check.id) or job.severities.get(check.group):
        return wanted
    if rule := check.genres.get(copy.genre):
        return Severity(rule) if rule in [*Severity] else Severity.INFO
    is_stock = copy.is_form or copy.kind == "boilerplate" or copy.characters < check.params.stock
    return Severity.INFO if is_stock or _is_rewritten(check, copy) else check.severity


def told_as(check: Check, copy: Copy) -> str:
    """Which of the check's messages speaks of the copy."""
    if copy.kind == "boilerplate":
        return "boilerplate"
    return "rewritten" if _is_rewritten(check, copy) else copy.variant


def _is_rewritten(check: Check, copy: Copy) -> bool:
    return copy.variant == "near" and copy.contained < check.params.rewritten


def place(path: str, record: int | None, start: Point, end: Point) -> str:
    """A place as people write it: `path:3-17`, or `path#12:3-17` for a record."""
    where = path if record is None else f"{path}#{record}"
    lines = str(start.line) if start.line == end.line else f"{start.line}-{end.line}"
    return f"{where}:{lines}"


def percent(share: float) -> str:
    """A share in whole per cent; only what is equal is called 100%."""
    return f"{min(int(share * 100 + 0.5), 100 if share == 1 else 99)}%"


def opening(text: str) -> str:
    """What a text is known by: its title, or its first sentence, without the salutation before it."""
    lines = [line.strip() for line in text[:_HEAD].splitlines()]
    known = next((line for line in lines if line and not _greets(line)), text.strip())
    ends = [index + 1 for index, character in enumerate(known[:_OPENING]) if character in _SENTENCE_ENDS]
    if ends or len(known) <= _OPENING:
        return known[: ends[0]] if ends else known
    return f"{known[: _OPENING - 1]}…"


def _greets(line: str) -> bool:
    return len(line) <= _SALUTATION and line.endswith(("：", ":"))
