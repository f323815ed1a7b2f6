"""Regular expressions over lines: everything that a list of patterns and of look-alikes can say."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Document
from corpuslint.findings import Hit
from corpuslint.patterns import Rules, matches


class Params(Rules, frozen=True, forbid_unknown_fields=True):
    """The patterns of a check; see `corpuslint.patterns.Rules`."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each match that no look-alike covers, at most one at a place."""
    for span in matches(document, params):
        yield Hit(span)
