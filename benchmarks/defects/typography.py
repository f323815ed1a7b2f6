"""Damaged characters, doubled words and stops, quotes without partners, half-width stops, stray spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from benchmarks.defects.plant import Edit, Kind, Shape, Site
from benchmarks.defects.sample import Sample

# Verbs and nouns that no sentence of the genre doubles on purpose.
_WORDS = (
    "完成|推进|建设|开展|加强|机制|项目|企业|部门|会议|服务|制度|责任|群众|实施|组织|全面|全市|全县|全区|政府|发展|管理|"
    "提高|单位|问题|落实|培训|改造|资金|保障|干部|工程"
)
_PARTICLES = "的|和|在|对|为|由|于|了|把"
_HAN_RUN = re.compile(r"[一-鿿]{4,8}")
_INSIDE = re.compile(r"[一-鿿](?=[一-鿿])")
_PUNCTUATION = (
    ("。", "。。"),
    ("，", "，，"),
    ("、", "、、"),
    ("，", "，。"),
    ("；", "；。"),
    ("。", "。，"),
    ("，", "、，"),
    ("：", "：："),
)
_MARKER = 8  # characters at the start of a line that may be its number, whose damage is another defect
_HALF = {"，": ",", "；": ";", "：": ":"}
_UNSEEN = ("\u200b", "\ufeff", "\u00ad", "\u200e", "\u202e", "\x07", "\u200d", "\x0b", "\u2060")
_SPACES = (" ", "  ", "\u2002", "\u3000", "\t", "\u00a0")


def _as_gbk(text: str) -> str:
    """UTF-8 read as GBK; what does not decode becomes U+FFFD."""
    return text.encode("utf-8").decode("gbk", "replace")


def _as_latin(text: str) -> str:
    """UTF-8 read as Windows-1252, the holes of that table filled as browsers do."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))


def _gbk_as_latin(text: str) -> str:
    """GBK read as Latin-1."""
    return text.encode("gbk", "ignore").decode("latin-1")


def _lost(text: str) -> str:
    """Replacement characters, as a reader that gives up puts them."""
    return "\ufffd" * len(text)


