"""Headings with nothing under them, where their siblings have text; markers with nothing behind them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.headings.bare import bare_markers
from corpuslint.markers import LAW_FAMILIES, WORD_FAMILIES
from corpuslint.outline import Part, Section
from corpuslint.runin import habit, runs_of, siblings_of

_LONGEST = 50  # characters of a heading
_HEADING_SLACK = 4  # characters by which a run-in heading may be longer than its longest sibling
_CONTENTS = late(
    r"PAGEREF|HYPERLINK|未定义书签|\.{4}|…{2}|[ \t\u3000][0-9]{1,3}$"
)  # an entry of the contents
_LEAST_TEXT = 120  # characters under a last heading that show it to be one
_CONTENTS_LINES = 4  # headings with nothing between them that make a table of contents


def empty_headings(document: Document) -> Iterator[Hit]:
    """Headings that end where they begin though their siblings have text, and numbers without heading."""
    for bare in bare_markers(document):
        if bare.heading is None:
            yield Hit(bare.block.span, {}, "bare")
    for part in document.outline.parts:
        yield from _empty(document, part)
        yield from _emptied(document, part)


def _empty(document: Document, part: Part) -> Iterator[Hit]:
    """Headings that end where they begin, though their siblings have text under them."""
    for siblings in chain.from_iterable(map(runs_of, siblings_of(part))):
        filled = [other for other in siblings if other.end > other.block + 1 and _is_heading(document, other)]
        if 2 * len(filled) < len(siblings) - 1 or not filled:
            continue
        longest = max(len(_body(document, other)) for other in filled)
        are_closed = any(_body(document, other).endswith("。") for other in filled)
        listed = _listed(siblings)
        for section in siblings:
            is_filled = section.end > section.block + 1
            if is_filled or section.block in listed or not _is_heading(document, section):
                continue
            line = _body(document, section)
            is_like_them = len(line) <= 2 * longest and (
                not line.endswith("。") or (are_closed and len(filled) > 1)
            )
            if (
                is_like_them
                and _show_bodies(document, section, filled)
                and _is_closed_off(document, part, section)
            ):
                yield _empty_hit(document, section)


def _emptied(document: Document, part: Part) -> Iterator[Hit]:
    """Items that are their heading alone, though their siblings have text behind it in the same line."""
    for siblings in siblings_of(part):
        usual = habit(document, siblings)
        if usual is None:
            continue
        for section in siblings:
            line = _body(document, section).rstrip("。")
            if section.end > section.block + 1 or not 2 <= len(line) <= usual.longest + _HEADING_SLACK:
                continue
            if _is_heading(document, section) and ("，" not in line or usual.has_comma):
                yield _empty_hit(document, section)


def _listed(siblings: list[Section]) -> frozenset[int]:
    """The blocks of headings with nothing between them, as a table of contents lists them."""
    runs: list[list[int]] = [[]]
    for section in siblings:
        if runs[-1] and section.block != runs[-1][-1] + 1:
            runs.append([])
        runs[-1].append(section.block)
    return frozenset(block for run in runs if len(run) >= _CONTENTS_LINES for block in run)


def _empty_hit(document: Document, section: Section) -> Hit:
    block = document.blocks[section.block]
    if section.end >= len(document.blocks):
        return Hit(block.span, {}, "last")
    follower = document.blocks[section.end]
    return Hit(block.span, {"line": follower.line}, "", (Place(_shown(document, follower), "next"),))


def _body(document: Document, section: Section) -> str:
    return document.slice(document.blocks[section.block].body)


def _show_bodies(document: Document, section: Section, filled: list[Section]) -> bool:
    """Whether headings of this list have text under them; a line or two after the last may belong to none."""
    if len(filled) > 1 or filled[0].block < section.block:
        return True
    blocks = document.blocks[filled[0].block + 1 : filled[0].end]
    return blocks[-1].span.end - blocks[0].span.start >= _LEAST_TEXT


def _is_closed_off(document: Document, part: Part, section: Section) -> bool:
    """Whether what follows a heading is its next sibling, a heading above it, or the end of its document."""
    if section.end >= part.end:
        return True
    marker = document.blocks[section.end].marker
    above = [section]
    while (parent := above[-1].parent) is not None:
        above.append(part.sections[parent])
    return marker is not None and marker.family in {other.marker.family for other in above}


def _is_heading(document: Document, section: Section) -> bool:
    """Whether a section opens with a line that can only be a heading, or with one short sentence."""
    block = document.blocks[section.block]
    line = _body(document, section)
    if section.marker.family in LAW_FAMILIES or section.marker.family in WORD_FAMILIES:
        return False
    if _CONTENTS.search(line):
        return False
    if len(line) > _LONGEST or len(line) < 2 or line[-1] in "；;：:，,、":
        return False
    if line[-1] == "。" and "，" in line:  # a sentence says what it has to say
        return False
    return block.kind is BlockKind.HEADING or "。" not in line[:-1]


def _shown(document: Document, block: Block) -> Span:
    return Span(block.span.start, min(block.span.end, block.span.start + _LONGEST))
