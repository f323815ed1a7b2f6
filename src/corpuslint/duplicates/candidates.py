"""Candidates: pairs of documents whose signatures agree in a band of eight values.

16 bands of 8 find a pair of Jaccard similarity 0.8 with probability 0.95 and one of 0.9 with 1.00; what they
find must still be verified. `band_pairs` compares all rows of a table with one sort a band; `lookup` makes
the datasketch index through which a kept table is asked one signature at a time. Both find the same pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.sketch import PERMUTATIONS, SCHEME, SEED, is_empty

if TYPE_CHECKING:
    from datasketch import LeanMinHash, MinHashLSH

BANDS, ROWS = 16, 8
REACH = 40  # in a larger set of equal bands each document is paired with the 40 that follow it


def band_pairs(signatures: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs of rows that agree in a band: uint32 of shape (n, 128) to int64 of shape (pairs, 2).

    Pairs ascend and the smaller row stands first. Rows of texts too short to be compared are in no pair.
    """
    rows = np.flatnonzero(~is_empty(signatures))
    pairs = [np.zeros((0, 2), np.int64)]
    for band in range(BANDS):
        values = np.ascontiguousarray(signatures[rows, band * ROWS : (band + 1) * ROWS])
        pairs.append(rows[_equal_pairs(values.view(f"V{ROWS * 4}").ravel())])
    return np.unique(np.concatenate(pairs), axis=0)


def _equal_pairs(keys: NDArray[np.void]) -> NDArray[np.int64]:
    """Pairs of indices with equal keys, shape (n,): int64, shape (pairs, 2)."""
    _, numbers = np.unique(keys, return_inverse=True)
    order = np.argsort(numbers, kind="stable")
    sorted_numbers = numbers[order]
    pairs = [np.zeros((0, 2), np.int64)]
    for step in range(1, REACH + 1):
        same = np.flatnonzero(sorted_numbers[step:] == sorted_numbers[:-step])
        if not len(same):
            break
        pairs.append(np.stack([order[same], order[same + step]], axis=1))
    return np.concatenate(pairs)


def lean(signature: NDArray[np.uint32]) -> LeanMinHash:
    """A signature, uint32 of shape (128,), as datasketch's value; it can be compared with any other of it."""
    from datasketch import LeanMinHash

    return LeanMinHash(seed=SEED, hashvalues=signature, scheme=SCHEME)


def lookup(signatures: NDArray[np.uint32]) -> MinHashLSH:
    """An index of the rows of a table, uint32 of shape (n, 128), by row number; empty ones are left out."""
    from datasketch import MinHashLSH

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    with index.insertion_session() as session:
        for row in np.flatnonzero(~is_empty(signatures)).tolist():
            session.insert(row, lean(signatures[row]))
    return index


def similar(index: MinHashLSH, signature: NDArray[np.uint32]) -> list[int]:
    """Rows of an index that agree with a signature, uint32 of shape (128,), in a band, ascending."""
    if is_empty(signature[None, :])[0]:
        return []
    return sorted(index.query(lean(signature)))
