"""What does not belong to a heading: the codes of a converter, and the marks that stand around it."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Document
from corpuslint.findings import Hit
from corpuslint.headings.decorated import decorations
from corpuslint.patterns import Rules, matches


class Params(Rules, frozen=True, forbid_unknown_fields=True):
    """The patterns of the codes; see `corpuslint.patterns.Rules`."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the codes, and what decorates single headings."""
    codes = matches(document, params)
    for span in codes:
        yield Hit(span)
    for hit in decorations(document):
        if not any(hit.span.overlaps(span) for span in codes):
            yield hit
