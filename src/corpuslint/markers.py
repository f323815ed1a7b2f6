"""Numbering markers: how the genre writes 一、 （一） 1. （1） ① 第一章 第一条 一是 首先 (GB/T 15834 B.3).

The number is read first and the separator judged after: a wrong separator never changes the number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpuslint.corpus.span import Span
from corpuslint.decoration import PREFIX_STARTS, heading_start
from corpuslint.expressions import late
from corpuslint.numerals import (
    ARABIC_DIGITS,
    CHINESE_NUMERALS,
    FORMAL_NUMERALS,
    arabic_value,
    chinese_value,
    in_chinese,
    in_formal,
)


class MarkerFamily(StrEnum):
    """The form a marker is written in; the value shows the form for 1."""

    CHINESE = "一、"
    CHINESE_BRACKET = "（一）"
    DIGIT = "1."
    DIGIT_BRACKET = "（1）"
    CIRCLED = "①"
    DIGIT_PAREN = "1)"
    DECIMAL = "1.1"
    LETTER = "A."
    VOLUME = "第一编"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    ORDINAL = "第一，"
    SEQUENCE = "首先"
    IS = "一是"
    MUST = "一要"
    CAN = "一能"
    FIRSTLY = "其一"
    ROMAN = "Ⅰ."
    FORMAL = "壹、"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as it stands: its family, its value, the separator as written, the span of all of it.

    `is_broken` says that one of its two brackets is missing.
    """

    family: MarkerFamily
    value: int
    separator: str
    span: Span
    is_broken: bool = False


LAW_FAMILIES = frozenset(
    {MarkerFamily.VOLUME, MarkerFamily.CHAPTER, MarkerFamily.SECTION, MarkerFamily.ARTICLE}
)
WORD_FAMILIES = frozenset(
    {
        MarkerFamily.ORDINAL,
        MarkerFamily.SEQUENCE,
        MarkerFamily.IS,
        MarkerFamily.MUST,
        MarkerFamily.CAN,
        MarkerFamily.FIRSTLY,
    }
)

LARGEST_ITEM = 199  # a larger number at a line's start is a year, a quantity or a code
_SEPARATORS = "、.．,，:：。"
_C = f"[{CHINESE_NUMERALS}]{{1,9}}"
_D = f"[{ARABIC_DIGITS}]{{1,3}}"
_YEAR = r"(?:19|20|１９|２０)[0-9０-９xXｘＸ×*＊]{1,2}"
_SPACE = "[ \t\u3000\u00a0]"
_NOT_BROKEN = (
    "期方年月日个种级类届次线般些起切定直旦路带名点大位条件项家批"  # （一期 （一方面 （三年 are words
)

SIGNS: dict[str, tuple[MarkerFamily, int]] = {}
"""Characters that are a marker by themselves, with the family and the value of each."""
for _first, _last, _family in (
    ("①", "⑳", MarkerFamily.CIRCLED),
    ("❶", "❿", MarkerFamily.CIRCLED),
    ("㊀", "㊉", MarkerFamily.CIRCLED),
    ("⑴", "⒇", MarkerFamily.DIGIT_BRACKET),
    ("⒈", "⒛", MarkerFamily.DIGIT),
    ("㈠", "㈩", MarkerFamily.CHINESE_BRACKET),
    ("Ⅰ", "Ⅻ", MarkerFamily.ROMAN),
    ("ⅰ", "ⅻ", MarkerFamily.ROMAN),
):
    for _code in range(ord(_first), ord(_last) + 1):
        SIGNS[chr(_code)] = (_family, _code - ord(_first) + 1)

_LAW_UNITS = {
    "编": MarkerFamily.VOLUME,
    "篇": MarkerFamily.VOLUME,
    "章": MarkerFamily.CHAPTER,
    "节": MarkerFamily.SECTION,
    "条": MarkerFamily.ARTICLE,
}
_WORD_UNITS = {"是": MarkerFamily.IS, "要": MarkerFamily.MUST, "能": MarkerFamily.CAN}
_SEQUENCE_WORDS = {"首先": 1, "其次": 2, "再次": 3}

