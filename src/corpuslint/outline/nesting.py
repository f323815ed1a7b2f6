"""How markers follow one another and nest: what a reading of a document's numbering says of each marker."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from corpuslint.markers import Marker, MarkerFamily

# Depth by default, from the top down (GB/T 9704 7.3.3 and law drafting); a document may nest otherwise.
RANKS: dict[MarkerFamily, int] = {
    family: rank
    for rank, families in enumerate(
        (
            (MarkerFamily.VOLUME,),
            (MarkerFamily.CHAPTER,),
            (MarkerFamily.SECTION,),
            (MarkerFamily.ARTICLE,),
            (MarkerFamily.FORMAL, MarkerFamily.ROMAN),
            (MarkerFamily.CHINESE,),
            (MarkerFamily.CHINESE_BRACKET,),
            (MarkerFamily.DIGIT, MarkerFamily.DECIMAL),
            (MarkerFamily.DIGIT_BRACKET,),
            (MarkerFamily.DIGIT_PAREN, MarkerFamily.CIRCLED, MarkerFamily.LETTER),
            (MarkerFamily.ORDINAL, MarkerFamily.SEQUENCE, MarkerFamily.FIRSTLY),
            (MarkerFamily.IS, MarkerFamily.MUST, MarkerFamily.CAN),
        )
    )
    for family in families
}


class Relation(StrEnum):
    """How a marker stands to the list it was read into."""

    FIRST = "first"
    NEXT = "next"
    RESTART = "restart"
    GAP = "gap"
    REPEAT = "repeat"
    BACK = "back"
    START = "start"
    STYLE = "style"
    MISTYPED = "mistyped"
    STRAY = "stray"


class Item(NamedTuple):
    """A marker and what stands before it.

    `is_fresh`: an unnumbered heading stands between it and the marker before; `is_led`: the paragraph right
    before announces a list. `tier` tells lists of one family apart where the format does: the marks of a
    heading, the indentation of a list (0 where nothing does; a greater one stands below). `heads_list`: it is
    a heading right over the first item of a list of its rank or a higher one; `is_headed`: it is that item.
    """

    marker: Marker
    block: int
    is_fresh: bool = False
    is_led: bool = False
    tier: int = 0
    heads_list: bool = False
    is_headed: bool = False


class Step(NamedTuple):
    """One marker's place: the list it belongs to (named by its first item), its depth, its elder sibling.

    `previous` is the index of the item before it in the list, `parent` that of the item above (None where
    there is none); after a RESTART `previous` is the last item of the list that ended. `due` is the number
    that the list expected here; a STRAY belongs to no list.
    """

    item: int
    relation: Relation
    list: int
    depth: int
    previous: int | None
    parent: int | None
    due: int


def steps_by_list(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """The steps list by list, each in order."""
    lists: dict[int, list[Step]] = {}
    for step in steps:
        lists.setdefault(step.list, []).append(step)
    return lists
