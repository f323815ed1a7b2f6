"""Things and the word that counts them with no number between: 发放资料份，召开会议次, where a clause ends.

Measure words end many words, so each counts there only, and behind the things that it measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from corpuslint.corpus.document import Span

_STOPS = "，。；、,;"


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure word and what it counts, by the last characters of the words for it."""

    measure: str
    things: tuple[str, ...]


def uncounted(text: str, table: tuple[Counted, ...]) -> Iterator[Span]:
    """Spans of a thing and its measure word where a clause ends without the number, in order."""
    if not table:
        return
    things = {counted.measure: counted.things for counted in table}
    for match in _measures(tuple(things)).finditer(text):
        start = match.start()
        if text.endswith(things[match.group()], 0, start):
            longest = max(len(thing) for thing in things[match.group()] if text.endswith(thing, 0, start))
            yield Span(start - longest, match.end())


@cache
def _measures(words: tuple[str, ...]) -> re.Pattern[str]:
    """Each measure word before a stop; words of several characters do not end like others of the table."""
    return re.compile("|".join(f"{word}(?=[{_STOPS}])" for word in words))
