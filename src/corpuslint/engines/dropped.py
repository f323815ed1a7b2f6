"""Values that are gone with nothing in their place: 共计人参加, 增长%, 在年工作会议上, 第次.

Four kinds of evidence. Shapes are patterns that no complete sentence has. Units such as 亿元 and 个百分点
follow a number or one of few known characters. Measure words such as 项 and 家 are parts of many words, so
they count only after a verb that asks for a number, or, those that end few words, at the end of a clause. And
what the text itself says elsewhere with a number, or with a full name, is missing where the same words stand
without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.patterns import Rules, matches

_CONTEXT = 2  # characters either side of a number that make its place recognisable
_APPROXIMATE = frozenset("了约近出达为")  # stand between a verb and its number
_ELIDED = ("一", "1")  # 一 before a measure word is often left out: 是个大国 for 是一个大国
_MARKUP = frozenset("&<\\")  # begins what was put between two characters of a word: 建设项&nbsp;目
_NAME = 3  # characters of most names: 姚文元 ends with no measure word
_NO_SURNAME = "(?!严要求|严格|胡说|常说|高要求)"  # words that begin like a surname with a verb of saying
_CLAUSE_END = late(r"[，。；！,;\n]|以上|左右|以下|以内|\Z")
_NO_CONTEXT = frozenset(
    "〇零一二三四五六七八九十百千万亿两几数多余来半第每各这那本上下当同今明后前去某该此近"
)
_SUBJECT = (
    "指出|强调|提出|要求|说|同志|在今年|在全|在讲话|来我|到我|的讲话|的重要讲话|对我|主持|充分肯定|视察"
)
_OFFICE = "书记|总理|主席|主任|[省市县区局部]长"


class Shape(Rules, frozen=True, forbid_unknown_fields=True):
    """Patterns of one kind of gap; `message` names the check's message for it (its plain one when empty)."""

    message: str = ""


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that follow a number, save after the characters `before` and where they go on as in `after`.

    With `closing` they count at the end of a clause only: 万亩荷塘 and 万吨巨轮 are no numbers cut off.
    """

    words: tuple[str, ...]
    before: str = ""
    after: tuple[str, ...] = ()
    closing: bool = False


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure word: `after` are characters that make another word of it.

    `before`, given only for words that end few others, are characters before it that make it part of one; it
    then counts at the end of a clause too, whatever stands before. `spoken` are verbs after which speech
    leaves out 一 (组织个小组).
    """

    word: str
    after: str = ""
    spoken: tuple[str, ...] = ()
    before: str | None = None


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of the check; `numerals` are all characters that count as a value before a unit."""

    numerals: str
    shapes: tuple[Shape, ...]
    units: tuple[Unit, ...]
    verbs: tuple[str, ...]
    measures: tuple[Measure, ...]
    repeated_units: tuple[str, ...]
    surnames: str


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each place where a value is missing, the surest evidence first, at most one hit at a place."""
    taken: set[int] = set()
    for hit in _all(document, params):
        if taken.isdisjoint(range(hit.span.start, hit.span.end)):
            taken.update(range(hit.span.start, hit.span.end))
            yield hit


def _all(document: Document, params: Params) -> Iterator[Hit]:
    for shape in params.shapes:
        for span in matches(document, shape):
            yield Hit(span, variant=shape.message)
    yield from _bare_units(document.text, params)
    yield from _bare_measures(document.text, params)
    yield from _valued_elsewhere(document.text, params.repeated_units)
    yield from _cut_names(document.text, params.surnames)


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


@cache
def _by_word(units: tuple[Unit, ...]) -> Mapping[str, Unit]:
    return {word: unit for unit in units for word in unit.words}


def _bare_units(text: str, params: Params) -> Iterator[Hit]:
    """Units without the number they follow."""
    units = _by_word(params.units)
    for match in _any(tuple(units)).finditer(text):
        unit = units[match.group()]
        before = text[match.start() - 1] if match.start() else ""
        if (
            not (_is_han(before) or before in "，。；：")
            or before in params.numerals
            or before in unit.before
        ):
            continue
        if unit.closing and not _CLAUSE_END.match(text, match.end()):
            continue
        if before and not text.startswith(unit.after, match.end()):
            yield Hit(_with_context(text, match))


