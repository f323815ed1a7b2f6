"""Passages that stand twice running: a word, a clause, a sentence, a paragraph.

A text that repeats itself with a period of n characters equals itself shifted by n for n characters. For
short periods this is asked of the whole text at once: its UTF-16 code units make one large integer, and where
that integer and its shifted self agree their difference has zeros. For longer ones it is asked where a clause
begins. Both are linear in the text, which an expression with a backreference is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpuslint.corpus.document import BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.prose import grammar
from corpuslint.prose.brokenlines import is_verse

_UNIT = 2  # bytes of a UTF-16 code unit
_NOT_ZERO = late(rb"[^\0]")
_ASTRAL = late("[\U00010000-\U0010ffff]")  # two units each
_HAN_RUN = late("[一-鿿]+")
_HAN = late("[一-鿿]")
_KEY = 6  # characters that a repeated passage begins with
_LONGEST = 120  # characters of a repeated passage
_TRIES = 4  # times a passage's first characters may come back before the passage is over
_LEAST_HAN = 6  # Chinese characters of a passage: 稳中求进、稳中求进 is a slogan
_LEAST_PARAGRAPH = 8  # Chinese characters of a paragraph
_CLAUSE = late(r"[，。；：！？“（,;:!?\n][ \t\u3000]{0,4}")
_MARKS, _PAUSES = "，。；、,;.", "，、,"
_CALLS = frozenset("！!？?")  # 团结就是力量，团结就是力量！ is meant


def short_repeats(text: str, least: int, most: int) -> Iterator[tuple[Span, Span]]:
    """Runs of `least` to `most` Chinese characters that stand twice running, and the second of the two."""
    units = _ASTRAL.sub("\ufffd", text).encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(units, "little")
    periods: dict[int, int] = {}
    for period in range(most, least - 1, -1):
        difference = (number ^ (number >> (8 * _UNIT * period))).to_bytes(len(units), "little")
        for start in _starts(difference, period):
            periods[start] = period
    end = 0
    for start, period in sorted(periods.items()):
        if start >= end and _HAN_RUN.fullmatch(text, start, min(len(text), start + 2 * period)):
            end = start + 2 * period
            if end <= len(text):
                yield Span(start, end), Span(start + period, end)


def _starts(difference: bytes, period: int) -> Iterator[int]:
    """Where stretches of `period` characters or more begin in which a text and its shifted self agree."""
    zeros = bytes(_UNIT * period)
    at = difference.find(zeros)
    while at >= 0:
        over = _NOT_ZERO.search(difference, at + len(zeros))
        start, end = -(-at // _UNIT), (over.start() if over else len(difference)) // _UNIT
        if period <= end - start:
            yield start
        at = difference.find(zeros, over.end()) if over else -1


def clause_repeats(document: Document) -> Iterator[tuple[Span, Span]]:
    """Clauses and sentences that are said twice running, and the copies that are one too many.

    Calls (团结就是力量，团结就是力量！) and verse are meant.
    """
    text, end = document.text, 0
    for start in _clauses(text):
        key = text[start : start + _KEY]
        if text.find(key, start + _KEY, start + _LONGEST + _KEY) < 0 or start < end:
            continue
        after = _repeat(text, start, key)
        if after and _is_slip(document, start, after):
            stray = Span(start, _last_copy(text, start, after))
            end = stray.end + after - start
            yield Span(start, end), stray


def paragraph_repeats(document: Document) -> Iterator[tuple[Span, Span]]:
    """Paragraphs that stand twice running, and the first of the two."""
    for before, after in pairwise(document.blocks):
        line = document.slice(before.span)
        if line != document.slice(after.span) or before.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        is_text = grammar.is_prose(line) and grammar.closes(line) and line[-1] not in _CALLS
        if is_text and _counts(line, _LEAST_PARAGRAPH) and not is_verse(document, before):
            yield after.span, before.span


def _clauses(text: str) -> Iterator[int]:
    yield 0
    for match in _CLAUSE.finditer(text):
        yield match.end()


def _repeat(text: str, start: int, key: str) -> int:
    """Where a passage that begins at an offset with `key` begins once more, right after its end; else 0."""
    at = start + _KEY - 1
    for _ in range(_TRIES):
        at = text.find(key, at + 1, start + _LONGEST + _KEY)
        if at < 0:
            return 0
        if _are_copies(text, start, at):
            return at
    return 0


def _are_copies(text: str, start: int, after: int) -> bool:
    """Whether a passage stands again right after itself; what ended with a comma may end with a stop."""
    end = 2 * after - start
    if text[start:after] == text[after:end]:
        return True
    is_but_for_mark = text[after - 1] in _PAUSES and text[end - 1 : end] in tuple(_MARKS)
    return is_but_for_mark and text[start : after - 1] == text[after : end - 1]


def _last_copy(text: str, start: int, after: int) -> int:
    """Where the last of several copies begins."""
    length = after - start
    while _are_copies(text, after, after + length):
        after += length
    return after


def _is_slip(document: Document, start: int, after: int) -> bool:
    passage = document.text[start:after]
    follows = document.text[2 * after - start : 2 * after - start + 1]
    if "\n" in passage or not _counts(passage, _LEAST_HAN) or not _CALLS.isdisjoint((*passage, follows)):
        return False
    block = document.block_at(start)
    return block is not None and block.kind is not BlockKind.ROW and not is_verse(document, block)


def _counts(text: str, least: int) -> bool:
    """Whether a text has so many Chinese characters."""
    return len(_HAN.findall(text)) >= least
