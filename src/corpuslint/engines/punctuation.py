"""Stops that stand where no stop can: doubled, contradicting each other, at a line's start, inside a phrase.

Full-width and half-width marks are judged alike; half-width ones only beside Chinese characters, so that
numbers (1,000), addresses (http://) and code (a::b) stay out of it. What may be doubled is left alone:
…… and ——, ！！ and ？！ (GB/T 15834-2011, 4.2, 4.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit
from corpuslint.prose.foreignnames import SOUNDS
from corpuslint.prose.grammar import is_han
from corpuslint.prose.wordedges import ends_word, may_be_word

_HAN = "\u4e00-\u9fff"
_WORDS_IN_DE = "确士哥姐黎姆卢"  # 的确, 的士 ... begin words of their own
_WORDS_IN_LE = "解结然却望无"  # 了解, 了结 ...
_WORDS_IN_DENG = "级候待同量额价到高效距边次温速外第于式差号腰身压值位份离我他她你着闲靠同"  # 等级, 等待 ...
_LINE_START = "。，、；：！？"
_NUMBERS = "一二三四五六七八九十"
_ALONE = frozenset("中美俄欧日韩英法德印东西南北京沪港澳台省市县区")  # 中-美合作
_DATE_HEADS = "月日号时点年个项条级类期次名人家处种所万千百倍届季两三四五六七八九十"

# Where a stop is worth a second look: what follows it tells.
_CANDIDATE = late(
    r"[。，、；：,;:.！？!?](?:(?<=[！？!?])(?=[。，、；：,;:.])|(?<=\d[。、])(?=\d)|(?<=[（“‘《〈【「『][，。、；])"
    r"|(?<=[。，、；：,;:.])(?=[。，、；：！？,;:.)）》〉】」』的了们等]))"
)
# Marks of other scripts and fonts where a Chinese stop belongs, and signs pasted into words against copying.
_FOREIGN = late(r"[．・‧﹒′•·.\-_~*<`´]")
_LONGEST_TITLE = 120
_LEAST_CLAUSE = 8  # characters either side of a middle dot that parts two clauses and no name
# The sign comes first and what stands before it is looked at after, so that a search skips all other text.
_STRANGE = late(
    r"[．・‧﹒′•·.\-_~*<`](?:"
    rf"(?P<stop>(?<=[{_HAN}][．・‧﹒′])(?=[{_HAN}（“《]|[ \u3000]{{0,4}}(?:[\r\n]|$)))"
    rf"|(?P<dot>(?<=[{_HAN}]{{{_LEAST_CLAUSE}}}[·•])(?=[{_HAN}]{{{_LEAST_CLAUSE}}})"
    rf"|(?<=[{_HAN}][·•])(?=[ \u3000]{{0,4}}(?:[\r\n]|$)))"
    rf"|(?P<pasted>(?<=[{_HAN}][.\-_~*．])(?=[{_HAN}]))"
    rf"|(?P<title>(?<=<)<?(?=[{_HAN}])[{_HAN}\d、（）〈〉·]{{2,40}}>{{1,2}})"
    rf"|(?P<quote>(?<=`)(?=[{_HAN}])[{_HAN}\d、，]{{1,24}}´))"
)
# (variant, pattern), tried in order at the stop; the hit is the group `at` where there is one.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("doubled", r"(?P<same>[。，、；：])(?P=same)+"),
    ("doubled", rf"(?<=[{_HAN}％%”》）])(?P<half>[,;:])(?P=half)+(?![A-Za-z/])"),
    ("doubled", rf"(?<=[{_HAN}％%”》）])\.\.(?![./\w])"),
    ("contradictory", r"[。，、；：][。，、；：！？]+|[！？][。，、；：]+"),
    ("contradictory", rf"(?<=[{_HAN}％%”》）])[,;:.?!][。，、；：,;:](?=[{_HAN}“《（\s])"),
    ("contradictory", rf"(?<=[{_HAN}％%”》）])[。，、；：][,;:.](?=[{_HAN}“《（\s]|$)"),
    ("closing", r"(?P<at>[。，、；：,;])[）)][，。、；：,;]|(?P<mark>[，、；：])[）》〉】」』]"),
    ("opening", r"(?<=[（“‘《〈【「『])[，。、；](?![、”’》）])"),
    ("etc", rf"(?<=[{_HAN}”》）])(?P<at>、)等(?=[{_HAN}，。；、,;”）])(?![{_WORDS_IN_DENG}])"),
    ("inner", rf"(?<=[{_HAN}\d％%”》）])(?P<at>[。；：，、,;])的(?![{_WORDS_IN_DE}])(?=[{_HAN}])"),
    ("inner", rf"(?<=[{_HAN}])(?P<at>[。；：，、,;])(?:了(?![{_WORDS_IN_LE}])|们)(?=[{_HAN}，。；])"),
    (
        "decimal",
        r"(?<=\d)(?P<at>。)(?:\d{1,4}(?:[％%]|[万亿]|个百分点)"
        r"|\d{1,2}(?:公里|千米|公顷|平方|立方|亩|元|吨|米|倍|公斤))",
    ),
    (
        "date",
        r"(?:(?<=[^\d、][1-9])|(?<=[^\d、]1[0-2]))(?P<at>、)(?:[12]\d|3[01]|[1-9])"
        rf"(?![\d{_DATE_HEADS}])[{_HAN}]{{2,8}}?[日节]",
    ),
)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose."""


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((variant, re.compile(pattern)) for variant, pattern in _PATTERNS)


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each misplaced stop once."""
    text = document.text
    end = 0
    for candidate in _CANDIDATE.finditer(text):
        if candidate.start() < end:
            continue
        for variant, pattern in _compiled():
            if match := pattern.match(text, candidate.start()):
                span = _span(match)
                end = span.end
                yield _hit(text, span, variant)
                break
    if document.holds(_FOREIGN):
        yield from _strange(document)
    for block in document.blocks:
        start = block.span.start
        if text[start] in _LINE_START:
            yield Hit(Span(start, start + 1), {}, "line-start")


def _span(match: re.Match[str]) -> Span:
    for name in ("at", "mark"):
        if name in match.re.groupindex and match.start(name) >= 0:
            return Span(*match.span(name))
    return Span(*match.span())


def _hit(text: str, span: Span, variant: str) -> Hit:
    if variant == "doubled":
        return Hit(span, {"mark": text[span.start]}, variant, edits=(Edit(*span, text[span.start]),))
    if variant in ("inner", "etc"):
        return Hit(span, {"next": text[span.end]}, variant, edits=(Edit(*span, ""),))
    return Hit(span, {}, variant)


def _strange(document: Document) -> Iterator[Hit]:
    """Signs of another script in the place of a stop, a title or a quotation mark, or inside a word."""
    text = document.text
    for match in _STRANGE.finditer(text):
        kind, (start, end) = match.lastgroup or "", match.span()
        words = text[start - 1 : start] + text[end : end + 1]
        if kind in ("stop", "pasted") and _is_inside_word(text, start, end):
            yield Hit(Span(start, end), {"word": words}, "pasted", edits=(Edit(start, end, ""),))
        elif kind in ("stop", "dot") and not _is_name(text, start, end) and text[start - 1] not in _NUMBERS:
            yield Hit(Span(start, end), {}, "strange")
        elif kind == "quote" or (kind == "title" and not _is_in_title(text, start)):
            inner, (opener, closer) = match[0].strip("<>`´"), ("《》" if kind == "title" else "“”")
            mended = f"{opener}{inner}{closer}"
            yield Hit(Span(start, end), {"mended": mended}, kind, edits=(Edit(start, end, mended),))


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a sign stands between the characters of a word, or after 的 (老师们的.公开课)."""
    before, after = text[start - 1], text[end : end + 1]
    if not is_han(after or " ") or _is_name(text, start, end):
        return False
    if before == "的":
        return text[start] in ".．"
    is_split = ends_word(before + after) and before not in _ALONE and after not in _ALONE
    return is_split and not may_be_word(text[start - 2 : start])


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a dot parts a foreign name: the characters beside it write sounds (爱德华・斯诺)."""
    before, after = text[max(0, start - 3) : start], text[end : end + 1]
    return any(map(SOUNDS.__contains__, before)) and (after in SOUNDS or text[start] in "·•")


def _is_in_title(text: str, start: int) -> bool:
    """Whether an offset stands between the marks of a title, as in 《关于修改<办法>的决定》."""
    before = text[max(0, start - _LONGEST_TITLE) : start]
    return before.rfind("《") > before.rfind("》")