def _twice_lost(text: str) -> str:
    """Replacement characters saved as UTF-8 and read as GBK."""
    return "锟斤拷" * max(1, len(text) // 2)


def _garbled(change: Callable[[str], str]) -> Shape:
    """A run of characters of a paragraph damaged."""

    def shape(sample: Sample) -> Iterator[Site]:
        for line in sample.prose:
            for match in _HAN_RUN.finditer(sample.text, line.start + _MARKER, line.end):
                damaged = change(match[0]).replace("\n", " ")
                yield Site((Edit(*match.span(), damaged),))

    return shape


def _private(sample: Sample) -> Iterator[Site]:
    """A glyph of a font that is not there."""
    for number, line in enumerate(sample.prose):
        for match in _INSIDE.finditer(sample.text, line.start, line.end):
            yield Site((Edit(match.end(), match.end(), chr(0xE000 + number * 7)),))


def _damaged_quotes(sample: Sample) -> Iterator[Site]:
    """A quotation mark read in the wrong encoding."""
    for match in re.finditer("[“”]", sample.text):
        yield Site((Edit(*match.span(), _as_latin(match[0])),))


def _insert(texts: Sequence[str], pattern: re.Pattern[str] = _INSIDE) -> Shape:
    """A character put between two of a word."""

    def shape(sample: Sample) -> Iterator[Site]:
        for line in sample.prose:
            for match in pattern.finditer(sample.text, line.start + _MARKER, line.end):
                for text in texts:
                    yield Site((Edit(match.end(), match.end(), text),))

    return shape


def _double(words: str) -> Shape:
    """A word written twice."""
    # Not in quotation marks, where oddities are on purpose, nor beside its own characters.
    pattern = re.compile(rf"(?<=[一-鿿，。])(?P<word>{words})(?=[一-鿿])")

    def shape(sample: Sample) -> Iterator[Site]:
        for line in sample.prose:
            for match in pattern.finditer(sample.text, line.start, line.end):
                around = sample.text[match.start() - 1] + sample.text[match.end()]
                if not set(match["word"]) & set(around):
                    yield Site((Edit(match.start(), match.start(), match["word"]),))

    return shape


def _half_doubled(sample: Sample) -> Iterator[Site]:
    """A word begun, then begun again: 加强加."""
    for match in re.finditer("加强|推进|落实|提高|完成|保障", sample.text):
        if sample.text[match.end()] not in match[0]:
            yield Site((Edit(match.end(), match.end(), match[0][0]),))


def _stops(sample: Sample) -> Iterator[Site]:
    """Two stops where one stood."""
    for line in sample.prose:
        for one, two in _PUNCTUATION:
            for match in re.finditer(one, line.text):
                start = line.start + match.start()
                yield Site((Edit(start, start + 1, two),))


def _stop_first(sample: Sample) -> Iterator[Site]:
    """A line that begins with a stop."""
    items = {item.start for items in sample.lists for item in items}
    for line in sample.prose:
        if line.start not in items and "一" <= line.text[0] <= "鿿":
            for stop in "，。、；":
                yield Site((Edit(line.start, line.start, stop),))


def _point(sample: Sample) -> Iterator[Site]:
    """A full stop where a decimal point belongs."""
    for match in re.finditer(r"\d(\.)\d+(?=[万亿个%公])", sample.text):
        yield Site((Edit(*match.span(1), "。"),))


def _pairs(sample: Sample) -> Iterator[re.Match[str]]:
    """Quotes and brackets opened and closed on one line, with nothing of the kind between."""
    yield from re.finditer(r"“[^“”\n]{2,30}”|（[^（）\n]{2,30}）|《[^《》\n]{2,30}》", sample.text)


def _half_pair(*, closing: bool) -> Shape:
    """One of a pair is gone."""

    def shape(sample: Sample) -> Iterator[Site]:
        for match in _pairs(sample):
            line_start = sample.text.rfind("\n", 0, match.start()) + 1
            if match.start() > line_start:
                at = match.end() - 1 if closing else match.start()
                yield Site((Edit(at, at + 1, ""),))

    return shape


def _wrong_pair(sample: Sample) -> Iterator[Site]:
    """The closing one is of another kind, or the opening one again."""
    others = {"”": ('"', "“", "’"), "）": (")", "】", "（"), "》": ("〉", ">", "《")}
    for match in _pairs(sample):
        if match.start() > sample.text.rfind("\n", 0, match.start()) + 1:
            for other in others[match[0][-1]]:
                yield Site((Edit(match.end() - 1, match.end(), other),))


def _half_width(sample: Sample) -> Iterator[Site]:
    """One stop of a full-width text is half-width."""
    for line in sample.prose:
        for match in re.finditer(r"(?<=[一-鿿])[，；：](?=[一-鿿])", line.text):
            start = line.start + match.start()
            yield Site((Edit(start, start + 1, _HALF[match[0]]),))


def _half_full_stop(sample: Sample) -> Iterator[Site]:
    """A full stop is a half-width dot."""
    for match in re.finditer(r"(?<=[一-鿿])。(?=[一-鿿])", sample.text):
        yield Site((Edit(*match.span(), "."),))


def _half_brackets(sample: Sample) -> Iterator[Site]:
    """Both brackets of a pair are half-width, in running text."""
    for match in re.finditer(r"(?<=[一-鿿])（([一-鿿、]{2,20})）", sample.text):
        yield Site((Edit(*match.span(), f"({match[1]})"),))


def _half_throughout(sample: Sample) -> Iterator[Site]:
    """All stops of a text are half-width; told once, anywhere."""
    edits = [Edit(m.start(), m.end(), _HALF[m[0]]) for m in re.finditer("[，；：]", sample.text)]
    if len(edits) > 20:
        yield Site(tuple(edits))


_MOJIBAKE = ("text-mojibake", "text")

KINDS = (
    Kind("mojibake-gbk", _MOJIBAKE, {"UTF-8 as GBK": _garbled(_as_gbk), "lost twice": _garbled(_twice_lost)}),
    Kind(
        "mojibake-latin",
        _MOJIBAKE,
        {"UTF-8": _garbled(_as_latin), "GBK": _garbled(_gbk_as_latin), "quotes": _damaged_quotes},
        beside=("text-unbalanced",),
    ),
    Kind("mojibake-lost", _MOJIBAKE, {"replacement": _garbled(_lost), "private use": _private}),
    Kind("invisible", ("text-invisible", "text"), {"in a word": _insert(_UNSEEN)}),
    Kind(
        "doubled-word",
        ("text-doubled", "heading-garbled"),
        {"word": _double(_WORDS), "particle": _double(_PARTICLES), "begun twice": _half_doubled},
    ),
    Kind(
        "doubled-stop",
        ("text-punctuation", "paragraph-truncated", "placeholder-dropped"),
        {"doubled": _stops, "first": _stop_first, "point": _point},
        beside=("paragraph-split", "heading-split"),
    ),
    Kind(
        "unbalanced",
        ("text-unbalanced", "text-width"),
        {
            "not opened": _half_pair(closing=False),
            "not closed": _half_pair(closing=True),
            "wrong kind": _wrong_pair,
        },
        beside=("text-punctuation",),
    ),
    Kind(
        "half-width",
        ("text-width", "text-punctuation"),
        {
            "comma": _half_width,
            "full stop": _half_full_stop,
            "brackets": _half_brackets,
            "throughout": _half_throughout,
        },
    ),
    Kind(
        "stray-space",
        ("text-space", "text-invisible"),
        {
            "in a word": _insert(_SPACES),
            "after a stop": _insert((" ", "　"), re.compile("[，。；](?=[一-鿿])")),
        },
    ),
)
