"""Stretches of a text and places in it."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of text, `start` to `end`, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character (an empty span shares with what surrounds it)."""
        return (self.start < other.end and other.start < self.end) or self == other

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place in a text: line and column are 1-based, column and offset count code points."""

    line: int
    column: int
    offset: int
