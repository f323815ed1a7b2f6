"""The search for duplicates: sources in, families out."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint.duplicates.chain import chain
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.coverage import Share, coverage
from corpuslint.duplicates.describe import describe
from corpuslint.duplicates.families import gather
from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.join import join
from corpuslint.duplicates.model import VARIANTS, FamilyMember, Folded, Options, PassageFamily, Prepared
from corpuslint.duplicates.places import Places
from corpuslint.duplicates.source import Source
from corpuslint.duplicates.stitch import stitch
from corpuslint.duplicates.verify import verify

__all__ = [
    "VARIANTS",
    "FamilyMember",
    "Folded",
    "Options",
    "PassageFamily",
    "Prepared",
    "Share",
    "Source",
    "coverage",
    "find_families",
    "prepare",
]


def prepare(text: str, options: Options) -> Prepared:
    """The part of the work that needs one text alone: its folded view. Made in worker processes, and kept."""
    return fold(text)


def find_families(sources: Sequence[Source], options: Options) -> list[PassageFamily]:
    """All families of passages that stand in two or more places, in order of their first member.

    The result does not depend on the order of the sources, except that members name them by index.
    """
    numbers = sorted(range(len(sources)), key=lambda index: (sources[index].path, sources[index].record or 0))
    collection = Collection.of([sources[index] for index in numbers])
    width = options.shingle_width(len(collection.symbols))
    chains = chain(collection, join(collection, width, options.sampling), width)
    matches = stitch(collection, verify(collection, chains, options, width), options)
    stars = gather(collection, Places.of(collection, matches), options)
    families = [(star, describe(collection, star, numbers)) for star in stars]
    rank = {number: index for index, number in enumerate(numbers)}
    return sorted(
        (family for _, family in families),
        key=lambda family: [(rank[member.source], member.span) for member in family.members],
    )
