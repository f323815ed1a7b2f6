"""Dates that cannot be: 2月30日, 20219年, a Tuesday that was none, a period that ends before it begins.

The year of a report is the one in its title, or in the name of its file; a figure "as of" a year more than
one before it was left over from an earlier report.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import PurePath

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place
from corpuslint.outline import Part

_DIGITS = r"[0-9０-９]"
_TO = "[至到—－～~-]{1,2}"
# An expression that begins with one digit, not with a number of them, lets a search skip all other text.
_DAY = late(rf"({_DIGITS}{_DIGITS}?)月({_DIGITS}{{1,2}})[日号]")
_MONTH = late(rf"{_DIGITS}{_DIGITS}{{3}}年({_DIGITS}{{1,2}})月")
_PERIOD = late(
    rf"({_DIGITS}{_DIGITS}{{3}})年(?:({_DIGITS}{{1,2}})月)?(?:({_DIGITS}{{1,2}})日)?"
    rf"(?:{_TO}|(?:开始|起|启动)[，,]?[至到])"
    rf"({_DIGITS}{{4}})年(?:({_DIGITS}{{1,2}})月)?(?:({_DIGITS}{{1,2}})日)?"
)
_YEARS_ONLY = late(rf"({_DIGITS}{_DIGITS}{{3}}){_TO}({_DIGITS}{{4}})年(?!级|款|版)")
# 9月20日至9月10日, 9月20日至10日: of one month, so that no turn of the year comes between.
_DAYS_OF_MONTH = late(
    rf"({_DIGITS}{_DIGITS}?)月({_DIGITS}{{1,2}})日{_TO}(?:({_DIGITS}{{1,2}})月)?({_DIGITS}{{1,2}})日"
)
_WEEKDAY = late(
    rf"({_DIGITS}{_DIGITS}{{3}})年({_DIGITS}{{1,2}})月({_DIGITS}{{1,2}})日[（(]?(?:星期|周|礼拜)([一二三四五六日天])"
)
_YEAR_BEFORE = late(rf"(?<!{_DIGITS})({_DIGITS}{{4}})年$")
_PART_OF_NUMBER = late(rf"[{_DIGITS[1:-1]}.．A-Za-z]$")  # l2月31日 is a letter for a digit, no date
_PART_OF_CODE = late(rf"[{_DIGITS[1:-1]}.．A-Za-z/—–－-]$")
_ODD_YEAR = late(
    rf"{_DIGITS}(?<![{_DIGITS[1:-1]}.．A-Za-z,*×—－~～/-]{_DIGITS}){_DIGITS}{{2,4}}年(?P<month>1?[0-9]月)?"
)
_NO_YEAR = late(r"(?:公元前?|距今|约|近|超|已有|历[经时]|超过|了|第|长达|持续|至今|计划|目标)$")
_AGES = late(r"[前以来历间的后]|多|左右|历史|[制期限]")
_DATED = range(1950, 2050)  # what a document speaks of most
_PLAN = late(
    rf"[“\"]?(?P<plan>十[一二三四五]五)[”\"]?(?:时期|期间)[（(](?P<first>{_DIGITS}{{4}})年?{_TO}(?P<last>{_DIGITS}{{4}})年?[）)]"
)
_PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_PLAN_YEARS = 4  # from the first to the last
_CUT_OFF = late(rf"截[至止]到?目?前?({_DIGITS}{{4}})年(?:{_DIGITS}{{1,2}}月)?[底末初]?")
_TITLE_YEAR = late(rf"(?<!{_DIGITS})({_DIGITS}{{4}})年(?!.{{0,4}}[—至到-])")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEARS = range(1900, 2100)
_WEEKDAYS = "一二三四五六日"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far a cut-off may lie before the year of the report, in years."""

    stale_after: int = 1


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each impossible date, odd year, wrong weekday, reversed period and stale cut-off."""
    text = document.text
    yield from _impossible(text)
    yield from _odd_years(text)
    yield from _reversed(text)
    yield from _weekdays(text)
    yield from _plans(text)
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


def _odd_years(text: str) -> Iterator[Hit]:
    """Years with a digit too many, too few or out of place; counts of years and ages are none."""
    for match in _ODD_YEAR.finditer(text):
        year = match[0].partition("年")[0]
        if not _is_odd(year, has_month=match["month"] is not None):
            continue
        end = match.start() + len(year) + 1
        if not _NO_YEAR.search(text[max(0, match.start() - 3) : match.start()]) and not _AGES.match(
            text, end
        ):
            yield Hit(Span(match.start(), end), {}, "year")


def _is_odd(year: str, *, has_month: bool) -> bool:
    """Whether digits before 年 mean a year, and no year there is."""
    if len(year) == 5:
        shorter = {int(year[:index] + year[index + 1 :]) for index in range(len(year))}
        return year[0] == "2" and not year.endswith("000") and any(value in _DATED for value in shorter)
    if year[0] == "0":
        return True
    if len(year) == 4:
        return has_month and int(year) >= _YEARS.stop
    return has_month and year[0] in "12"


def _reversed(text: str) -> Iterator[Hit]:
    for match in _PERIOD.finditer(text):
        first, last = match.groups()[:3], match.groups()[3:]
        written = [(int(a), int(b)) for a, b in zip(first, last, strict=True) if a and b]
        begins, ends = ([pair[side] for pair in written] for side in (0, 1))
        if begins[0] in _YEARS and ends[0] in _YEARS and begins > ends:
            yield Hit(Span(*match.span()), {}, "reversed")
    for match in _YEARS_ONLY.finditer(text):
        first_year, last_year = int(match[1]), int(match[2])
        is_number = _PART_OF_CODE.search(text[max(0, match.start() - 1) : match.start()])
        if first_year in _YEARS and last_year in _YEARS and first_year > last_year and not is_number:
            yield Hit(Span(*match.span()), {}, "reversed")
    for match in _DAYS_OF_MONTH.finditer(text):
        is_number = _PART_OF_NUMBER.search(text[max(0, match.start() - 1) : match.start()])
        is_one_month = match[3] is None or int(match[3]) == int(match[1])
        if is_one_month and int(match[2]) > int(match[4]) and not is_number:
            yield Hit(Span(*match.span()), {}, "reversed")


def _weekdays(text: str) -> Iterator[Hit]:
    for match in _WEEKDAY.finditer(text):
        year, month, day = (int(match[group]) for group in (1, 2, 3))
        if year not in _YEARS or not _exists(year, month, day):
            continue
        real = _WEEKDAYS[datetime.date(year, month, day).weekday()]
        if real != match[4].replace("天", "日"):
            yield Hit(Span(*match.span()), {"weekday": real}, "weekday")


def _plans(text: str) -> Iterator[Hit]:
    """The years of a five-year plan in brackets behind its name."""
    for match in _PLAN.finditer(text):
        first = _PLANS.get(match["plan"])
        if first is None:
            continue
        told, real = (int(match["first"]), int(match["last"])), (first, first + _PLAN_YEARS)
        # Up to an earlier or a later year may be meant so; from an earlier one may not.
        if told[0] != real[0] and (told[1] == real[1] or told[1] - told[0] == _PLAN_YEARS):
            values = {"plan": match["plan"], "first": real[0], "last": real[1]}
            span = Span(match.start("first"), match.end("last"))
            yield Hit(span, values, "plan")


def _stale(document: Document, part: Part, params: Params) -> Iterator[Hit]:
    """Cut-offs in the body of a document whose title, or whose file's name, names a later year."""
    years: list[tuple[int, tuple[Place, ...]]] = [
        (int(match[1]), (Place(Span(*match.span(1)), "title"),))
        for block in part.title
        for match in _TITLE_YEAR.finditer(document.text, *block.span)
        if int(match[1]) in _YEARS
    ]
    if not part.title and len(document.outline.parts) == 1 and document.record is None:
        named = [int(match[1]) for match in _TITLE_YEAR.finditer(PurePath(document.path).stem)]
        years = [(year, ()) for year in named if year in _YEARS]
    if not years or part.start >= part.end:
        return
    year, places = max(years, key=lambda found: found[0])
    start, end = document.blocks[part.start].span.start, document.blocks[part.end - 1].span.end
    for match in _CUT_OFF.finditer(document.text, start, end):
        told = int(match[1])
        if told in _YEARS and (told < year - params.stale_after or told > year + 1):
            values = {"year": year, "named": told}
            yield Hit(Span(*match.span()), values, "stale", places, confidence=Confidence.MEDIUM)
