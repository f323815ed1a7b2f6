"""Defects planted in sound texts: the same seed plants the same defects in the same places.

Every kind lists all the places where it can stand (`benchmarks.defects`); the seed only draws from them, so
that shapes and documents have their turn. One text gets one defect: whatever is new in it, the plant caused.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from benchmarks.defects import converter, figures, headings, lists, masks, typography, website
from benchmarks.defects.plant import Kind, Planting, Site, plant
from benchmarks.defects.sample import Sample

KINDS: tuple[Kind, ...] = (
    *masks.KINDS,
    *lists.KINDS,
    *headings.KINDS,
    *website.KINDS,
    *converter.KINDS,
    *typography.KINDS,
    *figures.KINDS,
)


def plantings(
    samples: Sequence[Sample], seed: int, per_kind: int, kinds: Sequence[Kind] = KINDS
) -> Iterator[Planting]:
    """Texts with one defect each, at most `per_kind` of a kind."""
    for kind in kinds:
        yield from _drawn(kind, samples, random.Random(f"{seed} {kind.name}"), per_kind)


def _drawn(kind: Kind, samples: Sequence[Sample], chance: random.Random, count: int) -> Iterator[Planting]:
    """Plants of one kind: the shapes take turns, and within a shape the documents."""
    piles = {
        shape: _in_turn([(sample, list(sites(sample))) for sample in samples], chance)
        for shape, sites in kind.shapes.items()
    }
    seen: set[str] = set()
    while piles and count > 0:
        for shape in list(piles):
            drawn = next(piles[shape], None)
            if drawn is None:
                del piles[shape]
                continue
            planting = plant(drawn[0], kind, shape, drawn[1])
            if planting.text not in seen and count > 0:
                seen.add(planting.text)
                count -= 1
                yield planting


def _in_turn(
    found: Sequence[tuple[Sample, list[Site]]], chance: random.Random
) -> Iterator[tuple[Sample, Site]]:
    """Sites in random order, one document after the other, until none is left."""
    piles = [(sample, chance.sample(sites, len(sites))) for sample, sites in found if sites]
    piles = chance.sample(piles, len(piles))
    while piles:
        for sample, sites in piles:
            yield sample, sites.pop()
        piles = [(sample, sites) for sample, sites in piles if sites]
