"""Blocks: the lines of a text that are not blank, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from corpuslint.corpus.span import Span
from corpuslint.expressions import late
from corpuslint.markers import LAW_FAMILIES, Marker, MarkerFamily, read_marker

LISTED = 10
"""The depth of a list that is not indented; one step of indentation is one more. Headings have 1 to 6."""
HEADING_LIMIT = 50  # characters; longer lines are body text whatever they begin with
_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BLANK = " \t\u3000\u00a0\u2002\u2003\u200b\ufeff\r\n\f\v"
_HEADING_END = late(r"[。；;，,：:、！!？?…”’]$")
_SENTENCE_END = "。！？!?；;：:”’）)…—》】"
_CONTINUATION = "，。、；：！？）”’》,;:"
_NUMBER = "[0-9０-９一二三四五六七八九十〇○零xX×*]{1,4}[ \u3000]?"
_DATE = late(rf"[（(]?{_NUMBER}年(?:[ \u3000]?{_NUMBER}月(?:[ \u3000]?{_NUMBER}日)?)?[）)]?。?$")
_RUN_IN = frozenset(
    {MarkerFamily.IS, MarkerFamily.MUST, MarkerFamily.CAN, MarkerFamily.SEQUENCE, MarkerFamily.ARTICLE}
)


class BlockKind(StrEnum):
    """What a block is: a heading, a numbered item with its body, running text, or a row of cells."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of text that is not blank, without the white space around it.

    `index` is its place in `Document.blocks`; `line` the 1-based line it stands on; `gap` the number of blank
    lines between it and the block before. `depth` is how deep a format that sets headings and lists itself
    has put a numbered line, else 0.
    """

    index: int
    span: Span
    line: int
    gap: int
    kind: BlockKind
    marker: Marker | None = None
    depth: int = 0

    @property
    def body(self) -> Span:
        """The block without its leading marker."""
        return self.span if self.marker is None else Span(self.marker.span.end, self.span.end)


class _Line(NamedTuple):
    """A line that is not blank, before it is known what it is."""

    span: Span
    line: int
    gap: int
    marker: Marker | None


def split(text: str, format: str = "text") -> Iterator[Block]:
    """Yield the blocks of a text in order."""
    blocks = _split(text)
    return (_as_row(text, block) for block in blocks) if format == "html" and "\t" in text else blocks


def _as_row(text: str, block: Block) -> Block:
    """A block, or the row it is: the reader of web pages sets a tab between cells, and nowhere else."""
    if text.find("\t", *block.span) < 0:
        return block
    return Block(block.index, block.span, block.line, block.gap, BlockKind.ROW)


def _split(text: str) -> Iterator[Block]:
    previous: _Line | None = None
    current: _Line | None = None
    index = 0
    for following in _lines(text):
        if current is not None:
            yield _block(text, index, previous, current, following)
            index += 1
        previous, current = current, following
    if current is not None:
        yield _block(text, index, previous, current, None)


def _lines(text: str) -> Iterator[_Line]:
    gap = 0
    for number, match in enumerate(_LINE.finditer(text), 1):
        line = match.group()
        body = line.strip(_BLANK)
        if not body:
            gap += 1
            continue
        start = match.start() + len(line) - len(line.lstrip(_BLANK))
        span = Span(start, start + len(body))
        yield _Line(span, number, gap, read_marker(text, span))
        gap = 0


def _block(text: str, index: int, previous: _Line | None, line: _Line, following: _Line | None) -> Block:
    kind = _kind(text, previous, line, following)
    return Block(index, line.span, line.line, line.gap, kind, line.marker)


def _kind(text: str, previous: _Line | None, line: _Line, following: _Line | None) -> BlockKind:
    if line.marker is None:
        is_heading = _is_plain_heading(text, previous, line, following)
        return BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
    is_heading = _is_numbered_heading(text, line.marker, line, following)
    return BlockKind.HEADING if is_heading else BlockKind.ITEM


def _is_numbered_heading(text: str, marker: Marker, line: _Line, following: _Line | None) -> bool:
    length = line.span.end - marker.span.end
    if length > HEADING_LIMIT or marker.family in _RUN_IN:
        return False
    if text[line.span.start] == "#" or marker.family in LAW_FAMILIES:
        return True
    body = text[marker.span.end : line.span.end]
    if "。" not in body:
        return _HEADING_END.search(body) is None and bool(body)
    # a short sentence is a heading where text follows it, an item where the next item does
    is_sentence = body.index("。") == len(body) - 1
    return is_sentence and following is not None and _differs(marker, following.marker)


def _differs(marker: Marker, other: Marker | None) -> bool:
    return other is None or other.family is not marker.family


def _is_plain_heading(text: str, previous: _Line | None, line: _Line, following: _Line | None) -> bool:
    start, end = line.span
    if text[start] == "#":
        return True
    if end - start > HEADING_LIMIT:
        return False
    body = text[start:end]
    if "。" in body or body[0] in _CONTINUATION or _HEADING_END.search(body) or _DATE.match(body):
        return False
    if previous is not None and line.gap == 0 and _stops_short(text, previous):
        return False
    return following is None or following.gap > 0 or text[following.span.start] not in _CONTINUATION


def _stops_short(text: str, line: _Line) -> bool:
    """Whether a line is body text that ends in the middle of a sentence."""
    length = line.span.end - line.span.start
    return length > HEADING_LIMIT and text[line.span.end - 1] not in _SENTENCE_END
