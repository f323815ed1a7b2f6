"""Cores: the text of a chain and the equal text next to it, and how far a copy around it may reach."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.chain import Chains, equal_steps
from corpuslint.duplicates.collection import Collection

_REACH = 1024  # characters of equal text taken beyond a chain: anchors of stock phrases were not all joined
_NEAR = 48  # characters between the diagonals of two seeds of one repeat within a document
_PIECE = 256  # characters between two cuts
_TRIED = 32  # characters between two seeds that are tried as cuts
_CERTAIN = 16  # equal characters with a cut in their middle: any alignment goes through them

Region = tuple[int, int, int, int]  # left, left end, right, right end, in places
Cuts = list[tuple[int, int]]  # pairs of places or offsets


class Core(NamedTuple):
    """`limits`: what a copy may not go beyond. `cuts`: where the region may be cut, ascending on the left."""

    region: Region
    limits: Region
    cuts: Cuts


def cores(collection: Collection, chains: Chains, width: int) -> Iterator[Core]:
    """The core of each chain of k-grams of this width, in their order."""
    if not len(chains.left):
        return
    regions = _regions(collection, chains, width)
    bounds = [
        side
        for column in (0, 2)
        for document in [collection.documents_of(regions[:, column])]
        for side in (collection.starts[document], collection.starts[document + 1] - 1)
    ]
    limits = np.stack(bounds, axis=1)
    cuts = _cuts_of_chains(collection, chains, regions, width)
    for region, limit, places in zip(regions.tolist(), limits.tolist(), cuts, strict=True):
        core, reach = (tuple(region), tuple(limit)) if limit[0] != limit[2] else _apart(region, limit)
        yield Core(core, reach, places)


def _regions(collection: Collection, chains: Chains, width: int) -> NDArray[np.int64]:
    """Left, left end, right and right end of each core: int64, shape (chains, 4)."""
    first, last = chains.starts[:-1], chains.starts[1:] - 1
    left, left_end = chains.left[first], chains.left[last] + width
    right = np.minimum.reduceat(chains.right, first)
    right_end = np.maximum.reduceat(chains.right, first) + width
    regions = np.stack([left, left_end, right, right_end], axis=1)
    is_one = collection.documents_of(left) == collection.documents_of(right)
    for row in np.flatnonzero(is_one & (left_end > right)).tolist():
        seeds = slice(first[row], last[row] + 1)
        regions[row] = _on_main_diagonal(chains.left[seeds], chains.right[seeds], width)
    back = equal_steps(collection.symbols, regions[:, 0], regions[:, 2], -1, _REACH)
    ahead = equal_steps(collection.symbols, regions[:, 1] - 1, regions[:, 3] - 1, 1, _REACH)
    regions[:, 0::2] -= back[:, None]
    regions[:, 1::2] += ahead[:, None]
    return regions


def _on_main_diagonal(left: NDArray[np.int64], right: NDArray[np.int64], width: int) -> Region:
    """The seeds near the median diagonal: a chance seed must not make two sides of one document overlap."""
    diagonal = right - left
    median = np.sort(diagonal)[len(diagonal) // 2]  # one that is there: the mean of two may be near neither
    near = np.abs(diagonal - median) <= _NEAR
    left, right = left[near], right[near]
    return int(left.min()), int(left.max()) + width, int(right.min()), int(right.max()) + width


def _apart(core: list[int], bounds: list[int]) -> tuple[Region, Region]:
    """A repeat within one document: its two sides may touch and never overlap."""
    start, end, other, other_end = core
    low, high = bounds[:2]
    if end <= other:
        middle = (end + other) // 2
        return (start, end, other, other_end), (low, middle, middle, high)
    other_end = min(other_end, 2 * other - start)
    return (start, other, other, other_end), (low, other, other, other_end)


def _cuts_of_chains(
    collection: Collection, chains: Chains, regions: NDArray[np.int64], width: int
) -> list[Cuts]:
    """The cuts of each chain, amid 16 equal characters or at the end of as many.

    They are the ends of the core, so that what is beyond is aligned apart, and places within it. A chain
    whose first and last seeds are not at its ends has none: it is of a text that repeats itself.
    """
    owners = np.repeat(np.arange(len(regions)), np.diff(chains.starts))
    seeds = np.stack([chains.left, chains.right], axis=1)
    first, last = seeds[chains.starts[:-1]], seeds[chains.starts[1:] - 1]
    is_plain = _is_on_diagonal(first, regions[:, 0::2]) & _is_on_diagonal(last, regions[:, 1::2])
    is_start = is_plain & _is_certain(collection, first, 1)
    is_end = is_plain & _is_certain(collection, last + width, -1)
    tried = np.setdiff1d(_first_of_each(owners, chains.left // _TRIED), chains.starts)
    tried = tried[is_plain[owners[tried]]]
    inner = tried[_is_certain(collection, seeds[tried], 1)]
    inner = inner[_first_of_each(owners[inner], chains.left[inner] // _PIECE)]
    places = np.concatenate([regions[is_start, 0::2], seeds[inner] + _CERTAIN // 2, regions[is_end, 1::2]])
    rows = np.concatenate([np.flatnonzero(is_start), owners[inner], np.flatnonzero(is_end)])
    order = np.lexsort((places[:, 0], rows))
    pairs = list(zip(*places[order].T.tolist(), strict=True))
    bounds = np.searchsorted(rows[order], np.arange(len(regions) + 1)).tolist()
    return [pairs[begin:end] for begin, end in pairwise(bounds)]


def _is_certain(collection: Collection, places: NDArray[np.int64], step: int) -> NDArray[np.bool_]:
    """Whether 16 equal characters follow pairs of places, or come before them (step -1): shape (n,)."""
    before = places - max(step, 0)
    steps = equal_steps(collection.symbols, before[:, 0], before[:, 1], step, _CERTAIN)
    is_certain: NDArray[np.bool_] = steps == _CERTAIN
    return is_certain


def _is_on_diagonal(places: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether pairs of places, int64 of shape (n, 2), lie on the same diagonals as others."""
    is_on: NDArray[np.bool_] = places[:, 1] - places[:, 0] == others[:, 1] - others[:, 0]
    return is_on


def _first_of_each(owners: NDArray[np.int64], pieces: NDArray[np.int64]) -> NDArray[np.int64]:
    """Indices at which the owner or the piece is another than before: int64."""
    return np.flatnonzero((np.diff(owners, prepend=-1) != 0) | (np.diff(pieces, prepend=-1) != 0))
