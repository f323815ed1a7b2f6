"""What stands behind a mask: the value in another copy, where the text on both sides of it agrees exactly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpuslint.corpus.document import Span
from corpuslint.duplicates.align import equal_runs
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.fold import LINE_ENDS, MASK, MASKS
from corpuslint.duplicates.model import Prepared, Source
from corpuslint.duplicates.spans import text_span
from corpuslint.duplicates.verify import _WHOLE, _cuts

_CONTEXT = 4  # characters on each side that must agree, masks and figures not counted
_LONGEST = 20  # characters of a value: a date, a sum, the name of an office
_NEVER = "，。；！？" + LINE_ENDS  # not in a value
_NUMERALS = "一二三四五六七八九"
_ZERO = "〇"  # a mask by itself, a figure in 二〇二三年


class Side(NamedTuple):
    """A copy: its source and the span of its text, in code points."""

    source: Source
    span: Span


def recover(here: Side, there: Side, placeholders: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Pairs of a placeholder of this copy and the span of its value in the other one, in the order given.

    A placeholder is left out where the four characters before it or after it do not agree, where the other
    copy is masked too, and where what stands there is too long to be a value.
    """
    first, last = _symbols_of(here)
    other, _ = _symbols_of(there)
    partners = _partners(here, there)
    found = []
    for placeholder in placeholders:
        start, end = np.searchsorted(here.source.prepared.origins, placeholder).tolist()
        if not first < start <= end < last or not _is_filled_by(here.source, start, end, placeholder):
            continue
        around = _context(here.source.prepared.symbols[first:last], partners, start - first, end - first)
        if around is None:
            continue
        value = _value(there.source, other + around[0], other + around[1])
        if value and there.source.text[slice(*value)] != here.source.text[slice(*placeholder)]:
            found.append((placeholder, value))
    return found


def _symbols_of(side: Side) -> tuple[int, int]:
    """Indices of the first symbol of a copy and of the one after its last."""
    first, last = np.searchsorted(side.source.prepared.origins, side.span).tolist()
    return first, last


def _partners(here: Side, there: Side) -> NDArray[np.int64]:
    """For each symbol of this copy the equal symbol of the other one that it is aligned with, or -1."""
    both = Collection.of([_alone(here), _alone(there)])
    (left, left_end), (right, right_end) = both.bounds(0), both.bounds(1)
    is_long = max(left_end - left, right_end - right) > _WHOLE
    cuts = _cuts(both, (left, left_end, right, right_end)) if is_long else []
    partners = np.full(left_end - left, -1, dtype=np.int64)
    for start, other, length in equal_runs(both.slice(left, left_end), both.slice(right, right_end), cuts):
        partners[start : start + length] = np.arange(other, other + length)
    return partners


def _alone(side: Side) -> Source:
    """A copy as a source of its own, so that what stands around it costs nothing."""
    first, last = _symbols_of(side)
    whole = side.source.prepared
    view = Prepared(whole.symbols[first:last], whole.origins[first:last], whole.breaks[first:last])
    return Source(side.source.path, side.source.record, side.source.text, view)


def _is_filled_by(source: Source, start: int, end: int, placeholder: Span) -> bool:
    """Whether the symbols of a placeholder are its own: `某某、某某` folds to one symbol for two of them."""
    return start == end or placeholder.contains(text_span(source.text, source.prepared, start, end))


def _context(
    symbols: NDArray[np.uint16], partners: NDArray[np.int64], start: int, end: int
) -> tuple[int, int] | None:
    """Where the other copy's text for the symbols `start` to `end` lies, if both sides of it agree."""
    if not _agrees(symbols, partners, start - 1, -1) or not _agrees(symbols, partners, end, 1):
        return None
    return int(partners[start - 1]) + 1, int(partners[end])


def _agrees(symbols: NDArray[np.uint16], partners: NDArray[np.int64], place: int, step: int) -> bool:
    """Whether the four symbols from a place on that are no masks are the same in the other copy.

    Another mask may stand between them, whatever value the other copy has for it, but not nearest.
    """
    agreed, reached = 0, int(partners[place])
    while 0 <= place < len(partners):
        partner = int(partners[place])
        if partner == reached and symbols[place] != MASK:
            agreed += 1
        elif symbols[place] != MASK or not agreed:
            return False
        if agreed == _CONTEXT:
            return True
        place += step
        reached = _beyond_mask(symbols, partners, place, step, reached + step)
    return False


def _beyond_mask(
    symbols: NDArray[np.uint16], partners: NDArray[np.int64], place: int, step: int, expected: int
) -> int:
    """Where the other copy goes on at a place that follows a mask it has a value for."""
    before = place - step
    if not 0 <= place < len(partners) or symbols[before] != MASK:
        return expected
    partner = int(partners[place])
    return partner if 0 <= (partner - expected) * step <= _LONGEST else expected


def _value(source: Source, start: int, end: int) -> Span | None:
    """The text of a stretch of symbols, if it can be a value."""
    if end <= start:
        return None
    span = text_span(source.text, source.prepared, start, end)
    value = source.text[slice(*span)]
    return None if len(value) > _LONGEST or _is_masked(value) or set(value) & set(_NEVER) else span


def _is_masked(value: str) -> bool:
    masks = set(value) & set(MASKS)
    return bool(masks - {_ZERO}) or (bool(masks) and not set(value) & set(_NUMERALS))
