"""Markers that a line end cuts in two: （ and 三） on the next line, 三 and 、 on the next."""

from __future__ import annotations

import re
from functools import lru_cache

from corpuslint.corpus.document import Document, Span
from corpuslint.markers import Marker, MarkerFamily
from corpuslint.numerals import in_chinese

_BREAK_LIMIT = 8  # characters of white space over which a marker may be broken
_REACH = 20_000  # characters searched for a missing marker
_SPACE = r"[ \t　]{0,4}"
_CUT = rf"{_SPACE}(?:\r?\n){{1,3}}{_SPACE}"


def broken_start(document: Document, marker: Marker) -> int | None:
    """Where the opening bracket stands that a line end cut off from its marker, if one did."""
    if not marker.is_broken or document.text[marker.span.start] in "（(":
        return None
    before = document.text[max(0, marker.span.start - _BREAK_LIMIT) : marker.span.start]
    kept = before.rstrip(" \t\u3000\r\n")
    if not kept or kept[-1] not in "（(" or "\n" not in before[len(kept) :]:
        return None
    return marker.span.start - len(before) + len(kept) - 1


def find_broken(document: Document, family: MarkerFamily, value: int, within: Span) -> Span | None:
    """The marker of a number that is cut by a line end within a stretch of text."""
    pattern = _pattern(family, value)
    if pattern is None:
        return None
    match = pattern.search(document.text, max(within.start, within.end - _REACH), within.end)
    return Span(*match.span()) if match is not None else None


@lru_cache(maxsize=256)
def _pattern(family: MarkerFamily, value: int) -> re.Pattern[str] | None:
    number = str(value) if family is MarkerFamily.DIGIT_BRACKET else in_chinese(value)
    if family is MarkerFamily.CHINESE:
        return re.compile(rf"(?<=\n){number}{_CUT}[、.．]")
    if family in (MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT_BRACKET):
        return re.compile(rf"[（(](?:{_CUT}{number}{_SPACE}|{number}{_CUT})[）)]")
    return None
