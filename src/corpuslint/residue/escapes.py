r"""Text that was written out as codes: `\u4e2d`, `&#x4e2d;`, `%E4%B8%AD`, `=E4=B8=AD`, `=?utf-8?B?5Lit?=`.

Nothing is lost where text stands in codes, so what it says is told along with its place. Codes count as text
only where they decode without error to something that can be seen; a blank in codes is mark-up.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from html import unescape
from quopri import decodestring
from typing import NamedTuple

from corpuslint.corpus.span import Span
from corpuslint.expressions import late

_LEVELS = 4  # times an entity may have been escaped again
_ADDRESS_REACH = 300  # characters; what stands before codes that are part of an address
_NAMES = (
    "lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|times|copy|reg|trade|bull|yen|deg"
    "|plusmn|sect|laquo|raquo|permil|rarr|larr|nbsp|ensp|emsp|thinsp|zwnj|zwj"
)
_FORMS = late(
    r"(?P<unicode>(?:\\u[0-9a-fA-F]{4}|%u[0-9a-fA-F]{4}){1,400}|(?:U\+[0-9A-F]{4}){2,400})"
    r"|(?P<bytes>(?:\\x[0-9a-fA-F]{2}){3,600})"
    r"|(?P<percent>(?:%[0-9A-Fa-f]{2}){3,600})"
    r"|(?P<printable>(?:=[0-9A-F]{2}(?:=\n)?){3,600})"
    r"|(?P<word>=\?(?P<charset>[A-Za-z0-9\-]{2,20})\?(?P<method>[BbQq])\?(?P<coded>[!->@-~]{2,600})\?=)"
    rf"|(?P<entity>(?:&(?:amp;){{0,4}}(?:{_NAMES}|#[0-9]{{1,6}}|#[xX][0-9a-fA-F]{{1,6}});){{1,40}})"
    r"|(?P<cut>(?<![a-zA-Z&])(?:[lr][ds]quo|mdash|hellip|middot);)"
    r"|(?P<base64>(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{24,4000}={0,2}(?![A-Za-z0-9+/=]))"
)
_MARKS = late(r"\\[ux]|%[uU0-9A-F]|=[0-9A-F?]|U\+|&|(?:quo|dash|lip|dot);|[A-Za-z0-9+/]{24}")
_CODE = late(r"(?:\\u|%u|U\+)([0-9a-fA-F]{4})")
_CHINESE = late("[一-鿿　-〿！-～“”‘’—…]")
_ADDRESS = late(r"(?:://|data:|www\.|[?&][A-Za-z_]{1,20}=)[!-~]{0,300}$")


class Escaped(NamedTuple):
    """Codes at a place, and the text they stand for."""

    span: Span
    text: str


def escaped(text: str) -> Iterator[Escaped]:
    """Yield each run of codes that says something, in order."""
    if not _MARKS.search(text):
        return
    for match in _FORMS.finditer(text):
        form = next(name for name in _DECODERS if match.start(name) >= 0)
        decoded = _DECODERS[form](match)
        if _is_text(decoded) and not _in_address(match, form):
            yield Escaped(Span(*match.span()), decoded)


def _is_text(decoded: str) -> bool:
    """Whether there is something to see, and nothing but that and white space."""
    return (
        not decoded.isspace()
        and "".join(decoded.split()).isprintable()
        and decoded.strip("\u200c\u200d") != ""
    )


def _in_address(match: re.Match[str], form: str) -> bool:
    """Whether the codes are a part of an address, which has them by right."""
    start = match.start()
    before = match.string[max(0, start - _ADDRESS_REACH) : start]
    return form in ("percent", "entity") and _ADDRESS.search(before) is not None


def _characters(match: re.Match[str]) -> str:
    units = b"".join(int(code, 16).to_bytes(2, "big") for code in _CODE.findall(match.group()))
    return units.decode("utf-16-be", "ignore")


def _hexadecimal(match: re.Match[str]) -> str:
    return _chinese(bytes.fromhex(re.sub(r"\\x|%", "", match.group())))


def _quoted_printable(match: re.Match[str]) -> str:
    return _chinese(decodestring(match.group().encode("ascii")))


def _encoded_word(match: re.Match[str]) -> str:
    coded = match["coded"].encode("ascii")
    try:
        raw = base64.b64decode(coded) if match["method"] in "Bb" else decodestring(coded, header=True)
        return raw.decode("gb18030" if match["charset"].lower().startswith("gb") else match["charset"])
    except (binascii.Error, LookupError, UnicodeDecodeError):
        return ""


def _entities(match: re.Match[str]) -> str:
    decoded = match.group()
    for _ in range(_LEVELS):
        decoded = unescape(decoded)
    return decoded


def _base64(match: re.Match[str]) -> str:
    try:
        return _chinese(base64.b64decode(match.group(), validate=True))
    except binascii.Error:
        return ""


def _chinese(raw: bytes) -> str:
    """Bytes as UTF-8 or GBK, or nothing where less than half of that is Chinese."""
    for encoding in ("utf-8", "gb18030"):
        try:
            decoded = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return decoded if 2 * len(_CHINESE.findall(decoded)) >= len(decoded) else ""
    return ""


_DECODERS: dict[str, Callable[[re.Match[str]], str]] = {
    "unicode": _characters,
    "bytes": _hexadecimal,
    "percent": _hexadecimal,
    "printable": _quoted_printable,
    "word": _encoded_word,
    "entity": _entities,
    "cut": lambda match: unescape(f"&{match.group()}"),
    "base64": _base64,
}
