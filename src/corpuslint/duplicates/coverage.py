"""How much of each source stands in some family, and how much of it is not the canonical copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpuslint.corpus.document import Span
from corpuslint.duplicates.model import PassageFamily
from corpuslint.duplicates.source import Source


class Share(NamedTuple):
    """Code points of one source: in any family, and in a copy that is not canonical."""

    covered: int
    redundant: int


def coverage(sources: Sequence[Source], families: Iterable[PassageFamily]) -> list[Share]:
    """The share of each source, in their order; a character that stands in two families counts once."""
    covered: list[list[Span]] = [[] for _ in sources]
    redundant: list[list[Span]] = [[] for _ in sources]
    for family in families:
        for index, member in enumerate(family.members):
            covered[member.source].append(member.span)
            if index != family.canonical:
                redundant[member.source].append(member.span)
    return [Share(_union(all_), _union(copies)) for all_, copies in zip(covered, redundant, strict=True)]


def _union(spans: list[Span]) -> int:
    """Characters in the union of the spans."""
    total, reached = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total
