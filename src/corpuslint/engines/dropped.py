"""Values that are gone with nothing in their place: 共计人参加, 增长%, 在年工作会议上, 第次, 关于，.

Five kinds of evidence. Shapes are patterns that no complete sentence has. Links are prepositions and other
words that must go on, cut off from what they govern. Units such as 亿元 and 个百分点 follow a number or one
of few known characters. Measure words such as 项 and 家 are parts of many words, so they count only after a
verb that asks for a number, or, those that end few words, at the end of a clause. And what the text itself
says elsewhere with a number, or with a full name, is missing where the same words stand without it.
Shapes and most units are errors, all other evidence is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place, Severity
from corpuslint.gaps.counted import Counted, uncounted
from corpuslint.gaps.links import Link, cut_off
from corpuslint.gaps.witness import cut_names, valued_elsewhere
from corpuslint.patterns import Rules, matches
from corpuslint.prose.grammar import is_han

_CONTEXT = 2  # characters either side of a number that make its place recognisable
_APPROXIMATE = frozenset("了约近出达为")  # stand between a verb and its number
_MARKUP = r"&<\\"  # begins what was put between two characters of a word: 建设项&nbsp;目
_NEAR = 24  # characters either side of a hit in which a sound word that reaches into it may stand
_NAME = 3  # characters of most names: 姚文元 ends with no measure word
_CLAUSE_END = late(r"[，。；！,;\n]|以上|左右|以下|以内|\Z")


class Shape(Rules, frozen=True, forbid_unknown_fields=True):
    """Patterns of one kind of gap; `message` names the check's message for it (its plain one when empty).

    `severity` and `confidence` are given where a gap is less sure than the check's others.
    """

    message: str = ""
    severity: Severity | None = None
    confidence: Confidence | None = None


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that follow a number, save after the characters `before` and where they go on as in `after`.

    With `closing` they count at the end of a clause only: 万亩荷塘 and 万吨巨轮 are no numbers cut off.
    `doubtful` words are said without a number at times (万人大会): a warning.
    """

    words: tuple[str, ...]
    before: str = ""
    after: tuple[str, ...] = ()
    closing: bool = False
    doubtful: bool = False


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
    """The tables of the check; `numerals` are all characters that count as a value before a unit.

    `unless` are patterns of sound words, none longer than two dozen characters: no hit may overlap a match.
    """

    numerals: str
    unless: tuple[str, ...]
    shapes: tuple[Shape, ...]
    links: tuple[Link, ...]
    units: tuple[Unit, ...]
    verbs: tuple[str, ...]
    measures: tuple[Measure, ...]
    counted: tuple[Counted, ...]
    repeated_units: tuple[str, ...]
    surnames: str


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each place where a value is missing, the surest evidence first, at most one hit at a place."""
    taken: set[int] = set()
    for hit in _all(document, params):
        places = range(hit.span.start, hit.span.end)
        if taken.isdisjoint(places) and not _is_sound(document, hit.span, params):
            taken.update(places)
            yield hit


def _is_sound(document: Document, span: Span, params: Params) -> bool:
    """Whether a known word or phrase reaches into the hit, looked for on its line and near it."""
    line = document.line_span(document.position(span.start).line)
    start, end = max(line.start, span.start - _NEAR), min(line.end, span.end + _NEAR)
    if not _any_of(params.unless).search(document.text, start, end):
        return False
    return any(
        span.overlaps(Span(*match.span()))
        for pattern in _expressions(params.unless)
        for match in pattern.finditer(document.text, start, end)
    )


@cache
def _expressions(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all, which tells most hits apart at once; two of its matches may hide a third."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def _all(document: Document, params: Params) -> Iterator[Hit]:
    for shape in params.shapes:
        for span in matches(document, shape):
            yield Hit(span, variant=shape.message, severity=shape.severity, confidence=shape.confidence)
    yield from _bare_units(document.text, params)
    yield from _bare_measures(document.text, params)
    for span in uncounted(document.text, params.counted):
        yield _doubtful(span)
    for span in cut_off(document.text, params.links):
        yield _doubtful(span, "link")
    for span, complete in valued_elsewhere(document.text, params.repeated_units):
        yield _doubtful(span, "evidence", Place(complete, "value"))
    for span, complete in cut_names(document.text, params.surnames):
        yield _doubtful(span, "surname", Place(complete, "full_name"))


def _doubtful(span: Span, variant: str = "", *related: Place) -> Hit:
    """A gap that is told by words which a rare sound sentence has as well, so that it is a warning."""
    return Hit(
        span, variant=variant, related=related, severity=Severity.WARNING, confidence=Confidence.MEDIUM
    )


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


@cache
def _unnumbered(measures: tuple[Measure, ...], numerals: str) -> re.Pattern[str]:
    """Measure words that no numeral stands before and that do not go on as another word."""
    no_number = re.escape(numerals)
    return re.compile(
        "|".join(
            f"{measure.word}(?![{re.escape(measure.after)}{_MARKUP}])(?<![{no_number}]{measure.word})"
            for measure in sorted(measures, key=lambda measure: (-len(measure.word), measure.word))
        )
    )


@cache
def _by_word(units: tuple[Unit, ...]) -> Mapping[str, Unit]:
    return {word: unit for unit in units for word in unit.words}


def _bare_units(text: str, params: Params) -> Iterator[Hit]:
    """Units without the number they follow."""
    units = _by_word(params.units)
    for match in _any(tuple(units)).finditer(text):
        unit = units[match.group()]
        before = text[match.start() - 1] if match.start() else ""
        if not (is_han(before) or before in "，。；：") or before in params.numerals or before in unit.before:
            continue
        if unit.closing and not _CLAUSE_END.match(text, match.end()):
            continue
        if _is_doubled(text, match):
            continue
        if before and not text.startswith(unit.after, match.end()):
            span = _with_context(text, match)
            yield _doubtful(span) if unit.doubtful else Hit(span)


def _bare_measures(text: str, params: Params) -> Iterator[Hit]:
    """Measure words after a verb that asks for a number, or alone at the end of a clause."""
    verbs = frozenset(params.verbs)
    measures = {measure.word: measure for measure in params.measures}
    for match in _unnumbered(params.measures, params.numerals).finditer(text):
        if _is_doubled(text, match):
            continue
        measure = measures[match.group()]
        start = match.start()
        verb = start - 1 if start > _CONTEXT and text[start - 1] in _APPROXIMATE else start
        before = {text[max(0, verb - 2) : verb], text[max(0, start - 2) : start]}
        if not before.isdisjoint(measure.spoken):
            continue
        if not before.isdisjoint(verbs):
            yield _doubtful(Span(max(0, min(verb, start) - 2), match.end()))
        elif _stands_alone(text, match, measure, params.numerals) and not _ends_name(text, match, params):
            yield _doubtful(_with_context(text, match))


def _is_doubled(text: str, match: re.Match[str]) -> bool:
    """Whether a unit stands twice: 人次人次 is a word too many, and no number gone."""
    word = match.group()
    return text.endswith(word, 0, match.start()) or text.startswith(word, match.end())


def _stands_alone(text: str, match: re.Match[str], measure: Measure, numerals: str) -> bool:
    if measure.before is None or not _CLAUSE_END.match(text, match.end()):
        return False
    before = text[match.start() - 1] if match.start() else ""
    return is_han(before) and before not in numerals and before not in measure.before


def _ends_name(text: str, match: re.Match[str], params: Params) -> bool:
    """Whether a measure word may be the last character of a name: 罗宁元, 田栋栋."""
    start = match.end() - _NAME
    return start >= 0 and len(match.group()) == 1 and text[start] in params.surnames


def _with_context(text: str, match: re.Match[str]) -> Span:
    """The match and up to two Chinese characters before it, which show that a number is missing."""
    start = match.start()
    while start > max(0, match.start() - _CONTEXT) and is_han(text[start - 1]):
        start -= 1
    return Span(start, match.end())
