"""The graph of copies: places that hold the same text, and the matches that link them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.match import Match

_SAME = 0.8  # two stretches of a document are one place when they share this much of their union
_INSIDE = 0.9  # a place lies inside another when this much of it does
_ACTIVE = 32  # earlier places a stretch is compared with


class Stretch(NamedTuple):
    """A half-open run of symbols, in places of the collection."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Folded characters in it."""
        return self.end - self.start

    def shared(self, other: Stretch) -> int:
        """Symbols that lie in both."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def is_same_as(self, other: Stretch) -> bool:
        """Whether the two are one place, give or take their ends."""
        shared = self.shared(other)
        return shared >= _SAME * (self.length + other.length - shared)

    def lies_in(self, other: Stretch) -> bool:
        """Whether nine tenths of this one lie in the other."""
        return self.shared(other) >= _INSIDE * self.length


class Link(NamedTuple):
    """A match as seen from one side: the stretch here, the stretch there, and how they compare."""

    here: Stretch
    there: Stretch
    equal: int
    columns: int
    masked: bool

    @property
    def identity(self) -> float:
        """Share of the alignment's columns that are equal, 0 to 1."""
        return self.equal / self.columns

    def turned(self) -> Link:
        """The same match from the other side."""
        return Link(self.there, self.here, self.equal, self.columns, self.masked)


class Places:
    """Places, numbered from 0 in order of their first sight, and the links between them."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._by_document: list[list[tuple[int, int]]] = [[] for _ in collection.sources]
        self.stretches: list[Stretch] = []
        self.links: list[dict[int, Link]] = []

    @classmethod
    def of(cls, collection: Collection, matches: Sequence[Match]) -> Places:
        """The places of all matches; stretches that nearly coincide are one place."""
        places = cls(collection)
        stretches = {Stretch(match.left, match.left_end) for match in matches}
        stretches |= {Stretch(match.right, match.right_end) for match in matches}
        number = {
            stretch: places.place(stretch)
            for stretch in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end))
        }
        for match in sorted(matches):
            link = as_link(match)
            places.connect(number[link.here], number[link.there], link)
        return places

    def place(self, stretch: Stretch) -> int:
        """The number of the place a stretch stands for, a new one if there is none yet."""
        known = self._by_document[self.document(stretch)]
        index = bisect_left(known, (stretch.start, len(self.stretches)))
        for _, number in known[max(0, index - _ACTIVE) : index + 4]:
            if self.stretches[number].is_same_as(stretch):
                return number
        insort(known, (stretch.start, len(self.stretches)))
        self.stretches.append(stretch)
        self.links.append({})
        return len(self.stretches) - 1

    def connect(self, place: int, other: int, link: Link) -> None:
        """Link two places; of two links between the same places the one with more equal text stays."""
        if place == other:
            return
        known = self.links[place].get(other)
        if known is None or known.equal < link.equal:
            self.links[place][other] = link
            self.links[other][place] = link.turned()

    def disconnect(self, place: int, other: int) -> None:
        """Take the link between two places away."""
        del self.links[place][other], self.links[other][place]

    def inside(self, stretch: Stretch) -> Iterator[int]:
        """Numbers of the places that lie inside a stretch, in order of where they begin."""
        known = self._by_document[self.document(stretch)]
        first = bisect_left(known, (stretch.start - stretch.length // 8, 0))
        last = bisect_left(known, (stretch.end, 0))
        return (number for _, number in known[first:last] if self.stretches[number].lies_in(stretch))

    def document(self, stretch: Stretch) -> int:
        """Index of the document a stretch lies in."""
        return self._collection.document_at(stretch.start)


def as_link(match: Match) -> Link:
    """A match seen from its left side."""
    return Link(
        Stretch(match.left, match.left_end),
        Stretch(match.right, match.right_end),
        match.equal,
        match.columns,
        match.masked,
    )
