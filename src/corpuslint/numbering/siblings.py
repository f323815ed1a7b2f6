"""Numbers among siblings: skipped, written twice, out of order, or starting late."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.markers import LAW_FAMILIES, Marker, MarkerFamily
from corpuslint.numbering.broken import broken_start, find_broken
from corpuslint.numbering.columns import seen_between
from corpuslint.numbering.defect import Defect, like, marker_text
from corpuslint.numbering.fused import AFTER_MARK, find_inside, fused_between
from corpuslint.numbering.lookalikes import likenesses, likenesses_between
from corpuslint.numbering.unnumbered import heading_between, unnumbered
from corpuslint.outline import Part
from corpuslint.outline.nesting import Relation, Step, steps_by_list

_BRACKETED = (MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT_BRACKET)
_BROKEN_FIRST = late("[（(][一1１](?![）)])")
_STRAY_REACH = 60  # markers around one that fits nowhere, among which its list is looked for
_MOST_MISSING = 9
_REACH = 20_000  # characters searched for a marker above the one a list starts with
_SWAP_REACH = 12  # siblings within which a number that was skipped may still come
_SLICE_BLOCKS = 2  # a list that begins this close to a file's start was cut off, not misnumbered


def sibling_defects(document: Document) -> Iterator[Defect]:
    """Gaps, repeats, order and late starts of all numbered lists."""
    for part in document.outline.parts:
        for item in part.items:
            start = broken_start(document, item.marker)
            if start is not None:
                yield _broken(document, Span(start, item.marker.span.end))
        lists = steps_by_list(part.steps)
        for step in part.steps:
            yield from _judge(document, part, step, lists[step.list])


def _judge(document: Document, part: Part, step: Step, siblings: Sequence[Step]) -> Iterator[Defect]:
    match step.relation:
        case Relation.GAP:
            yield from _gap(document, part, step, siblings)
        case Relation.REPEAT:
            yield from _repeat(document, part, step, siblings)
        case Relation.BACK:
            yield _back(document, part, step, siblings)
        case Relation.MISTYPED:
            yield _mistyped(document, part, step, siblings)
        case Relation.STRAY:
            yield from _stray(document, part, step)
        case Relation.START:
            yield from _start(document, part, step, is_alone=len(siblings) == 1)


def _gap(document: Document, part: Part, step: Step, siblings: Sequence[Step]) -> Iterator[Defect]:
    """Numbers that a list skips, unless they stand elsewhere: out of their place, or in the text before."""
    assert step.previous is not None
    missing = missing_values(part, step)
    swapped = _swapped_first(part, step, siblings)
    if swapped is not None:
        yield _exchanged(document, swapped, part.items[step.previous].marker)
        return
    position = bisect_right(siblings, step.item, key=lambda sibling: sibling.item)
    if len(missing) == 1 and position < len(siblings) and siblings[position].relation is Relation.REPEAT:
        yield _mistyped(document, part, step, siblings)
        return
    elsewhere = _later_values(part, siblings[position : position + _SWAP_REACH])
    for stray in _strays_near(part, step):
        if stray.value in missing:
            elsewhere.add(stray.value)
            yield _moved(document, stray, part.items[step.previous].marker)
    elder, marker = part.items[step.previous].marker, part.items[step.item].marker
    elsewhere |= fused_between(document, elder, marker) | likenesses_between(document, elder, marker)
    elsewhere |= seen_between(document, elder, marker, missing)
    within = Span(elder.span.end, marker.span.start)
    cuts = {value: find_broken(document, marker.family, value, within) for value in missing}
    absent = [value for value in missing if cuts[value] is None and value not in elsewhere]
    place = heading_between(document, part, step) if len(absent) == 1 else None
    if place is not None:
        yield unnumbered(document, place, elder, absent[0])
    elif absent:
        yield _missing(document, part, step, siblings, absent)
    for cut in filter(None, cuts.values()):
        yield _broken(document, cut, (Place(elder.span, "previous"),))


def _broken(document: Document, span: Span, related: tuple[Place, ...] = ()) -> Defect:
    values = {"marker": "".join(document.slice(span).split())}
    return Defect("gap", Hit(span, values, "broken", related))


def _missing(
    document: Document, part: Part, step: Step, siblings: Sequence[Step], absent: Sequence[int]
) -> Defect:
    assert step.previous is not None
    marker, elder = part.items[step.item].marker, part.items[step.previous].marker
    families = Counter(part.items[sibling.item].marker.family for sibling in siblings)
    usual = elder if elder.family is families.most_common(1)[0][0] else marker
    values = {
        "marker": marker_text(document, marker),
        "previous": marker_text(document, elder),
        "missing": "、".join(like(document, usual, value).rstrip("、.．") for value in absent),
    }
    return Defect("gap", Hit(marker.span, values, related=(Place(elder.span, "previous"),)))


def _swapped_first(part: Part, step: Step, siblings: Sequence[Step]) -> Marker | None:
    """The second item of a list that stands before the first: 二、 一、 三、."""
    first = siblings[0]
    if first.relation is not Relation.RESTART or step is not siblings[1] or first.previous is None:
        return None
    before = part.items[first.previous].marker
    is_alone = part.steps[first.previous].relation is Relation.START
    return before if is_alone and step.due == before.value == 2 else None


def _exchanged(document: Document, marker: Marker, other: Marker) -> Defect:
    """Two neighbours in each other's place; told at the one that stands first."""
    values = {"marker": marker_text(document, marker), "next": marker_text(document, other)}
    return Defect("order", Hit(marker.span, values, "exchanged", (Place(other.span, "next"),)))


