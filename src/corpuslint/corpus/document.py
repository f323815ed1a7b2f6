"""A document as every engine sees it: its text, its lines, its blocks.

All offsets are code points into `Document.text` and are kept from the first reading on; nothing searches
for a position again. Lines and columns are derived from offsets when a finding is written down.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.expressions import late

if TYPE_CHECKING:
    from corpuslint.markers import Marker
    from corpuslint.outline import Outline

_LINE_END = late(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A half-open stretch of text, `start` to `end`, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character (an empty span shares with what surrounds it)."""
        return (self.start < other.end and other.start < self.end) or self == other

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place in a text: line and column are 1-based, column and offset count code points."""

    line: int
    column: int
    offset: int


class BlockKind(StrEnum):
    """What a block is: a heading, a numbered item with its body, or running text."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of text that is not blank, without the white space around it.

    `index` is its place in `Document.blocks`; `line` the 1-based line it stands on; `gap` the number of blank
    lines between it and the block before.
    """

    index: int
    span: Span
    line: int
    gap: int
    kind: BlockKind
    marker: Marker | None = None

    @property
    def body(self) -> Span:
        """The block without its leading marker."""
        return self.span if self.marker is None else Span(self.marker.span.end, self.span.end)


@dataclass(frozen=True, eq=False)
class Document:
    """One document: a text file, or one record of a file of records.

    `record` is the 1-based record number in a JSONL file, else None. `format` names the reader
    (`text`, `markdown`, `html`, `docx`, `jsonl`), `encoding` what the bytes were read as.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    format: str = "text"
    genre: str = "speech"
    record: int | None = None
    blocks: tuple[Block, ...] = ()
    outline: Outline = field(default=None, repr=False)  # type: ignore[assignment]

    @cached_property
    def line_starts(self) -> list[int]:
        r"""Offset of the first character of each line; `\n`, `\r\n` and a lone `\r` end a line."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """The different characters of the text; a few hundred, however long it is."""
        return frozenset(self.text)

    def holds(self, character: re.Pattern[str]) -> bool:
        """Whether a character matches an expression for one; far quicker than a search of the text."""
        return character.search("".join(self.alphabet)) is not None

    def position(self, offset: int) -> Position:
        """Line and column of an offset (the end of the text is a position too)."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def end_position(self, span: Span) -> Position:
        """Where a span ends: exclusive, on the line of its last character."""
        if span.end <= span.start:
            return self.position(span.start)
        last = self.position(span.end - 1)
        return Position(last.line, last.column + 1, span.end)

    def line_span(self, line: int) -> Span:
        """The 1-based line without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def block_at(self, offset: int) -> Block | None:
        """The block an offset stands in, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].span.end:
            return None
        return self.blocks[index]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]
