"""Numbering: 一、 （一） 1. 一是 and their like, against the sequence they should make.

One reading of the outline serves all checks; each check names the one event it reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal

import msgspec

from corpuslint.corpus.document import Document, remembered
from corpuslint.findings import Hit
from corpuslint.numbering.defect import Defect
from corpuslint.numbering.inline import inline_defects
from corpuslint.numbering.orphans import orphan_defects
from corpuslint.numbering.siblings import sibling_defects
from corpuslint.numbering.spoken import spoken_defects
from corpuslint.numbering.styles import likeness_defects, separator_defects, spaced_defects, style_defects
from corpuslint.numbering.unnumbered import last_unnumbered


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which event of the numbering a check reports."""

    event: Literal["gap", "repeat", "order", "start", "style", "separator", "orphan"]


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the places where the event happens, each once."""
    seen: set[tuple[int, int]] = set()
    for defect in _defects(document):
        if defect.event == params.event and defect.hit.span not in seen:
            seen.add(defect.hit.span)
            yield defect.hit


@remembered
def _defects(document: Document) -> tuple[Defect, ...]:
    return tuple(
        chain(
            sibling_defects(document),
            style_defects(document),
            separator_defects(document),
            likeness_defects(document),
            spaced_defects(document),
            inline_defects(document),
            spoken_defects(document),
            orphan_defects(document),
            last_unnumbered(document),
        )
    )
