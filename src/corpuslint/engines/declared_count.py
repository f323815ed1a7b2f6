"""Declared counts against the lists that follow them: 讲四个方面 and three come."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document
from corpuslint.findings import Hit
from corpuslint.numbering.counts import count_defects


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to set: the number and the list both stand in the text."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each declared number that is not kept, once."""
    seen: set[tuple[int, int]] = set()
    for hit in count_defects(document):
        if hit.span not in seen:
            seen.add(hit.span)
            yield hit
