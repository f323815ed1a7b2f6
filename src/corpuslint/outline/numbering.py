"""The cheapest reading of a document's numbering.

A reading gives every marker a place in a list of siblings. Lists nest as the document nests them; GB/T 9704
7.3.3 (一、 → （一） → 1. → （1）) only breaks ties. What a careful writer does not do (skip a number, write
one twice, start again under the same parent) costs something, and the cheapest reading is kept: a beam search
over stacks of open lists, so that one wrong marker is blamed once and not for all that follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from corpuslint.markers import LAW_FAMILIES, Marker, MarkerFamily
from corpuslint.outline import costs
from corpuslint.outline.nesting import RANKS, Item, Relation, Step
from corpuslint.outline.states import Candidate, Frame, Run, State, settled

_DEEPEST = 6  # open lists, beyond which none opens inside one of its own family
_OWN_DEEPEST = 3  # lists of one family that stand one inside another
_WIDTH = 8  # readings kept
_MARGIN = 7.0  # readings dearer than the best by more than this are dropped
_MOST_MISSING = 6
_TOP_FAMILIES = LAW_FAMILIES - {MarkerFamily.ARTICLE}


def read_nesting(items: Sequence[Item]) -> list[Step]:
    """The cheapest reading, one step an item, in order."""
    states = [State(0.0, (), (), None)]
    for index, item in enumerate(items):
        states = [settled(candidate) for candidate in _cheapest(states, index, item)]
    steps: list[Step] = []
    trail = states[0].trail
    while trail is not None:
        steps.append(trail.step)
        trail = trail.before
    return steps[::-1]


def _cheapest(states: Sequence[State], index: int, item: Item) -> list[Candidate]:
    """The readings of an item worth keeping, the cheapest first; those that cannot be are not built."""
    found: dict[object, Candidate] = {}
    limit = inf
    for state in states:
        for candidate in _readings(state, index, item, limit):
            key = _key(candidate)
            known = found.get(key)
            if known is None or candidate.cost < known.cost:
                found[key] = candidate
        ordered = sorted(candidate.cost for candidate in found.values())
        limit = min(limit, ordered[0] + _MARGIN, *ordered[_WIDTH - 1 : _WIDTH])
    cheapest = sorted(found.values(), key=lambda candidate: candidate.cost)[:_WIDTH]
    return [candidate for candidate in cheapest if candidate.cost <= cheapest[0].cost + _MARGIN]


def _key(candidate: Candidate) -> object:
    return tuple([(frame.family, frame.value, frame.list) for frame in candidate.stack])


def _readings(state: State, index: int, item: Item, limit: float) -> Iterator[Candidate]:
    """Every way to read an item after a state; slips only up to a limit of cost."""
    family = item.marker.family
    depths = [
        depth
        for depth, frame in enumerate(state.stack)
        if family in (frame.family, frame.other) and frame.tier == item.tier
    ]
    is_innermost = bool(depths) and depths[-1] == len(state.stack) - 1 and not item.heads_list
    if is_innermost and _is_plain_next(state.stack[-1], item.marker):
        # the plain successor of the innermost list is never anything else
        yield _advance(state, index, item, depths[-1], Relation.NEXT, 0.0)
        return
    if state.cost > limit:
        return
    for depth in depths:
        yield from _continued(state, index, item, depth)
    if not depths:
        yield from _opened(state, index, item)
    elif item.marker.value == 1:
        yield from _nested(state, index, item, depths[-1])
    if family in LAW_FAMILIES:
        return
    yield from _restyled(state, index, item)
    if state.cost + costs.MISTYPED_PART <= limit:
        for depth in depths:
            yield from _mistyped(state, index, item, depth, limit)
    if item.marker.value != 1 and state.stack:
        last, cost = state.stack[-1].item, state.cost + costs.STRAY
        yield Candidate(cost, state.stack, state, index, Relation.STRAY, last, 0)


def _nested(state: State, index: int, item: Item, depth: int) -> Iterator[Candidate]:
    """The item opens a list inside one of its own family."""
    family = item.marker.family
    if len(state.stack) >= _DEEPEST or sum(frame.family is family for frame in state.stack) >= _OWN_DEEPEST:
        return
    is_told = item.is_led or state.stack[depth].other is not None
    if is_told or item.is_headed or depth < len(state.stack) - 1:
        cost = costs.NESTED_HEADED if item.is_headed else costs.NESTED
        cost = costs.NESTED_TOLD if is_told else cost
        yield _pushed(state, index, item, state.stack, Relation.FIRST, cost)


def _is_plain_next(frame: Frame, marker: Marker) -> bool:
    return marker.family is frame.family and marker.value == frame.value + 1


def _continued(state: State, index: int, item: Item, depth: int) -> Iterator[Candidate]:
    """The item goes on with an open list of its family, or starts that list anew."""
    frame = state.stack[depth]
    value = item.marker.value
    if value == 1:
        yield _restarted(state, index, item, depth)
        if frame.value == 1 and not item.is_led and not item.is_fresh:
            is_alone = depth == len(state.stack) - 1 and frame.repeats == 0
            cost = costs.REPEAT_FIRST if is_alone else costs.REPEAT
            yield _advance(state, index, item, depth, Relation.REPEAT, cost)
        return
    relation, cost = _relation(frame, item.marker)
    yield _advance(state, index, item, depth, relation, cost + costs.HEADS * item.heads_list)
    if item.is_fresh or (value < frame.value and item.marker.family in LAW_FAMILIES):
        is_list_of_its_own = item.is_led and item.is_fresh  # under an answer, whose line holds its 1.
        cost = costs.START_TOLD if is_list_of_its_own else costs.START
        yield _pushed(state, index, item, state.stack[:depth], Relation.START, cost)


def _relation(frame: Frame, marker: Marker) -> tuple[Relation, float]:
    """How a number above 1 stands to the open list of its family, and what that costs."""
    step = marker.value - frame.value
    if step == 1:
        return (Relation.NEXT if marker.family is frame.family else Relation.STYLE), 0.0
    if step == 0:
        return Relation.REPEAT, costs.REPEAT
    if step == 1 + frame.repeats:
        return Relation.NEXT, 0.0
    if step > 0:
        return Relation.GAP, costs.GAP + min(costs.GAP_WIDER * (step - 2), costs.GAP_WIDEST)
    if marker.value not in frame.missing:
        return Relation.BACK, costs.BACK
    return Relation.BACK, costs.FILLED if len(frame.missing) > 1 else costs.FILLED_ONE


def _advance(state: State, index: int, item: Item, depth: int, relation: Relation, cost: float) -> Candidate:
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
    return _placed(state, state.stack[:depth], moved, relation, frame.item, cost, _due(frame))


def _due(frame: Frame) -> int:
    """The number that follows in an open list; one written twice has taken the place of the next."""
    return frame.value + 1 + frame.repeats


def _mistyped(state: State, index: int, item: Item, depth: int, limit: float) -> Iterator[Candidate]:
    """The item is the one that is due in a list of its family, with another number written."""
    frame, written = state.stack[depth], item.marker.value
    due = _due(frame)
    if frame.family is not item.marker.family or written == due:
        return
    # 10 of which 1 is left, 十一 of which 一 is
    is_piece = written in (due % 10, due // 10) if written < 10 <= due else written == 10 < due < 20
    cost = costs.MISTYPED_PART if is_piece else costs.MISTYPED
    if state.cost + cost > limit:
        return
    moved = frame._replace(value=due, item=index, length=frame.length + 1, repeats=0)
    yield _placed(state, state.stack[:depth], moved, Relation.MISTYPED, frame.item, cost, due)


def _restarted(state: State, index: int, item: Item, depth: int) -> Candidate:
    """Start an open list anew."""
    new = Frame(item.marker.family, 1, index, index, length=1, tier=item.tier)
    cost = costs.RESTART_TOLD if item.is_fresh or item.is_led else costs.RESTART
    return _placed(state, state.stack[:depth], new, Relation.RESTART, state.stack[depth].item, cost, 1)


def _opened(state: State, index: int, item: Item) -> Iterator[Candidate]:
    """The item opens a list of a family that has none open, or goes on with one that was closed."""
    marker = item.marker
    kind = (marker.family, item.tier)
    run = next((run for run in state.running if (run.family, run.tier) == kind), None)
    may_resume = run is not None and marker.value != 1 and _may_resume(marker, run)
    for stack, dearer in _parents(state.stack, item, run):
        if run is not None and may_resume:
            cost = dearer + (0.0 if marker.family in LAW_FAMILIES else costs.RESUMED)
            frame = Frame(run.family, run.value, run.item, run.list, length=2, runs_on=True, tier=run.tier)
            resumed = state._replace(cost=state.cost + cost, stack=(*stack, frame))
            yield from _continued(resumed, index, item, len(stack))
        else:
            relation, cost = (Relation.FIRST, 0.0) if marker.value == 1 else (Relation.START, costs.START)
            yield _pushed(state, index, item, stack, relation, cost + dearer)


def _parents(
    stack: tuple[Frame, ...], item: Item, run: Run | None
) -> Iterator[tuple[tuple[Frame, ...], float]]:
    """The open lists a new list may stand under (those above its rank, or all), and what that costs."""
    kept, family = stack, item.marker.family
    rank = (RANKS[family], item.tier)
    while kept and (RANKS[kept[-1].family], kept[-1].tier) > rank:
        kept = kept[:-1]
    yield kept, 0.0
    if len(kept) < len(stack) and family not in _TOP_FAMILIES:
        is_habit = family is MarkerFamily.ARTICLE or (run is not None and run.parent is stack[-1].family)
        yield stack, costs.INVERTED_AGAIN if is_habit else costs.INVERTED


def _may_resume(marker: Marker, run: Run) -> bool:
    """Whether a closed list may go on under the next parent: 第X条 always, others with their next number."""
    if marker.family in LAW_FAMILIES or marker.value == run.value + 1:
        return True
    return run.runs_on and marker.value > run.value


def _pushed(
    state: State, index: int, item: Item, kept: tuple[Frame, ...], relation: Relation, cost: float
) -> Candidate:
    """Open a list under those kept."""
    new = Frame(item.marker.family, item.marker.value, index, index, length=1, tier=item.tier)
    return _placed(state, kept, new, relation, None, cost, 1)


def _restyled(state: State, index: int, item: Item) -> Iterator[Candidate]:
    """The item is the next of an open list, or the one after that, written in another style."""
    marker = item.marker
    for depth, frame in enumerate(state.stack):
        due = _due(frame)
        if frame.family is marker.family or frame.family in LAW_FAMILIES or marker.value - due not in (0, 1):
            continue
        if frame.tier != item.tier or MarkerFamily.LETTER in (frame.family, marker.family):
            continue  # A. B. C. are the options of a question, never a slip for its number
        # after one item nobody knows which of the two is the slip; the next item decides
        pair = (marker.family, frame.family) if frame.length == 1 else (frame.family, marker.family)
        moved = frame._replace(
            family=pair[0], value=marker.value, item=index, length=frame.length + 1, other=pair[1], repeats=0
        )
        relation, cost = (
            (Relation.STYLE, costs.STYLE) if marker.value == due else (Relation.GAP, costs.STYLE_GAP)
        )
        yield _placed(state, state.stack[:depth], moved, relation, frame.item, cost, due)


def _placed(
    state: State,
    kept: tuple[Frame, ...],
    frame: Frame,
    relation: Relation,
    previous: int | None,
    cost: float,
    due: int,
) -> Candidate:
    """The reading by which an item becomes the last of a list that stands under those kept."""
    return Candidate(state.cost + cost, (*kept, frame), state, frame.item, relation, previous, due)