def _moved(document: Document, marker: Marker, elder: Marker) -> Defect:
    values = {
        "marker": marker_text(document, marker),
        "expected": like(document, marker, marker.value - 1),
    }
    return Defect("order", Hit(marker.span, values, "moved", (Place(elder.span, "place"),)))


def _mistyped(document: Document, part: Part, step: Step, siblings: Sequence[Step]) -> Defect:
    """A wrong number for the one that was due; where a neighbour has that number, it stands twice."""
    marker = part.items[step.item].marker
    values = {"marker": marker_text(document, marker), "expected": like(document, marker, step.due)}
    position = bisect_right(siblings, step.item, key=lambda sibling: sibling.item)
    for neighbours, variant, note in (
        (siblings[max(0, position - 2) : position - 1], "", "first"),
        (siblings[position : position + 1], "early", "again"),
    ):
        twins = [part.items[other.item].marker for other in neighbours]
        if twins and twins[0].value == marker.value:
            return Defect("repeat", Hit(marker.span, values, variant, (Place(twins[0].span, note),)))
    return Defect("order", Hit(marker.span, values, "misnumbered"))


def _stray(document: Document, part: Part, step: Step) -> Iterator[Defect]:
    """A number far from those around it; in figures it may be a page number or a measure."""
    marker = part.items[step.item].marker
    if marker.family not in (MarkerFamily.CHINESE, MarkerFamily.CHINESE_BRACKET):
        return
    before = _nearest(part, step, part.steps[max(0, step.item - _STRAY_REACH) : step.item][::-1])
    near = part.steps[step.item + 1 : step.item + 1 + _STRAY_REACH]
    after = _nearest(part, step, near)
    if before is None or marker.value < part.items[before.item].marker.value:
        return
    elder = part.items[before.item].marker
    if after is None or after.list != before.list:
        absent = range(elder.value + 1, marker.value)
        if 0 < len(absent) <= _MOST_MISSING:
            step = step._replace(previous=before.item, due=elder.value + 1)
            yield _missing(document, part, step, (before,), absent)
    elif not any(
        marker.value in missing_values(part, other) for other in part.steps[step.item :][:_STRAY_REACH]
    ):
        later = [part.items[other.item].marker for other in near if other.list == before.list]
        place = next((other for other in later if other.value == marker.value - 1), None)
        if place is not None:
            yield _moved(document, marker, place)
        else:
            values = {"marker": marker_text(document, marker), "previous": marker_text(document, elder)}
            yield Defect("order", Hit(marker.span, values, "outside", (Place(elder.span, "previous"),)))


