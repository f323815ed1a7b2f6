"""Page numbers and running headers: lines that recur in order because pages do.

A line such as — 3 — is a page number only among others that count on from it; one alone may be anything. A
total (第1页 共4页) is a page mark wherever it stands. A running header is the same short line beside several
page numbers, or the same short line that breaks into a sentence again and again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.findings import Hit

_LINE_LIMIT = 40  # characters; no page mark or running header is longer
_STEP = 2  # one page number may be lost between two
_SENTENCE_END = "。！？!?；;：:”’）)》】…"
_PUNCTUATION = _SENTENCE_END + "，、,"
_BODY = 30  # characters; a shorter block may lack a full stop because it is a heading


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lines` match a whole line and `inline` a mark within text, both with a group `number`.

    They count in runs of at least `run` (`bare_run` where a line is only the number); `totals` need none.
    """

    lines: tuple[str, ...]
    inline: tuple[str, ...]
    totals: tuple[str, ...]
    run: int = 3
    bare_run: int = 4


class _Mark(NamedTuple):
    """A possible page number: where it stands, the index of its block, what it says."""

    span: Span
    block: int
    number: int


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield page marks, then the running headers beside them."""
    text = document.text
    for pattern in _compiled(params.totals):
        for match in pattern.finditer(text):
            yield Hit(Span(*match.span()))
    marked: set[int] = set()
    for marks, least in _candidates(document, params):
        for mark in _in_order([mark for mark in marks if mark.block not in marked], least):
            marked.add(mark.block)
            yield Hit(mark.span)
    for block in _headers(document, marked, params.run):
        yield Hit(block.span, variant="header")


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def _candidates(document: Document, params: Params) -> Iterator[tuple[list[_Mark], int]]:
    """The marks of each form, in order, with the length a run of them must have."""
    text = document.text
    short = [block for block in document.blocks if block.span.end - block.span.start <= _LINE_LIMIT]
    for pattern in _compiled(params.lines):
        marks = [
            _Mark(block.span, block.index, int(match["number"]))
            for block in short
            if (match := pattern.fullmatch(text, block.span.start, block.span.end))
        ]
        bare = all(text[mark.span.start : mark.span.end].isdigit() for mark in marks)
        yield marks, params.bare_run if bare else params.run
    for pattern in _compiled(params.inline):
        found: list[_Mark] = []
        for match in pattern.finditer(text):
            block = document.block_at(match.start())
            if block and (not found or found[-1].block != block.index):
                found.append(_Mark(Span(*match.span()), block.index, int(match["number"])))
        yield found, params.run


def _in_order(marks: list[_Mark], least: int) -> Iterator[_Mark]:
    """The marks that stand in runs which count on, with text between them."""
    run: list[_Mark] = []
    for mark in [*marks, None]:
        if mark and (not run or 0 < mark.number - run[-1].number <= _STEP):
            run.append(mark)
            continue
        if len(run) >= least and run[-1].block - run[0].block >= 2 * (len(run) - 1):
            yield from run
        run = [mark] if mark else []


def _headers(document: Document, marked: set[int], least: int) -> Iterator[Block]:
    """Short lines that recur beside page numbers (the first page has none above it), or within sentences."""
    groups: dict[str, list[Block]] = defaultdict(list)
    for block in document.blocks:
        line = document.slice(block.span)
        is_short = 1 < len(line) <= _LINE_LIMIT and line[0] != "<"  # mark-up recurs, but is no header
        if is_short and line[-1] not in _PUNCTUATION and block.index not in marked:
            groups[line].append(block)
    for blocks in groups.values():
        if len(blocks) < least:
            continue
        beside = [block for block in blocks if {block.index - 1, block.index + 1} & marked]
        breaking = [block for block in blocks if _breaks_a_sentence(document, block)]
        if len(beside) >= least - 1 or len(breaking) >= least:
            yield from blocks


def _breaks_a_sentence(document: Document, block: Block) -> bool:
    """Whether the block before is body text that does not end, and the one after goes on with no marker."""
    if not 0 < block.index < len(document.blocks) - 1:
        return False
    before, after = document.blocks[block.index - 1], document.blocks[block.index + 1]
    text = document.slice(before.span)
    return len(text) >= _BODY and text[-1] not in _SENTENCE_END and after.marker is None
