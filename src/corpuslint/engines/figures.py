"""Figures that contradict each other: sums that do not come out, rates and changes that do not follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.findings import Hit
from corpuslint.quantities.changes import CUE as CHANGE_CUE
from corpuslint.quantities.changes import changes
from corpuslint.quantities.products import CUE as PRODUCT_CUE
from corpuslint.quantities.products import products
from corpuslint.quantities.rates import CUE as RATE_CUE
from corpuslint.quantities.rates import rates
from corpuslint.quantities.shares import CUE as SHARE_CUE
from corpuslint.quantities.shares import shares
from corpuslint.quantities.wholes import CUE as WHOLE_CUE
from corpuslint.quantities.wholes import SENTENCE, sums

_JUDGES = {
    "sum": ((WHOLE_CUE, sums), (PRODUCT_CUE, products), (SHARE_CUE, shares)),
    "rate": ((RATE_CUE, rates), (CHANGE_CUE, changes)),
}
_LONGEST = 1200  # characters


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is compared: `sum` (wholes with their parts) or `rate` (rates and changes with their figures)."""

    compare: Literal["sum", "rate"]


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each figure that contradicts its own sentence."""
    text = document.text
    for sentence in SENTENCE.finditer(text):
        for within in _windows(text, Span(*sentence.span())):
            for cue, judge in _JUDGES[params.compare]:
                if cue.search(text, *within):
                    yield from judge(text, within)


def _windows(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence, in stretches that end at a comma where it runs on for longer than any sentence does."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        end = text.rfind("，", start, start + _LONGEST) + 1 or start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)
