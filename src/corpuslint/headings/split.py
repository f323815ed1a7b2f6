"""Headings that are broken over two lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit
from corpuslint.headings.bare import bare_markers
from corpuslint.markers import LAW_FAMILIES
from corpuslint.prose import grammar
from corpuslint.prose.continuation import seam

_LONGEST = 50  # characters of a heading
_LONGEST_ITEM = 8  # characters of an item of a menu
_LONGEST_REST = 20  # characters of the second line of a heading, where no word is cut
_TITLE_REACH = 12  # blocks from the start of a document within which its title stands
_YEAR_END = late(r"[0-9０-９]{2}年$")  # a heading says what of that year
_LONGEST_SPLIT = 32  # characters of a numbered heading that was broken
_FEW_HEADINGS = 2  # numbered headings that show how headings stand
_MARKS = late(r"[。；：:;，,、！？!?]")
_COLUMN, _COLUMN_SLACK = 20, 2  # characters of a line of text cut by width, and between two of them
_PIECE = late(r"[“《（0-9０-９]{0,4}[一-鿿]")  # what the rest of a heading begins with
_NUMERAL = late(r"[一二三四五六七八九十]{1,3}(?:[ \u3000]|$)")  # 一 alone, or before a heading
_AGENCY = late(r"(?:政府|办公室|[局厅部院委会署处办站校]|党组|支部|公司|集团|中心|大学)$")
_SIGNATURE = late(r"(?:人民政府|办公[室厅]|委员会|国务院|[省市县区州镇乡]委|[局厅])$")
_LEGAL_NAME = late(r"(?:规定|办法|条例|细则|解释|法|函|批复|答复|决议|命令)$")  # what else a title ends with
_OPEN_PHRASE = late(r"^在[^的]{2,40}$|关于[^的]{2,40}$")  # a preposition whose noun is still to come
_OWN_START = late(r"在|关于|[0-9０-９]{4}年|二[〇○零]|中共|(?:政府)?工作报告$|第[一二三四五六七八九十]")


def split_headings(document: Document) -> Iterator[Hit]:
    """Headings of which neither line stands without the other, and numbers above their heading."""
    for bare in bare_markers(document):
        if bare.heading is not None:
            span = Span(bare.block.span.start, bare.heading.span.end)
            before, after = document.slice(bare.block.span), document.slice(bare.heading.span)
            yield Hit(span, {"before": before, "after": after, "line": bare.heading.line}, "number")
    yield from _broken_headings(document)


def _broken_headings(document: Document) -> Iterator[Hit]:
    """Headings over two lines or more: neighbours of which neither stands without the other."""
    alone = _only_continued(document)
    first: Block | None = None
    for before, after in pairwise((*document.blocks, None)):
        assert before is not None
        goes_on = after is not None and _is_pair(document, before, after, alone)
        if goes_on:
            first = first or before
        elif first is not None:
            span = Span(first.span.start, before.span.end)
            heading = document.slice(first.span)
            rest = document.slice(Span(document.blocks[first.index + 1].span.start, before.span.end))
            line = document.blocks[first.index + 1].line
            yield Hit(span, {"before": heading, "after": "".join(rest.split()), "line": line})
            first = None


def _is_pair(document: Document, before: Block, after: Block, alone: int | None) -> bool:
    """Whether two lines that may each be a heading make one."""
    if before.kind is not BlockKind.HEADING:
        return False
    if after.kind is not BlockKind.HEADING and not _may_end_heading(document, before, after):
        return False
    if _stand_apart(document, before, after):
        return False
    first, second = document.slice(before.span), document.slice(after.span)
    if _cuts_a_phrase(first, second):
        return True
    if before.marker is None and not _may_be_title(document, before, after):
        return False
    return _goes_on(document, before, after) or alone == before.index


def _stand_apart(document: Document, before: Block, after: Block) -> bool:
    """Whether the lines are two by their look: mark-up, a list of numerals, an organ, a column, a menu."""
    first, second = document.slice(before.span), document.slice(after.span)
    if after.marker is not None or before.body.start == before.span.end or second.startswith(("#", "—")):
        return True
    if (document.format == "markdown" and first.startswith("#")) or _NUMERAL.match(second):
        return True
    if not _PIECE.match(second) or not (before.marker or grammar.is_prose(first)) or first == second:
        return True
    if _AGENCY.search(first) and _OWN_START.match(second):
        return True
    if before.marker is not None and _SIGNATURE.search(second):
        return True
    return _is_column(document, before, after) or _is_menu(document, before, after)


def _is_menu(document: Document, before: Block, after: Block) -> bool:
    """Whether two short lines stand in a row of such, as the items of a menu do."""
    if before.marker is not None:
        return False
    around = document.blocks[max(0, before.index - 1) : after.index + 2]
    short = [block for block in around if block.marker is None and _length(block) <= _LONGEST_ITEM]
    return _length(before) <= _LONGEST_ITEM and _length(after) <= _LONGEST_ITEM and len(short) > 2


def _may_be_title(document: Document, before: Block, after: Block) -> bool:
    """Whether two lines without number may be a title: above the text, or with the words of one."""
    first, second = document.slice(before.span), document.slice(after.span)
    if grammar.ends_like_title(second) or _LEGAL_NAME.search(second) or "关于" in first:
        return True
    part = document.outline.part_of(before.index)
    return before.index - part.start <= _TITLE_REACH and not _MARKS.search(second)


def _length(block: Block) -> int:
    return block.span.end - block.span.start


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
    if _has_third(document, after):
        return None
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
    is_rest = _length(after) <= _LONGEST_REST and not _has_third(document, after)
    if before.marker is not None and not is_rest and cues.tail + cues.pair < 2:
        return False
    if _AGENCY.search(document.slice(before.span)):
        return cues.head + cues.pair >= 2
    is_year = _YEAR_END.search(document.slice(before.span)) is not None
    return cues.tail + cues.head + cues.pair + cues.usage + 2 * is_year >= 2


def _has_third(document: Document, after: Block) -> bool:
    """Whether a line goes on in the next: then it is the beginning of a broken paragraph."""
    if after.index + 1 >= len(document.blocks):
        return False
    third = document.blocks[after.index + 1]
    return (
        third.marker is None and third.kind is BlockKind.PARAGRAPH and seam(document, after, third).is_broken
    )


def _cuts_a_phrase(first: str, second: str) -> bool:
    """Whether a title breaks between its preposition and the noun that closes it: 关于… / …的通知."""
    if grammar.ends_like_title(first) or not grammar.ends_like_title(second) or _OWN_START.match(second):
        return False
    return _OPEN_PHRASE.search(first) is not None