def _bare_measures(text: str, params: Params) -> Iterator[Hit]:
    """Measure words after a verb that asks for a number, or alone at the end of a clause."""
    verbs = frozenset(params.verbs)
    measures = {measure.word: measure for measure in params.measures}
    for match in _any(tuple(measures)).finditer(text):
        measure = measures[match.group()]
        start = match.start()
        if text[match.end() : match.end() + 1] in (*measure.after, *_MARKUP):
            continue
        verb = start - 1 if start > _CONTEXT and text[start - 1] in _APPROXIMATE else start
        before = {text[max(0, verb - 2) : verb], text[max(0, start - 2) : start]}
        if not before.isdisjoint(measure.spoken):
            continue
        if not before.isdisjoint(verbs):
            yield Hit(Span(max(0, min(verb, start) - 2), match.end()))
        elif _stands_alone(text, match, measure, params.numerals) and not _ends_name(text, match, params):
            yield Hit(_with_context(text, match))


def _stands_alone(text: str, match: re.Match[str], measure: Measure, numerals: str) -> bool:
    if measure.before is None or not _CLAUSE_END.match(text, match.end()):
        return False
    before = text[match.start() - 1] if match.start() else ""
    return _is_han(before) and before not in numerals and before not in measure.before


def _ends_name(text: str, match: re.Match[str], params: Params) -> bool:
    """Whether a measure word may be the last character of a name: 罗宁元, 田栋栋."""
    start = match.end() - _NAME
    return start >= 0 and len(match.group()) == 1 and text[start] in params.surnames


def _with_context(text: str, match: re.Match[str]) -> Span:
    """The match and up to two Chinese characters before it, which show that a number is missing."""
    start = match.start()
    while start > max(0, match.start() - _CONTEXT) and _is_han(text[start - 1]):
        start -= 1
    return Span(start, match.end())


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"


def _valued_elsewhere(text: str, units: tuple[str, ...]) -> Iterator[Hit]:
    """Places where the words around a number stand without it: 全市2023年卫生 and 全市年卫生."""
    valued: dict[str, Span] = {}
    for match in _valued_pattern(units).finditer(text):
        before, after = (
            text[max(0, match.start() - _CONTEXT) : match.start()],
            text[match.start("unit") : match.end()],
        )
        if match["number"] in _ELIDED:
            continue
        if len(before) == _CONTEXT and all(_is_han(c) and c not in _NO_CONTEXT for c in before):
            valued.setdefault(before + after, Span(match.start() - _CONTEXT, match.end()))
    if not valued:
        return
    for match in _any(units).finditer(text):
        span = Span(match.start() - _CONTEXT, match.end() + _CONTEXT)
        place = valued.get(text[max(0, span.start) : span.end])
        if place is not None:
            yield Hit(span, variant="evidence", related=(Place(place, "value"),))


@cache
def _valued_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    number = r"(?P<number>[0-9]{1,7}(?:\.[0-9]{1,4})?[余多]?|[一二三四五六七八九十]{1,3})"
    return re.compile(rf"{number}(?P<unit>{'|'.join(units)})[一-鿿]{{{_CONTEXT}}}")


def _cut_names(text: str, surnames: str) -> Iterator[Hit]:
    """A lone surname as the subject of a clause, where the text has a name that begins with it."""
    names: dict[str, Span | None] = {}
    for match in _surname_pattern(surnames).finditer(text):
        surname = match["surname"]
        if surname not in names:
            names[surname] = _full_name(text, surname)
        if (full := names[surname]) is not None:
            yield Hit(Span(*match.span()), variant="surname", related=(Place(full, "full_name"),))


@cache
def _surname_pattern(surnames: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[，。；：“”、\n,;:]){_NO_SURNAME}(?P<surname>[{surnames}])(?:{_SUBJECT})")


def _full_name(text: str, surname: str) -> Span | None:
    """The first name with that surname before an office or a verb of saying, or after an office."""
    name = rf"(?P<name>{surname}(?!{_SUBJECT})[一-鿿]{{1,2}})(?={_SUBJECT}|{_OFFICE}|[在作对就、，])"
    match = re.search(
        rf"(?<![一-鿿]){name}|(?:{_OFFICE}|国务院|同志){name.replace('<name>', '<other>')}", text
    )
    if match is None:
        return None
    return Span(*match.span("name" if match["name"] else "other"))
