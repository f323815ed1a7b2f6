"""Changes that no form can write out: text read in the wrong encoding, escaped, re-wrapped, misread."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping

from benchmarks.defects.field.spots import Change

_NUMERALS = "一二三四五六七八九十"
# What character recognition makes of 一 to 十, and of the same numerals drawn as strokes.
_LOOK_ALIKES = dict(zip(_NUMERALS, "—工王西玉大匕入几十", strict=True))
_STROKES = dict(zip(_NUMERALS, "－＝≡匹伍陆柒ハ丸＋", strict=True))


def _read(written: str, read: str) -> Change:
    """Encoded in one way, decoded in another; what does not decode is left out."""
    return lambda text: text.encode(written, "ignore").decode(read, "ignore").replace("\n", " ")


def _each(write: Callable[[str], str]) -> Change:
    return lambda text: "".join(write(character) for character in text)


def _bytes(write: Callable[[int], str]) -> Change:
    return lambda text: "".join(write(byte) for byte in text.encode("utf-8"))


def _mime(text: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(text.encode('utf-8')).decode()}?="


def _swapped(one: str, other: str) -> Change:
    """The first such character as another; None where there is none."""
    return lambda text: text.replace(one, other, 1) if one in text else None


def _lines(width: int) -> Change:
    """Lines of one length; None where that makes fewer than three."""

    def change(text: str) -> str | None:
        lines = [text[start : start + width] for start in range(0, len(text), width)]
        return "\n".join(lines) if len(lines) >= 3 else None

    return change


def _joined(between: str) -> Change:
    return lambda text: between.join(line.strip() for line in text.split("\n") if line.strip())


CHANGES: Mapping[str, Change] = {
    "UTF-8 read as GB18030": lambda text: (
        text.encode("utf-8").decode("gb18030", "replace").replace("\n", " ")
    ),
    "UTF-8 read as GBK": _read("utf-8", "gbk"),
    "UTF-8 read as Latin-1": _read("utf-8", "latin-1"),
    "UTF-8 read as Windows-1252": _read("utf-8", "cp1252"),
    "GBK read as Latin-1": _read("gbk", "latin-1"),
    "GBK read as UTF-8": lambda text: text.encode("gbk", "ignore").decode("utf-8", "replace"),
    "GBK read as Big5": _read("gbk", "big5"),
    "GBK read as Shift-JIS": _read("gbk", "shift_jis"),
    "GBK read as EUC-KR": _read("gbk", "euc_kr"),
    "a question mark each": _each(lambda character: "?"),
    "a full-width question mark each": _each(lambda character: "？"),
    "two question marks each": _each(lambda character: "??"),
    r"\u escapes": _each(lambda character: f"\\u{ord(character):04x}"),
    "%u escapes": _each(lambda character: f"%u{ord(character):04X}"),
    "U+ names": _each(lambda character: f"U+{ord(character):04X}"),
    "character references": _each(lambda character: f"&#{ord(character)};"),
    "percent escapes": _bytes(lambda byte: f"%{byte:02X}"),
    r"\x escapes": _bytes(lambda byte: f"\\x{byte:02x}"),
    "quoted-printable": _bytes(lambda byte: f"={byte:02X}"),
    "MIME word": _mime,
    "a space between all": " ".join,
    "a full-width space between all": "　".join,
    "0 as O": _swapped("0", "O"),
    "0 as o": _swapped("0", "o"),
    "1 as l": _swapped("1", "l"),
    "1 as I": _swapped("1", "I"),
    "2 as Z": _swapped("2", "Z"),
    "5 as S": _swapped("5", "S"),
    "8 as B": _swapped("8", "B"),
    "lines of 28": _lines(28),
    "lines of 35": _lines(35),
    "lines of 40": _lines(40),
    "all line ends lost": _joined(""),
    "a space for each line end": _joined(" "),
    "numerals as look-alike characters": _each(lambda character: _LOOK_ALIKES.get(character, character)),
    "numerals as strokes": _each(lambda character: _STROKES.get(character, character)),
}
