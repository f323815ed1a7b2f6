"""Damaged characters: text read in the wrong encoding, characters lost on the way, glyphs no font shares.

Bytes read in the wrong encoding leave a trace that can be followed back: a run that, written out again in
the encoding it was read with, is the UTF-8 (or GBK) of everyday Chinese cannot have been meant. "Everyday"
is level 1 of GB 2312-1980, the 3,755 most frequent characters, which covers 99.5 % of running text. The
characters that a UTF-8 lead byte turns into under GBK stand 119 times in 1.35 million characters of clean
official text, so looking for them first costs next to nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit, Severity
from corpuslint.prose.lookalikes import ampersands, letters_in_figures, question_marks

_PAIR_ENCODINGS = ("gbk", "big5")
_SWALLOWED = 2  # sound characters a damaged run may seem to go on into
_WINDOW = 400  # characters of one damaged run read at a time; a longer run is read in several steps
_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"

# What is left where characters are gone for good, and memory that was never text.
_SIGNATURES = (
    ("replacement", r"\ufffd+(?:[\u0080-\u07ff\ufffd]{0,3}\ufffd)*"),
    ("replacement", r"(?:锟斤拷?|(?<=拷)锟|斤拷){1,400}"),
    ("memory", r"烫{3,}|屯{3,}|葺{3,}"),
    ("lost", r"(?<!\?)\?{4,}|〓+"),
    ("private", r"[\ue000-\uf8ff\U000f0000-\U0010fffd]+"),
    ("misread", r"â€|锘(?:縳|挎|\?)?|ï»¿"),
    ("misread", r"(?<=[一-鿿][。！？!?])[\u3000 ]?[\u3041-\u30fa]{1,2}(?=[ \u3000]?(?:[\r\n]|$))"),
    ("misread", r"鈥[\u0080-\u024f?]?|聽{2,}"),
    ("misread", r"[\uff66-\uff9f](?:[^\x00-\x7f，。]{0,3}[\uff61-\uff9f]){0,400}"),
)
_SIGNATURE_START = late(
    "[\ufffd锟斤烫屯葺?〓鈥聽\u3041-\u30fa\uff66-\uff9f\ue000-\uf8ffâ锘ï\U000f0000-\U0010fffd]"
)
_SIGNATURE = late("|".join(f"(?P<s{i}>{pattern})" for i, (_, pattern) in enumerate(_SIGNATURES)))
_FOREIGN = late("[\u0100-\u02af\u0370-\u07ff]{3,}")
_MASK = frozenset("×…·—–•‘’“”°±")
_LATIN_LETTER = late("[\u00c0-\u00ff]")
_LATIN = late(f"[\u0080-\u00ff{_CP1252}]")
_COMPATIBILITY = late("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_WIDE = late(r"[^\x00-\x7f]+")

# What is damaged for certain is an error; these are not.
_SEVERITIES = {
    "compatibility": Severity.INFO,
    "lost": Severity.WARNING,
    "blank": Severity.WARNING,
    "ampersand": Severity.WARNING,
}
_LOOK_ALIKES = (
    (letters_in_figures, late("[OoQlI|SsB]")),
    (question_marks, late("[?？]")),
    (ampersands, late("&")),
)

# One character in UTF-8; the last byte may be gone where the wrong decoder had no use for it.
_UTF8 = rb"[\xe2-\xe9\xef][\x80-\xbf]{1,2}"
_UTF8_CHINESE = late(rb"(?:" + _UTF8 + rb")+[\xe2-\xe9\xef]?")
_UTF8_ANY = late(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe2-\xe9\xef][\x80-\xbf]{1,2}|\xf0[\x80-\xbf]{3})+")
_UTF8_WHOLE = late(rb"[\xc2-\xdf][\x80-\xbf]|[\xe2-\xe9\xef][\x80-\xbf]{2}|\xf0[\x80-\xbf]{3}")
_GB2312 = late(rb"(?:[\xb0-\xf7\xa1\xa3][\xa1-\xfe])+")

# Radicals that extraction from PDF puts in place of characters and Unicode does not decompose.
_RADICALS = dict(
    zip(
        "⺁⺊⺌⺕⺗⺝⺟⺠⺥⺩⺬⺮⺶⺷⺼⺾⻀⻁⻄⻅⻆⻉⻋⻌⻍⻎⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂卜小彐心月母民爪王示竹羊羊肉草草虎西见角贝车辶辶辶长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose: a damaged character is damaged in every text."""


