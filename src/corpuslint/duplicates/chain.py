"""Chains: seeds that follow one another along a diagonal, the candidates for a passage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.join import Seeds

_DRIFT = 12  # characters by which the diagonal may move from one seed to the next
_GAP = 90  # characters without a seed that end a chain
_BRIDGE = 160  # characters between two chains that are still one passage
_SHIFT = 64  # characters put in or left out between two such chains
_LEAST = 20  # characters over which a chain must reach
_WINDOW = 32  # characters that are compared at a time, for all chains
_LOOK_BACK = 8  # earlier chains of the same documents that are tried as a chain's beginning


@dataclass(frozen=True, slots=True, eq=False)
class Chains:
    """Runs of seeds. `left`, `right`: int64, shape (seeds,), places, sorted by chain, then by left place.

    `starts`: int64, shape (chains + 1,): chain i owns the seeds from `starts[i]` to `starts[i + 1]`.
    """

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    starts: NDArray[np.int64]


def chain(collection: Collection, seeds: Seeds, width: int) -> Chains:
    """Gather seeds, k-grams of this width, into chains of two or more.

    Pairs of documents with one seed are dropped; what is left is cut where the diagonal jumps, then where the
    text between two seeds is too long, and pieces that continue one another are joined again.
    """
    pair = _document_pairs(collection, seeds)
    kept = _in_groups_of_two(pair)
    left, right, pair = seeds.left[kept], seeds.right[kept], pair[kept]
    diagonal = right - left
    order = np.lexsort((diagonal, pair))
    jump = (np.diff(pair[order]) != 0) | (np.diff(diagonal[order]) > _DRIFT)
    track = np.empty(len(order), dtype=np.int64)
    track[order] = _numbered(jump, len(order))
    order = np.lexsort((right, left, track))
    left, right, pair, track = left[order], right[order], pair[order], track[order]
    cut = (np.diff(track) != 0) | (np.diff(left) > _GAP) | (np.abs(np.diff(right)) > _GAP + _DRIFT)
    pieces = _numbered(cut, len(order))
    owner = _joined(left, right, pair, pieces)[pieces] if len(pieces) else pieces
    order = np.lexsort((right, left, owner))
    kept = order[_in_groups_of_two(owner[order])]
    starts = np.flatnonzero(np.diff(owner[kept], prepend=-1))
    chains = Chains(left[kept], right[kept], np.append(starts, len(kept)))
    return _long_enough(collection.symbols, chains, width)


def _long_enough(symbols: NDArray[np.uint16], chains: Chains, width: int) -> Chains:
    """The chains that reach over 20 characters, with the equal text next to them.

    Nine tenths of all chains are one phrase that two texts share; no copy of 40 characters is among those.
    """
    if not len(chains.left):
        return chains
    starts, ends = chains.starts[:-1], chains.starts[1:] - 1
    left, left_end = chains.left[starts], chains.left[ends] + width
    right = np.minimum.reduceat(chains.right, starts)
    right_end = np.maximum.reduceat(chains.right, starts) + width
    length = np.minimum(left_end - left, right_end - right)
    length += equal_steps(symbols, left, right, -1, _LEAST)
    length += equal_steps(symbols, left_end - 1, right_end - 1, 1, _LEAST)
    enough = length >= _LEAST
    kept = np.repeat(enough, np.diff(chains.starts))
    counts = np.diff(chains.starts)[enough]
    return Chains(chains.left[kept], chains.right[kept], np.concatenate([[0], np.cumsum(counts)]))


def equal_steps(
    symbols: NDArray[np.uint16], left: NDArray[np.int64], right: NDArray[np.int64], step: int, limit: int
) -> NDArray[np.int64]:
    """How many symbols after `left` and `right` are equal, going by `step`, up to `limit`: int64, same shape.

    Looks 4 symbols ahead, then 8, 16, 32, 32 and so on where all were equal; stops at the ends of documents.
    """
    steps = np.zeros(len(left), dtype=np.int64)
    running = np.arange(len(left))
    reached, window = 0, 4
    while reached < limit and len(running):
        ahead = np.arange(reached + 1, reached + window + 1) * step
        place = np.clip(left[running, None] + ahead, -1, len(symbols) - 1)
        other = np.clip(right[running, None] + ahead, -1, len(symbols) - 1)
        found = symbols[place]
        differs = (found != symbols[other]) | (found == 0)
        differs_at = np.where(differs.any(axis=1), differs.argmax(axis=1), window)
        steps[running] += differs_at
        running = running[differs_at == window]
        reached, window = reached + window, min(2 * window, _WINDOW)
    return np.minimum(steps, limit)


def _document_pairs(collection: Collection, seeds: Seeds) -> NDArray[np.int64]:
    """One number for the two documents of each seed, int64, shape (seeds,)."""
    first, second = collection.documents_of(seeds.left), collection.documents_of(seeds.right)
    return first * len(collection.sources) + second


def _in_groups_of_two(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Ascending indices of the keys that occur twice or more."""
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return np.flatnonzero(counts[inverse] >= 2)


def _numbered(cuts: NDArray[np.bool_], count: int) -> NDArray[np.int64]:
    """Number of the run each of `count` items lies in; `cuts` has one entry per pair of neighbours."""
    numbers = np.zeros(count, dtype=np.int64)
    np.cumsum(cuts, out=numbers[1:])
    return numbers


def _joined(
    left: NDArray[np.int64], right: NDArray[np.int64], pair: NDArray[np.int64], pieces: NDArray[np.int64]
) -> NDArray[np.int64]:
    """For each piece the number of the first piece of its passage, int64, shape (pieces,).

    A piece continues another of the same documents that ended at most 160 characters before it on both sides,
    on a diagonal at most 64 away; a lone seed, which may be chance, only on one at most 24 away.
    """
    starts = np.flatnonzero(np.diff(pieces, prepend=-1))
    ends = np.append(starts[1:], len(pieces)) - 1
    lows, highs = np.minimum.reduceat(right, starts), np.maximum.reduceat(right, starts)
    order = np.lexsort((lows, left[starts], pair[starts]))
    reach = np.where(starts == ends, 2 * _DRIFT, _SHIFT)
    columns = (pair[starts], left[starts], left[ends], lows, highs, reach)
    earlier = _continued(*(column[order] for column in columns))
    owner = np.arange(len(starts))
    for rank in np.flatnonzero(earlier).tolist():
        owner[order[rank]] = owner[order[rank - earlier[rank]]]
    return owner


def _continued(
    pair: NDArray[np.int64],
    left: NDArray[np.int64],
    left_end: NDArray[np.int64],
    right: NDArray[np.int64],
    right_end: NDArray[np.int64],
    reach: NDArray[np.int64],
) -> NDArray[np.int64]:
    """How many rows before each piece the nearest one stands that it continues; 0 where there is none."""
    steps = np.zeros(len(pair), dtype=np.int64)
    for step in range(min(_LOOK_BACK, len(pair) - 1), 0, -1):
        gap, other_gap = left[step:] - left_end[:-step], right[step:] - right_end[:-step]
        continues = (pair[step:] == pair[:-step]) & (np.minimum(gap, other_gap) > 0)
        continues &= np.maximum(gap, other_gap) <= _BRIDGE
        continues &= np.abs(gap - other_gap) <= np.minimum(reach[step:], reach[:-step])
        steps[step:][continues] = step
    return steps
