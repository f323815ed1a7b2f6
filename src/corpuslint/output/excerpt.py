"""A line of a document cut to fit a terminal, with carets under what was found.

A line may be ten million characters long: only the characters that are shown are ever looked at.
"""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.output.terminal import cells, visible

WIDTH = 96  # cells of text; the line number and its bar come on top
_LEAD = 32  # cells shown before a match that stands further on
_ELLIPSIS = "…"


class Excerpt(NamedTuple):
    """What stands on the screen: the text, and the cells before and under the carets."""

    text: str
    indent: int
    width: int


def excerpt(line: str, column: int, length: int) -> Excerpt:
    """Cut a line around a match: `column` is 1-based, `length` in code points (0 marks a place between).

    A line is shown from its beginning where the match fits on the screen that way. A match that runs on past
    the line, or past the width, is marked as far as it is shown.
    """
    start = min(column - 1, len(line))
    first = 0 if start + length <= _forward(line, 0, WIDTH) else _back(line, start, _LEAD)
    lead = _ELLIPSIS if first else ""
    before = lead + visible(line[first:start])
    last = _forward(line, start, WIDTH - cells(before))
    marked = lead + visible(line[first : min(start + length, last)])
    # Made visible in one piece: a CI command must not slip through where two pieces meet.
    text = lead + visible(line[first:last]) + (_ELLIPSIS if last < len(line) else "")
    return Excerpt(text, cells(before), max(1, cells(marked) - cells(before)))


def opening(text: str) -> str:
    """The beginning of a text on one line, as far as it fits."""
    head = text[: WIDTH * 4]
    line = " ".join(head.split())
    last = _forward(line, 0, WIDTH)
    is_whole = last == len(line) and len(text) == len(head)
    return visible(line[:last]) + ("" if is_whole else _ELLIPSIS)


def _back(line: str, start: int, budget: int) -> int:
    """The first character that fits into so many cells before `start`."""
    index = start
    while index > 0 and budget > 0:
        index -= 1
        budget -= max(1, cells(visible(line[index])))
    return index


def _forward(line: str, start: int, budget: int) -> int:
    """The end of what fits into so many cells from `start` on."""
    index = start
    while index < len(line) and budget > 0:
        budget -= max(1, cells(visible(line[index])))
        index += 1
    return index
