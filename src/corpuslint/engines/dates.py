"""Dates that cannot be: 2月30日, 13月, a period that ends before it begins, a cut-off long before the report.

The year of a report is the one in its title; a figure "as of" a year more than one before it was left over
from an earlier report.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.outline import Part

_DIGITS = r"[0-9０-９]"
# An expression that begins with one digit, not with a number of them, lets a search skip all other text.
_DAY = late(rf"({_DIGITS}{_DIGITS}?)月({_DIGITS}{{1,2}})[日号]")
_MONTH = late(rf"{_DIGITS}{_DIGITS}{{3}}年({_DIGITS}{{1,2}})月")
_PERIOD = late(
    rf"({_DIGITS}{_DIGITS}{{3}})年(?:({_DIGITS}{{1,2}})月)?(?:({_DIGITS}{{1,2}})日)?[至到—－～~-]"
    rf"({_DIGITS}{{4}})年(?:({_DIGITS}{{1,2}})月)?(?:({_DIGITS}{{1,2}})日)?"
)
_YEAR_BEFORE = late(rf"(?<!{_DIGITS})({_DIGITS}{{4}})年$")
_PART_OF_NUMBER = late(rf"[{_DIGITS[1:-1]}.．]$")
_CUT_OFF = late(rf"截[至止]到?目?前?({_DIGITS}{{4}})年(?:{_DIGITS}{{1,2}}月)?[底末初]?")
_TITLE_YEAR = late(rf"(?<!{_DIGITS})({_DIGITS}{{4}})年(?!.{{0,4}}[—至到-])")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEARS = range(1900, 2100)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far a cut-off may lie before the year of the report, in years."""

    stale_after: int = 1


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each impossible date, reversed period and stale cut-off."""
    text = document.text
    yield from _impossible(text)
    yield from _reversed(text)
    for part in document.outline.parts:
        yield from _stale(document, part, params)


def _impossible(text: str) -> Iterator[Hit]:
    for match in _DAY.finditer(text):
        before = text[max(0, match.start() - 6) : match.start()]
        year = _YEAR_BEFORE.search(before)
        is_date = _PART_OF_NUMBER.search(before) is None
        if is_date and not _exists(int(year[1]) if year else None, int(match[1]), int(match[2])):
            start = match.start() - (len(year[0]) if year else 0)
            yield Hit(Span(start, match.end()), {}, "impossible")
    for match in _MONTH.finditer(text):
        is_month = 1 <= int(match[1]) <= 12 or _DAY.match(text, match.start(1))
        if not is_month and not _PART_OF_NUMBER.search(text[max(0, match.start() - 1) : match.start()]):
            yield Hit(Span(*match.span()), {}, "impossible")


def _exists(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    is_leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return is_leap or (month, day) != (2, 29)


def _reversed(text: str) -> Iterator[Hit]:
    for match in _PERIOD.finditer(text):
        first, last = match.groups()[:3], match.groups()[3:]
        written = [(int(a), int(b)) for a, b in zip(first, last, strict=True) if a and b]
        begins, ends = ([pair[side] for pair in written] for side in (0, 1))
        if begins[0] in _YEARS and ends[0] in _YEARS and begins > ends:
            yield Hit(Span(*match.span()), {}, "reversed")


def _stale(document: Document, part: Part, params: Params) -> Iterator[Hit]:
    """Cut-offs in the body of a document whose title names a later year."""
    years = [
        (int(match[1]), Span(*match.span(1)))
        for block in part.title
        for match in _TITLE_YEAR.finditer(document.text, *block.span)
        if int(match[1]) in _YEARS
    ]
    if not years or part.start >= part.end:
        return
    year, place = max(years)
    start, end = document.blocks[part.start].span.start, document.blocks[part.end - 1].span.end
    for match in _CUT_OFF.finditer(document.text, start, end):
        named = int(match[1])
        if named in _YEARS and (named < year - params.stale_after or named > year + 1):
            values = {"year": year, "named": named}
            yield Hit(Span(*match.span()), values, "stale", related=(Place(place, "title"),))
