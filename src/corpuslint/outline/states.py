"""What the search for a document's numbering holds: open lists, readings so far, candidates."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.markers import MarkerFamily
from corpuslint.outline.nesting import Relation, Step


class Frame(NamedTuple):
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
    tier: int = 0


class Run(NamedTuple):
    """The last item of a family, whose list may have been closed since."""

    family: MarkerFamily
    value: int
    item: int
    list: int
    runs_on: bool
    parent: MarkerFamily | None
    tier: int = 0


class Trail(NamedTuple):
    """The steps of a reading, the last first."""

    step: Step
    before: Trail | None


class State(NamedTuple):
    """A reading so far: its cost, the open lists from the top down, the last item of each family."""

    cost: float
    stack: tuple[Frame, ...]
    running: tuple[Run, ...]
    trail: Trail | None


class Candidate(NamedTuple):
    """One way to read an item after a state: its cost, the open lists, and what the item's step will say."""

    cost: float
    stack: tuple[Frame, ...]
    before: State
    item: int
    relation: Relation
    previous: int | None
    due: int


def settled(candidate: Candidate) -> State:
    """The state after a candidate that is kept."""
    cost, stack, before, item, relation, previous, due = candidate
    if relation is Relation.STRAY:
        step = Step(item, relation, item, len(stack), previous, None, due)
        return State(cost, stack, before.running, Trail(step, before.trail))
    frame = stack[-1]
    parent = stack[-2] if len(stack) > 1 else None
    step = Step(
        frame.item, relation, frame.list, len(stack) - 1, previous, parent.item if parent else None, due
    )
    running = before.running
    if frame.family is not MarkerFamily.SECTION:  # 第X节 starts anew in each chapter
        family = parent.family if parent else None
        run = Run(frame.family, frame.value, frame.item, frame.list, frame.runs_on, family, frame.tier)
        running = (*(other for other in running if (other.family, other.tier) != (run.family, run.tier)), run)
    return State(cost, stack, running, Trail(step, before.trail))
