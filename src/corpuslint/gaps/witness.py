"""What the text itself says elsewhere with a number, or with a name in full, and says here without.

全市2023年卫生 is a witness against 全市年卫生, 不少于2次。 against 不少于次。, 温大勇 against 温强调.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpuslint.corpus.document import Span
from corpuslint.prose.grammar import is_han

_AROUND = 2  # characters either side of a number that make its place recognisable
_BEFORE_STOP = 3  # characters before it where a stop follows the unit
_STOPS = "，。；、,;"
_ENDS_WORDS = "年月类种期级条处所座批届家"  # 企业30家， is no witness against the word 企业家，
_STYLE = 5  # lone surnames that are no slips: a history calls its people so throughout
_ELIDED = ("一", "1")  # 一 before a measure word is often left out: 是个大国 for 是一个大国
_NO_CONTEXT = frozenset(
    "〇零一二三四五六七八九十百千万亿两几数多余来半第每各这那本上下当同今明后前去某该此近"
)
_NO_SURNAME = "(?!(?<=[严高])要求|(?<=严)格|(?<=[胡常])说)"  # 严格 is no name with a verb
_SUBJECT = (
    "指出|强调|提出|要求|说|同志|在今年|在全|在讲话|来我|到我|的讲话|的重要讲话|对我|主持|充分肯定|视察"
)
_OFFICE = "书记|总理|主席|主任|[省市县区局部]长"


class Witnessed(NamedTuple):
    """A place that lacks something, and the place that has it."""

    span: Span
    complete: Span


def valued_elsewhere(text: str, units: tuple[str, ...]) -> Iterator[Witnessed]:
    """Places where the words around a number stand without it."""
    valued: dict[str, Span] = {}
    for match in _with_number(units).finditer(text):
        start = match.start() - _context(match)
        words = text[max(0, start) : match.start()]
        if match["number"] not in _ELIDED and start >= 0 and all(map(_identifies, words)):
            valued.setdefault(words + _ending(match), Span(start, _end(match)))
    if not valued:
        return
    for match in _without_number(units).finditer(text):
        start = max(0, match.start() - _context(match))
        complete = valued.get(text[start : match.start()] + _ending(match))
        if complete is not None:
            yield Witnessed(Span(start, _end(match)), complete)


def cut_names(text: str, surnames: str) -> Iterator[Witnessed]:
    """A lone surname as the subject of a clause, where the text has a name that begins with it."""
    lone: dict[str, list[Span]] = {}
    for match in _surname(surnames).finditer(text):
        lone.setdefault(match["surname"], []).append(Span(*match.span()))
    for surname, spans in lone.items():
        if len(spans) <= _STYLE and (full := _full_name(text, surname)) is not None:
            yield from (Witnessed(span, full) for span in spans)


@cache
def _with_number(units: tuple[str, ...]) -> re.Pattern[str]:
    digits = "0-9一二三四五六七八九十"  # the first of them alone, so that a search skips all other text
    number = rf"(?P<number>[{digits}][{digits}.]{{0,11}}[余多]?)"
    return re.compile(number + _unit(units))


@cache
def _without_number(units: tuple[str, ...]) -> re.Pattern[str]:
    """A unit that no number stands before: most do, and are passed over by the search."""
    alone = (f"{unit}(?<=[一-鿿]{unit})(?<![{''.join(sorted(_NO_CONTEXT))}]{unit})" for unit in units)
    return re.compile(_unit(tuple(alone)))


def _unit(units: tuple[str, ...]) -> str:
    """A unit and what follows it: two Chinese characters, or the stop that ends the clause."""
    following = rf"(?=(?P<after>[一-鿿]{{{_AROUND}}}|(?<![{_ENDS_WORDS}])[{_STOPS}]))"
    return rf"(?P<unit>{'|'.join(units)}){following}"


def _context(match: re.Match[str]) -> int:
    """How many characters before the number or the unit have to agree."""
    return _BEFORE_STOP if match["after"] in _STOPS else _AROUND


def _ending(match: re.Match[str]) -> str:
    """The unit and what follows it, all stops being one."""
    return match["unit"] + ("，" if match["after"] in _STOPS else match["after"])


def _end(match: re.Match[str]) -> int:
    """Where the words end that identify a place; a stop is not one of them."""
    return match.end() if match["after"] in _STOPS else match.end("after")


def _identifies(character: str) -> bool:
    return is_han(character) and character not in _NO_CONTEXT


@cache
def _surname(surnames: str) -> re.Pattern[str]:
    """The surname first and what stands before it after: a search skips all other text."""
    before = "[，。；：“”、\n,;:]"
    return re.compile(rf"(?P<surname>[{surnames}])(?<={before}.){_NO_SURNAME}(?:{_SUBJECT})")


def _full_name(text: str, surname: str) -> Span | None:
    """The first name with that surname before an office or a verb of saying, or after an office."""
    name = rf"(?P<name>{surname}(?!{_SUBJECT})[一-鿿]{{1,2}})(?={_SUBJECT}|{_OFFICE}|[在作对就、，])"
    match = re.search(
        rf"(?<![一-鿿]){name}|(?:{_OFFICE}|国务院|同志){name.replace('<name>', '<other>')}", text
    )
    if match is None:
        return None
    return Span(*match.span("name" if match["name"] else "other"))
