"""Markers fused into the text before them: missing at the lines' starts and found again inside a line.

The number that its siblings skip stands in mid-line, after a full stop or, where the gap is proof enough,
after any mark. Such a place is no gap in the numbering: it is told where the marker stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpuslint.corpus.document import Document, Span, remembered
from corpuslint.markers import WORD_FAMILIES, Marker, MarkerFamily, written
from corpuslint.numbering.columns import stands_beside
from corpuslint.numerals import ARABIC_DIGITS, CHINESE_NUMERALS, in_chinese
from corpuslint.outline import Part, Section
from corpuslint.runin import siblings_of

AFTER_STOP = r"(?<=[。！？!?”])[ \t　]{0,4}"
"""What a marker follows that opens or ends a list, where no gap proves that it is one."""
AFTER_MARK = r"(?:(?<=[。！？!?;；:：”）)])[ \t　]{0,4}|(?<=[ \t　]))"
_AFTER_ANY = "(?<![第至到和与及或、按照据依按条款])"  # a bracket needs no mark before it, only no reference
_ANYWHERE = f"(?<![{CHINESE_NUMERALS}{ARABIC_DIGITS}])"
_NO_REFERENCE = r"(?![ 　]?(?:[项款目条章节的规所之至到和与及或、，,）)]|[（(]))"
_MOST_FUSED = 4  # numbers looked for in one gap
_REACH = 20_000  # characters searched for a missing marker
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_FIGURES = (MarkerFamily.DIGIT, MarkerFamily.DIGIT_BRACKET)
_BRACKETED = (MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT_BRACKET)
# How a family writes a number in mid-line.
_FORMS = {
    MarkerFamily.CHINESE: "{chinese}[、.．](?!{chinese_any}[、产级线])",
    MarkerFamily.CHINESE_BRACKET: "[（(]{chinese}[）)]",
    MarkerFamily.DIGIT: "{digits}[.．、](?![0-9０-９])",
    MarkerFamily.DIGIT_BRACKET: "[（(]{digits}[）)]",
    MarkerFamily.CIRCLED: "{sign}",
    MarkerFamily.CHAPTER: "第{chinese}章",
    MarkerFamily.SECTION: "第{chinese}节",
    MarkerFamily.ARTICLE: "第{chinese}条",
    MarkerFamily.IS: "{chinese}是",
    MarkerFamily.MUST: "{chinese}要",
    MarkerFamily.ORDINAL: "第{chinese}[，、,]",
}


class Fused(NamedTuple):
    """A marker inside running text, its number, and the sibling at a line's start that shows it to be one.

    `is_first`: it opens the list, and the sibling is the second item.
    """

    span: Span
    family: MarkerFamily
    value: int
    sibling: Section
    is_first: bool = False


@remembered
def fused_markers(document: Document) -> tuple[Fused, ...]:
    """The markers of a document that were fused into the text before them, in order."""
    found: list[Fused] = []
    for part in document.outline.parts:
        for siblings in siblings_of(part):
            if siblings[0].marker.family in _FORMS and not _is_inline_list(siblings):
                found.extend(_in_list(document, part, siblings))
    return tuple(sorted(found, key=lambda fused: fused.span))


def _in_list(document: Document, part: Part, siblings: list[Section]) -> list[Fused]:
    """The fused markers of one list.

    Words number sentences: 一是 may stand behind the sentence that leads to the list, and a paragraph may
    hold two points. Only the one that stands so alone among its siblings is odd.
    """
    if siblings[0].marker.family not in WORD_FAMILIES:
        return [*_before_first(document, part, siblings[0]), *_between(document, part, siblings)]
    found = list(_between(document, part, siblings))
    return found if len(found) == 1 else []


def fused_between(document: Document, elder: Marker, marker: Marker) -> set[int]:
    """The numbers of a family that stand inside the text between two of its markers."""
    fused = fused_markers(document)
    first = bisect_left(fused, elder.span.end, key=lambda other: other.span.start)
    last = bisect_left(fused, marker.span.start, key=lambda other: other.span.start)
    return {other.value for other in fused[first:last] if other.family is marker.family}


def find_inside(
    document: Document, family: MarkerFamily, value: int, within: Span, before: str
) -> Span | None:
    """The marker of a number within a stretch of text, in mid-line, where it is no reference."""
    if family not in _FORMS:
        return None
    for match in _pattern(before, family, value).finditer(document.text, *within):
        block = document.block_at(match.start("at"))
        if block is not None and block.span.start != match.start("at"):
            return Span(*match.span("at"))
    return None


def _between(document: Document, part: Part, siblings: list[Section]) -> Iterator[Fused]:
    """The numbers that a list skips, and the one after its last."""
    for section, following in pairwise([*siblings, None]):
        assert section is not None
        start, value = section.marker.span.end, section.marker.value + 1
        if following is None:
            if not _runs_inline(section, siblings):
                yield from _after_last(document, part, section)
            continue
        end = document.blocks[following.block - 1].span.end
        before = AFTER_MARK
        if section.marker.family in _BRACKETED:
            before = _AFTER_ANY
        for missing in range(value, min(following.marker.value, value + _MOST_FUSED)):
            within = Span(max(start, end - _REACH), end)
            found = find_inside(document, section.marker.family, missing, within, before)
            if found is not None:
                if stands_beside(document, section.marker.family, missing, within) != found:
                    yield Fused(found, section.marker.family, missing, section)
                start = found.end


def _after_last(document: Document, part: Part, section: Section) -> Iterator[Fused]:
    """The number after a list's last, where no list of that form begins in the text under it."""
    family, value = section.marker.family, section.marker.value + 1
    end = document.blocks[min(section.end, part.end) - 1].span.end
    within = Span(section.marker.span.end, end)
    found = find_inside(document, family, value, within, AFTER_STOP)
    if found is not None and _pattern(_ANYWHERE, family, 1).search(document.text, *within) is None:
        yield Fused(found, family, value, section)


def _before_first(document: Document, part: Part, section: Section) -> Iterator[Fused]:
    """The first number of a list whose line starts begin with the second."""
    if section.marker.value != 2 or section.block == part.start:
        return
    above = part.start if section.parent is None else part.sections[section.parent].block
    first = document.blocks[min(above, section.block - 1)]
    within = Span(first.span.start, document.blocks[section.block - 1].span.end)
    found = find_inside(document, section.marker.family, 1, within, AFTER_STOP)
    if found is not None:
        yield Fused(found, section.marker.family, 1, section, is_first=True)


def _is_inline_list(siblings: list[Section]) -> bool:
    """Whether figures number a list within one line, as in 1.稳工业；2.扩投资."""
    marker = siblings[0].marker
    return len(siblings) == 1 and marker.value == 1 and marker.family in _FIGURES


def _runs_inline(section: Section, siblings: list[Section]) -> bool:
    """Whether a list may go on within the line of its first item, as 一是…二是… do."""
    is_first = section.marker.value < 2 or section is siblings[0]
    return section.marker.family in WORD_FAMILIES and is_first


@lru_cache(maxsize=256)
def _pattern(before: str, family: MarkerFamily, value: int) -> re.Pattern[str]:
    arabic = str(value)
    form = _FORMS[family].format(
        chinese=in_chinese(value),
        chinese_any="[一二三四五六七八九十]",
        digits=f"(?:{arabic}|{arabic.translate(_FULLWIDTH)})",
        sign=written(MarkerFamily.CIRCLED, value),
    )
    return re.compile(f"{before}(?P<at>{form}){_NO_REFERENCE}")
