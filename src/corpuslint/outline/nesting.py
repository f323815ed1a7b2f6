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
    STRAY = "stray"


class Item(NamedTuple):
    """A marker and what stands before it.

    `is_fresh`: an unnumbered heading stands between it and the marker before; `is_led`: the paragraph right
    before announces a list.
    """

    marker: Marker
    block: int
    is_fresh: bool = False
    is_led: bool = False


class Step(NamedTuple):
    """One marker's place: the list it belongs to (named by its first item), its depth, its elder sibling.

    `previous` is the index of the item before it in the list, `parent` that of the item above (None where
    there is none); after a RESTART `previous` is the last item of the list that ended.
    """

    item: int
    relation: Relation
    list: int
    depth: int
    previous: int | None
    parent: int | None


def steps_by_list(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """The steps list by list, each in order."""
    lists: dict[int, list[Step]] = {}
    for step in steps:
        lists.setdefault(step.list, []).append(step)
    return lists
