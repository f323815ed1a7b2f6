"""All folded texts as one array, so that every later step is one pass over one array."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.fold import LINE_BREAK, as_string
from corpuslint.duplicates.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """Sources in the order of their paths, and their symbols one after the other.

    `symbols`: uint16, shape (total,), one 0 after each document. `breaks`: uint8, shape (total,), what ends
    before each of them, as in `Folded`. `starts`: int64, shape (documents + 1,), where each document
    begins; the last entry is the total. Positions in `symbols` are called places below.
    """

    sources: Sequence[Source]
    symbols: NDArray[np.uint16]
    breaks: NDArray[np.uint8]
    starts: NDArray[np.int64]
    _starts: list[int]

    @classmethod
    def of(cls, sources: Sequence[Source]) -> Collection:
        """Join the folded views of the sources."""
        lengths = [len(source.folded.symbols) + 1 for source in sources]
        starts = np.zeros(len(sources) + 1, dtype=np.int64)
        np.cumsum(lengths, out=starts[1:])
        symbols = np.zeros(starts[-1], dtype=np.uint16)
        breaks = np.full(starts[-1], LINE_BREAK, dtype=np.uint8)
        for source, start, end in zip(sources, starts[:-1].tolist(), starts[1:].tolist(), strict=True):
            symbols[start : end - 1] = source.folded.symbols
            breaks[start : end - 1] = source.folded.breaks
        return cls(sources, symbols, breaks, starts, starts.tolist())

    def documents_of(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Index of the document each place lies in, same shape as `places`."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def document_at(self, place: int) -> int:
        """Index of the document a place lies in."""
        return bisect_right(self._starts, place) - 1

    def bounds(self, document: int) -> tuple[int, int]:
        """First place of a document and the place after its last symbol."""
        return self._starts[document], self._starts[document + 1] - 1

    def slice(self, start: int, end: int) -> str:
        """The symbols of a stretch as a string."""
        return as_string(self.symbols[start:end])
