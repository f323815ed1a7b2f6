"""A defect of the numbering: which event it is, and the hit that tells of it."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.findings import Hit
from corpuslint.markers import Marker

_OPENING_LIMIT = 24
_BREAK_LIMIT = 8  # characters of white space over which a marker may be broken
_OPENING_END = "，,。；;：:！!？?"


class Defect(NamedTuple):
    """An event (`gap`, `repeat`, `order`, `start`, `style`, `separator`, `orphan`) and where it shows."""

    event: str
    hit: Hit


def marker_text(document: Document, marker: Marker) -> str:
    """A marker as it stands."""
    return document.slice(marker.span).strip()


def broken_start(document: Document, marker: Marker) -> int | None:
    """Where the opening bracket stands that a line end cut off from its marker, if one did."""
    if not marker.is_broken or document.text[marker.span.start] in "（(":
        return None
    before = document.text[max(0, marker.span.start - _BREAK_LIMIT) : marker.span.start]
    kept = before.rstrip(" \t\u3000\r\n")
    if not kept or kept[-1] not in "（(" or "\n" not in before[len(kept) :]:
        return None
    return marker.span.start - len(before) + len(kept) - 1


def opening(document: Document, block: Block) -> Span:
    """The first words of a block: what a reader needs to find the place."""
    start, end = block.span
    end = min(end, start + _OPENING_LIMIT)
    stop = next((at for at in range(start + 1, end) if document.text[at] in _OPENING_END), end)
    return Span(start, stop)
