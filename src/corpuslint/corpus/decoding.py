"""From bytes to text: UTF-8 first, then what the bytes give evidence for; never a normalised character.

The order is measured: strict UTF-8 refuses every other encoding of Chinese text longer than a few
characters, while GB18030 accepts nearly everything, so it comes last and has to show that it reads as
Chinese. Newlines stay as they are.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from corpuslint.corpus.legacy import gb_share, is_plain_gb, read_legacy
from corpuslint.corpus.signatures import identify
from corpuslint.corpus.source import Unreadable
from corpuslint.expressions import late
from corpuslint.wordings import wording

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16-LE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

# What Chinese official text is made of: ASCII, general punctuation, CJK punctuation, Han, full-width forms.
_EXPECTED = late("[\t\n\r -~·×‐-⁞①-⒛　-〟一-鿿！-～]")

# ASCII, and the 300 Han characters that make up 78 % of the Han in reports and statutes.
_COMMON = late(
    "[\t\n\r -~，。、：；（）"
    "一七万三上下不与专业个中为主义之九书了予事二于五交产人他代以件任企会位体作使例供依保信修元入全八公六"
    "共关其具养内军农决准出分划列利到制前力办加务动化区医十华协单县及反发取受口可各合同名后向告员和品商四"
    "围国在地场城域基境处备外大好委学安定实审害家对导展届工市布常平年并应府度建开强当律得性总息情意成或房"
    "所执批承技投护报持指按据接推提支收改放政教文新方施日时明是月有服期未本术机权村条构林查标核根案检次款"
    "止正民水求污治法活济源照物特环现理生用由申登的监目相省督确社科程税立章第等管系级组织经结给统罚罪置者"
    "职育能自范营行表要规解计议记设证请调负财责质费资起车过运进违通造道部采重量金长门防限院险需面革项领高]"
)

_CONTROLS = late("[\x00-\x07\x0e-\x19\x1c-\x1f\x7f]")  # not TAB to CR, SUB (end of a DOS file), ESC
_CONTROL_SHARE = 0.02

_THREE_BYTES_OF_UTF8 = late(rb"[\xe2-\xef][\x80-\xbf]{2}")


class NotText(Unreadable):
    """Bytes that are not text in an encoding corpuslint reads; `reason` says what they look like."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read.

    `encoding` is `utf-8`, `utf-16-le`, `utf-16-be`, `utf-32-le`, `utf-32-be`, `gb18030` (GBK and GB/T 2312
    included), `big5` (CP950 and HKSCS included) or `utf-8+gb18030` (lines of both). A byte order mark is not
    part of `text`. With `lossy`, damaged bytes are U+FFFD in `text`.
    """

    text: str
    encoding: str
    had_bom: bool = False
    lossy: bool = False


def decode(data: bytes) -> Decoded:
    """The text of `data`; raises `NotText` for what is no text, and nothing else."""
    looks_like = identify(data)
    if looks_like is not None:
        raise NotText(looks_like)
    decoded = _decode_marked(data) or _decode_utf8(data) or _decode_utf16(data) or _decode_by_evidence(data)
    controls = len(_CONTROLS.findall(decoded.text))
    if controls > _CONTROL_SHARE * len(decoded.text):
        raise NotText(wording("reading.binary", controls=controls, characters=len(decoded.text)))
    return decoded


def _decode_marked(data: bytes) -> Decoded | None:
    """What a byte order mark announces."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if not data.startswith(mark):
            continue
        rest = data[len(mark) :]
        if encoding == "utf-8":
            found = _decode_utf8(rest) or _decode_by_evidence(rest)
            return Decoded(found.text, found.encoding, True, found.lossy)
        return _decode_as(rest, encoding, had_bom=True)
    return None


def _decode_as(data: bytes, encoding: str, *, had_bom: bool = False) -> Decoded:
    """`data` in a known encoding, with damaged bytes replaced when there are any."""
    try:
        return Decoded(data.decode(encoding), encoding, had_bom)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, had_bom, lossy=True)


def _decode_utf8(data: bytes) -> Decoded | None:
    """Strict UTF-8; text with NUL bytes is left to the other readers when they can explain them."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return _decode_utf16(data) or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _decode_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, when one byte order reads as Chinese or English text.

    What a character can be does not tell the order (U+4E00 turned round is N, a pair of ASCII letters is Han
    either way); how common the characters are does.
    """
    pairs = data[: len(data) & ~1]
    if len(pairs) < 8 and b"\0" not in pairs:
        return None
    texts = {encoding: pairs.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    best = max(texts, key=lambda encoding: len(_COMMON.findall(texts[encoding])))
    length = len(texts[best])
    if len(_EXPECTED.findall(texts[best])) < 0.9 * length or len(_COMMON.findall(texts[best])) < 0.2 * length:
        return None
    return _decode_as(data, best)


def _decode_by_evidence(data: bytes) -> Decoded:
    """Bytes that are no UTF-8 as a whole: damaged, of two encodings, GB18030 or Big5."""
    lines = data.split(b"\n")
    if is_plain_gb(data) and not any(_is_surely_utf8(line) for line in lines):
        return Decoded(data.decode("gb18030"), "gb18030")
    kinds = [_line_kind(line) for line in lines]
    if "utf-8" in kinds:
        return _decode_lines(lines, kinds)
    legacy = read_legacy(data)
    if legacy is not None:
        text, encoding, lossy = legacy
        return Decoded(text, encoding, lossy=lossy)
    if sum(byte < 0x80 for byte in data) >= 0.9 * len(data):
        return _decode_as(data, "utf-8")
    raise NotText(wording("reading.encoding"))


def _is_surely_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8 with more three-byte characters than pairs of GB18030 make by chance."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(_THREE_BYTES_OF_UTF8.findall(line)) >= 4


def _line_kind(line: bytes) -> str:
    """`ascii`, `utf-8` (whole or damaged), `gb18030` or `other`."""
    if line.isascii():
        return "ascii"
    text = line.decode("utf-8", "replace")
    damaged = text.count("\ufffd") - line.count(b"\xef\xbf\xbd")
    if damaged == 0:
        # Two GB pairs can make up two-byte UTF-8; no Chinese line consists of such characters alone.
        return "utf-8" if _THREE_BYTES_OF_UTF8.search(line) else "other"
    whole = sum(character >= "\u2000" for character in text) - text.count("\ufffd")
    if whole >= 2 * damaged:
        return "utf-8"
    return "gb18030" if gb_share(line) >= 0.5 else "other"


def _decode_lines(lines: list[bytes], kinds: list[str]) -> Decoded:
    """Lines of UTF-8, some of them damaged or in GB18030; one that could be either goes with the others."""
    undecided = "gb18030" if "gb18030" in kinds else "utf-8"
    texts = []
    encodings = set()
    lossy = False
    for line, kind in zip(lines, kinds, strict=True):
        wanted = undecided if kind == "other" else kind
        decoded = _decode_as(line, "gb18030" if wanted == "gb18030" else "utf-8")
        texts.append(decoded.text)
        encodings.add(decoded.encoding)
        lossy = lossy or decoded.lossy
    return Decoded("\n".join(texts), "+".join(sorted(encodings, reverse=True)), lossy=lossy)
