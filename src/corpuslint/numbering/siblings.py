"""Numbers among siblings: skipped, written twice, out of order, or starting late."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.markers import LAW_FAMILIES, Marker, MarkerFamily, written
from corpuslint.numbering.defect import Defect, broken_start, marker_text
from corpuslint.numbering.fused import missing_places, missing_values
from corpuslint.outline import Part
from corpuslint.outline.nesting import Relation, Step, steps_by_list

_BRACKETED = (MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT_BRACKET)
_BROKEN_FIRST = late("[（(][一1１](?![）)])")
_SWAP_REACH = 12  # siblings within which a number that was skipped may still come
_SLICE_BLOCKS = 2  # a list that begins this close to a file's start was cut off, not misnumbered


def sibling_defects(document: Document) -> Iterator[Defect]:
    """Gaps, repeats, order and late starts of all numbered lists."""
    for part in document.outline.parts:
        for item in part.items:
            start = broken_start(document, item.marker)
            if start is not None:
                span = Span(start, item.marker.span.end)
                values = {"marker": "".join(document.slice(span).split())}
                yield Defect("gap", Hit(span, values, variant="broken"))
        lists = steps_by_list(part.steps)
        for step in part.steps:
            if step.relation is Relation.GAP:
                yield from _gap(document, part, step, lists[step.list])
            elif step.relation is Relation.REPEAT:
                yield from _repeat(document, part, step, lists[step.list])
            elif step.relation is Relation.BACK:
                yield _back(document, part, step)
            elif step.relation is Relation.START:
                yield from _start(document, part, step, is_alone=len(lists[step.list]) == 1)


def _gap(document: Document, part: Part, step: Step, siblings: Sequence[Step]) -> Iterator[Defect]:
    assert step.previous is not None
    marker = part.items[step.item].marker
    elder = part.items[step.previous].marker
    missing = missing_values(part, step)
    later = _later_values(part, step, siblings)
    if all(value in later for value in missing):
        return
    strays = _strays_near(part, step)
    between = [stray for stray in strays if elder.span.end <= stray.span.start < marker.span.start]
    if len(between) == len(missing):
        for stray, value in zip(between, missing, strict=True):
            expected = {"marker": marker_text(document, stray), "expected": written(marker.family, value)}
            yield Defect("order", Hit(stray.span, expected, variant="misnumbered"))
        return
    moved = {stray.value: stray for stray in strays if stray.value in missing}
    for value, stray in moved.items():
        shown = {"marker": marker_text(document, stray), "expected": written(marker.family, value - 1)}
        yield Defect("order", Hit(stray.span, shown, variant="moved", related=(Place(elder.span, "place"),)))
    places = missing_places(document, part, step)
    absent = [value for value in missing if value not in places and value not in later and value not in moved]
    related = (Place(elder.span, "previous"),)
    if absent:
        values = {
            "marker": marker_text(document, marker),
            "previous": marker_text(document, elder),
            "missing": "、".join(written(marker.family, value).rstrip("、.") for value in absent),
        }
        yield Defect("gap", Hit(marker.span, values, related=related))
    for place in places.values():
        if place.is_broken:
            values = {"marker": "".join(document.slice(place.span).split())}
            yield Defect("gap", Hit(place.span, values, variant="broken", related=related))


def _strays_near(part: Part, step: Step) -> list[Marker]:
    """The markers of the same family around an item that fit in no list: misnumbered or moved."""
    family = part.items[step.item].marker.family
    near = part.steps[max(0, step.item - _SWAP_REACH) : step.item + _SWAP_REACH]
    markers = [part.items[other.item].marker for other in near if other.relation is Relation.STRAY]
    return [marker for marker in markers if marker.family is family]


def _later_values(part: Part, step: Step, siblings: Sequence[Step]) -> set[int]:
    """The numbers of the same list that come later than they should, within the reach of a swap."""
    position = bisect_right(siblings, step.item, key=lambda sibling: sibling.item)
    return {
        part.items[sibling.item].marker.value
        for sibling in siblings[position : position + _SWAP_REACH]
        if sibling.relation is Relation.BACK
    }


def _repeat(document: Document, part: Part, step: Step, siblings: Sequence[Step]) -> Iterator[Defect]:
    assert step.previous is not None
    position = bisect_right(siblings, step.item, key=lambda sibling: sibling.item) - 1
    elder_step = siblings[position - 1]
    if elder_step.relation is Relation.GAP and len(missing_values(part, elder_step)) == 1:
        return  # 二 四 四 五: the first 四 should be 三, and is reported as what skips it
    marker = part.items[step.item].marker
    elder = part.items[step.previous].marker
    values = {"marker": marker_text(document, marker), "expected": written(marker.family, marker.value + 1)}
    yield Defect("repeat", Hit(marker.span, values, related=(Place(elder.span, "first"),)))


def _back(document: Document, part: Part, step: Step) -> Defect:
    assert step.previous is not None
    marker = part.items[step.item].marker
    elder = part.items[step.previous].marker
    values = {"marker": marker_text(document, marker), "previous": marker_text(document, elder)}
    return Defect("order", Hit(marker.span, values, related=(Place(elder.span, "previous"),)))


def _start(document: Document, part: Part, step: Step, *, is_alone: bool) -> Iterator[Defect]:
    item = part.items[step.item]
    marker = item.marker
    if marker.family is MarkerFamily.ARTICLE or (
        item.block < _SLICE_BLOCKS and part.start == 0 and not _has_title_above(part, item.block)
    ):
        return
    if marker.family in LAW_FAMILIES and _is_slice(part):
        return
    if is_alone and marker.family not in (MarkerFamily.CHINESE, MarkerFamily.CHINESE_BRACKET, *LAW_FAMILIES):
        return
    if _runs_on(part, step):
        return
    places = missing_places(document, part, step)
    if _has_broken_first(document, part, step):
        return
    if marker.value - 1 in places and not places[marker.value - 1].is_broken:
        return
    values = {"marker": marker_text(document, marker), "first": written(marker.family, 1)}
    yield Defect("start", Hit(marker.span, values))


def _has_title_above(part: Part, index: int) -> bool:
    """Whether a title stands above an item: then nothing was cut off before it."""
    return any(title.index < index for title in part.title)


def _has_broken_first(document: Document, part: Part, step: Step) -> bool:
    """Whether the first item stands before a second one with a bracket that is never closed: （一抓好…."""
    item = part.items[step.item]
    if item.marker.value != 2 or item.marker.family not in _BRACKETED:
        return False
    above = part.items[step.parent].block if step.parent is not None else part.start
    return any(
        block.marker is None and _BROKEN_FIRST.match(document.text, *block.span) is not None
        for block in document.blocks[above : item.block]
    )


def _runs_on(part: Part, step: Step) -> bool:
    """Whether numbers run on through the chapters, as articles do: 三、 before 第二章, 四、 after it."""
    marker = part.items[step.item].marker
    chapter = False
    for item in reversed(part.items[: step.item]):
        if item.marker.family in LAW_FAMILIES:
            chapter = True
        elif item.marker.family is marker.family:
            return chapter and item.marker.value == marker.value - 1
    return False


def _is_slice(part: Part) -> bool:
    """Whether the articles of a law do not begin at 第一条: a code split over files."""
    for item in part.items:
        if item.marker.family is MarkerFamily.ARTICLE:
            return item.marker.value != 1
    return False
