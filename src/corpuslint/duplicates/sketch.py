"""MinHash signatures of whole documents: what an index keeps of a text when it does not keep the text.

Bit for bit what datasketch gives for the same shingles, computed on arrays instead of one shingle at a time.
Broder 1997, On the Resemblance and Containment of Documents; the permutations are those of datasketch's
scheme "affine32".
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.shingles import window_hashes

PERMUTATIONS = 128
SEED = 1
SCHEME = "affine32"
SHINGLE_WIDTH = 5  # folded characters
LEAST_LENGTH = 40  # folded characters; the sketch of a shorter text is empty and equals no other

_ROWS = 512  # a table of 512 hashes by 128 permutations, 256 KB, stays in the second-level cache
_BATCH = 1 << 16
_EMPTY = np.iinfo(np.uint32).max  # datasketch's value for a set of no shingles


def signature(symbols: NDArray[np.uint16]) -> NDArray[np.uint32]:
    """Signature of a folded text, uint16 of shape (n,): uint32, shape (128,).

    Equal to `MinHash(num_perm=128, seed=1, scheme="affine32", hashfunc=f).update_batch(shingles)`, where a
    shingle is the 10 bytes of five symbols, little-endian, and `f` gives for it what `shingle_hashes` does.
    A text of fewer than 40 symbols has the signature of the empty set.
    """
    smallest = np.full(PERMUTATIONS, _EMPTY, dtype=np.uint32)
    if len(symbols) < LEAST_LENGTH:
        return smallest
    multipliers, offsets = permutations()
    table = np.empty((_ROWS, PERMUTATIONS), dtype=np.uint32)
    for hashes in _batches(symbols):
        for start in range(0, len(hashes), _ROWS):
            rows = hashes[start : start + _ROWS, None]
            permuted = np.multiply(rows, multipliers, out=table[: len(rows)])
            np.add(permuted, offsets, out=permuted)
            np.minimum(smallest, permuted.min(axis=0), out=smallest)
    return smallest


def _batches(symbols: NDArray[np.uint16]) -> list[NDArray[np.uint32]]:
    """Mixed hashes of all shingles, in batches of 65,536."""
    steps = range(0, len(symbols) - SHINGLE_WIDTH + 1, _BATCH)
    return [mixed(shingle_hashes(symbols[start : start + _BATCH + SHINGLE_WIDTH - 1])) for start in steps]


def shingle_hashes(symbols: NDArray[np.uint16]) -> NDArray[np.uint32]:
    """32-bit hash of every five symbols: uint16 of shape (n,) to uint32 of shape (max(0, n - 4),).

    The upper half of the 64-bit window hash that anchors are made of; SHA-1, datasketch's default, cannot be
    computed on an array.
    """
    return (window_hashes(symbols, SHINGLE_WIDTH) >> np.uint64(32)).astype(np.uint32)


def mixed(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The finalizer of MurmurHash3 for 32 bits, which datasketch applies before it permutes; same shape."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))


@cache
def permutations() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Odd multipliers and offsets of the permutations `a * h + b mod 2**32`, each uint32 of shape (128,).

    Drawn as datasketch draws them, so that they are equal without loading it (and scipy with it).
    """
    generator = np.random.RandomState(SEED)
    halves = generator.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32)
    offsets = generator.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)
    return halves * np.uint32(2) + np.uint32(1), offsets


def is_empty(signatures: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which signatures, uint32 of shape (n, 128), are those of no text: bool, shape (n,)."""
    return np.asarray((signatures == _EMPTY).all(axis=1))


def similarity(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.float64]:
    """Estimated Jaccard similarity, row by row, of two uint32 arrays of shape (n, 128): float64, shape (n,).

    The standard error is at most 0.044; empty signatures are similar to nothing.
    """
    equal = (left == right).mean(axis=1)
    return np.where(is_empty(left) | is_empty(right), 0.0, equal)
