"""Regular expressions over the lines of a document: what stands there, and what merely looks like it.

A match is the named group `at` of a pattern, or its whole match. It is dropped where a match of an `unless`
pattern overlaps it on the same line. `weak` patterns are ambiguous alone: they count only in a document where
the `patterns` themselves have enough hits. A pattern is tried only on lines that contain one of the check's
`triggers`, so that a check costs nothing on a text that cannot have it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, Protocol

import msgspec

from corpuslint.corpus.document import BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.neighbours import written_out

_MARKDOWN_HEADING = late(r"^#{1,6}[ \t]+\S", re.MULTILINE)
# What most lines hold is no help in looking for anything.
_COMMON = frozenset(" \u3000\n，。、；：“”（）0123456789的和人国发展一业工政会经在有是大中企建了要行社")
_MARKDOWN_HEADINGS = 3  # so many make a file Markdown whatever it is called; a title on top needs but one


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to look for and where.

    `where` narrows the lines to headings; `except_formats` names document formats left alone (a text file
    written in Markdown throughout counts as `markdown`). `triggers` are literal strings of which any line
    worth reading contains at least one (none given: every line is read). `weak` patterns need `support` hits
    of the others in the same document. `text_only` patterns are mark-up that a Markdown file has by right.
    The `NEIGHBOURS` of a value may stand in any pattern as «unit», «place» and so on.
    """

    patterns: tuple[str, ...]
    text_only: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    support: int = 2
    triggers: tuple[str, ...] = ()
    where: Literal["line", "heading"] = "line"
    except_formats: tuple[str, ...] = ()


class _Spans:
    """Spans that do not overlap, kept in order, and whether another one overlaps any of them."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, spans: list[Span]) -> None:
        """Take in spans in any order; those that overlap are joined."""
        joined: list[Span] = []
        for span in sorted([*self._spans, *spans]):
            if joined and span.start < joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
            else:
                joined.append(span)
        self._spans = joined

    def overlap(self, span: Span) -> bool:
        """Whether the span shares a character with one of these."""
        index = bisect_left(self._spans, span)
        return any(span.overlaps(other) for other in self._spans[max(0, index - 1) : index + 1])


class Compiled(Protocol):
    """What is asked of a compiled pattern, whichever package compiled it."""

    @property
    def groupindex(self) -> Mapping[str, int]:
        """Numbers of the named groups."""

    def finditer(self, text: str, start: int, end: int, /) -> Iterator[Any]:
        """The matches between two offsets."""


Compile = Callable[[tuple[str, ...]], Sequence[Compiled]]


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a check, the neighbours it names written out."""
    return re.compile(written_out(pattern), re.MULTILINE)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(compiled, patterns))


@cache
def _trigger(triggers: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all of them, each looked for by a character that many share."""
    anchored = []
    for anchor, group in _by_anchor(triggers).items():
        sides = []
        for trigger in group:
            before, _, after = trigger.partition(anchor)
            seen = f"(?<={re.escape(before + anchor)})" if before else ""
            sides.append(seen + re.escape(after))
        anchored.append(f"{re.escape(anchor)}(?:{'|'.join(sides)})")
    return re.compile("|".join(anchored))


def _by_anchor(triggers: tuple[str, ...]) -> dict[str, list[str]]:
    """The triggers by one character of each, the one that most of those left have."""
    groups: dict[str, list[str]] = {}
    left = list(triggers)
    while left:
        counts = Counter(character for trigger in left for character in set(trigger) - _COMMON)
        anchor = max(counts, key=lambda character: (counts[character], character)) if counts else left[0][0]
        groups[anchor] = [trigger for trigger in left if anchor in trigger]
        left = [trigger for trigger in left if anchor not in trigger]
    return groups


def matches(document: Document, rules: Rules, compile: Compile = _compiled) -> list[Span]:
    """All matches that no `unless` pattern covers, at most one at a place, in order."""
    is_markdown = bool(rules.except_formats or rules.text_only) and _format(document) == "markdown"
    if document.format in rules.except_formats or (is_markdown and "markdown" in rules.except_formats):
        return []
    patterns = rules.patterns if is_markdown else rules.patterns + rules.text_only
    strong: list[Span] = []
    weak: list[Span] = []
    for line in _lines(document, rules):
        found, ambiguous = _search(document.text, line, patterns, rules, compile)
        strong += found
        weak += ambiguous
    if len(strong) >= rules.support:
        strong += weak
    return sorted(strong)


def _format(document: Document) -> str:
    """The document's format, or `markdown` where a text file is plainly written in it."""
    if document.format != "text" or "# " not in document.text:
        return document.format
    if document.text.lstrip("\ufeff \t\r\n").startswith("# "):
        return "markdown"
    count = sum(
        1 for _ in zip(range(_MARKDOWN_HEADINGS), _MARKDOWN_HEADING.finditer(document.text), strict=False)
    )
    return "markdown" if count == _MARKDOWN_HEADINGS else document.format


def _lines(document: Document, rules: Rules) -> Iterator[Span]:
    """The lines worth reading: of the wanted kind, and with a trigger on them."""
    if rules.where == "heading":
        for block in document.blocks:
            if block.kind is BlockKind.HEADING:
                yield block.span
        return
    if not rules.triggers:
        for block in document.blocks:
            yield document.line_span(block.line)
        return
    if not any(map(document.alphabet.issuperset, rules.triggers)):
        return
    trigger = _trigger(rules.triggers)
    position = 0
    while match := trigger.search(document.text, position):
        line = document.line_span(document.position(match.end() - 1).line)  # one may begin with a line end
        yield line
        position = max(line.end, match.end())


def _search(
    text: str, line: Span, strong: tuple[str, ...], rules: Rules, compile: Compile
) -> tuple[list[Span], list[Span]]:
    """Hits of the strong patterns on a line, and of the weak ones beside them."""
    taken = _Spans()
    look_alikes: _Spans | None = None
    found: list[list[Span]] = []
    for patterns in (strong, rules.weak):
        group: list[Span] = []
        for pattern in compile(patterns):
            spans = _matches(pattern, text, line)
            if not spans:
                continue
            if look_alikes is None:
                look_alikes = _look_alikes(text, line, compile(rules.unless))
            spans = [span for span in spans if not (taken.overlap(span) or look_alikes.overlap(span))]
            taken.add(spans)
            group += spans
        found.append(group)
    return found[0], found[1]


def _matches(pattern: Compiled, text: str, line: Span) -> list[Span]:
    spans: list[Span] = []
    for match in pattern.finditer(text, line.start, line.end):
        name = "at" if "at" in pattern.groupindex and match.start("at") >= 0 else 0
        span = Span(*match.span(name))
        if span.start < span.end:
            spans.append(span)
    return spans


def _look_alikes(text: str, line: Span, unless: Sequence[Compiled]) -> _Spans:
    spans = _Spans()
    spans.add([span for pattern in unless for span in _matches(pattern, text, line)])
    return spans
