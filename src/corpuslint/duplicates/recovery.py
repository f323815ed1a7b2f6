"""What stands behind a mask: the value in another copy, where the text on both sides of it agrees exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from corpuslint.corpus.document import Span
from corpuslint.duplicates.align import blocks_of
from corpuslint.duplicates.fold import LINE_ENDS, MASK
from corpuslint.duplicates.pairing import Pair, Side, is_masked, pair
from corpuslint.duplicates.source import Source
from corpuslint.duplicates.spans import text_span

_CONTEXT = 4  # characters on each side that must agree, masks and figures not counted
_WIDE_CONTEXT = 8  # the same in copies that differ in more than masks
_LONGEST = 20  # characters of a value: a date, a sum, the name of an office
_NEVER = "，。；！？" + LINE_ENDS  # not in a value
_MASK = chr(MASK)

Evidence = Literal["same", "figures", "near"]


class Recovered(NamedTuple):
    """Pairs of a placeholder of one copy and the span of its value in the other, and what they rest on.

    `evidence` is `same` where the two differ in nothing but masks, `figures` where they have other figures
    too, as the reports of two years do, and `near` where their words differ.
    """

    values: list[tuple[Span, Span]]
    evidence: Evidence


class _Candidate(NamedTuple):
    """A placeholder and its value: spans of the texts, and the symbols of the placeholder."""

    placeholder: Span
    value: Span
    start: int
    end: int


def recover(here: Side, there: Side, placeholders: Sequence[Span]) -> Recovered:
    """What the other copy has for the placeholders of this one, in the order given.

    A placeholder is left out where the characters before it or after it do not agree (four of them in copies
    that are the same but for masks, else eight), where the other copy is masked too, and where what stands
    there is too long to be a value.
    """
    copies = pair(here, there)
    found = list(_candidates(here, there, copies, placeholders))
    evidence = _evidence(copies, found)
    if evidence != "same":
        found = [one for one in found if _around(copies, one.start, one.end, _WIDE_CONTEXT)]
    return Recovered([(one.placeholder, one.value) for one in found], evidence)


def _candidates(here: Side, there: Side, copies: Pair, placeholders: Sequence[Span]) -> Iterator[_Candidate]:
    (first, last), (other, _) = here.symbols, there.symbols
    for placeholder in placeholders:
        start, end = np.searchsorted(here.source.prepared.origins, placeholder).tolist()
        if not first < start <= end < last or not _is_filled_by(here.source, start, end, placeholder):
            continue
        around = _around(copies, start - first, end - first, _CONTEXT)
        if around is None:
            continue
        value = _value(there.source, other + around[0], other + around[1])
        if value and there.source.text[slice(*value)] != here.source.text[slice(*placeholder)]:
            yield _Candidate(placeholder, value, start - first, end - first)


def _evidence(copies: Pair, found: Sequence[_Candidate]) -> Evidence:
    """How the copies differ, the values that were found left aside."""
    filled = {place for one in found for place in range(one.start, one.end + 1)}
    for block in blocks_of(*copies.symbols, copies.runs):
        is_value = block.left in filled and block.left_end in filled
        if not block.equal and not block.masking and not is_value:
            return "near"
    return "figures" if copies.changed else "same"


def _is_filled_by(source: Source, start: int, end: int, placeholder: Span) -> bool:
    """Whether the symbols of a placeholder are its own: `某某、某某` folds to one symbol for two of them."""
    return start == end or placeholder.contains(text_span(source.text, source.prepared, start, end))


def _around(copies: Pair, start: int, end: int, context: int) -> tuple[int, int] | None:
    """Where the other copy's text for the symbols `start` to `end` lies, if both sides of it agree."""
    if not _agrees(copies, start - 1, -1, context) or not _agrees(copies, end, 1, context):
        return None
    return int(copies.partners[start - 1]) + 1, int(copies.partners[end])


def _agrees(copies: Pair, place: int, step: int, context: int) -> bool:
    """Whether so many symbols from a place on that are no masks are the same in the other copy.

    Another mask may stand between them, whatever value the other copy has for it, but not nearest, and no
    figure for which the other copy has another. Where both copies end, four are enough.
    """
    partners = copies.partners
    agreed, reached = 0, int(partners[place])
    while 0 <= place < len(partners):
        is_mask = copies.symbols[0][place] == _MASK
        if place in copies.changed:
            return False
        if int(partners[place]) == reached and not is_mask:
            agreed += 1
        elif not is_mask or not agreed:
            return False
        if agreed == context:
            return True
        place += step
        reached = _beyond_mask(copies, place, step, reached + step)
    return agreed >= _CONTEXT and not 0 <= reached < len(copies.symbols[1])


def _beyond_mask(copies: Pair, place: int, step: int, expected: int) -> int:
    """Where the other copy goes on at a place that follows a mask it has a value for."""
    if not 0 <= place < len(copies.partners) or copies.symbols[0][place - step] != _MASK:
        return expected
    partner = int(copies.partners[place])
    return partner if 0 <= (partner - expected) * step <= _LONGEST else expected


def _value(source: Source, start: int, end: int) -> Span | None:
    """The text of a stretch of symbols, if it can be a value."""
    if end <= start:
        return None
    span = text_span(source.text, source.prepared, start, end)
    value = source.text[slice(*span)]
    return None if len(value) > _LONGEST or is_masked(value) or set(value) & set(_NEVER) else span
