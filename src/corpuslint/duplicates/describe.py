"""From a star of places to the family that is reported."""

from __future__ import annotations

import math
from collections.abc import Sequence

from corpuslint.corpus.document import Span
from corpuslint.duplicates.canonical import is_whole, reasons, span_of
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.families import Star
from corpuslint.duplicates.fold import folded_values
from corpuslint.duplicates.model import VARIANTS, FamilyMember, Kind, PassageFamily, Variant
from corpuslint.duplicates.places import Link, Stretch
from corpuslint.duplicates.spans import with_punctuation

_BOILERPLATE_LENGTH = 120  # folded characters
_BOILERPLATE_DOCUMENTS = 8


def describe(collection: Collection, star: Star, numbers: Sequence[int]) -> PassageFamily:
    """The family of a star; `numbers` gives the caller's index of each source of the collection."""
    links = list(star.links.values())
    canonical = star.stretch
    copies = [canonical, *(link.there for link in links)]
    source, span = _place(collection, numbers, canonical)
    members = [FamilyMember(source, span, 1.0, 1.0), *(_member(collection, numbers, link) for link in links)]
    order = sorted(range(len(copies)), key=lambda index: copies[index])
    return PassageFamily(
        kind=_kind(collection, copies),
        variant=max((member.variant for member in members), key=VARIANTS.index),
        members=tuple(members[index] for index in order),
        canonical=order.index(0),
        reasons=reasons(collection, copies, chosen=0),
    )


def _member(collection: Collection, numbers: Sequence[int], link: Link) -> FamilyMember:
    """The copy a link leads to; shares are rounded down, so that only what is equal is at 1."""
    source, span = _place(collection, numbers, link.there)
    contained = min(1.0, link.equal / link.there.length)
    return FamilyMember(source, span, _floor(link.identity), _floor(contained), _variant(collection, link))


def _floor(share: float) -> float:
    return math.floor(share * 10_000) / 10_000


def _place(collection: Collection, numbers: Sequence[int], stretch: Stretch) -> tuple[int, Span]:
    document, span = span_of(collection, stretch)
    return numbers[document], with_punctuation(collection.sources[document].text, span)


def _kind(collection: Collection, copies: Sequence[Stretch]) -> Kind:
    """A document when a copy is all of one; boilerplate when the text is short and in many documents.

    A short text in many documents stays boilerplate while fewer than half of its copies are whole documents.
    """
    whole = sum(is_whole(collection, copy) for copy in copies)
    documents = len({collection.document_at(copy.start) for copy in copies})
    short = max(copy.length for copy in copies) <= _BOILERPLATE_LENGTH
    if short and documents >= _BOILERPLATE_DOCUMENTS and 2 * whole < len(copies):
        return "boilerplate"
    return "document" if whole else "passage"


def _variant(collection: Collection, link: Link) -> Variant:
    """The weakest folding under which a copy equals the canonical one, judged on the two texts."""
    different: Variant = "masked" if link.masked else "near"
    if collection.slice(*link.here) != collection.slice(*link.there):
        return different
    texts = [_slice(collection, *span_of(collection, stretch)) for stretch in (link.here, link.there)]
    if _joined_lines(texts[0]) == _joined_lines(texts[1]):
        return "exact"
    if folded_values(texts[0]) == folded_values(texts[1]):
        return "folded"
    return different


def _slice(collection: Collection, document: int, span: Span) -> str:
    return collection.sources[document].text[span.start : span.end]


def _joined_lines(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())
