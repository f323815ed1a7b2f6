"""GB18030 and Big5: telling them from each other and from UTF-8, and reading them when bytes are damaged.

Both are pairs of bytes. Nearly every pair is a character in either of them, so what counts is whether the
characters are everyday ones: those of level 1 of GB/T 2312 and of Big5 stand together in the tables.
"""

from __future__ import annotations

import re

from corpuslint.expressions import late

_GB_PAIR = late(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_GB_COMMON_PAIR = late(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")  # GB/T 2312: symbols and level 1
_BIG5_PAIR = late(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]")
_BIG5_COMMON_PAIR = late(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]")  # Big5: symbols and level 1
_HAN_OR_WIDE = late("[‐-⁞①-⒛　-〟一-鿿！-～]")

_BIG5_VARIANTS = ("big5", "cp950", "big5hkscs")
_SAMPLE = 1 << 20
_WINDOW = 1 << 12  # bytes decoded at a time: decoders set aside room for all they are given
_LOOK_AHEAD = 32  # bytes read on from a damaged place to see how the pairs go on


def gb_share(data: bytes) -> float:
    """Share of everyday characters among the pairs of `data` read as GB18030."""
    return _share(_GB_COMMON_PAIR, _GB_PAIR, data)


def is_plain_gb(data: bytes) -> bool:
    """Whether all bytes are GB18030 and nearly all its characters everyday ones, as in no other encoding."""
    return gb_share(data) >= 0.8 and _strict(data, ("gb18030",)) is not None


def read_legacy(data: bytes) -> tuple[str, str, bool] | None:
    """Text, encoding (`gb18030` or `big5`) and whether bytes were damaged, for bytes without UTF-8 in them.

    None when the bytes read as Chinese in neither.
    """
    from charset_normalizer import from_bytes

    shares = {"gb18030": gb_share(data), "big5": _share(_BIG5_COMMON_PAIR, _BIG5_PAIR, data)}
    best = from_bytes(data, cp_isolation=list(shares)).best()
    likelier = max(shares, key=lambda encoding: shares[encoding])
    for encoding, least in ((best.encoding if best else "", 0.3), (likelier, 0.5)):
        if shares.get(encoding, 0.0) < least:
            continue
        strict = _strict(data, _BIG5_VARIANTS if encoding == "big5" else (encoding,))
        text = _decode_damaged(data, encoding) if strict is None else strict
        if _is_chinese(text):
            return text, encoding, strict is None
    return None


def _strict(data: bytes, encodings: tuple[str, ...]) -> str | None:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _decode_damaged(data: bytes, encoding: str) -> str:
    """`data` with U+FFFD for damaged places, keeping the pairs after each place together.

    A decoder that drops one byte of a damaged pair reads the rest of the line from the middle of its pairs;
    whether one or two bytes go is decided by which of them leaves everyday characters.
    """
    gb = encoding == "gb18030"
    codec = "gb18030" if gb else "cp950"
    common, pair = (_GB_COMMON_PAIR, _GB_PAIR) if gb else (_BIG5_COMMON_PAIR, _BIG5_PAIR)
    view = memoryview(data)
    parts: list[str] = []
    start = 0
    while start < len(data):
        window = view[start : start + _WINDOW]
        try:
            parts.append(str(window, codec))
            start += len(window)
            continue
        except UnicodeDecodeError as error:
            whole = error.start
        parts.append(str(window[:whole], codec))
        start += whole
        if whole > 0 and whole > len(window) - 4:
            continue  # the window may end within a character: read on from there
        parts.append("\ufffd")
        ahead = data[start + 1 : start + 1 + _LOOK_AHEAD]
        keeps_next = ahead[:1].isascii() or _share(common, pair, ahead) >= _share(common, pair, ahead[1:])
        start += 1 if keeps_next else 2
    return "".join(parts)


def _is_chinese(text: str) -> bool:
    """Whether most of what is not ASCII is Han or full-width characters."""
    beyond_ascii = sum(character > "\x7f" for character in text)
    return len(_HAN_OR_WIDE.findall(text)) > 0.7 * beyond_ascii


def _share(wanted: re.Pattern[bytes], every: re.Pattern[bytes], data: bytes) -> float:
    """Share of the pairs of `data`, read from its start, that are wanted ones; a megabyte tells enough."""
    pairs = every.findall(data, 0, _SAMPLE)
    return sum(wanted.match(pair) is not None for pair in pairs) / len(pairs) if pairs else 0.0