class _Damage(NamedTuple):
    """A damaged run: where, of what kind, and what it was (empty where that cannot be told)."""

    span: Span
    kind: str
    repair: str = ""
    certain: bool = False


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield one hit for each damaged run."""
    text = document.text
    damages = [*_mixed_scripts(text)]
    for find, trace in (
        (_signatures, _SIGNATURE_START),
        (_read_as_latin, _LATIN_LETTER),
        (_compatibility, _COMPATIBILITY),
    ):
        if document.holds(trace):
            damages += find(text)
    for encoding in _PAIR_ENCODINGS:
        if not _leads(encoding).isdisjoint(document.alphabet):
            damages += _read_as_pairs(text, encoding)
    for like, trace in _LOOK_ALIKES:
        if document.holds(trace):
            damages += (_Damage(span, kind, meant, kind != "lost") for span, kind, meant in like(text))
    for damage in _merged(damages):
        yield _hit(text, damage)


def _hit(text: str, damage: _Damage) -> Hit:
    edits = (Edit(*damage.span, damage.repair),) if damage.certain else ()
    code = f"U+{ord(text[damage.span.start]):04X}"
    values = {"repair": damage.repair, "code": code}
    variant = damage.kind
    if variant == "misread" and damage.repair:
        variant = "repairable" if damage.certain else "partial"
    return Hit(damage.span, values, variant, edits=edits, severity=_SEVERITIES.get(variant))


def _merged(damages: list[_Damage]) -> Iterator[_Damage]:
    """Damage that touches or overlaps is one; it keeps the kind of its longest piece."""
    pending: _Damage | None = None
    for damage in sorted(damages, key=lambda damage: damage.span):
        if pending is None or damage.span.start > pending.span.end:
            if pending is not None:
                yield pending
            pending = damage
        elif not pending.span.contains(damage.span):
            longer = max(pending, damage, key=lambda piece: piece.span.end - piece.span.start)
            pending = _Damage(Span(pending.span.start, damage.span.end), longer.kind, longer.repair)
    if pending is not None:
        yield pending


def _signatures(text: str) -> Iterator[_Damage]:
    position = 0
    while start := _SIGNATURE_START.search(text, position):
        position = start.end()
        if match := _SIGNATURE.match(text, start.start()):
            position = match.end()
            kind, _ = _SIGNATURES[int((match.lastgroup or "s0")[1:])]
            yield _Damage(Span(*match.span()), kind)


def _read_as_pairs(text: str, encoding: str) -> Iterator[_Damage]:
    """UTF-8 read as GBK or Big5: 中 becomes 涓 or 銝 and half of what follows."""
    position = 0
    while start := _lead(encoding).search(text, position):
        wide = _WIDE.match(text, start.start(), start.start() + _WINDOW)
        damage = _pairs_run(wide[0], start.start(), encoding) if wide else None
        position = damage.span.end if damage else start.end()
        if damage:
            yield damage


def _pairs_run(window: str, offset: int, encoding: str) -> _Damage | None:
    """The damaged run at the start of a window, if what it was is everyday Chinese."""
    written = [character.encode(encoding, "ignore") for character in window]
    match = _UTF8_CHINESE.match(b"".join(written))
    if not match:
        return None
    ends = list(accumulate(map(len, written)))
    length = bisect_right(ends, match.end())
    for shorter in range(length, max(0, length - _SWALLOWED) - 1, -1):
        if shorter and (damage := _judged(match[0][: ends[shorter - 1]], Span(offset, offset + shorter))):
            return damage
    return None


def _read_as_latin(text: str) -> Iterator[_Damage]:
    """UTF-8 or GBK read as Latin-1 or Windows-1252: 的 becomes çš„, 中国 becomes ÖÐ¹ú."""
    position = 0
    while letter := _LATIN_LETTER.search(text, position):
        start, end = letter.span()
        while start > position and _LATIN.match(text, start - 1):
            start -= 1
        while end < len(text) and end - start < _WINDOW and _LATIN.match(text, end):
            end += 1
        position = end
        if not set(text[start:end]) <= _MASK:  # ××××…… masks a name
            yield from _latin_runs(text, start, end)


def _latin_runs(text: str, start: int, end: int) -> list[_Damage]:
    """The reading, as UTF-8 or as GBK, that explains more of a run of Latin letters."""
    written = b"".join(
        character.encode("cp1252" if character in _CP1252 else "latin-1") for character in text[start:end]
    )
    as_utf8 = [
        damage
        for match in _UTF8_ANY.finditer(written)
        if (damage := _judged(match[0], Span(start + match.start(), start + match.end()), least=1))
    ]
    as_gbk = []
    for match in _GB2312.finditer(written):
        repair = match[0].decode("gb2312", "ignore")
        if sum(character in _everyday() for character in repair) >= max(2, 0.8 * len(repair)):
            span = Span(start + match.start(), start + match.end())
            as_gbk.append(_Damage(span, "misread", repair, certain=True))
    return max(as_utf8, as_gbk, key=_covered)


def _covered(damages: list[_Damage]) -> int:
    return sum(damage.span.end - damage.span.start for damage in damages)


def _judged(written: bytes, span: Span, least: int = 2) -> _Damage | None:
    """Damage, if at least `least` whole characters can be read and 8 in 10 of them are everyday ones."""
    whole = [piece.decode("utf-8", "replace") for piece in _UTF8_WHOLE.findall(written)]
    everyday = sum(character in _everyday() for character in whole)
    if everyday < least or everyday < 0.8 * len(whole):
        return None
    repair = "".join(whole)
    certain = everyday == len(whole) and repair.encode() == written
    return _Damage(span, "misread", repair, certain)


def _mixed_scripts(text: str) -> Iterator[_Damage]:
    """Letters of several alphabets in one run: what is left of GBK read as UTF-8."""
    for match in _FOREIGN.finditer(text):
        if len({_script(letter) for letter in match[0]}) > 1:
            yield _Damage(Span(*match.span()), "misread")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _compatibility(text: str) -> Iterator[_Damage]:
    """Kangxi radicals and compatibility ideographs: they look right and no search finds them."""
    for match in _COMPATIBILITY.finditer(text):
        plain = "".join(_RADICALS.get(c) or unicodedata.normalize("NFKC", c) for c in match[0])
        if plain != match[0]:
            yield _Damage(Span(*match.span()), "compatibility", plain, certain=True)


@cache
def _everyday() -> frozenset[str]:
    """Level 1 of GB 2312, Chinese punctuation, and what else official texts are made of."""
    level_one = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    characters = "".join(pair.decode("gb2312", "ignore") for pair in level_one)
    punctuation = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％－～•①②③④⑤⑥⑦⑧⑨⑩\ufeff\u3000\u00a0"
    wide = "".join(map(chr, range(0xFF10, 0xFF5B)))
    accented = "".join(map(chr, range(0xC0, 0x100)))
    return frozenset(characters + punctuation + wide + accented)


@cache
def _leads(encoding: str) -> frozenset[str]:
    """What the first two bytes of a Chinese character in UTF-8 become when read in another encoding."""
    pairs = (bytes((lead, trail)) for lead in (*range(0xE2, 0xEA), 0xEF) for trail in range(0x80, 0xC0))
    return frozenset("".join(pair.decode(encoding, "ignore") for pair in pairs))


@cache
def _lead(encoding: str) -> re.Pattern[str]:
    return re.compile(f"[{''.join(_leads(encoding))}]")
