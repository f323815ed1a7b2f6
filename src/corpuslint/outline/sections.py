"""Sections: what stands under each marker of one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpuslint.corpus.blocks import LISTED, Block, BlockKind
from corpuslint.expressions import late
from corpuslint.markers import WORD_FAMILIES, Marker, MarkerFamily
from corpuslint.outline.nesting import RANKS, Item, Step

_LONGEST_QUOTATION = (
    60  # blocks; an opening quotation mark without partner for longer is a slip, not a quotation
)
_LEAD_TAIL = 48
_ANNEX = late("附[件表录注：:]|注[：:]")
_ANSWER = late("[问答][：:]|(?:记者|提问|回答|主持人)[：:]")
_LEAD = late(
    r"[:：]$|(?:以下|下面|如下|下列|下述)[^。；]{0,20}[。.]?$"
    r"|(?:几|[一二三四五六七八九十两0-9]{1,3})(?:个方面|项|点|条|件)[^，。；]{0,14}[。.]?$"
)
_UNLISTED = WORD_FAMILIES | {MarkerFamily.DECIMAL}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading or item with a marker, and what stands under it until the next of its level or higher.

    `block` is the index of the block that carries the marker, `end` the index after its last block, `level`
    its depth as this document nests its families (0 on top), `parent` the index of the section above it in
    `Part.sections` (None on top).
    """

    marker: Marker
    block: int
    end: int
    level: int
    parent: int | None


def read_items(text: str, blocks: Sequence[Block]) -> tuple[Item, ...]:
    """The numbered markers of one document; what is quoted over several blocks is left out."""
    quoted = quoted_blocks(text, blocks)
    items: list[Item] = []
    is_fresh = is_answered = False
    previous: Block | None = None
    for block in blocks:
        marker = block.marker
        if marker is None:
            is_fresh = (
                is_fresh or block.kind is BlockKind.HEADING or _ANNEX.match(text, *block.span) is not None
            )
            is_answered = is_answered or _ANSWER.match(text, *block.span) is not None
        elif marker.family is MarkerFamily.ARTICLE and "之" in text[marker.span.start : marker.span.end]:
            is_fresh = True  # 第六条之一 was put in later and counts with 第六条
        elif marker.family not in _UNLISTED and block.index not in quoted:
            is_led = previous is not None and leads_list(text, previous)
            item = Item(marker, block.index, is_fresh or is_answered, is_led or is_answered)
            headed = previous is not None and _heads(text, previous, block)
            if headed and items and previous is not None and items[-1].block == previous.index:
                items[-1] = items[-1]._replace(heads_list=True)
                item = item._replace(is_headed=items[-1].marker.family is marker.family)
            items.append(item)
            is_fresh = is_answered = False
        previous = block
    return _tiered(items, {block.index: block.depth for block in blocks})


def _tiered(items: Sequence[Item], depths: Mapping[int, int]) -> tuple[Item, ...]:
    """The items with their tiers: a family has them where its lists begin at more than one depth."""
    if not any(depths.values()):
        return tuple(items)
    firsts: dict[MarkerFamily, set[int]] = {}
    following: dict[MarkerFamily, Item] = {}
    for item in reversed(items):
        family, depth = item.marker.family, depths[item.block]
        after = following.get(family)
        following[family] = item
        # ## 一、 before 二、 without its ## is one list
        goes_on = after is not None and after.marker.value == 2 and depth < depths[after.block]
        if item.marker.value == 1 and not (goes_on and depth < LISTED):
            firsts.setdefault(family, set()).add(depth)
    tiered = {family for family, known in firsts.items() if len(known) > 1}
    return tuple(
        item._replace(tier=depths[item.block]) if item.marker.family in tiered else item for item in items
    )


def _heads(text: str, block: Block, following: Block) -> bool:
    """Whether a numbered heading stands right over the first item of a list of its rank or a higher one."""
    if block.marker is None or following.marker is None or block.kind is not BlockKind.HEADING:
        return False
    if text[block.span.end - 1] == "。":
        return False
    rank, below = RANKS[block.marker.family], RANKS[following.marker.family]
    return following.marker.value == 1 and below <= rank


def leads_list(text: str, block: Block) -> bool:
    """Whether a block ends by announcing a list, as 要做好以下几项工作。 does."""
    tail = text[max(block.span.start, block.span.end - _LEAD_TAIL) : block.span.end]
    return _LEAD.search(tail) is not None


def quoted_blocks(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Indices of the blocks that stand wholly inside a quotation begun in an earlier block.

    An amending decision quotes whole articles over many blocks; their markers belong to the quoted text.
    """
    quoted: set[int] = set()
    waiting: list[int] = []
    for block in blocks:
        start, end = block.span
        opened, closed = text.count("“", start, end), text.count("”", start, end)
        if waiting:
            if closed > opened:
                quoted.update(waiting[1:])
                quoted.add(block.index)
                waiting = []
                continue
            waiting = [*waiting, block.index] if len(waiting) <= _LONGEST_QUOTATION else []
        if not waiting and opened > closed and _opens_quotation(text, start, end):
            waiting = [block.index]
    return frozenset(quoted)


def _opens_quotation(text: str, start: int, end: int) -> bool:
    """Whether the last opening mark begins a quoted passage: at the block's start or after a colon."""
    at = text.rfind("“", start, end)
    return at == start or text[at - 1] in "：:"


def read_sections(
    blocks: Sequence[Block], end: int, items: Sequence[Item], steps: Sequence[Step]
) -> tuple[Section, ...]:
    """Nest the marked blocks of one document; `end` is the index after its last block.

    Number families stand where the reading of the numbering puts them; 一是, 首先 and their like hang below.
    """
    depths = {items[step.item].block: step.depth for step in steps}
    open_: list[tuple[Marker, int, int]] = []  # marker, its place in `rows`, its level
    rows: list[tuple[Marker, int, int, int | None]] = []
    ends: list[int] = []
    for block in blocks:
        marker = block.marker
        if marker is None:
            continue
        if block.index in depths:
            level = depths[block.index]
        elif marker.family in _UNLISTED:
            level = _word_level(open_, marker)
        else:
            continue
        while open_ and open_[-1][2] >= level:
            ends[open_.pop()[1]] = block.index
        rows.append((marker, block.index, level, open_[-1][1] if open_ else None))
        ends.append(end)
        open_.append((marker, len(rows) - 1, level))
    return tuple(
        Section(marker, block, ends[index], level, parent)
        for index, (marker, block, level, parent) in enumerate(rows)
    )


def _word_level(open_: Sequence[tuple[Marker, int, int]], marker: Marker) -> int:
    """The level of a word marker: that of its open list, else one below what it stands under."""
    for other, _, level in open_:
        if other.family is marker.family or RANKS[other.family] > RANKS[marker.family]:
            return level
    return open_[-1][2] + 1 if open_ else 0
