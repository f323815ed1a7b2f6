"""Passages that a text shares with documents of an index, found by their anchors alone.

Nothing is aligned, for there may be no text to align with: a passage is a run of anchors that stand at the
same distance from one another on both sides; the share of them that agree tells how alike the two are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.index import WIDTH, Sketch

LEAST_LENGTH = 60  # folded characters between the first anchor of a passage and its last

_LEAST_ANCHORS = 6
_LEAST_SHARE = 0.25  # of the anchors that stand in the passage; text with 15 % edited keeps 0.27 of them
_SHORT, _LEAST_SHARE_OF_SHORT = 200, 0.4  # stock phrases that follow one another by chance are short
_FEW = 12  # places of the index that an anchor is looked up in: the first of a stock phrase or a mass copy
_DRIFT = 16  # folded characters by which the distance may change from one anchor to the next
_GAP = 120  # folded characters without a common anchor that end a run
_BRIDGE = 400  # between two runs that are one passage
_SHIFT = 64  # characters put in or left out between them


class Passage(NamedTuple):
    """A passage of the text: folded characters `start` to `end`, in `document` from `other` to `other_end`.

    `identity` is the estimated share of characters that are equal.
    """

    document: int
    start: int
    end: int
    other: int
    other_end: int
    identity: float


class Haystack:
    """All anchors of an index, sorted by hash, so that a text is looked up in one pass."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        sizes = [len(sketch.hashes) for sketch in sketches]
        hashes = np.concatenate([np.zeros(0, np.uint32), *(sketch.hashes for sketch in sketches)])
        positions = np.concatenate([np.zeros(0, np.uint32), *(sketch.positions for sketch in sketches)])
        order = np.argsort(hashes, kind="stable")
        self._hashes = hashes[order]
        self._positions = positions[order].astype(np.int64)
        self._documents = np.repeat(np.arange(len(sizes)), sizes)[order]

    def passages(self, sketch: Sketch) -> list[Passage]:
        """The passages that a text shares with each document, in order of the document and the place."""
        found: list[Passage] = []
        for document, own, other in self._runs(sketch):
            passage = _passage(document, own, other, sketch)
            if found and (joined := _joined(found[-1], passage)):
                found[-1] = joined
            else:
                found.append(passage)
        return [
            passage
            for passage in found
            if min(passage.end - passage.start, passage.other_end - passage.other) >= LEAST_LENGTH
        ]

    def _runs(self, sketch: Sketch) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.int64]]]:
        """Runs of common anchors: the document and the positions on both sides, by document and own place."""
        own, documents, other = self._common(sketch)
        order = np.lexsort((other - own, documents))
        own, documents, other = own[order], documents[order], other[order]
        jump = (np.diff(documents) != 0) | (np.diff(other - own) > _DRIFT)
        track = np.concatenate([np.zeros(min(1, len(own)), np.int64), np.cumsum(jump)])
        order = np.lexsort((own, track))
        own, documents, other, track = own[order], documents[order], other[order], track[order]
        cut = (np.diff(track) != 0) | (np.diff(own) > _GAP)
        bounds = [0, *(np.flatnonzero(cut) + 1).tolist(), len(own)]
        runs = [
            (int(documents[start]), own[start:end], other[start:end])
            for start, end in pairwise(bounds)
            if end - start >= _LEAST_ANCHORS and _is_dense(own[start:end], sketch)
        ]
        yield from sorted(runs, key=lambda run: (run[0], int(run[1][0]), int(run[2][0])))

    def _common(self, sketch: Sketch) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Anchors in common: own position, document and position there, each int64 of shape (n,)."""
        first = np.searchsorted(self._hashes, sketch.hashes, side="left")
        counts = np.minimum(np.searchsorted(self._hashes, sketch.hashes, side="right") - first, _FEW)
        own = np.repeat(sketch.positions.astype(np.int64), counts)
        step = np.arange(len(own)) - np.repeat(np.cumsum(counts) - counts, counts)
        rows = np.repeat(first, counts) + step
        return own, self._documents[rows], self._positions[rows]


def _is_dense(own: NDArray[np.int64], sketch: Sketch) -> bool:
    first, last = int(own[0]), int(own[-1])
    least = _LEAST_SHARE_OF_SHORT if last - first < _SHORT else _LEAST_SHARE
    return len(np.unique(own)) >= least * _anchors_within(sketch, first, last)


def _anchors_within(sketch: Sketch, first: int, last: int) -> int:
    low, high = np.searchsorted(sketch.positions, (first, last + 1)).tolist()
    return int(high - low)


def _passage(document: int, own: NDArray[np.int64], other: NDArray[np.int64], sketch: Sketch) -> Passage:
    """A run as a passage: an anchor of 8 characters survives when all of them are equal."""
    first, last = int(own[0]), int(own[-1])
    share = min(1.0, len(np.unique(own)) / _anchors_within(sketch, first, last))
    return Passage(
        document, first, last + WIDTH, int(other.min()), int(other.max()) + WIDTH, share ** (1 / WIDTH)
    )


def _joined(first: Passage, second: Passage) -> Passage | None:
    """Two runs as one passage where the second follows the first on both sides, not too far away."""
    gap, other_gap = second.start - first.end, second.other - first.other_end
    is_near = -_GAP <= gap <= _BRIDGE and -_GAP <= other_gap <= _BRIDGE and abs(gap - other_gap) <= _SHIFT
    if first.document != second.document or not is_near:
        return None
    lengths = (first.end - first.start, second.end - second.start)
    identity = (first.identity * lengths[0] + second.identity * lengths[1]) / sum(lengths)
    return Passage(
        first.document,
        first.start,
        max(first.end, second.end),
        min(first.other, second.other),
        max(first.other_end, second.other_end),
        identity,
    )
