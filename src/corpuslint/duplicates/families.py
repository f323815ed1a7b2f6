"""Families: every copy verified against the best one, each stretch of text reported once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from corpuslint.duplicates.canonical import choose
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.model import Options
from corpuslint.duplicates.places import Link, Places, Stretch, as_link
from corpuslint.duplicates.verify import align_region

_FULL = 0.8  # a copy of this share of the longest one may be the canonical one
_COPY = 0.5  # a copy of this share of the canonical one is a member; a shorter one is an excerpt, apart
_OVERLAP = 0.1  # copies of one family in one document may share this much of the shorter one
_MARGIN = 48


@dataclass(slots=True)
class Star:
    """A canonical place and the links from it to its copies, by the number of their places.

    `inside` are the places within those copies. `excerpts` are links of places inside them, moved to the
    canonical text: (place inside, place beyond, link from the canonical text to the place beyond).
    """

    canonical: int
    links: dict[int, Link] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    excerpts: list[tuple[int, int, Link]] = field(default_factory=list)

    @property
    def stretch(self) -> Stretch:
        """The canonical text: all of it that stands in some copy. Takes time linear in their number."""
        sides = [link.here for link in self.links.values()]
        return Stretch(min(side.start for side in sides), max(side.end for side in sides))


def gather(collection: Collection, places: Places, options: Options) -> list[Star]:
    """Take the longest place not yet spoken for, choose the best of its copies, verify the others against it.

    Copies that are not canonical are settled, with all places inside them: links of those to places elsewhere
    are verified against the canonical text and moved there, so an excerpt of a copied speech is an excerpt of
    the copy that is kept.
    """
    return _Gathering(collection, places, options).run()


class _Gathering:
    """The state of `gather`: which places are settled, and which wait, longest first."""

    def __init__(self, collection: Collection, places: Places, options: Options) -> None:
        self._collection = collection
        self._places = places
        self._options = options
        self._settled: set[int] = set()
        self._waiting = [self._rank(place) for place in range(len(places.stretches))]
        heapify(self._waiting)

    def run(self) -> list[Star]:
        stars: list[Star] = []
        while self._waiting:
            place = heappop(self._waiting)[-1]
            if place in self._settled or not self._places.links[place]:
                continue
            star = self._open_star(place) or self._last_star(place)
            if star.links:
                stars.append(star)
                self._settle(star)
        return stars

    def _rank(self, place: int) -> tuple[int, int, int]:
        stretch = self._places.stretches[place]
        return (-stretch.length, stretch.start, place)

    def _open_star(self, place: int) -> Star | None:
        """The star of the best copy within reach of a place, if other copies are still open."""
        reach = self._full_copies(place)
        if len(reach) == 1 and not any(True for _ in self._open(place)):
            return None
        chosen = choose(self._collection, [self._places.stretches[copy] for copy in reach])
        star = self._star(reach[chosen])
        if place in star.links or place == star.canonical:
            return star
        return self._star(place)

    def _last_star(self, place: int) -> Star:
        """The star of a place whose copies are all settled elsewhere: none of them may be canonical."""
        return Star(place, dict(self._places.links[place]))

    def _open(self, place: int) -> Iterable[int]:
        return (other for other in self._places.links[place] if other not in self._settled)

    def _full_copies(self, place: int) -> list[int]:
        """The place, its open copies and theirs, as far as they are about as long, in order of their text."""
        least = _FULL * self._places.stretches[place].length
        found = {place}
        for other in self._open(place):
            found.update((other, *self._open(other)))
        full = [copy for copy in found if self._places.stretches[copy].length >= least]
        return sorted(full, key=lambda copy: self._places.stretches[copy])

    def _star(self, canonical: int) -> Star:
        """All open copies within reach that are verified against the canonical one.

        Copies of copies are followed first; then what is linked to a part of a copy is moved to the canonical
        text, where it turns out to be a further copy or an excerpt.
        """
        star = Star(canonical)
        taken = {self._document(canonical): [self._places.stretches[canonical]]}
        waiting = [(other, self._places.links[canonical][other]) for other in self._open_ordered(canonical)]
        scanned: set[int] = set()
        while waiting:
            self._follow(star, taken, waiting)
            waiting = []
            for place in [place for place in star.links if place not in scanned]:
                scanned.add(place)
                waiting += self._move_parts(star, place)
        return star

    def _follow(
        self, star: Star, taken: dict[int, list[Stretch]], waiting: Sequence[tuple[int, Link]]
    ) -> None:
        """Take the waiting copies into the star, and copies of them, and so on."""
        queue = deque(waiting)
        tried = {star.canonical, *star.links, *(place for place, _ in queue)}
        while queue:
            place, link = queue.popleft()
            star.inside.update((place, *self._places.inside(link.there)))
            if not self._is_free(taken, link):
                continue
            star.links[place] = link
            taken.setdefault(self._document(place), []).append(link.there)
            for other in self._open_ordered(place):
                if other not in tried:
                    tried.add(other)
                    moved = self._moved(link, self._places.links[place][other])
                    if moved and self._is_copy(star, moved):
                        queue.append((other, moved))

    def _move_parts(self, star: Star, place: int) -> list[tuple[int, Link]]:
        """Move the links of the places inside a copy; return those that make further copies."""
        copies: dict[int, Link] = {}
        link = star.links[place]
        canonical = self._places.stretches[star.canonical]
        for part in sorted(self._places.inside(link.there)):
            for other in self._open_ordered(part):
                beyond = self._places.links[part][other]
                if other in star.inside or other in copies or beyond.there.lies_in(canonical):
                    continue
                moved = self._moved(link, beyond)
                if moved and self._is_copy(star, moved):
                    copies[other] = moved
                elif moved:
                    star.excerpts.append((part, other, moved))
        return list(copies.items())

    def _open_ordered(self, place: int) -> list[int]:
        return sorted(self._open(place), key=lambda other: self._places.stretches[other])

    def _document(self, place: int) -> int:
        return self._places.document(self._places.stretches[place])

    def _is_copy(self, star: Star, link: Link) -> bool:
        length = self._places.stretches[star.canonical].length
        return min(link.here.length, link.there.length) >= _COPY * length

    def _is_free(self, taken: dict[int, list[Stretch]], link: Link) -> bool:
        """Whether a copy stands clear of the copies already taken in its document."""
        neighbours = taken.get(self._places.document(link.there), [])
        return all(
            link.there.shared(stretch) <= _OVERLAP * min(link.there.length, stretch.length)
            for stretch in reversed(neighbours)
        )

    def _moved(self, link: Link, beyond: Link) -> Link | None:
        """The link from the canonical text to what a copy of it is linked to, verified on the text.

        `link` leads from the canonical stretch to the copy, `beyond` from the copy to a third place.
        """
        scale = link.here.length / link.there.length
        margin = _MARGIN + abs(link.here.length - link.there.length)
        low, high = self._collection.bounds(self._places.document(link.here))
        start = link.here.start + int((beyond.here.start - link.there.start) * scale) - margin
        end = link.here.start + int((beyond.here.end - link.there.start) * scale) + margin
        start, end = max(low, start), min(high, end)
        if end <= start or Stretch(start, end).shared(beyond.there):
            return None
        ahead = start < beyond.there.start
        region = (start, end, *beyond.there) if ahead else (*beyond.there, start, end)
        match = next(align_region(self._collection, region, self._options), None)
        if match is None:
            return None
        moved = as_link(match) if ahead else as_link(match).turned()
        return moved if moved.there.length >= _FULL * beyond.there.length else None

    def _settle(self, star: Star) -> None:
        """Settle the copies of a star and what lies inside them; links to that lead elsewhere now."""
        self._settled |= star.inside - {star.canonical}
        canonical = star.stretch
        for part in star.inside - {star.canonical}:
            for other in self._open_ordered(part):
                if self._places.links[part][other].there.lies_in(canonical):
                    self._places.disconnect(part, other)
        for part, other, moved in star.excerpts:
            if other not in self._settled and other in self._places.links[part]:
                self._places.disconnect(part, other)
                self._connect_moved(other, moved)

    def _connect_moved(self, other: int, moved: Link) -> None:
        known = len(self._places.stretches)
        here = self._places.place(moved.here)
        if here == known:
            heappush(self._waiting, self._rank(here))
        self._places.connect(here, other, moved)
