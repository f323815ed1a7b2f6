"""Which two characters begin a word and which end one, counted where clauses begin and end.

Chinese sets no spaces, so where a word may begin is known from the places where one must: after a comma or a
full stop. The table was counted over 11 million characters of published laws, work reports and speeches
(`benchmarks/word_edges.py`). It says of a character with which others it ends a word and begins one, and
whether it seldom comes first at all (业 in 就业, not in 业务): a line that begins with one of those, and not
with one of its words, begins in the middle of a word.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpuslint.prose.grammar import SURNAMES


class _Edges(NamedTuple):
    """`ends`: what stands before a character in words it ends; `begins`: what follows it at their start."""

    ends: str
    begins: str
    is_seldom_first: bool


@cache
def _table() -> dict[str, _Edges]:
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {row[0]: _Edges(row[1], row[2], len(row) > 3) for row in rows}


_NONE = _Edges("", "", False)


def begins_word(pair: str) -> bool:
    """Whether two characters are known to begin a clause."""
    return len(pair) == 2 and pair[1] in _table().get(pair[0], _NONE).begins


def ends_word(pair: str) -> bool:
    """Whether two characters are known to end a clause."""
    return len(pair) == 2 and pair[0] in _table().get(pair[1], _NONE).ends


def is_known(character: str) -> bool:
    """Whether the table has a character; it has no traditional ones."""
    return character in _table()


def is_word(pair: str) -> bool:
    """Whether two characters are known to end a clause, or to begin one as more than the rest of a word."""
    return ends_word(pair) or (begins_word(pair) and not _table()[pair[0]].is_seldom_first)


def may_be_word(pair: str) -> bool:
    """Whether two characters are known to begin or to end a clause, however seldom."""
    return begins_word(pair) or ends_word(pair)


def begins_in_word(text: str) -> bool:
    """Whether a text begins with the rest of a word: its first character begins no word with the second."""
    if len(text) < 2 or text[0] in SURNAMES or text[1] not in _table():
        return False
    edges = _table().get(text[0], _NONE)
    return edges.is_seldom_first and text[1] not in edges.begins
