"""Text to symbols: width, case, punctuation, space, digits and masks folded away, offsets kept."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from corpuslint.duplicates.model import Prepared

MASKS = "xX*×＊○〇●□■△※某_＿"  # what stands where a value was masked or never filled in
MASK = ord("#")  # the one symbol for a run of digits and masks; "#" itself is punctuation and never kept

STOPS = "。！？!?"
LINE_ENDS = "\r\n"
SENTENCE_BREAK, LINE_BREAK = 1, 2  # what the table gives for stops and line ends; symbols are greater

_DROPPED = 0
_UNREADABLE = 0xFFFD
_PRIVATE = range(0xE000, 0xF900)  # kept as it is; what lies beyond the BMP is spread over it
_UNCHANGED = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xAC00, 0xD7A4), _PRIVATE)


def fold(text: str) -> Prepared:
    """Fold a text and keep where each symbol begins, and where lines and sentences end.

    A run of digits and mask characters is one symbol, whatever was dropped inside it: `1,234`, `12` and `xx`
    are equal.
    """
    units = _lookup_table(keep_values=False).take(_units(text))
    (kept,) = (units > LINE_BREAK).nonzero()
    symbols = units.take(kept)
    (masks,) = (symbols == MASK).nonzero()
    is_repeated = masks[1:] - masks[:-1] == 1
    if is_repeated.any():
        kept = np.delete(kept, masks[1:][is_repeated])
        symbols = units.take(kept)
    return Prepared(symbols, _breaks(units, kept), kept.astype(np.uint32))


def _breaks(units: NDArray[np.uint16], kept: NDArray[np.int64]) -> NDArray[np.uint8]:
    """What ends before each kept symbol, uint8 of shape (len(kept),): nothing, a sentence or a line."""
    breaks = np.zeros(len(kept) + 1, dtype=np.uint8)
    (marks,) = (units - np.uint16(1) < LINE_BREAK).nonzero()  # 0 becomes the greatest value
    kinds, following = units.take(marks), kept.searchsorted(marks)
    breaks[following] = kinds
    breaks[following[kinds == LINE_BREAK]] = LINE_BREAK  # where both end before one symbol
    breaks[0] = LINE_BREAK
    return breaks[:-1]


def folded_values(text: str) -> str:
    """The text folded in width, case, punctuation and space only: digits and masks as they stand."""
    units = _lookup_table(keep_values=True)[_units(text)]
    return as_string(units[units > LINE_BREAK])


def as_string(symbols: NDArray[np.uint16]) -> str:
    """Symbols, uint16 of shape (n,), as a string of n characters (none of them is a surrogate)."""
    return symbols.tobytes().decode("utf-16-le")


def is_dropped(character: str) -> bool:
    """Whether folding leaves this character out."""
    code = ord(character)
    return code < 0x10000 and bool(_dropped()[code])


@cache
def _dropped() -> bytes:
    """1 for every 16-bit unit that is dropped, 0 for the others."""
    return (_lookup_table(keep_values=False) <= LINE_BREAK).tobytes()


def kept_length(text: str) -> int:
    """Length of the text up to and with its last character that folding keeps; 0 when there is none."""
    kept = np.flatnonzero(_lookup_table(keep_values=False)[_units(text)] > LINE_BREAK)
    return int(kept[-1]) + 1 if len(kept) else 0


def _units(text: str) -> NDArray[np.uint16]:
    """One uint16 per code point, shape (len(text),); what lies beyond the BMP shares 6,400 private values."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) == 2 * len(text):
        return np.frombuffer(encoded, dtype="<u2")
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.where(points > 0xFFFF, _PRIVATE.start + points % len(_PRIVATE), points).astype(np.uint16)


@cache
def _lookup_table(keep_values: bool) -> NDArray[np.uint16]:
    """Symbol of every 16-bit unit, uint16 of shape (65536,); 0 where the unit is dropped."""
    table = np.arange(0x10000, dtype=np.uint16)
    unchanged = set().union(*_UNCHANGED) - {ord(mask) for mask in MASKS}
    for code in set(range(0x10000)) - unchanged:
        table[code] = _symbol(code, keep_values)
    table[[ord(stop) for stop in STOPS]] = SENTENCE_BREAK
    table[[ord(end) for end in LINE_ENDS]] = LINE_BREAK
    return table


def _symbol(code: int, keep_values: bool) -> int:
    if 0xD800 <= code < 0xE000:
        return _UNREADABLE
    expanded = unicodedata.normalize("NFKC", chr(code)).lower()
    if chr(code) in MASKS:
        return ord(expanded[0]) if keep_values else MASK
    kept = next((part for part in expanded if unicodedata.category(part)[0] in "LN"), None)
    if kept is None:
        return _DROPPED
    if not keep_values and (kept in MASKS or unicodedata.category(kept) == "Nd"):
        return MASK
    return ord(kept) if ord(kept) < 0x10000 else _PRIVATE.start + ord(kept) % len(_PRIVATE)
