"""Page numbers and running headers: lines that recur in order because pages do.

A line such as — 3 — is a page number only among others that count on from it; one alone may be anything. A
total (第1页 共4页) is a page mark wherever it stands, and so is 第3页 on a line of its own. A
running header is the same short line beside several page numbers, or the same short line that breaks into a
sentence again and again, or comes back between paragraphs as only pages do (`corpuslint.residue.recurrence`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.findings import Hit
from corpuslint.residue.recurrence import LINE_LIMIT, breaks_a_sentence, is_running_header, recurring_lines

_NUMBER_STOPS = ".．"  # and not 、, with which a sentence may go on
_STEP = 2  # one page number may be lost between two


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lines` match a whole line and `inline` a mark within text, both with a group `number`.

    They count in runs of at least `run` (`bare_run` where a line is only the number); `totals` need none, nor
    do the whole lines of `alone`.
    """

    lines: tuple[str, ...]
    inline: tuple[str, ...]
    totals: tuple[str, ...]
    alone: tuple[str, ...] = ()
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
    totals = [Span(*m.span()) for pattern in _compiled(params.totals) for m in pattern.finditer(text)]
    yield from map(Hit, totals)
    told = {total.start for total in totals}
    marked: set[int] = set()
    for block in document.blocks:
        if block.span.end - block.span.start <= LINE_LIMIT and any(
            pattern.fullmatch(text, *block.span) for pattern in _compiled(params.alone)
        ):
            marked.add(block.index)
            yield Hit(block.span)
    for marks, least in _candidates(document, params):
        for mark in _in_order([mark for mark in marks if mark.block not in marked], least):
            marked.add(mark.block)
            if mark.span.start not in told:
                yield Hit(mark.span)
    for block in _headers(document, marked, params.run):
        yield Hit(block.span, variant="header")


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def _candidates(document: Document, params: Params) -> Iterator[tuple[list[_Mark], int]]:
    """The marks of each form, in order, with the length a run of them must have."""
    text = document.text
    short = [block for block in document.blocks if block.span.end - block.span.start <= LINE_LIMIT]
    for pattern in _compiled(params.lines):
        marks = [
            _Mark(block.span, block.index, int(match["number"]))
            for block in short
            if (match := pattern.fullmatch(text, block.span.start, block.span.end))
            and not _is_cut_off(document, block)
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


def _is_cut_off(document: Document, block: Block) -> bool:
    """Whether the next line begins with the stop of a number: 1 before .加强领导 numbers an item."""
    following = document.blocks[block.index + 1 : block.index + 2]
    return any(document.text[after.span.start] in _NUMBER_STOPS for after in following)


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
    """Short lines that recur beside page numbers, within sentences, or as headers do.

    The first page has none above it.
    """
    groups = [group for group in recurring_lines(document, marked) if len(group) >= least]
    recurring = {block.index for group in groups for block in group}
    for group in groups:
        beside = [block for block in group if {block.index - 1, block.index + 1} & marked]
        breaking = [block for block in group if breaks_a_sentence(document, block, recurring)]
        others = recurring - {block.index for block in group}
        if len(beside) >= least - 1 or len(breaking) >= least or is_running_header(document, group, others):
            yield from group
