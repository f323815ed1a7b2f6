"""How much more damaged one copy is than another, counted only where both of them have text.

A copy that lost half of its paragraphs has fewer placeholders than the complete one, and is none the better
for it: what only one of two copies has speaks for neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.align import Run
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.places import Stretch
from corpuslint.duplicates.verify import aligned

_SOLID = 6  # symbols of an equal stretch; shorter ones are found in any two texts
_EDIT = 20  # symbols of an edit within which the two still have the same text: a value, a name, an office

_Places = NDArray[np.int64]


class Damage(NamedTuple):
    """Placeholders and other errors that one copy has more than another; negative where it has fewer."""

    placeholders: int
    errors: int


_NONE = Damage(0, 0)


def excess(collection: Collection, copy: Stretch, other: Stretch) -> Damage:
    """What a copy has more than another of either, in the text that both have.

    That are the equal stretches of their alignment of 6 symbols and more, and what lies between two of them
    where it is at most 20 symbols on both sides.
    """
    if copy == other:
        return _NONE
    first, second = sorted((copy, other))
    flaws = _flaws(collection, first), _flaws(collection, second)
    if not any(len(places) for side in flaws for places in side):
        return _NONE
    both = _in_both(aligned(collection, (*first, *second)), first.length, second.length)
    counts = [
        [int(is_shared[places].sum()) for places in side] for is_shared, side in zip(both, flaws, strict=True)
    ]
    here, there = counts if copy == first else reversed(counts)
    return Damage(*(own - others for own, others in zip(here, there, strict=True)))


def _flaws(collection: Collection, stretch: Stretch) -> list[_Places]:
    """Where the placeholders and the errors of a stretch lie, as offsets into its symbols."""
    document = collection.document_at(stretch.start)
    source = collection.sources[document]
    low = stretch.start - int(collection.starts[document])
    return [
        _symbols_at(source.prepared.origins[low : low + stretch.length + 1], stretch.length, offsets)
        if offsets
        else np.zeros(0, np.int64)
        for offsets in (source.placeholders, source.errors)
    ]


def _symbols_at(origins: NDArray[np.uint32], length: int, offsets: Sequence[int]) -> _Places:
    """The symbols in which offsets of the text lie, or before which; `origins` has the next symbol's too."""
    first = bisect_left(offsets, int(origins[0]))
    last = bisect_left(offsets, int(origins[length])) if len(origins) > length else len(offsets)
    return np.searchsorted(origins[:length], np.array(offsets[first:last]), side="right") - 1


def _in_both(runs: Sequence[Run], length: int, other_length: int) -> tuple[NDArray[np.bool_], ...]:
    """For each symbol of the two sides whether the other side has text for it, shape (length,) each."""
    here, there = np.zeros(length, np.bool_), np.zeros(other_length, np.bool_)
    end = other_end = 0
    solid = [run for run in runs if run[2] >= _SOLID]
    for start, other, size in [*solid, (length, other_length, 0)]:
        if max(start - end, other - other_end) <= _EDIT:
            here[end:start] = there[other_end:other] = True
        end, other_end = start + size, other + size
        here[start:end] = there[other:other_end] = True
    return here, there
