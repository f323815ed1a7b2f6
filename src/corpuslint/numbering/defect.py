"""A defect of the numbering: which event it is, and the hit that tells of it."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit
from corpuslint.markers import LAW_FAMILIES, Marker, MarkerFamily, written
from corpuslint.numerals import ARABIC_DIGITS, CHINESE_NUMERALS, in_chinese

_NUMBER = late(f"[{CHINESE_NUMERALS}]+|[{ARABIC_DIGITS}]+")
_BRACKETED = (MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT_BRACKET, MarkerFamily.DIGIT_PAREN)
_FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_NARROW = str.maketrans("（）", "()")
_OPENING_LIMIT = 24
_OPENING_END = "，,。；;：:！!？?"


class Defect(NamedTuple):
    """An event (`gap`, `repeat`, `order`, `start`, `style`, `separator`, `orphan`) and where it shows."""

    event: str
    hit: Hit


def marker_text(document: Document, marker: Marker) -> str:
    """A marker as it stands."""
    return document.slice(marker.span).strip()


def like(document: Document, sample: Marker, value: int) -> str:
    """A number as the list of a marker writes it: with the brackets, digits and separator of that marker.

    Where the marker is malformed, or is a sign of one character, as the norm writes it, in the same width.
    """
    text = marker_text(document, sample)
    number = _NUMBER.search(text)
    if number is None or sample.is_broken or sample.family in (*LAW_FAMILIES, MarkerFamily.SEQUENCE):
        return _narrowed(written(sample.family, value), text)
    numeral = in_chinese(value)
    if number[0].isdigit():
        numeral = str(value) if number[0].isascii() else str(value).translate(_FULLWIDTH)
    end = text[number.end() :]
    return text[: number.start()] + numeral + (end[:1] if sample.family in _BRACKETED else end)


def _narrowed(marker: str, text: str) -> str:
    """A marker with half-width brackets, where the text it stands for has such."""
    return marker.translate(_NARROW) if "(" in text or ")" in text else marker


def opening(document: Document, block: Block) -> Span:
    """The first words of a block: what a reader needs to find the place."""
    start, end = block.span
    end = min(end, start + _OPENING_LIMIT)
    stop = next((at for at in range(start + 1, end) if document.text[at] in _OPENING_END), end)
    return Span(start, stop)
