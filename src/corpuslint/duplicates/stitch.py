"""Parts of one copy, joined: a copied speech with a paragraph cut out or put in is one passage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.match import Match
from corpuslint.duplicates.model import Options

_GAP = 1000  # folded characters cut out or put in between two parts of one copy: a few paragraphs,
# and never more than the longer of the two parts
_DRIFT = (
    12  # parts on diagonals this close may overlap by any length: the text between them was aligned twice
)
_LOOK_BACK = 8  # earlier parts of the same documents that are tried as the beginning of one


def stitch(collection: Collection, matches: Sequence[Match], options: Options) -> list[Match]:
    """Join parts that follow one another on both sides, then drop what lies inside a longer match.

    A joined match counts what stands between its parts as unequal, and must still reach the least identity.
    """
    numbered = sorted((_documents(collection, match), match) for match in set(matches))
    joined: list[Match] = []
    for _, group in groupby(numbered, key=lambda item: item[0]):
        parts = _without_inner([match for _, match in group])
        joined += _without_inner(_joined_parts(parts, options))
    return joined


def _documents(collection: Collection, match: Match) -> tuple[int, int]:
    return collection.document_at(match.left), collection.document_at(match.right)


def _joined_parts(parts: Sequence[Match], options: Options) -> list[Match]:
    """Join each part to the nearest earlier one it continues; `parts` ascend by left place."""
    joined: list[Match] = []
    for part in parts:
        for index in range(len(joined) - 1, max(-1, len(joined) - 1 - _LOOK_BACK), -1):
            whole = _continued(joined[index], part)
            if whole and whole.identity >= options.identity and whole.left_end <= whole.right:
                joined[index] = whole
                break
        else:
            joined.append(part)
    return joined


def _continued(first: Match, second: Match) -> Match | None:
    """Both as one match when the second follows the first; an overlap of the two is counted once."""
    gap, other_gap = second.left - first.left_end, second.right - first.right_end
    shared = max(0, -min(gap, other_gap))
    follows = second.left_end > first.left_end and second.right_end > first.right_end
    reach = min(_GAP, max(first.length, second.length))
    aligned = abs(gap - other_gap) <= _DRIFT
    if not follows or max(gap, other_gap) > reach or (shared > _DRIFT and not aligned):
        return None
    beyond = max(0, second.length - shared) / second.length
    return Match(
        first.left,
        second.left_end,
        first.right,
        second.right_end,
        equal=first.equal + round(second.equal * beyond),
        columns=first.columns + round(second.columns * beyond) + max(gap + shared, other_gap + shared),
        masked=first.masked and second.masked and aligned and shared > 0,
    )


def _without_inner(matches: Sequence[Match]) -> list[Match]:
    """Drop matches that lie inside a longer one on both sides; the rest in order of their places."""
    kept: list[Match] = []
    for match in sorted(
        matches, key=lambda match: (match.left, -match.left_end, match.right, -match.right_end)
    ):
        if not any(_lies_in(match, other) for other in kept[-4 * _LOOK_BACK :]):
            kept.append(match)
    return kept


def _lies_in(inner: Match, outer: Match) -> bool:
    return (
        outer.left <= inner.left
        and inner.left_end <= outer.left_end
        and outer.right <= inner.right
        and inner.right_end <= outer.right_end
    )
