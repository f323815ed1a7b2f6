"""Seeds: pairs of anchors that agree, without the quadratic cost of stock phrases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.shingles import CONTEXT_WIDTH, context_hashes, sampled_chunks

_FEW = 12  # a group of this many gives all its pairs: 66 at most
_MANY = 40  # places that share 28 characters: up to this many give all pairs, more are linked to the first


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Pairs of equal k-grams. `left`, `right`: int64, shape (n,), places; left is the smaller."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Places with equal hashes, two or more of each.

    `places`: int64, shape (n,), group after group, ascending in each. `starts` and `sizes`: int64, shape
    (groups,): where in `places` each group lies.
    """

    places: NDArray[np.int64]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]


def join(collection: Collection, width: int, sampling: int) -> Seeds:
    """Pair the anchors that agree: k-grams of this width, one in `sampling` of them.

    Groups of up to 12 give all their pairs. A larger group is a stock phrase or a mass copy: its anchors are
    grouped again by the 28 characters around them, and groups still over 40 are linked to their first place.
    """
    groups = _groups_of_anchors(collection.symbols, width, sampling)
    contexts = _groups_of_contexts(collection, np.sort(_members(groups, groups.sizes > _FEW)))
    pairs = (
        _all_pairs(groups, groups.sizes <= _FEW),
        _all_pairs(contexts, contexts.sizes <= _MANY),
        _first_pairs(contexts, contexts.sizes > _MANY),
    )
    left, right = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return Seeds(left, right)


def _groups_of_anchors(symbols: NDArray[np.uint16], width: int, sampling: int) -> Groups:
    """Anchors with equal hashes; eight bytes an anchor, and as many again while they are compared."""
    bits = _bits_for(symbols)
    chunks = sampled_chunks(symbols, width, sampling)
    packed = [np.zeros(0, np.uint64), *(pack(chunk.hashes, chunk.positions, bits) for chunk in chunks)]
    return group_equal(np.concatenate(packed), bits)


def _groups_of_contexts(collection: Collection, places: NDArray[np.int64]) -> Groups:
    """The same for the 28 characters around these places, int64 of shape (n,), in documents that long."""
    documents = collection.documents_of(places)
    lows, highs = collection.starts[documents], collection.starts[documents + 1] - 1
    enough = highs - lows >= CONTEXT_WIDTH
    places, lows, highs = places[enough], lows[enough], highs[enough]
    bits = _bits_for(collection.symbols)
    return group_equal(pack(context_hashes(collection.symbols, places, lows, highs), places, bits), bits)


def _bits_for(symbols: NDArray[np.uint16]) -> int:
    """Bits that hold any place."""
    return max(1, len(symbols).bit_length())


def pack(hashes: NDArray[np.uint64], places: NDArray[np.int64], bits: int) -> NDArray[np.uint64]:
    """Hashes with the place in their lowest bits, uint64, shape (n,): one sort orders both.

    In 500 MB of text 36 bits of the hash are left, and the few groups that chance makes do not survive the
    alignment.
    """
    return (hashes >> np.uint64(bits) << np.uint64(bits)) | places.astype(np.uint64)


def group_equal(packed: NDArray[np.uint64], bits: int) -> Groups:
    """Group what `pack` gave by hash; sorts it in place."""
    packed.sort()
    is_equal = (packed[1:] ^ packed[:-1]) >> np.uint64(bits) == 0
    in_group = np.zeros(len(packed), dtype=bool)
    in_group[1:] = is_equal
    in_group[:-1] |= is_equal
    kept = packed[in_group]
    keys = kept >> np.uint64(bits)
    starts = np.flatnonzero(np.concatenate([np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]]))
    sizes = np.diff(np.append(starts, len(keys)))
    places = kept & np.uint64((1 << bits) - 1)
    return Groups(places.astype(np.int64), starts, sizes)


def _members(groups: Groups, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The places of the chosen groups, int64."""
    return groups.places[np.repeat(chosen, groups.sizes)]


def _all_pairs(groups: Groups, chosen: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All pairs within the chosen groups: two int64 arrays of shape (pairs,), the smaller place first."""
    left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for size in np.unique(groups.sizes[chosen]):
        rows = groups.starts[chosen & (groups.sizes == size)]
        table = groups.places[rows[:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1)
        left.append(table[:, first].ravel())
        right.append(table[:, second].ravel())
    return np.concatenate(left), np.concatenate(right)


def _first_pairs(groups: Groups, chosen: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first place of each chosen group with each other one: two int64 arrays, shape (pairs,)."""
    first = np.repeat(groups.places[groups.starts[chosen]], groups.sizes[chosen])
    members = _members(groups, chosen)
    other = members != first
    return first[other], members[other]
