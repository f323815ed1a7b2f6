"""Two copies side by side: which symbols of one are those of the other, and which figures changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpuslint.corpus.document import Span
from corpuslint.duplicates.align import Run
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.fold import MASK, MASKS, folded_values
from corpuslint.duplicates.model import Prepared
from corpuslint.duplicates.source import Source
from corpuslint.duplicates.spans import text_span
from corpuslint.duplicates.verify import aligned

_CUT_YEAR = 3  # digits of a year that are left where its last one was taken out: 202 年
_NUMERALS = "一二三四五六七八九"
_ZERO = "〇"  # a mask by itself, a figure in 二〇二三年


class Side(NamedTuple):
    """A copy: its source and the span of its text, in code points."""

    source: Source
    span: Span

    @property
    def symbols(self) -> tuple[int, int]:
        """Indices of its first symbol in the source and of the one after its last."""
        first, last = np.searchsorted(self.source.prepared.origins, self.span).tolist()
        return first, last


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two copies aligned, each a source of its own, so that what stands around it costs nothing.

    `symbols` are those of the two as strings, `runs` their equal stretches. `partners`: int64, shape (n,),
    for each symbol here the equal one there that it is aligned with, or -1. `changed` are the figures here
    that are aligned with other figures.
    """

    here: Source
    there: Source
    symbols: tuple[str, str]
    runs: Sequence[Run]
    partners: NDArray[np.int64]
    changed: frozenset[int]


def pair(here: Side, there: Side) -> Pair:
    """Align two copies."""
    one, other = _alone(here), _alone(there)
    both = Collection.of([one, other])
    left, right = both.bounds(0), both.bounds(1)
    runs = aligned(both, (*left, *right))
    partners = np.full(left[1] - left[0], -1, dtype=np.int64)
    for start, beyond, length in runs:
        partners[start : start + length] = np.arange(beyond, beyond + length)
    figures = np.flatnonzero((one.folded.symbols == MASK) & (partners >= 0)).tolist()
    changed = (index for index in figures if _is_changed(one, other, index, int(partners[index])))
    return Pair(one, other, (both.slice(*left), both.slice(*right)), runs, partners, frozenset(changed))


def _alone(side: Side) -> Source:
    first, last = side.symbols
    whole = side.source.prepared
    view = Prepared(whole.symbols[first:last], whole.breaks[first:last], whole.origins[first:last])
    return Source.of(side.source.path, side.source.record, side.source.text, view)


def _is_changed(here: Source, there: Source, index: int, partner: int) -> bool:
    """Whether two aligned symbols are figures, neither of them masked or cut short, that are not the same."""
    figures = [text_at(here, index), text_at(there, partner)]
    if figures[0] == figures[1] or any(is_masked(figure) for figure in figures):
        return False
    short, long = sorted((folded_values(figure) for figure in figures), key=len)
    return short != (long[: len(short)] if len(short) >= _CUT_YEAR else long)


def text_at(source: Source, index: int) -> str:
    """The text of one symbol: a character, or a run of figures and masks."""
    start, end = text_span(source.text, source.prepared, index, index + 1)
    return source.text[start:end]


def is_masked(value: str) -> bool:
    """Whether a value is a mask, or has one in it."""
    masks = set(value) & set(MASKS)
    return bool(masks - {_ZERO}) or (bool(masks) and not set(value) & set(_NUMERALS))
