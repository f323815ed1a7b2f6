"""Numbers that stand where no marker is read: items side by side in a line, items that begin with a figure.

Options of a question (A. …    B. …) are set in columns, and 「3.11月……」 reads as a decimal though 3. numbers
the line. Neither is missing, and neither is a defect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpuslint.corpus.document import Document, Span
from corpuslint.markers import Marker, MarkerFamily, written
from corpuslint.numerals import in_chinese

_REACH = 4000  # characters searched between two markers
_FIGURE = "[0-9０-９]"
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_SPACE = "[ \t\u3000\u00a0]"


def seen_between(
    document: Document, elder: Marker | None, marker: Marker, values: Iterable[int], start: int = 0
) -> set[int]:
    """The numbers of a list that stand between two of its markers, or from `start` on before its first."""
    first = start if elder is None else elder.span.end
    within = Span(max(first, marker.span.start - _REACH), marker.span.start)
    return {
        value
        for value in values
        if stands_beside(document, marker.family, value, within) is not None
        or (marker.family is MarkerFamily.DIGIT and _begins_with_figure(document, value, within))
    }


def stands_beside(document: Document, family: MarkerFamily, value: int, within: Span) -> Span | None:
    """The marker of a number that stands in a later column of a line."""
    pattern = _column_pattern(family, value)
    match = pattern.search(document.text, *within) if pattern is not None else None
    return Span(*match.span("at")) if match is not None else None


def _begins_with_figure(document: Document, value: int, within: Span) -> bool:
    """Whether a line begins with the number, a dot and a figure, and is not the first of 3.1 3.2 3.3."""
    if _figure_pattern(f"{value}[.．]{_FIGURE}").search(document.text, *within) is None:
        return False
    digits = (_figure_pattern(rf"{value}[.．]{sub}(?!{_FIGURE})") for sub in (1, 2))
    return not all(pattern.search(document.text, *within) for pattern in digits)


@lru_cache(maxsize=256)
def _figure_pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"^{_SPACE}{{0,8}}(?:{form}|{form.translate(_FULLWIDTH)})", re.MULTILINE)


@lru_cache(maxsize=256)
def _column_pattern(family: MarkerFamily, value: int) -> re.Pattern[str] | None:
    """How a marker stands in mid-line behind white space that sets columns apart."""
    if family is MarkerFamily.LETTER:
        letter = chr(ord("A") + value - 1)
        return re.compile(rf"(?<![A-Za-z0-9\n])(?P<at>[{letter}{letter.lower()}][.．、)）])")
    forms = {
        MarkerFamily.DIGIT: rf"{value}[.．、](?!{_FIGURE})",
        MarkerFamily.DIGIT_BRACKET: rf"[（(]{value}[）)]",
        MarkerFamily.DIGIT_PAREN: rf"{value}[)）]",
        MarkerFamily.CHINESE_BRACKET: rf"[（(]{in_chinese(value)}[）)]",
        MarkerFamily.CIRCLED: re.escape(written(MarkerFamily.CIRCLED, value)),
    }
    if family not in forms:
        return None
    # behind a full stop the white space is the indentation of a paragraph that was fused
    return re.compile(rf"(?<=[^\s。！？!?；;：:])(?:{_SPACE}{{2,40}}|\t)(?P<at>{forms[family]})")
