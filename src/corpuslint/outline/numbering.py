"""The cheapest reading of a document's numbering.

A reading gives every marker a place in a list of siblings. Lists nest as the document nests them; GB/T 9704
7.3.3 (一、 → （一） → 1. → （1）) only breaks ties. What a careful writer does not do (skip a number, write
one twice, start again under the same parent) costs something, and the cheapest reading is kept: a beam search
over stacks of open lists, so that one wrong marker is blamed once and not for all that follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.markers import LAW_FAMILIES, Marker, MarkerFamily
from corpuslint.outline.nesting import RANKS, Item, Relation, Step

_WIDTH = 8  # readings kept
_MARGIN = 7.0  # readings dearer than the best by more than this are dropped
_MOST_MISSING = 6
_TOP_FAMILIES = LAW_FAMILIES - {MarkerFamily.ARTICLE}

# What each departure from 一 二 三 costs; only the order of the sums matters.
_GAP, _GAP_WIDER, _GAP_WIDEST = 3.0, 0.5, 2.0  # a skipped number, each further one, the most these add
_REPEAT, _REPEAT_FIRST = 3.0, 2.3  # a number written twice; the first one, right after itself
_BACK, _FILLED, _FILLED_ONE = 3.5, 3.0, 0.6  # a smaller number; one of those skipped; the only one skipped
_RESUMED = 0.4  # a closed list that goes on under another parent
_START = 3.4  # a list that does not begin at 1
_STYLE = 3.0  # the right number in another family
_STRAY = 4.0  # a marker of no list
_RESTART, _RESTART_TOLD = 2.4, 0.3  # 1 again under the same parent; with a heading or an announcement before
_INVERTED, _INVERTED_AGAIN = 1.2, 0.2  # a family inside one that usually stands below it; once it has been
_NESTED, _NESTED_TOLD = 3.0, 0.5  # a family inside itself


class _Frame(NamedTuple):
    """An open list: the family and value of its last regular item, and the numbers it skipped.

    `other` is a second family its items are written in, where one of the two is a slip; `repeats` counts the
    times the last number was written again, `runs_on` says that the list has gone on under another parent.
    """

    family: MarkerFamily
    value: int
    item: int
    list: int
    length: int
    missing: tuple[int, ...] = ()
    other: MarkerFamily | None = None
    repeats: int = 0
    runs_on: bool = False


class _Run(NamedTuple):
    """The last item of a family, whose list may have been closed since."""

    family: MarkerFamily
    value: int
    item: int
    list: int
    runs_on: bool
    parent: MarkerFamily | None


class _Trail(NamedTuple):
    """The steps of a reading, the last first."""

    step: Step
    before: _Trail | None


class _State(NamedTuple):
    """A reading so far: its cost, the open lists from the top down, the last item of each family."""

    cost: float
    stack: tuple[_Frame, ...]
    running: tuple[_Run, ...]
    trail: _Trail | None


def read_nesting(items: Sequence[Item]) -> list[Step]:
    """The cheapest reading, one step an item, in order."""
    states = [_State(0.0, (), (), None)]
    for index, item in enumerate(items):
        following: dict[object, _State] = {}
        for state in states:
            for candidate in _readings(state, index, item):
                key = _key(candidate)
                known = following.get(key)
                if known is None or candidate.cost < known.cost:
                    following[key] = candidate
        ordered = sorted(following.values(), key=lambda state: state.cost)
        limit = ordered[0].cost + _MARGIN
        states = [state for state in ordered[:_WIDTH] if state.cost <= limit]
    steps: list[Step] = []
    trail = states[0].trail
    while trail is not None:
        steps.append(trail.step)
        trail = trail.before
    return steps[::-1]


def _key(state: _State) -> object:
    return tuple((frame.family, frame.value, frame.list) for frame in state.stack)


def _readings(state: _State, index: int, item: Item) -> Iterator[_State]:
    """Every way to read an item after a state."""
    family = item.marker.family
    depths = [depth for depth, frame in enumerate(state.stack) if family in (frame.family, frame.other)]
    if depths and depths[-1] == len(state.stack) - 1 and _is_plain_next(state.stack[-1], item.marker):
        # the plain successor of the innermost list is never anything else
        yield _advance(state, index, item, depths[-1], Relation.NEXT, 0.0)
        return
    for depth in depths:
        yield from _continued(state, index, item, depth)
    if not depths:
        yield from _opened(state, index, item)
    elif item.marker.value == 1 and (item.is_led or depths[-1] < len(state.stack) - 1):
        yield _pushed(
            state, index, item, state.stack, Relation.FIRST, _NESTED_TOLD if item.is_led else _NESTED
        )
    if family in LAW_FAMILIES:
        return
    yield from _restyled(state, index, item)
    if item.marker.value != 1 and state.stack:
        step = Step(index, Relation.STRAY, index, len(state.stack), state.stack[-1].item, None)
        yield state._replace(cost=state.cost + _STRAY, trail=_Trail(step, state.trail))


def _is_plain_next(frame: _Frame, marker: Marker) -> bool:
    return marker.family is frame.family and marker.value == frame.value + 1


def _continued(state: _State, index: int, item: Item, depth: int) -> Iterator[_State]:
    """The item goes on with an open list of its family, or starts that list anew."""
    frame = state.stack[depth]
    value = item.marker.value
    if value == 1:
        yield _restarted(state, index, item, depth)
        if frame.value == 1 and not item.is_led and not item.is_fresh:
            is_alone = depth == len(state.stack) - 1 and frame.repeats == 0
            cost = _REPEAT_FIRST if is_alone else _REPEAT
            yield _advance(state, index, item, depth, Relation.REPEAT, cost)
        return
    yield _advance(state, index, item, depth, *_relation(frame, item.marker))
    if item.is_fresh or (value < frame.value and item.marker.family in LAW_FAMILIES):
        yield _pushed(state, index, item, state.stack[:depth], Relation.START, _START)


def _relation(frame: _Frame, marker: Marker) -> tuple[Relation, float]:
    """How a number above 1 stands to the open list of its family, and what that costs."""
    step = marker.value - frame.value
    if step == 1:
        return (Relation.NEXT if marker.family is frame.family else Relation.STYLE), 0.0
    if step == 0:
        return Relation.REPEAT, _REPEAT
    if step == 1 + frame.repeats:
        return Relation.NEXT, 0.0
    if step > 0:
        return Relation.GAP, _GAP + min(_GAP_WIDER * (step - 2), _GAP_WIDEST)
    if marker.value not in frame.missing:
        return Relation.BACK, _BACK
    return Relation.BACK, _FILLED if len(frame.missing) > 1 else _FILLED_ONE


def _advance(state: _State, index: int, item: Item, depth: int, relation: Relation, cost: float) -> _State:
    """Move an open list on to the item and close what stands below it."""
    frame = state.stack[depth]
    family, value = item.marker.family, item.marker.value
    missing = frame.missing
    if relation is Relation.GAP:
        missing = (*missing, *range(frame.value + 1, min(value, frame.value + 1 + _MOST_MISSING)))
    elif relation is Relation.BACK:
        missing = tuple(number for number in missing if number != value)
    moved = frame._replace(
        family=family,
        value=frame.value if relation is Relation.BACK else value,
        item=index,
        length=frame.length + 1,
        missing=missing,
        other=frame.other if family is frame.family else frame.family,
        repeats=frame.repeats + 1 if relation is Relation.REPEAT else 0,
    )
    return _placed(state, state.stack[:depth], moved, relation, frame.item, cost)


def _restarted(state: _State, index: int, item: Item, depth: int) -> _State:
    """Start an open list anew."""
    new = _Frame(item.marker.family, 1, index, index, length=1)
    cost = _RESTART_TOLD if item.is_fresh or item.is_led else _RESTART
    return _placed(state, state.stack[:depth], new, Relation.RESTART, state.stack[depth].item, cost)


def _opened(state: _State, index: int, item: Item) -> Iterator[_State]:
    """The item opens a list of a family that has none open, or goes on with one that was closed."""
    marker = item.marker
    run = next((run for run in state.running if run.family is marker.family), None)
    may_resume = run is not None and marker.value != 1 and _may_resume(marker, run)
    for stack, dearer in _parents(state.stack, marker.family, run):
        if run is not None and may_resume:
            cost = dearer + (0.0 if marker.family in LAW_FAMILIES else _RESUMED)
            frame = _Frame(run.family, run.value, run.item, run.list, length=2, runs_on=True)
            resumed = state._replace(cost=state.cost + cost, stack=(*stack, frame))
            yield from _continued(resumed, index, item, len(stack))
        else:
            relation, cost = (Relation.FIRST, 0.0) if marker.value == 1 else (Relation.START, _START)
            yield _pushed(state, index, item, stack, relation, cost + dearer)


def _parents(
    stack: tuple[_Frame, ...], family: MarkerFamily, run: _Run | None
) -> Iterator[tuple[tuple[_Frame, ...], float]]:
    """The open lists a new list may stand under (those above its rank, or all), and what that costs."""
    kept = stack
    while kept and RANKS[kept[-1].family] > RANKS[family]:
        kept = kept[:-1]
    yield kept, 0.0
    if len(kept) < len(stack) and family not in _TOP_FAMILIES:
        is_habit = family is MarkerFamily.ARTICLE or (run is not None and run.parent is stack[-1].family)
        yield stack, _INVERTED_AGAIN if is_habit else _INVERTED


def _may_resume(marker: Marker, run: _Run) -> bool:
    """Whether a closed list may go on under the next parent: 第X条 always, others with their next number."""
    if marker.family in LAW_FAMILIES or marker.value == run.value + 1:
        return True
    return run.runs_on and marker.value > run.value


def _pushed(
    state: _State, index: int, item: Item, kept: tuple[_Frame, ...], relation: Relation, cost: float
) -> _State:
    """Open a list under those kept."""
    new = _Frame(item.marker.family, item.marker.value, index, index, length=1)
    return _placed(state, kept, new, relation, None, cost)


def _restyled(state: _State, index: int, item: Item) -> Iterator[_State]:
    """The item is the next of an open list that is written in another style."""
    marker = item.marker
    for depth, frame in enumerate(state.stack):
        if frame.family is marker.family or frame.family in LAW_FAMILIES or marker.value != frame.value + 1:
            continue
        # after one item nobody knows which of the two is the slip; the next item decides
        pair = (marker.family, frame.family) if frame.length == 1 else (frame.family, marker.family)
        moved = frame._replace(
            family=pair[0], value=marker.value, item=index, length=frame.length + 1, other=pair[1], repeats=0
        )
        yield _placed(state, state.stack[:depth], moved, Relation.STYLE, frame.item, _STYLE)


def _placed(
    state: _State,
    kept: tuple[_Frame, ...],
    frame: _Frame,
    relation: Relation,
    previous: int | None,
    cost: float,
) -> _State:
    """The state after an item has become the last of a list that stands under those kept."""
    parent = kept[-1] if kept else None
    step = Step(frame.item, relation, frame.list, len(kept), previous, parent.item if parent else None)
    running = state.running
    if frame.family is not MarkerFamily.SECTION:  # 第X节 starts anew in each chapter
        above = parent.family if parent else None
        run = _Run(frame.family, frame.value, frame.item, frame.list, frame.runs_on, above)
        running = (*(other for other in running if other.family is not frame.family), run)
    return _State(state.cost + cost, (*kept, frame), running, _Trail(step, state.trail))