_SIGN = late(rf"[{''.join(SIGNS)}](?P<separator>[{_SEPARATORS}]{{0,3}})")
_LAW = late(
    rf"第{_SPACE}?(?P<number>{_C}|{_D}){_SPACE}?(?P<unit>[编章节篇条])(?:之{_C})?"
    rf"(?P<separator>[{_SEPARATORS}]{{0,2}})(?![第款项规所的和至及或与之中战课点内件]|相应)"
)
_ORDINAL = late(rf"第(?P<number>{_C})(?:点|个方面)?(?P<separator>[,，、：:]{{1,2}}|是)")
_BRACKET = late(rf"[（(]{_SPACE}?(?P<number>{_C}|{_D}){_SPACE}?[）)](?P<separator>[{_SEPARATORS}]{{0,3}})")
_REFERENCE = late(
    rf"[（(]{_SPACE}?(?:{_C}|{_D}){_SPACE}?[）)](?:[、,，和至到及或与~～—-]{{1,2}}[（(第]|项(?!目)|款(?!项))"
)
_UNCLOSED = late(
    rf"[（(]{_SPACE}?(?P<number>{_C}|{_D})"
    rf"(?:(?P<separator>[{_SEPARATORS}]{{1,2}})|(?={_SPACE})|(?=[^{_NOT_BROKEN}{CHINESE_NUMERALS}{ARABIC_DIGITS}%％年]))"
)
_CHINESE = late(rf"(?P<number>{_C})(?P<separator>[{_SEPARATORS}]{{1,3}})")
_CHINESE_RANGE = late(  # 二、三产业 and 一、二线 name two things at once
    rf"[{CHINESE_NUMERALS}]、[{CHINESE_NUMERALS}](?:[、，,线产级类季期次等批号楼审读]|[{CHINESE_NUMERALS}][级类产线季])"
)
_UNOPENED = late(rf"(?P<number>{_C})[）)](?P<separator>[{_SEPARATORS}]{{0,2}})")
_WORD = late(
    rf"(?P<number>{_C})(?P<unit>是(?!否|(?P=number)(?:[，。；、是]|$))|要(?![素点务件道闻害领诀义地塞么])|能(?![量源力级人手]))(?P<separator>[,，、：:]?)"
)
_FORMAL = late(rf"(?P<number>[{FORMAL_NUMERALS}]{{1,3}})(?P<separator>[{_SEPARATORS}]{{1,3}})")
_DIGIT = late(rf"(?P<number>{_D})(?P<separator>[{_SEPARATORS}]{{1,3}})(?:(?={_YEAR})|(?![0-9０-９]))")
_DIGIT_PAREN = late(rf"(?P<number>{_D})[)）](?P<separator>[{_SEPARATORS}]{{0,2}})")
_DECIMAL = late(
    r"[0-9]{1,2}(?:[.．][0-9]{1,2}){0,2}[.．](?P<number>[0-9]{1,2})(?P<separator>)[ \t　]{1,4}(?=[一-鿿])"
)
_SEQUENCE = late(r"(?P<word>首先|其次|再次)(?P<separator>[,，、：:]?)")
_FIRSTLY = late(rf"其(?P<number>[{CHINESE_NUMERALS}])(?P<separator>[,，、：:是])")
_LETTER = late(r"(?P<letter>[A-Ha-h])(?P<separator>[.．、)）])(?![A-Za-z0-9])")

_STARTS = frozenset(
    CHINESE_NUMERALS + FORMAL_NUMERALS + ARABIC_DIGITS + "".join(SIGNS) + "第（(首其再ABCDEFGHabcdefgh"
)


def read_marker(text: str, span: Span) -> Marker | None:
    """The marker a line begins with, or None.

    What decorates the line (`corpuslint.decoration`) is no part of it: tags, bullets, Markdown's # and **.
    """
    start = span.start
    if start < span.end and text[start] in PREFIX_STARTS:
        start = heading_start(text, *span)
    if start >= span.end or text[start] not in _STARTS:
        return None
    end = min(span.end, start + 64)
    first = text[start]
    if first in SIGNS:
        return _read_sign(text, start, end)
    if first in "（(":
        return _read_bracket(text, start, end)
    if first == "第":
        return _read_ordinal(text, start, end)
    if first in ARABIC_DIGITS:
        return _read_digit(text, start, end)
    if first in CHINESE_NUMERALS:
        return _read_chinese(text, start, end)
    return _read_other(text, start, end)


