"""How a document writes something elsewhere, asked at a cost that does not grow with its length."""

from __future__ import annotations

_STRETCH = 50_000  # characters; a document is asked within the stretch of a place and its two neighbours


class Usage:
    """Counts of words near a place, each counted once a stretch."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts: dict[tuple[str, int], int] = {}

    def count(self, words: str, offset: int) -> int:
        """Occurrences of `words` in the stretch an offset stands in and the two beside it."""
        stretch = offset // _STRETCH
        key = (words, stretch)
        if key not in self._counts:
            start, end = max(0, stretch - 1) * _STRETCH, (stretch + 2) * _STRETCH
            self._counts[key] = self.text.count(words, start, end)
        return self._counts[key]
