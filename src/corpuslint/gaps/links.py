"""Words that must go on, cut off from what they govern: 关于，我强调… 我们要与、公安等部门 为了的需要.

A preposition, a conjunction or a determiner is never the last word of a clause, and few of them ever stand
before 的. Where one does, its object was lost. Words that end like one (参与, 缓和) are told apart by the
character before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from corpuslint.corpus.document import Span

_BEGINS_CLAUSE = "，。；：、！？,;:“”\n　 "


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are cut off where one of the characters `ends` follows, save after the characters `before`.

    With `opening` they count as the first of a clause only: 根据，我们… but 以事实为根据，….
    """

    words: tuple[str, ...]
    ends: str
    before: str = ""
    opening: bool = False


def cut_off(text: str, links: tuple[Link, ...]) -> Iterator[Span]:
    """Spans of words that lost what they govern, in order; what follows them is left out."""
    for match in _pattern(links).finditer(text):
        yield Span(*match.span())


@cache
def _pattern(links: tuple[Link, ...]) -> re.Pattern[str]:
    """One expression for all words, each with its context, so that a text is read once."""
    return re.compile("|".join(_expression(word, link) for link in links for word in link.words))


def _expression(word: str, link: Link) -> str:
    """The word first and what stands before it last: a search skips what begins no word."""
    found = f"{word}(?=[{re.escape(link.ends)}])"
    if link.opening:
        return f"{found}(?<=[{re.escape(_BEGINS_CLAUSE)}]{word})"
    return f"{found}(?<![{re.escape(link.before)}]{word})" if link.before else found
