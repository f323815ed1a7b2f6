"""Headings with nothing under them, headings over two lines, and titles that come again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from corpuslint.corpus.document import Document
from corpuslint.findings import Hit
from corpuslint.headings.empty import empty_headings
from corpuslint.headings.repeated import repeated_headings
from corpuslint.headings.split import split_headings


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which of the three to report."""

    find: Literal["empty", "split", "repeated"]


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the headings that have the defect asked for."""
    if params.find == "split":
        yield from split_headings(document)
    elif params.find == "repeated":
        yield from repeated_headings(document)
    else:
        yield from empty_headings(document)
