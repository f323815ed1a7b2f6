"""What the matches found so far say already: most chains of a speech that stands in many places."""

from __future__ import annotations

from collections import defaultdict

from corpuslint.duplicates.cores import Region
from corpuslint.duplicates.match import Match

_LOOK_BACK = 8  # latest matches, and matches of a place, that are looked at
_SHIFT = 64  # characters by which two copies may lead to different places of a third text
_LONG = 240  # characters of a copied speech: stock sentences stand together in ever new ways, speeches do not
_BUCKET = 256  # characters of text whose matches are kept together


class Known:
    """Matches in the order found, and the long ones by the text of their right side."""

    def __init__(self) -> None:
        self.matches: list[Match] = []
        self._by_right: dict[int, list[Match]] = defaultdict(list)

    def add(self, match: Match) -> None:
        """Take a match in."""
        self.matches.append(match)
        if match.length < _LONG:
            return
        for bucket in range(match.right // _BUCKET, match.right_end // _BUCKET + 1):
            self._by_right[bucket].append(match)

    def tells(self, core: Region) -> bool:
        """Whether a core lies in a match, or both of its sides in long copies of one place of a third text.

        Chains come in order of their documents: those with the first text that holds a speech come first, and
        n copies of it take n alignments, not n². Families verify each copy against the one that is kept.
        """
        start, end, other, other_end = core
        if any(
            match.left <= start and end <= match.left_end and _holds(match, other, other_end)
            for match in self.matches[-_LOOK_BACK:]
        ):
            return True
        origins = self._origins(start, end)
        return bool(origins) and any(
            abs(origin - known) <= _SHIFT for origin in self._origins(other, other_end) for known in origins
        )

    def _origins(self, start: int, end: int) -> list[int]:
        """Places on the left of long matches that have this stretch on their right."""
        matches = self._by_right.get(start // _BUCKET, ())[:_LOOK_BACK]
        return [match.left + start - match.right for match in matches if _holds(match, start, end)]


def _holds(match: Match, start: int, end: int) -> bool:
    return match.right <= start and end <= match.right_end