def _nearest(part: Part, step: Step, steps: Sequence[Step]) -> Step | None:
    """The first of the steps whose marker is of the same family, and of a list."""
    family = part.items[step.item].marker.family
    same = (other for other in steps if part.items[other.item].marker.family is family)
    return next((other for other in same if other.relation is not Relation.STRAY), None)


def _strays_near(part: Part, step: Step) -> list[Marker]:
    """The markers of the same family around an item that fit in no list."""
    family = part.items[step.item].marker.family
    near = part.steps[max(0, step.item - _SWAP_REACH) : step.item + _SWAP_REACH]
    markers = [part.items[other.item].marker for other in near if other.relation is Relation.STRAY]
    return [marker for marker in markers if marker.family is family]


def _later_values(part: Part, later: Sequence[Step]) -> set[int]:
    """The numbers of the same list that come later than they should."""
    return {part.items[step.item].marker.value for step in later if step.relation is Relation.BACK}


def _repeat(document: Document, part: Part, step: Step, siblings: Sequence[Step]) -> Iterator[Defect]:
    assert step.previous is not None
    position = bisect_right(siblings, step.item, key=lambda sibling: sibling.item) - 1
    elder_step = siblings[position - 1]
    if elder_step.relation is Relation.GAP and len(missing_values(part, elder_step)) == 1:
        return  # 二 四 四 五: the first 四 should be 三, and is reported as what skips it
    marker = part.items[step.item].marker
    elder = part.items[step.previous].marker
    values = {"marker": marker_text(document, marker), "expected": like(document, marker, step.due)}
    yield Defect("repeat", Hit(marker.span, values, related=(Place(elder.span, "first"),)))


def _back(document: Document, part: Part, step: Step, siblings: Sequence[Step]) -> Defect:
    assert step.previous is not None
    marker = part.items[step.item].marker
    elder = part.items[step.previous].marker
    position = bisect_right(siblings, step.item, key=lambda sibling: sibling.item) - 1
    if missing_values(part, siblings[position - 1])[-1:] == (marker.value,):
        return _exchanged(document, elder, marker)
    values = {"marker": marker_text(document, marker), "previous": marker_text(document, elder)}
    return Defect("order", Hit(marker.span, values, related=(Place(elder.span, "previous"),)))


def _start(document: Document, part: Part, step: Step, *, is_alone: bool) -> Iterator[Defect]:
    item = part.items[step.item]
    marker = item.marker
    if marker.family is MarkerFamily.ARTICLE or (
        step.parent is None
        and item.block < _SLICE_BLOCKS
        and part.start == 0
        and not _has_title_above(part, item.block)
    ):
        return
    if marker.family in LAW_FAMILIES and _is_slice(part):
        return
    if is_alone and marker.family not in (MarkerFamily.CHINESE, MarkerFamily.CHINESE_BRACKET, *LAW_FAMILIES):
        return
    if _runs_on(part, step):
        return
    if _has_broken_first(document, part, step) or _runs_from_inside(document, part, step):
        return
    if any(sample == marker and found.value == 1 for found, sample in likenesses(document)):
        return
    values = {"marker": marker_text(document, marker), "first": like(document, marker, 1)}
    yield Defect("start", Hit(marker.span, values))


def _runs_from_inside(document: Document, part: Part, step: Step) -> bool:
    """Whether the number before that of a list's first line stands inside the text above."""
    marker = part.items[step.item].marker
    start = part.items[step.item - 1].marker.span.end if step.item else document.blocks[part.start].span.start
    within = Span(max(start, marker.span.start - _REACH), marker.span.start)
    if find_inside(document, marker.family, marker.value - 1, within, AFTER_MARK) is not None:
        return True
    return bool(seen_between(document, None, marker, (marker.value - 1,), within.start))


def missing_values(part: Part, step: Step) -> tuple[int, ...]:
    """The numbers that should have come between a marker and its elder sibling."""
    if step.relation is not Relation.GAP:
        return ()
    return tuple(range(step.due, part.items[step.item].marker.value))[:_MOST_MISSING]


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
