"""What is written twice: a character (加强强), a word (完成完成), a clause, a sentence, a paragraph.

Each kind has a module that knows what Chinese repeats on purpose; here the longest wins where they overlap.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.doubling.doubledcharacters import doubled_characters
from corpuslint.doubling.doubledwords import begun_again, doubled_words, stutters
from corpuslint.doubling.repeats import clause_repeats, paragraph_repeats
from corpuslint.doubling.usage import Usage
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit

_HAN = "\u4e00-\u9fff"
_CHARACTER = late(rf"([{_HAN}])\1")
_SHADOW = late(rf"(?:([{_HAN}])\1(?!\1)){{4,200}}")
_LEAST_SHADOW = 8  # characters of shadowed lettering
_SHOWN = 12  # characters of a passage that a message quotes


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each doubling once, the longest first."""
    usage = Usage(document.text)
    taken: set[int] = set()
    for found, variant in (
        (paragraph_repeats(document), "paragraph"),
        (clause_repeats(document), "clause"),
        (_shadows(document.text), "shadow"),
        (doubled_words(usage), "word"),
        (doubled_characters(usage), "character"),
        (stutters(usage), "stutter"),
        (begun_again(usage), "stutter"),
    ):
        for span, stray in found:
            if taken.isdisjoint(range(*span)):
                taken.update(range(*span))
                word, line = _quoted(document.slice(stray)), document.position(stray.start).line
                yield Hit(span, {"word": word, "line": line}, variant, edits=(Edit(*stray, ""),))


def _quoted(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def _shadows(text: str) -> Iterator[tuple[Span, Span]]:
    """Every character twice, as in shadowed lettering copied from slides: 周周劲劲松松."""
    starts = [match.start() for match in _CHARACTER.finditer(text)]
    if not any(fourth - first < _LEAST_SHADOW for first, fourth in zip(starts, starts[3:], strict=False)):
        return
    for match in _SHADOW.finditer(text):
        yield Span(*match.span()), Span(match.start(), match.start() + 1)
