"""From folded stretches back to the text: exact offsets, and punctuation that belongs to the passage."""

from __future__ import annotations

import unicodedata

from corpuslint.corpus.document import Span
from corpuslint.duplicates.fold import LINE_ENDS, MASK, is_dropped, kept_length
from corpuslint.duplicates.model import Prepared

_LOOK = 32  # dropped characters that may be taken in beyond a passage's ends


def text_span(text: str, prepared: Prepared, first: int, last: int) -> Span:
    """The stretch of text of the symbols `first` to `last` (exclusive), from its first character to its last.

    What folding dropped at either end is left out; a run of masks and figures is taken whole.
    """
    start = int(prepared.origins[first])
    end = int(prepared.origins[last - 1]) + 1
    if prepared.symbols[last - 1] == MASK:
        following = int(prepared.origins[last]) if last < len(prepared.origins) else len(text)
        end += kept_length(text[end:following])
    return Span(start, end)


def with_punctuation(text: str, span: Span) -> Span:
    """The span with the opening marks before it and the closing marks and stops after it.

    Where only dropped characters stand between the span and the line's beginning or end, all of them are
    taken, so that a copied paragraph is reported as whole lines.
    """
    return Span(_start(text, span.start), _end(text, span.end))


def _start(text: str, start: int) -> int:
    place = start
    low = max(0, start - _LOOK)
    while place > low and text[place - 1] not in LINE_ENDS and is_dropped(text[place - 1]):
        place -= 1
    if place == 0 or text[place - 1] in LINE_ENDS:
        while place < start and _is_blank(text[place]):
            place += 1
        return place
    while start > place and unicodedata.category(text[start - 1]) in ("Ps", "Pi"):
        start -= 1
    return start


def _end(text: str, end: int) -> int:
    place = end
    high = min(len(text), end + _LOOK)
    while place < high and text[place] not in LINE_ENDS and is_dropped(text[place]):
        place += 1
    if place == len(text) or text[place] in LINE_ENDS:
        while place > end and _is_blank(text[place - 1]):
            place -= 1
        return place
    while end < place and unicodedata.category(text[end]) in ("Pe", "Pf", "Po"):
        end += 1
    return end


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cf", "Cc")
