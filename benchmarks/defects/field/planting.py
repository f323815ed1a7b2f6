"""Forms planted in sound texts: the same seed plants the same forms in the same spots."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from benchmarks.defects.field.changes import CHANGES
from benchmarks.defects.field.kinds import FieldKind
from benchmarks.defects.field.places import PLACES
from benchmarks.defects.field.spots import Change, Spot, sited
from benchmarks.defects.plant import Planting, plant
from benchmarks.defects.sample import Sample

PER_FORM = 1  # plants of each form
AT_LEAST = 12  # plants of a kind that has few forms
_TRIES = 60  # spots looked at for one plant
_FOR_SENTENCES = "after a sentence"


def plantings(
    kinds: Sequence[FieldKind], samples: Sequence[Sample], seed: int, per_form: int = PER_FORM
) -> Iterator[Planting]:
    """Texts with one defect each; the forms take turns, then the documents."""
    drawer = _Drawer(samples)
    for kind in kinds:
        wanted = per_form * (kind.table.count or max(len(kind.shapes), AT_LEAST))
        yield from drawer.drawn(kind, random.Random(f"{seed} {kind.name}"), wanted)


class _Drawer:
    """Keeps the spots of each place, which many kinds share."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self._found: dict[str, list[tuple[Sample, list[Spot]]]] = {}

    def drawn(self, kind: FieldKind, chance: random.Random, count: int) -> Iterator[Planting]:
        """Plants of one kind, until there are enough or no form finds another spot."""
        spots = self._in_turn(kind.table.at or _FOR_SENTENCES, chance)
        seen: set[str] = set()
        idle = 0
        while count > 0 and idle < len(kind.shapes):
            for name in kind.shapes:
                planting = _next(kind, name, spots, chance, seen) if count > 0 else None
                idle = 0 if planting else idle + 1
                if planting:
                    count -= 1
                    yield planting

    def _in_turn(self, place: str, chance: random.Random) -> Iterator[tuple[Sample, Spot]]:
        """Spots in random order, one document after the other; begun anew when all have been drawn."""
        if place not in self._found:
            found = [(sample, list(PLACES[place](sample))) for sample in self._samples]
            self._found[place] = [(sample, spots) for sample, spots in found if spots]
        while self._found[place]:
            piles = [(sample, chance.sample(spots, len(spots))) for sample, spots in self._found[place]]
            piles = chance.sample(piles, len(piles))
            while piles:
                for sample, pile in piles:
                    yield sample, pile.pop()
                piles = [(sample, pile) for sample, pile in piles if pile]


def _next(
    kind: FieldKind,
    name: str,
    spots: Iterator[tuple[Sample, Spot]],
    chance: random.Random,
    seen: set[str],
) -> Planting | None:
    """One form at the first spot that it fits and where it does not stand yet; None after many tries."""
    shape = _shape(kind, name, chance)
    for _ in range(_TRIES):
        sample, spot = next(spots, (None, None))
        if sample is None or spot is None:
            return None
        site = sited(sample, spot, shape)
        planting = plant(sample, kind.kind, name, site) if site else None
        if planting and planting.text not in seen:
            seen.add(planting.text)
            return planting
    return None


def _shape(kind: FieldKind, name: str, chance: random.Random) -> str | Change:
    """What is put at a spot: a change, a form, or a sentence of the kind with the form in it."""
    if name in kind.table.changes:
        return CHANGES[name]
    if kind.table.sentences:
        return chance.choice(kind.table.sentences).replace("⟦⟧", name)
    return name