def written(family: MarkerFamily, value: int) -> str:
    """How a value is written in a family, for messages."""
    if family is MarkerFamily.SEQUENCE:
        words = {number: word for word, number in _SEQUENCE_WORDS.items()}
        return words.get(value, f"第{in_chinese(value)}")
    if family is MarkerFamily.LETTER:
        return f"{chr(ord('A') + value - 1)}."
    form = family.value
    if family in (MarkerFamily.CIRCLED, MarkerFamily.ROMAN):
        last = 20 if family is MarkerFamily.CIRCLED else 12
        return form.replace(form[0], chr(ord(form[0]) + value - 1) if value <= last else f"{value}")
    if family is MarkerFamily.FORMAL:
        return form.replace("壹", in_formal(value))
    if "一" in form:
        return form.replace("一", in_chinese(value))
    return form.replace("1", str(value), 1)


def _make(
    family: MarkerFamily,
    value: int | None,
    match: re.Match[str],
    *,
    is_broken: bool = False,
    most: int = LARGEST_ITEM,
) -> Marker | None:
    if value is None or value > most:
        return None
    return Marker(family, value, match["separator"], Span(*match.span()), is_broken)


def _value(numeral: str, *, positional: bool = False) -> int | None:
    if numeral[0] in ARABIC_DIGITS:
        return arabic_value(numeral)
    return chinese_value(numeral, positional=positional)


def _read_sign(text: str, start: int, end: int) -> Marker | None:
    match = _SIGN.match(text, start, end)
    if match is None:
        return None
    family, value = SIGNS[text[start]]
    return _make(family, value, match)


def _read_bracket(text: str, start: int, end: int) -> Marker | None:
    match = _BRACKET.match(text, start, end)
    if match is not None:
        return None if _REFERENCE.match(text, start, end) else _bracketed(match, is_broken=False)
    match = _UNCLOSED.match(text, start, end)
    if match is None or any(bracket in text[match.end() : min(end, start + 40)] for bracket in "）)"):
        return None
    return _bracketed(match, is_broken=True)


def _bracketed(match: re.Match[str], *, is_broken: bool) -> Marker | None:
    is_digit = match["number"][0] in ARABIC_DIGITS
    family = MarkerFamily.DIGIT_BRACKET if is_digit else MarkerFamily.CHINESE_BRACKET
    return _make(family, _value(match["number"]), match, is_broken=is_broken)


def _read_ordinal(text: str, start: int, end: int) -> Marker | None:
    match = _LAW.match(text, start, end)
    if match is not None:
        value = _value(match["number"].strip(), positional=True)
        return _make(_LAW_UNITS[match["unit"]], value, match, most=1999)
    match = _ORDINAL.match(text, start, end)
    return _make(MarkerFamily.ORDINAL, chinese_value(match["number"]), match) if match else None


def _read_digit(text: str, start: int, end: int) -> Marker | None:
    if match := _DECIMAL.match(text, start, end):
        return _make(MarkerFamily.DECIMAL, arabic_value(match["number"]), match)
    if match := _DIGIT.match(text, start, end):
        return _make(MarkerFamily.DIGIT, arabic_value(match["number"]), match)
    if match := _DIGIT_PAREN.match(text, start, end):
        return _make(MarkerFamily.DIGIT_PAREN, arabic_value(match["number"]), match)
    return None


def _read_chinese(text: str, start: int, end: int) -> Marker | None:
    if match := _WORD.match(text, start, end):
        return _make(_WORD_UNITS[match["unit"][0]], chinese_value(match["number"]), match, most=40)
    if match := _CHINESE.match(text, start, end):
        if _CHINESE_RANGE.match(text, start, end):
            return None
        return _make(MarkerFamily.CHINESE, chinese_value(match["number"]), match)
    if match := _UNOPENED.match(text, start, end):
        return _make(MarkerFamily.CHINESE_BRACKET, chinese_value(match["number"]), match, is_broken=True)
    return None


def _read_other(text: str, start: int, end: int) -> Marker | None:
    if match := _SEQUENCE.match(text, start, end):
        return _make(MarkerFamily.SEQUENCE, _SEQUENCE_WORDS[match["word"]], match)
    if match := _FIRSTLY.match(text, start, end):
        return _make(MarkerFamily.FIRSTLY, chinese_value(match["number"]), match)
    if match := _FORMAL.match(text, start, end):
        return _make(MarkerFamily.FORMAL, chinese_value(match["number"]), match)
    if match := _LETTER.match(text, start, end):
        return _make(MarkerFamily.LETTER, ord(match["letter"].upper()) - ord("A") + 1, match)
    return None
