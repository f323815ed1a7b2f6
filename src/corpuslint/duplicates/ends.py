"""Ends of a copy: what a reader would choose, not the last character that happens to agree.

A maximum-scoring segment takes in the common beginning of the two lines after the copy (我们, 同志们), or
half of two similar titles before it. Both are cut off at the line or sentence end that the two sides share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.duplicates.align import Block
from corpuslint.duplicates.fold import LINE_BREAK, SENTENCE_BREAK
from corpuslint.duplicates.match import Match

_EQUAL_TAIL = 12  # columns beyond a shared line end that are cut when all are equal, but end inside a line
_EDITED_TAIL = 24  # the same when they are not: a line so short and so little alike is no part of the copy
_LIKENESS = 0.8
_SENTENCE_TAIL = 4
_NO_BREAK = b"\0"
_STRAY = 3  # symbols at a line's end that were edited, and stand between a copy and whole lines


class Breaks(NamedTuple):
    """What ends before each symbol of two aligned stretches, and after their last: as in `Prepared`."""

    left: bytes
    right: bytes

    def at(self, offset: int, other_offset: int) -> int:
        """What ends on both sides before these symbols: the lesser of the two breaks."""
        return min(self.left[offset], self.right[other_offset])

    def shared(
        self, offset: int, other_offset: int, reach: int, step: int, least: int = SENTENCE_BREAK
    ) -> list[tuple[int, int]]:
        """Breaks of `least` or more on both sides, with their distance, going by `step` up to `reach`."""
        if step > 0:
            left = self.left[offset : offset + reach + 1]
            right = self.right[other_offset : other_offset + reach + 1]
        else:
            left = self.left[offset - reach : offset + 1][::-1]
            right = self.right[other_offset - reach : other_offset + 1][::-1]
        has_lines = LINE_BREAK in left and LINE_BREAK in right
        if not has_lines and (least == LINE_BREAK or not left.strip(_NO_BREAK) or not right.strip(_NO_BREAK)):
            return []
        found = enumerate(map(min, left, right))
        return [(distance, kind) for distance, kind in found if kind >= least]


def trimmed(segment: Sequence[Block], breaks: Breaks) -> Sequence[Block]:
    """Cut both ends of an aligned segment; it may come out empty.

    A masked value at an end stays where it begins or ends a line: nothing else tells that it is of the copy.
    """
    if segment and segment[0].masking and breaks.at(segment[0].left, segment[0].right) != LINE_BREAK:
        segment = segment[1:]
    if (
        segment
        and segment[-1].masking
        and breaks.at(segment[-1].left_end, segment[-1].right_end) != LINE_BREAK
    ):
        segment = segment[:-1]
    for backwards in (True, False):
        while segment:
            shorter = _cut_once(segment, breaks, backwards)
            if shorter is segment:
                break
            segment = shorter
    return segment


def completed(match: Match, breaks: memoryview) -> Match:
    """Take in the first and last characters of a line where both sides have others there: 一是 for 二是.

    `breaks`: bytes, shape (total,), what ends before each place.
    """
    back, other_back = _to_line_end(breaks, match.left, -1), _to_line_end(breaks, match.right, -1)
    if back and other_back and match.right - other_back >= min(match.left_end, match.right):
        match = match._replace(
            left=match.left - back,
            right=match.right - other_back,
            columns=match.columns + max(back, other_back),
            masked=False,
        )
    ahead, other_ahead = _to_line_end(breaks, match.left_end, 1), _to_line_end(breaks, match.right_end, 1)
    if ahead and other_ahead and not match.left_end <= match.right < match.left_end + ahead:
        match = match._replace(
            left_end=match.left_end + ahead,
            right_end=match.right_end + other_ahead,
            columns=match.columns + max(ahead, other_ahead),
            masked=False,
        )
    return match


def _to_line_end(breaks: memoryview, place: int, step: int) -> int:
    """Symbols from a place to the line's beginning (step -1) or end (step 1).

    0 when they are more than 3, or when a sentence ends at the place: then they are no part of the copy.
    """
    for distance in range(_STRAY + 1):
        found = breaks[place + step * distance]
        if found == LINE_BREAK:
            return distance
        if found:
            return 0
    return 0


def _cut_once(segment: Sequence[Block], breaks: Breaks, backwards: bool) -> Sequence[Block]:
    edge = segment[-1] if backwards else segment[0]
    end = breaks.at(edge.left_end, edge.right_end) if backwards else breaks.at(edge.left, edge.right)
    if end == LINE_BREAK and edge.equal and edge.columns > _EDITED_TAIL:
        return segment
    least = LINE_BREAK if end else SENTENCE_BREAK
    for columns, equal, left, right, found in _boundaries(segment, breaks, backwards, least):
        if found == LINE_BREAK:
            is_line = end == LINE_BREAK and equal >= _LIKENESS * columns
            long_tail = columns > _EQUAL_TAIL and equal == columns
            return segment if is_line or long_tail else _cut_at(segment, left, right, backwards)
        if columns <= _SENTENCE_TAIL:
            return _cut_at(segment, left, right, backwards)
    return segment


def _boundaries(
    segment: Sequence[Block], breaks: Breaks, backwards: bool, least: int
) -> Iterator[tuple[int, int, int, int, int]]:
    """Where a cut may fall, at a break of `least` or more, from one end inwards, up to 24 columns from it.

    Columns and equal columns from the end, the offsets reached, and what ends there on both sides.
    """
    columns = equal = 0
    step = -1 if backwards else 1
    for block in reversed(segment) if backwards else segment:
        if columns > _EDITED_TAIL:
            return
        width = block.columns
        if block.equal:
            left, right = (block.left_end, block.right_end) if backwards else (block.left, block.right)
            reach = min(width - 1, _EDITED_TAIL - columns)
            for distance, found in breaks.shared(left, right, reach, step, least):
                if distance or columns:
                    ahead = step * distance
                    yield columns + distance, equal + distance, left + ahead, right + ahead, found
            equal += width
        columns += width


def _cut_at(segment: Sequence[Block], left: int, right: int, backwards: bool) -> list[Block]:
    """The blocks on the inner side of a boundary, which lies within an equal block or at its edge."""
    if backwards:
        inner = [block for block in segment if block.left < left and block.right < right]
        return [*inner[:-1], inner[-1]._replace(left_end=left, right_end=right)]
    inner = [block for block in segment if block.left_end > left and block.right_end > right]
    return [inner[0]._replace(left=left, right=right), *inner[1:]]
