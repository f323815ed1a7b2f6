"""A document as every engine sees it: its text, its lines, its blocks.

All offsets are code points into `Document.text` and are kept from the first reading on; nothing searches
for a position again. Lines and columns are derived from offsets when a finding is written down.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from corpuslint.corpus.blocks import Block, BlockKind
from corpuslint.corpus.span import Position, Span
from corpuslint.expressions import late
from corpuslint.outline import Outline

__all__ = ["Block", "BlockKind", "Document", "Position", "Span", "remembered"]

_T = TypeVar("_T")

_LINE_END = late(r"\r\n|\r|\n")


@dataclass(frozen=True, eq=False)
class Document:
    """One document: a text file, or one record of a file of records.

    `text` is what the checks read, with mark-up of the format blanked; `written`, of the same length, is what
    stands in the file (None where nobody needs to tell the two apart).

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
    outline: Outline = field(default=Outline(()), repr=False)
    written: str | None = field(default=None, repr=False)
    _views: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)

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

    def quote(self, span: Span) -> str:
        """A span as it stands in the file."""
        return (self.text if self.written is None else self.written)[span.start : span.end]

    def is_markup(self, span: Span) -> bool:
        """Whether a span is blanked mark-up and no text, or the white space between the cells of a row."""
        text = self.slice(span)
        if text.strip():
            return False
        return bool(self.quote(span).strip()) or (self.format == "html" and "\t" in text)


def remembered(view: Callable[[Document], _T]) -> Callable[[Document], _T]:
    """A view of a document that several checks ask for: computed once, and kept while the document lives."""

    @wraps(view)
    def kept(document: Document) -> _T:
        views = document._views
        if view not in views:
            views[view] = view(document)
        result: _T = views[view]
        return result

    return kept
