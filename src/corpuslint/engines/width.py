"""Half-width punctuation in Chinese prose, and full-width letters and digits among half-width ones.

Two groups of marks are judged apart, because documents treat them apart: stops (, ; : ? !) and brackets.
Where half-width marks are the rule the file is reported once; where they are the exception each of them is.
Only marks beside Chinese characters count: 1,000, 10:30, (PM2.5), `1)` and English phrases have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit, Severity
from corpuslint.prose.foreignnames import SOUNDS

_HAN = "\u4e00-\u9fff"
_HALF_STOPS, _HALF_BRACKETS = frozenset(",;:?!.｡､"), frozenset("()")
# The mark comes first and what stands before it is looked at after, so that a search skips all other text.
_HALF_STOP = late(
    rf"[｡､]|[,;:?!](?:(?<=[{_HAN}”》）〉].)(?![,;:?!/\\\[<-])|(?<=[\d％%‰A-Za-z)\]][,;])(?=[{_HAN}“《（]))"
    rf"|\.(?<=[{_HAN}”》].)(?=[ \t\u3000]{{0,4}}[\r\n]|$)"
    rf"|\.(?<=[{_HAN}\d、，：；”》]{{3}}[{_HAN}].)(?<![一二三四五六七八九十].)(?=[{_HAN}]{{2}})(?![^.\n]{{1,6}}\.)"
    rf"(?!(?<=[{SOUNDS}].)[{SOUNDS}])"
)
_HALF_BRACKET = late(rf"\((?=[{_HAN}“《])|\)(?<=[{_HAN}”》].)")
_FULL_STOPS = "，；：？！"
_FULL_BRACKETS = "（）"
_WIDE = late("[０-９Ａ-Ｚａ-ｚ％]+")
_NARROW = late("[0-9A-Za-z%]+")
_FULL_FORM = dict(zip(",;:?!().｡､", "，；：？！（）。。、", strict=True))
_BRACKET_REACH = 60  # characters within which two brackets are one pair


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When half-width marks are the rule, and when the odd ones out.

    `mostly`: share of half-width marks (0 to 1) above which they are the file's rule. `few`: share below
    which each is reported, as are up to `few_marks` of them that are the minority. Between the two the file
    is mixed and reported once. `wide_share`: share of full-width runs of letters and digits above which they
    are the file's rule.
    """

    mostly: float = 0.5
    few: float = 0.25
    few_marks: int = 3
    wide_share: float = 0.3


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the odd ones out, or one hit for a file that is half-width or mixed throughout."""
    text = document.text
    groups = [
        (_stops(document), sum(map(text.count, _FULL_STOPS))),
        (_brackets(document), sum(map(text.count, _FULL_BRACKETS)) // 2),
    ]
    throughout = []
    for halves, full in groups:
        if _are_few(len(halves), full, params):
            for span in halves:
                yield _odd(text, span)
        else:
            throughout.append((halves, full))
    if throughout:
        yield _whole(document, throughout, params)
    if document.holds(_WIDE):
        yield from _wide(text, params)


def _stops(document: Document) -> list[Span]:
    """Half-width stops."""
    if _HALF_STOPS.isdisjoint(document.alphabet):
        return []
    return _spans(_HALF_STOP, document.text)


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _brackets(document: Document) -> list[Span]:
    """Half-width brackets, the two of a pair as one span."""
    if _HALF_BRACKETS.isdisjoint(document.alphabet):
        return []
    text = document.text
    spans: list[Span] = []
    for match in _HALF_BRACKET.finditer(text):
        start, end = match.span()
        last = spans[-1] if spans else None
        is_partner = (
            match[0] == ")" and last and last.end - last.start == 1 and end - last.start <= _BRACKET_REACH
        )
        if is_partner and last and text[last.start] == "(" and "\n" not in text[last.start : end]:
            spans[-1] = Span(last.start, end)
        else:
            spans.append(Span(start, end))
    return spans


def _are_few(half: int, full: int, params: Params) -> bool:
    return half < params.few * (half + full) or half <= min(params.few_marks, full - 1) or not half


def _odd(text: str, span: Span) -> Hit:
    ends = {span.start, span.end - 1}
    edits = tuple(Edit(offset, offset + 1, _FULL_FORM[text[offset]]) for offset in sorted(ends))
    expected = "".join(edit.replacement for edit in edits)
    marks = "".join(text[edit.start] for edit in edits)
    return Hit(span, {"marks": marks, "expected": expected}, "odd", edits=edits)


def _whole(document: Document, groups: list[tuple[list[Span], int]], params: Params) -> Hit:
    """One hit for the file, in its longest line: the first may be what a web page has left above the text."""
    marks = sorted(span for halves, _ in groups for span in halves)
    first = next(filter(_longest_line(document).contains, marks), marks[0])
    count = sum(len(halves) for halves, _ in groups)
    full = sum(full for _, full in groups)
    values = {"count": count, "full": full, "share": round(100 * count / (count + full))}
    if count > params.mostly * (count + full):
        return Hit(Span(first.start, first.start + 1), values, "mostly", severity=Severity.INFO)
    return Hit(Span(first.start, first.start + 1), values, "mixed")


def _longest_line(document: Document) -> Span:
    spans = (block.span for block in document.blocks)
    return max(spans, key=lambda span: span.end - span.start, default=Span(0, 0))


def _wide(text: str, params: Params) -> Iterator[Hit]:
    """Full-width letters and digits, once a file, where the file writes most of them half-width."""
    wide = _spans(_WIDE, text)
    narrow = len(_NARROW.findall(text))
    if len(wide) < params.wide_share * (len(wide) + narrow):
        values = {"count": len(wide), "narrow": narrow}
        yield Hit(wide[0], values, "wide", severity=Severity.INFO)
