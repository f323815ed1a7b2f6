"""Headings with nothing under them, headings over two lines, and titles that come again.

Whether a heading ought to have text under it is decided by its siblings: a list of bare items has no bodies,
a list of headings has one under each.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from corpuslint import grammar
from corpuslint.continuation import seam
from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.markers import LAW_FAMILIES, WORD_FAMILIES
from corpuslint.outline import Part, Section
from corpuslint.runin import habit, siblings_of

_LONGEST = 50  # characters of a heading
_HEADING_SLACK = 4  # characters by which a run-in heading may be longer than its longest sibling
_CONTENTS = late(r"PAGEREF|HYPERLINK|未定义书签|\.{4}|…{2}|\t[0-9]{1,3}$")  # an entry of the contents
_YEAR_END = late(r"[0-9０-９]{2}年$")  # a heading says what of that year
_LEAST_TEXT = 120  # characters under a last heading that show it to be one
_LONGEST_SPLIT = 32  # characters of a numbered heading that was broken
_FEW_HEADINGS = 2  # numbered headings that show how headings stand
_MARKS = late(r"[。；：:;，,、！？!?]")
_COLUMN, _COLUMN_SLACK = 20, 2  # characters of a line of text cut by width, and between two of them
_CONTENTS_LINES = 4  # headings with nothing between them that make a table of contents
_SHORTEST_TITLE = 6
_PIECE = late(r"[“《（0-9０-９]{0,4}[一-鿿]")  # what the rest of a heading begins with
_NUMERAL = late(r"[一二三四五六七八九十]{1,3}(?:[ \u3000]|$)")  # 一 alone, or before a heading
_TITLE_NOISE = late(r"[【（(\[][^【】（）()\[\]]{0,20}[】）)\]]|范文|精选|集锦|大全|[^\w]|[0-9０-９xX]{1,8}")
_AGENCY = late(r"(?:政府|办公室|[局厅部院委会署处办站校]|党组|支部|公司|集团|中心|大学)$")
_OPEN_PHRASE = late(r"^在[^的]{2,40}$|关于[^的]{2,40}$")  # a preposition whose noun is still to come
_OWN_START = late(r"在|关于|[0-9０-９]{4}年|二[〇○零]|中共|(?:政府)?工作报告$|第[一二三四五六七八九十]")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which of the three to report."""

    find: Literal["empty", "split", "repeated"]


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the headings that have the defect asked for."""
    if params.find == "split":
        yield from _split(document)
    elif params.find == "repeated":
        yield from _repeated(document)
    else:
        for part in document.outline.parts:
            yield from _empty(document, part)
            yield from _emptied(document, part)


def _empty(document: Document, part: Part) -> Iterator[Hit]:
    """Headings that end where they begin, though their siblings have text under them."""
    for siblings in siblings_of(part):
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


def _split(document: Document) -> Iterator[Hit]:
    """Pairs of heading lines of which neither stands without the other."""
    alone = _only_continued(document)
    for before, after in pairwise(document.blocks):
        if before.kind is not BlockKind.HEADING:
            continue
        if after.kind is not BlockKind.HEADING and not _may_end_heading(document, before, after):
            continue
        first, second = document.slice(before.span), document.slice(after.span)
        if after.marker is not None or before.body.start == before.span.end or second.startswith(("#", "—")):
            continue
        if (document.format == "markdown" and first.startswith("#")) or _NUMERAL.match(second):
            continue
        if not _PIECE.match(second) or not (before.marker or grammar.is_prose(first)):
            continue
        if _AGENCY.search(first) and _OWN_START.match(second):
            continue
        if _is_column(document, before, after):
            continue
        if _cuts_a_phrase(first, second) or _goes_on(document, before, after) or alone == before.index:
            span = Span(before.span.start, after.span.end)
            yield Hit(span, {"before": first, "after": second, "line": after.line})


def _may_end_heading(document: Document, before: Block, after: Block) -> bool:
    """Whether a short line with a closing quotation mark may be the rest of a numbered heading."""
    line = document.slice(after.span)
    is_short = len(line) <= _LONGEST // 2 and not _MARKS.search(line)
    return is_short and before.marker is not None and after.marker is None and line.endswith("”")


def _only_continued(document: Document) -> int | None:
    """The numbered heading that alone has a short unnumbered line under it, above its text; else None.

    Where several headings have one, the lines are headings of their own.
    """
    blocks = document.blocks
    headings = [block for block in blocks[:-1] if _is_numbered(block)]
    found = [block.index for block in headings if _has_line_below(document, block, blocks[block.index + 1])]
    if len(found) != 1 or len(headings) <= _FEW_HEADINGS or found[0] + 2 >= len(blocks):
        return None
    before, after, below = blocks[found[0] : found[0] + 3]
    length = before.body.end - before.body.start + after.span.end - after.span.start
    is_over_text = below.kind is BlockKind.PARAGRAPH or below.marker is not None
    is_short = length <= _LONGEST_SPLIT and after.gap <= before.gap
    is_bare = not (grammar.closes(document.slice(before.span)) or _MARKS.search(document.slice(after.span)))
    return found[0] if is_over_text and is_short and is_bare else None


def _is_numbered(block: Block) -> bool:
    """Whether a block is a heading with a number, not one of a law."""
    if block.marker is None or block.kind is not BlockKind.HEADING:
        return False
    return block.marker.family not in LAW_FAMILIES


def _has_line_below(document: Document, before: Block, after: Block) -> bool:
    """Whether an unnumbered line that may be the rest of a heading stands under it."""
    if after.marker is not None:
        return False
    return after.kind is BlockKind.HEADING or _may_end_heading(document, before, after)


def _is_column(document: Document, before: Block, after: Block) -> bool:
    """Whether two lines stand among others as long as they are: text cut by width, no headings."""
    width = before.span.end - before.span.start
    around = document.blocks[max(0, before.index - 1) : after.index + 2]
    alike = [block for block in around if abs(block.span.end - block.span.start - width) <= _COLUMN_SLACK]
    return width >= _COLUMN and len(alike) > 2


def _goes_on(document: Document, before: Block, after: Block) -> bool:
    cues = seam(document, before, after)
    if _AGENCY.search(document.slice(before.span)):
        return cues.head + cues.pair >= 2
    is_year = _YEAR_END.search(document.slice(before.span)) is not None
    return cues.tail + cues.head + cues.pair + cues.usage + 2 * is_year >= 2


def _cuts_a_phrase(first: str, second: str) -> bool:
    """Whether a title breaks between its preposition and the noun that closes it: 关于… / …的通知."""
    if grammar.ends_like_title(first) or not grammar.ends_like_title(second) or _OWN_START.match(second):
        return False
    return _OPEN_PHRASE.search(first) is not None


def _repeated(document: Document) -> Iterator[Hit]:
    """Titles of later parts that an earlier part bears, and headings that stand again."""
    yield from _repeated_titles(document)
    for before, after in pairwise(document.blocks):
        is_pair = before.marker is not None and before.kind is BlockKind.HEADING
        if is_pair and after.marker is not None and document.slice(before.span) == document.slice(after.span):
            yield Hit(after.span, {"line": before.line}, "again", (Place(before.span, "first"),))
    for part in document.outline.parts:
        yield from _title_again(document, part)


def _title_again(document: Document, part: Part) -> Iterator[Hit]:
    """The title of a document on a line of its own in the midst of its text."""
    opening = document.blocks[part.start]
    is_titled = opening.kind is BlockKind.HEADING and opening.marker is None
    title = part.title or ((opening,) if is_titled and part.start == 0 else ())
    names = {document.slice(block.span): block for block in title}
    has_text = False
    for block in document.blocks[part.start + len(title) : part.end]:
        first = names.get(document.slice(block.span))
        if first is not None and has_text and block.span.end - block.span.start >= _SHORTEST_TITLE:
            yield Hit(block.span, {"line": first.line}, "inside", (Place(first.span, "first"),))
        has_text = has_text or document.slice(block.span).endswith("。")


def _repeated_titles(document: Document) -> Iterator[Hit]:
    seen: dict[str, Block] = {}
    for part in document.outline.parts:
        if not part.title or part.end == part.title[-1].index + 1:
            continue
        block = part.title[-1]
        name = _TITLE_NOISE.sub("", "".join(document.slice(line.span) for line in part.title))
        if len(name) < _SHORTEST_TITLE:
            continue
        if name in seen:
            first = seen[name]
            yield Hit(block.span, {"line": first.line}, "", (Place(first.span, "first"),))
        else:
            seen[name] = block


def _shown(document: Document, block: Block) -> Span:
    return Span(block.span.start, min(block.span.end, block.span.start + _LONGEST))
