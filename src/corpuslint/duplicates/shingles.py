"""Anchors: hashes of k-grams, a fixed share of them kept by value, so that two copies keep the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CONTEXT_WIDTH = 28  # characters that tell a mass copy from a stock phrase

_MULTIPLIER = 0x9E3779B97F4A7C15
_MODULUS = 1 << 64
_CHUNK = 1 << 16  # a chunk and its hashes stay in the second-level cache


@dataclass(frozen=True, slots=True, eq=False)
class Anchors:
    """`hashes`: uint64, shape (n,); `positions`: int64, shape (n,), ascending, where each k-gram begins."""

    hashes: NDArray[np.uint64]
    positions: NDArray[np.int64]


def window_hashes(symbols: NDArray[np.uint16], width: int) -> NDArray[np.uint64]:
    """Polynomial hash of every window: uint16 of shape (n,) to uint64 of shape (n - width + 1,), mixed.

    A hash of 2m characters is made of two of m (`h(i) * P**m + h(i + m)`): a width of 8 takes 3 passes.
    """
    count = max(0, len(symbols) - width + 1)
    block, block_width = symbols.astype(np.uint64), 1
    total: NDArray[np.uint64] | None = None
    done = 0
    for bit in range(width.bit_length()):
        if bit:
            block = _append(block, block[block_width:], block_width)
            block_width *= 2
        if width >> bit & 1:
            total = block if total is None else _append(total, block[done:], block_width)
            done += block_width
    return mixed(total[:count] if total is not None else block[:0])


def _append(left: NDArray[np.uint64], right: NDArray[np.uint64], width: int) -> NDArray[np.uint64]:
    """Hash of a window and the `width` characters that follow it; as long as the shorter of the two."""
    count = min(len(left), len(right))
    return left[:count] * np.uint64(pow(_MULTIPLIER, width, _MODULUS)) + right[:count]


def mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread every bit over the word (the finalizer of MurmurHash3); same shape."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))


def sample(symbols: NDArray[np.uint16], width: int, sampling: int) -> Anchors:
    """Keep the k-grams whose hash is divisible by `sampling`, a power of two.

    What is kept depends on the k-gram alone: never on its neighbours, its document or its place. A k-gram
    that holds a 0, the mark between two documents, is left out.
    """
    none = Anchors(np.zeros(0, np.uint64), np.zeros(0, np.int64))
    chunks = [none, *sampled_chunks(symbols, width, sampling)]
    return Anchors(
        np.concatenate([chunk.hashes for chunk in chunks]),
        np.concatenate([chunk.positions for chunk in chunks]),
    )


def sampled_chunks(symbols: NDArray[np.uint16], width: int, sampling: int) -> Iterator[Anchors]:
    """The same a chunk at a time, for a text whose anchors are not to be held in full."""
    for start in range(0, max(0, len(symbols) - width + 1), _CHUNK):
        chunk = symbols[start : start + _CHUNK + width - 1]
        hashes = window_hashes(chunk, width)
        is_kept = hashes & np.uint64(sampling - 1) == 0
        marks = np.flatnonzero(chunk == 0)
        for distance in range(width):
            crossing = marks - distance
            is_kept[crossing[(crossing >= 0) & (crossing < len(hashes))]] = False
        kept = np.flatnonzero(is_kept)
        yield Anchors(hashes[kept] >> np.uint64(sampling.bit_length() - 1), kept + start)


def context_hashes(
    symbols: NDArray[np.uint16],
    positions: NDArray[np.int64],
    lows: NDArray[np.int64],
    highs: NDArray[np.int64],
) -> NDArray[np.uint64]:
    """Hash of the 28 characters around each anchor, and of where in them the anchor stands.

    `positions`, `lows`, `highs`: int64, shape (n,): the anchor and the bounds of its document; near a bound
    the window moves inwards. The documents must be at least 28 long. Returns uint64, shape (n,).
    """
    windows = np.clip(positions - 10, lows, highs - CONTEXT_WIDTH)
    hashes = np.zeros(len(positions), dtype=np.uint64)
    for column in range(CONTEXT_WIDTH):
        hashes = hashes * np.uint64(_MULTIPLIER) + symbols[windows + column]
    return mixed(hashes * np.uint64(_MULTIPLIER) + (positions - windows).astype(np.uint64))
