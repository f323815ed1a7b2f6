"""The parts of a total as the sentence lists them: what introduces them, which they are, where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpuslint.corpus.document import Span
from corpuslint.expressions import late
from corpuslint.quantities.figure import Figure
from corpuslint.quantities.labels import have_traits

TOTAL_LAST = late(r"(?:共计|合计|总计)(?:达到?|为|有)?$")
COMPARED = late(r"增长|增加|减少|下降|比上|较上|比去|较去|同比|净增|提高|降低")
LISTED = 3  # parts from which on a list may be meant to be complete
MOST_PARTS = 24
_INTRODUCED = late(
    r"[一-鿿A-Za-z“”\"]{0,10}(?:[，,。；;（(]\s{0,2}其中[:：，,]?(?P<among>)|[，,]?分别[为是](?P<all>)|[:：（(])"
)
_SUBTOTAL = late(r"共[计有]|(?<![中公])共$|累计|合计|总[计数量额]|其中|[平人户]均|每|另|还有")
_TAIL = late(r"[一-鿿]{0,6}")
_STOPS = {"、": 0, "，": 1, ",": 1, "；": 2, ";": 2, "。": 3}


class Part(NamedTuple):
    """A figure of a list, and what it says it counts."""

    figure: Figure
    label: str


def introduction(
    text: str, sentence: Span, figures: Sequence[Figure], index: int
) -> tuple[re.Match[str] | None, int]:
    """What introduces the parts of a total, and the first of them: 281户、1078人。其中 has two totals."""
    for reached in range(index, min(index + 3, len(figures))):
        figure = figures[reached]
        if reached > index and (kind(figure) == kind(figures[index]) or figure.end - figures[index].end > 24):
            break
        if found := _INTRODUCED.match(text, figure.end, sentence.end):
            first = reached + 1
            while first < len(figures) and figures[first].span.start < found.end():
                first += 1
            is_near = first < len(figures) and figures[first].span.start - found.end() <= 24
            return (found, first) if is_near else (None, 0)
    return None, 0


def listed(text: str, figures: Sequence[Figure], total: Figure) -> list[Part]:
    """The figures of the total's unit that follow one another, with their labels; none if one is no count."""
    parts: list[Part] = []
    label, last = "", total
    for figure in figures:
        label = figure.label or tail(text, figure) or label
        is_part = kind(figure) == kind(total) or (not figure.unit and total.unit not in ("%", ""))
        if parts and is_part and _ends_list(text, parts, text[last.end : figure.span.start]):
            break
        last = figure
        if COMPARED.search(figure.label) or not is_part:
            continue
        if parts and _SUBTOTAL.search(figure.label):
            break
        if figure.is_loose:
            return []
        parts.append(Part(figure, label.strip()))
    return parts


def _ends_list(text: str, parts: Sequence[Part], separators: str) -> bool:
    """Whether a stronger stop stands here than the one between the first two parts."""
    if len(parts) == 1:
        return False
    first = text[parts[0].figure.end : parts[1].figure.span.start]
    return _strength(separators) > _strength(first)


def _strength(separators: str) -> int:
    """The strongest stop between two parts."""
    return max((_STOPS[stop] for stop in separators if stop in _STOPS), default=0)


def are_enumerated(text: str, parts: Sequence[Part]) -> bool:
    """Three parts or more that only 、 sets apart, none of which names a trait."""
    between = [text[one.figure.end : other.figure.span.start] for one, other in pairwise(parts)]
    is_long = len(parts) >= LISTED and all("、" in stop and not _strength(stop) for stop in between)
    return is_long and not have_traits([part.label.removeprefix("其中") for part in parts])


def is_repeated(total: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the total is given once more behind its parts (合计147个): then they are all."""
    return any(
        figure.value == total.value and kind(figure) == kind(total) and TOTAL_LAST.search(figure.label)
        for figure in figures
    )


def kind(figure: Figure) -> str:
    """What a figure counts by: 名 and 人 are the same people."""
    return "人" if figure.unit == "名" else figure.unit


def tail(text: str, figure: Figure) -> str:
    """The words behind a figure: what it counts, in 8名男性."""
    found = _TAIL.match(text, figure.end)
    return found[0] if found else ""
