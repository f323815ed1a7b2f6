"""A match: two stretches that say the same."""

from __future__ import annotations

from typing import NamedTuple


class Match(NamedTuple):
    """Two stretches that say the same: places `left` to `left_end`, and `right` to `right_end`, exclusive.

    `equal` symbols stand in both; `columns` is the length of the alignment. `masked` tells that the two
    differ only where one has a mask or a figure.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    equal: int
    columns: int
    masked: bool

    @property
    def identity(self) -> float:
        """Share of the alignment's columns that are equal, 0 to 1."""
        return self.equal / self.columns

    @property
    def length(self) -> int:
        """Length of the shorter side in folded characters."""
        return min(self.left_end - self.left, self.right_end - self.right)
