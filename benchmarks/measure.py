"""How much of what was planted is found, and how much of what is found was planted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.planted import Place, Planted

RECALLED = 0.8  # share of a planted place that must be covered, on both sides
TRUE = 0.5  # share of a reported place that must lie in a planted one, on both sides


class Score(NamedTuple):
    """`recall` by kind of copy as (found, planted); `true` of `reported` links between two places."""

    recall: dict[str, tuple[int, int]]
    true: int
    reported: int

    @property
    def overall(self) -> float:
        """Recall over all kinds."""
        return sum(found for found, _ in self.recall.values()) / sum(all_ for _, all_ in self.recall.values())

    @property
    def precision(self) -> float:
        """Share of the reported links that are true; 1 when nothing is reported."""
        return self.true / self.reported if self.reported else 1.0


def score(planted: Planted, found: Sequence[Sequence[Place]], unit: str) -> Score:
    """Measure what a contender found; for a contender that reports documents only the documents count."""
    if unit == "document":
        planted = _as_documents(planted)
    return Score(_recall(planted, found), *_precision(planted, found))


def _as_documents(planted: Planted) -> Planted:
    groups = [
        (kind, [Place(place.document, 0, len(planted.texts[place.document])) for place in places])
        for kind, places in planted.groups
    ]
    return Planted(planted.texts, groups)


def _recall(planted: Planted, found: Sequence[Sequence[Place]]) -> dict[str, tuple[int, int]]:
    sets_in: defaultdict[int, set[int]] = defaultdict(set)
    for number, places in enumerate(found):
        for place in places:
            sets_in[place.document].add(number)
    counts: dict[str, tuple[int, int]] = {}
    for kind, (source, *copies) in planted.groups:
        for copy in copies:
            common = sets_in[source.document] & sets_in[copy.document]
            linked = [
                found[number]
                for number in common
                if _shared(found[number], source) and _shared(found[number], copy)
            ]
            hit = all(_is_recalled(place, linked) for place in (source, copy))
            hits, total = counts.get(kind, (0, 0))
            counts[kind] = (hits + hit, total + 1)
    return counts


def _is_recalled(place: Place, sets: Iterable[Sequence[Place]]) -> bool:
    return _covered(place, sets) >= RECALLED * (place.end - place.start)


def _shared(places: Iterable[Place], other: Place) -> int:
    return sum(_overlap(place, other) for place in places)


def _overlap(place: Place, other: Place) -> int:
    if place.document != other.document:
        return 0
    return max(0, min(place.end, other.end) - max(place.start, other.start))


def _covered(place: Place, sets: Iterable[Sequence[Place]]) -> int:
    """Characters of a planted place in the union of the places found."""
    total, reached = 0, place.start
    here = (other for places in sets for other in places if other.document == place.document)
    for start, end in sorted((other.start, other.end) for other in here):
        total += max(0, min(end, place.end) - max(start, reached))
        reached = max(reached, min(end, place.end))
    return total


def _precision(planted: Planted, found: Sequence[Sequence[Place]]) -> tuple[int, int]:
    """Links between the first place of each set and its others: how many are true, how many there are."""
    groups_in: defaultdict[int, list[tuple[int, Place]]] = defaultdict(list)
    for number, (_, places) in enumerate(planted.groups):
        for place in places:
            groups_in[place.document].append((number, place))

    def groups_of(place: Place) -> set[int]:
        least = TRUE * (place.end - place.start)
        return {number for number, other in groups_in[place.document] if _overlap(place, other) >= least}

    true = reported = 0
    for first, *others in found:
        groups = groups_of(first)
        true += sum(bool(groups & groups_of(other)) for other in others)
        reported += len(others)
    return true, reported
