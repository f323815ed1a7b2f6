"""Markers that cannot be read as the number that is due: 王、 for 三、, （—） for （一）, 四 without its 、.

Where a list skips a number, or begins late, that number may stand there in another shape: as a character
that looks like it, with a sign that is no separator, or as a lone marker of another style. Such a place is
no gap: it is told where the marker stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpuslint.corpus.document import Block, BlockKind, Document, Span, remembered
from corpuslint.markers import WORD_FAMILIES, Marker, MarkerFamily
from corpuslint.numerals import in_chinese
from corpuslint.outline import Part
from corpuslint.outline.nesting import Step, steps_by_list

# What scanners and keyboards put for a numeral.
_SHAPES = {
    1: "—－–ー一-⼀─",
    2: "＝=ニ工⼆",
    3: "≡王Ξミ",
    4: "西匹囗",
    5: "王玉",
    6: "大",
    7: "匕士",
    8: "人入⼋",
    9: "丸几",
    10: "＋+什",
}
_FIGURES = {1: "lIi|｜", 10: "lOIO"}
_REACH = 300  # blocks searched for one missing number
_LONGEST = 40  # characters of a heading whose number lacks its separator
_STOPS = "。；;！？!?"
_FORMS = (MarkerFamily.CHINESE, MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT)


class Likeness(NamedTuple):
    """A place where a number stands in another shape: its kind is `shape`, `sign` or `style`."""

    span: Span
    value: int
    kind: str


class Missing(NamedTuple):
    """A number that a list lacks, and between which blocks it should stand; `sample` is one of the list."""

    value: int
    sample: Marker
    start: int
    end: int


def find_likeness(document: Document, part: Part, missing: Missing) -> Likeness | None:
    """Where a missing number of a list stands in another shape, if it does."""
    family, value = missing.sample.family, missing.value
    if family not in _FORMS or value < 1:
        return None
    start, end = max(missing.start, part.start), min(missing.end, part.end)
    for block in document.blocks[max(start, end - _REACH) : end]:
        if block.marker is not None:
            if _is_lone_style(document, part, block, missing):
                return Likeness(block.marker.span, value, "style")
            continue
        for kind, pattern in _patterns(family, value):
            match = pattern.match(document.text, *block.span)
            if match is not None and (kind == "shape" or _is_heading(document, block)):
                return Likeness(Span(*match.span("at")), value, kind)
    return None


def _is_heading(document: Document, block: Block) -> bool:
    line = document.slice(block.span)
    return len(line) <= _LONGEST and not any(stop in line for stop in _STOPS)


def _is_lone_style(document: Document, part: Part, block: Block, missing: Missing) -> bool:
    """Whether a marker of another style bears the number, over text, and is the only one of its list."""
    marker = block.marker
    if marker is None or marker.value != missing.value:
        return False
    if marker.family in (missing.sample.family, MarkerFamily.LETTER):
        return False
    is_title = block.kind is BlockKind.HEADING or _is_heading(document, block)
    if not is_title or block.span.end - marker.span.end < 2:
        return False
    if marker.family in WORD_FAMILIES:
        between = document.blocks[missing.start : missing.end]
        alike = Counter(other.marker.family for other in between if other.marker is not None)
        return alike[marker.family] == 1
    return _lengths(document)[marker.span.start] == 1


@remembered
def _lengths(document: Document) -> Counter[int]:
    """How many items the list of a marker has, by the offset of the marker."""
    lengths: Counter[int] = Counter()
    for part in document.outline.parts:
        for steps in steps_by_list(part.steps).values():
            for step in steps:
                lengths[part.items[step.item].marker.span.start] = len(steps)
    return lengths


@remembered
def likenesses(document: Document) -> tuple[tuple[Likeness, Marker], ...]:
    """All the places of a document, each with a marker of the list it belongs to."""
    found: list[tuple[Likeness, Marker]] = []
    for part in document.outline.parts:
        ends = {section.block: section.end for section in part.sections}
        for steps in steps_by_list(part.steps).values():
            found.extend(_in_list(document, part, steps, ends))
    return tuple(found)


def likenesses_between(document: Document, elder: Marker, marker: Marker) -> set[int]:
    """The numbers of a list that stand in another shape between two of its markers."""
    return {
        found.value
        for found, sample in likenesses(document)
        if sample.family is elder.family and elder.span.end <= found.span.start < marker.span.start
    }


def _in_list(
    document: Document, part: Part, steps: Sequence[Step], ends: Mapping[int, int]
) -> Iterator[tuple[Likeness, Marker]]:
    for missing in _missing(part, steps, ends):
        likeness = find_likeness(document, part, missing)
        if likeness is not None:
            yield likeness, missing.sample


def _missing(part: Part, steps: Sequence[Step], ends: Mapping[int, int]) -> Iterator[Missing]:
    """The numbers a list lacks before its first item, between two of them and after the last."""
    items = [part.items[step.item] for step in steps]
    first = items[0]
    above = part.items[steps[0].parent].block + 1 if steps[0].parent is not None else part.start
    if 1 < first.marker.value <= 3:
        before = part.items[steps[0].item - 1].block + 1 if steps[0].item else above
        for value in range(1, first.marker.value):
            start = above if value == first.marker.value - 1 else min(above, before)
            yield Missing(value, first.marker, start, first.block)
    for item, following in pairwise(items):
        for value in range(item.marker.value + 1, min(following.marker.value, item.marker.value + 4)):
            yield Missing(value, item.marker, item.block + 1, following.block)
    last = items[-1]
    yield Missing(last.marker.value + 1, last.marker, last.block + 1, ends.get(last.block, last.block + 1))


@lru_cache(maxsize=256)
def _patterns(family: MarkerFamily, value: int) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a number may be disfigured at the beginning of a line: by its shape, or by its sign."""
    numeral = in_chinese(value)
    shapes = "".join(map(re.escape, _SHAPES.get(value, "")))
    found: list[tuple[str, str]] = []
    if family is MarkerFamily.CHINESE:
        found.append(("sign", rf"(?P<at>{numeral}(?:[ \t\u3000\u00a0]{{1,2}}|[・•·‧﹒;；]))(?=[一-鿿“0-9])"))
        if shapes:
            found.append(("shape", rf"(?P<at>[{shapes}][、])(?=[一-鿿“0-9])"))
    elif family is MarkerFamily.CHINESE_BRACKET:
        found.append(("sign", rf"(?P<at>[\[〔【［{{（(]{numeral}[\]〕】］}}）)])(?=[一-鿿“])"))
        if shapes:
            found.append(("shape", rf"(?P<at>[（(][{shapes}][）)])"))
    else:
        found.append(("sign", rf"(?P<at>[.．、]?{value}(?:[ \t\u3000]{{1,4}}|[・•·;；]))(?=[一-鿿“])"))
        if value in _FIGURES:
            found.append(("shape", rf"(?P<at>[{re.escape(_FIGURES[value])}][、.．])(?=[一-鿿“])"))
    return tuple((kind, re.compile(pattern)) for kind, pattern in found)
