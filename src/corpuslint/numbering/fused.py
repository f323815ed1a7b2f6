"""A marker that is missing at the lines' starts but stands inside the text before: it was fused there.

Such a place is no gap in the numbering; the heading checks report it where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpuslint.corpus.document import Document, Span
from corpuslint.markers import LAW_FAMILIES, MarkerFamily
from corpuslint.numerals import in_chinese
from corpuslint.outline import Part
from corpuslint.outline.nesting import Item, Relation, Step

_REACH = 20_000  # characters searched for a missing marker
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LAW_UNIT = {
    MarkerFamily.VOLUME: "[编篇]",
    MarkerFamily.CHAPTER: "章",
    MarkerFamily.SECTION: "节",
    MarkerFamily.ARTICLE: "条",
}
_NOT_REFERENCE = "(?![第款项规所的和至及或与之、，])"


class Fused(NamedTuple):
    """A marker inside running text: where it stands, and how it reads."""

    span: Span
    text: str


class Place(NamedTuple):
    """Where a missing marker was found: inside the text, or broken over a line end."""

    span: Span
    is_broken: bool


@lru_cache(maxsize=1)
def fused_markers(document: Document) -> tuple[Fused, ...]:
    """The markers of a document that were fused into the text before them, in order."""
    found: list[Fused] = []
    for part in document.outline.parts:
        for step in part.steps:
            found.extend(
                Fused(place.span, document.slice(place.span))
                for place in missing_places(document, part, step).values()
                if not place.is_broken
            )
    return tuple(sorted(found))


def missing_values(part: Part, step: Step) -> tuple[int, ...]:
    """The numbers that should have come between a marker and its elder sibling."""
    value = part.items[step.item].marker.value
    if step.relation is Relation.START:
        return tuple(range(1, value)) if value <= 9 else ()
    if step.relation is not Relation.GAP or step.previous is None:
        return ()
    return tuple(range(part.items[step.previous].marker.value + 1, value))[:9]


def missing_places(document: Document, part: Part, step: Step) -> dict[int, Place]:
    """Which of the missing numbers stand inside the text before a marker, and where."""
    places: dict[int, Place] = {}
    item = part.items[step.item]
    start = _search_start(document, part, step)
    end = item.marker.span.start
    for value in missing_values(part, step):
        place = _find(document.text, item, value, start, end)
        if place is not None:
            places[value] = place
            start = place.span.end
    return places


def _search_start(document: Document, part: Part, step: Step) -> int:
    before = step.previous if step.previous is not None else step.item - 1 if step.item else None
    end = part.items[step.item].marker.span.start
    start = (
        part.items[before].marker.span.end if before is not None else document.blocks[part.start].span.start
    )
    return max(start, end - _REACH)


def _find(text: str, item: Item, value: int, start: int, end: int) -> Place | None:
    for is_broken, pattern in _patterns(item.marker.family, value):
        match = pattern.search(text, start, end)
        if match is not None:
            return Place(Span(*match.span("at")), is_broken)
    return None


def _patterns(family: MarkerFamily, value: int) -> Iterator[tuple[bool, re.Pattern[str]]]:
    chinese, arabic = in_chinese(value), str(value)
    digits = f"(?:{arabic}|{arabic.translate(_FULLWIDTH)})"
    if family in LAW_FAMILIES:
        unit = _LAW_UNIT[family]
        yield (
            False,
            re.compile(rf"(?<=[。；;：:”）)])[ \t　]{{0,4}}(?P<at>第{chinese}{unit}){_NOT_REFERENCE}"),
        )
    elif family is MarkerFamily.CHINESE:
        yield (
            False,
            re.compile(
                rf"(?<=[。；;：:！!？?”）)\s])(?P<at>{chinese}[、.．])(?![一二三四五六七八九十][、产级线])"
            ),
        )
        yield True, re.compile(rf"(?P<at>(?<=\n){chinese}[ \t　]{{0,4}}\r?\n{{1,3}}[、.．])")
    elif family in (MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT_BRACKET):
        number = chinese if family is MarkerFamily.CHINESE_BRACKET else digits
        yield False, re.compile(rf"(?<![第至和及、])(?P<at>[（(]{number}[）)])(?![项款目至和及、]|[（(])")
        yield (
            True,
            re.compile(
                rf"(?P<at>[（(][ \t　]{{0,4}}(?:\r?\n){{1,3}}[ \t　]{{0,4}}{number}[ \t　]{{0,4}}[）)])"
            ),
        )
        yield True, re.compile(rf"(?P<at>[（(]{number}[ \t　]{{0,4}}(?:\r?\n){{1,3}}[ \t　]{{0,4}}[）)])")
    elif family is MarkerFamily.DIGIT:
        yield False, re.compile(rf"(?<=[。；;：:！!？?”）)\s])(?P<at>{digits}[、.．])(?![0-9０-９])")
