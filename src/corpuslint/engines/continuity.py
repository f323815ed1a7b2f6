"""Sentences broken over two lines: one hit a sentence, however many pieces it is in.

Where a line goes on in the next is decided in `brokenlines`. A text cut at the same width in every line is
one finding for the file, and so is a closing mark that stands under the quotation it closes.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.prose import grammar
from corpuslint.prose.brokenlines import breaks, wrapped

_SHOWN = 10  # characters either side of a seam that a finding covers
_MOST_PIECES = 4  # further lines of a broken sentence that a finding points to
_FULL_STOP = late(r"[。！？](?=.)")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each broken sentence as one hit over its chain of lines."""
    broken = breaks(document)
    if cut := wrapped(document):
        first = min(broken or cut)
        yield Hit(_seam_span(document, first, first), {"count": len(cut)}, "wrapped")
        return
    for first, last in _sentences(document, broken):
        pieces = document.blocks[first + 2 : min(last + 2, first + 2 + _MOST_PIECES)]
        related = tuple(Place(piece.span, "piece") for piece in pieces)
        yield Hit(
            _seam_span(document, first, last),
            _sides(document, first, last),
            _variant(document, first, last),
            related,
        )


def _sentences(document: Document, broken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The first and the last break of each broken sentence; a line with a full stop inside begins another."""
    first = -1
    for index in sorted(broken):
        if first < 0:
            first = index
        is_last = index + 1 not in broken
        if is_last or _FULL_STOP.search(document.slice(document.blocks[index + 1].span)):
            yield first, index
            first = -1


def _variant(document: Document, first: int, last: int) -> str:
    if last > first:
        return "chain"
    return "mark" if grammar.closes(document.slice(document.blocks[first].span)) else ""


def _seam_span(document: Document, first: int, last: int) -> Span:
    """From the end of the line before the first break to the beginning of the line after the last."""
    before = document.blocks[first].span
    after = document.blocks[min(last + 1, len(document.blocks) - 1)].span
    return Span(max(before.start, before.end - _SHOWN), min(after.end, after.start + _SHOWN))


def _sides(document: Document, index: int, last: int) -> dict[str, str | int]:
    before, after = document.blocks[index], document.blocks[index + 1]
    second = document.slice(after.span)
    return {
        "before": document.slice(before.span)[-_SHOWN:],
        "after": second[:_SHOWN],
        "mark": second[0],
        "line": after.line,
        "count": last - index + 2,
    }
