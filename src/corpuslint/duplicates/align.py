"""Alignment of two strings of symbols, and the stretches of it that are copies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from corpuslint.duplicates.fold import MASK

_VALUE = 12  # a mask stands for at most this many characters
_EDIT_COST = 1.5  # at 1, sentences built of the same phrases pass; at 2, a much edited copy falls apart
_MASK = chr(MASK)

Run = tuple[int, int, int]  # an equal stretch: where it begins on the left and on the right, and its length


class Block(NamedTuple):
    """A stretch of an alignment: equal on both sides, or not. Offsets into the two strings.

    `masking` tells of an edit that one side is a lone mask or figure and the other no longer than its value.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    equal: bool
    masking: bool

    @property
    def columns(self) -> int:
        """Columns of the alignment it takes."""
        length, other_length = self.left_end - self.left, self.right_end - self.right
        return length if length > other_length else other_length

    @property
    def score(self) -> float:
        """+1 an equal column, -1.5 an edited one; a masked value is neither likeness nor difference."""
        if self.equal:
            return self.left_end - self.left
        return 0.0 if self.masking else -_EDIT_COST * self.columns


def align(left: str, right: str, cuts: Sequence[tuple[int, int]] = ()) -> list[Block]:
    """Align two strings, piece by piece between the cuts (offsets on both sides, ascending on both).

    Neighbouring edits are one block, neighbouring equal stretches too.
    """
    return blocks_of(left, right, equal_runs(left, right, cuts))


def equal_runs(left: str, right: str, cuts: Sequence[tuple[int, int]] = ()) -> list[Run]:
    """The equal stretches of an alignment, and an empty one at its end."""
    if not cuts:
        return [(run.a, run.b, run.size) for run in Levenshtein.editops(left, right).as_matching_blocks()]
    runs: list[Run] = [(0, 0, 0)]
    for (start, other), (end, other_end) in pairwise([(0, 0), *cuts, (len(left), len(right))]):
        for at, other_at, size in equal_runs(left[start:end], right[other:other_end])[:-1]:
            last, last_other, length = runs[-1]
            if last + length == start + at and last_other + length == other + other_at:
                runs[-1] = (last, last_other, length + size)
            else:
                runs.append((start + at, other + other_at, size))
    return [*(runs if runs[0][2] else runs[1:]), (len(left), len(right), 0)]


def reaches(left: str, right: str, runs: Sequence[Run], least: float) -> bool:
    """Whether some stretch of an alignment has this score: most candidates are chance, and are left here."""
    total = 0.0
    end = other_end = 0
    for start, other, size in runs:
        if total and not _is_masking(left, right, end, start, other_end, other):
            gap, other_gap = start - end, other - other_end
            total -= _EDIT_COST * (gap if gap > other_gap else other_gap)
            if total < 0:
                total = 0.0
        total += size
        if total >= least:
            return True
        end, other_end = start + size, other + size
    return False


def blocks_of(left: str, right: str, runs: Sequence[Run]) -> list[Block]:
    """The equal stretches and the edits between them, in turn."""
    blocks: list[Block] = []
    end = other_end = 0
    for start, other, size in runs:
        if start > end or other > other_end:
            masking = _is_masking(left, right, end, start, other_end, other)
            blocks.append(Block(end, start, other_end, other, False, masking))
        end, other_end = start + size, other + size
        if size:
            blocks.append(Block(start, end, other, other_end, True, False))
    return blocks


def _is_masking(left: str, right: str, start: int, end: int, other: int, other_end: int) -> bool:
    """Whether one side of an edit is a lone mask, and the other no longer than a value."""
    length, other_length = end - start, other_end - other
    return (length == 1 and left[start] == _MASK and other_length <= _VALUE) or (
        other_length == 1 and right[other] == _MASK and length <= _VALUE
    )


def best_segments(blocks: Sequence[Block], least: int) -> list[Sequence[Block]]:
    """The runs of blocks with the greatest scores, none overlapping, each with a score of `least` or more.

    The best run is taken first, what is left and right of it is searched in turn. A run begins and ends with
    an equal block, or with a masked value next to one.
    """
    least = max(1, least)
    scores = [block.score for block in blocks]
    found: list[Sequence[Block]] = []
    waiting = [(0, len(blocks))]
    while waiting:
        low, high = waiting.pop()
        if low == high or blocks[high - 1].left_end - blocks[low].left < least:
            continue
        start, end, score = _best_run(scores, low, high)
        if score >= least:
            found.append(blocks[start:end])
            waiting += [(low, start), (end, high)]
    return found


def _best_run(scores: Sequence[float], low: int, high: int) -> tuple[int, int, float]:
    """Start, end and score of the longest run with the greatest score (Kadane, 1984), from `low` to `high`.

    A score of 0 is a masked value: a run may begin or end with one.
    """
    best = (low, low, 0.0)
    start, total = low, 0.0
    for index in range(low, high):
        score = scores[index]
        if total < 0 or (total == 0 and scores[start] != 0):
            start, total = index, 0.0
        total += score
        if total > best[2] or (score == 0 and best[1] == index and total == best[2]):
            best = (start, index + 1, total)
    return best


def longest_ascending(lefts: list[int], rights: list[int]) -> list[tuple[int, int]]:
    """Of pairs that ascend on the left, the longest run that ascends on the right too (patience sorting)."""
    tails: list[int] = []
    tail_indices: list[int] = []
    before: list[int] = []
    for index, right in enumerate(rights):
        rank = bisect_left(tails, right)
        before.append(tail_indices[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [right]
        tail_indices[rank : rank + 1] = [index]
    chosen: list[tuple[int, int]] = []
    index = tail_indices[-1] if tail_indices else -1
    while index >= 0:
        chosen.append((lefts[index], rights[index]))
        index = before[index]
    return chosen[::-1]
