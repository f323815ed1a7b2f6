"""Run-in headings: items that open with a short phrase closed by a full stop, their text behind it.

「（一）狠抓落实。全年……」: where the siblings of an item all are written so, the item ought to be as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.corpus.document import Document
from corpuslint.expressions import late
from corpuslint.outline import Part, Section

_LENGTHS = range(3, 27)  # characters of a phrase that is a heading
_LEAST_TEXT = 12  # characters behind the full stop
_ENOUGH = 2  # siblings that show how an item is written
_MOST_OTHERS = 1  # siblings, beside the item itself, that may be written otherwise
_PHRASE = late(r"(?P<phrase>[^。；：:;！？!?\n]{3,26})。(?=[^\n])")


class Habit(NamedTuple):
    """How the items of a list open.

    `longest` the characters of the longest phrase, `has_comma` whether one has a comma inside, `others` how
    many items open otherwise, `starts` the two characters that most phrases, if any, have in common at first.
    """

    longest: int
    has_comma: bool
    others: int
    starts: tuple[str, ...] = ()


def siblings_of(part: Part) -> list[list[Section]]:
    """The sections of a part as lists of siblings of one family."""
    lists: dict[tuple[int, int | None, str], list[Section]] = {}
    for section in part.sections:
        lists.setdefault((section.level, section.parent, section.marker.family), []).append(section)
    return list(lists.values())


def runs_of(siblings: Sequence[Section]) -> list[list[Section]]:
    """A list of siblings cut where its numbers begin again: each run is a list of its own."""
    runs: list[list[Section]] = []
    for section in siblings:
        if not runs or section.marker.value == 1:
            runs.append([])
        runs[-1].append(section)
    return runs


def habit(document: Document, siblings: Sequence[Section]) -> Habit | None:
    """How the items of a list open, if all but one or two of three or more open with a run-in heading."""
    phrases = [phrase for phrase in (run_in(document, item) for item in siblings) if phrase is not None]
    others = len(siblings) - len(phrases)
    if len(phrases) < _ENOUGH or others > 1 + _MOST_OTHERS or (others > 1 and len(phrases) <= 2 * others):
        return None
    heads = Counter(phrase[:2] for phrase in phrases)
    starts = tuple(head for head, times in heads.items() if 2 * times > len(phrases))
    return Habit(max(map(len, phrases)), any("，" in phrase for phrase in phrases), others, starts)


def run_in(document: Document, section: Section) -> str | None:
    """The phrase an item opens with, where a full stop closes it and text follows in the same line."""
    start, end = document.blocks[section.block].body
    match = _PHRASE.match(document.text, start, end)
    if match is None or end - match.end() < _LEAST_TEXT or len(match["phrase"].strip()) not in _LENGTHS:
        return None
    return match["phrase"].strip()
