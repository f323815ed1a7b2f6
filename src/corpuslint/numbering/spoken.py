"""Spoken sequences, 首先 其次 再次, and ordinals that go on from them: missing, twice, out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.markers import MarkerFamily
from corpuslint.numbering.defect import Defect, marker_text
from corpuslint.numbering.inline import Word, chains_of
from corpuslint.numerals import in_chinese

_SPOKEN = late(r"(?:^[ \t\u3000]{0,8}|(?<=[。；;]))(?P<at>首先|其次|再次)(?P<comma>[，,：:]?)", re.MULTILINE)
_VALUES = {"首先": 1, "其次": 2, "再次": 3}
_WORDS = {value: word for word, value in _VALUES.items()}
_FIRST = late("首先|首要|第一|其一|一是|一方面|最重要|最主要|主要是|先是|起初|最先")
_OTHER = late(r"(?:^|[。；;，\s])(?:第二|其二|二是|然后|接着|另外|此外|同时|还有)")
_REACH = 2000  # characters from a spoken word to the ordinal that goes on
_NEAR = 400  # characters within which one enumeration comes to its next point
_LOOK_BACK = 400  # characters before 其次 in which what comes first is told in other words
_MOST_MISSING = 2
_MOST_BLOCKS = 6  # paragraphs between two words that open paragraphs


class _Said(NamedTuple):
    """A spoken word: where it stands, its number, its block, whether it opens the block."""

    span: Span
    value: int
    block: int
    is_first: bool


def spoken_defects(document: Document) -> Iterator[Defect]:
    """Spoken words that repeat, skip or go backwards, and ordinals that go on from them and skip a number."""
    said = _read(document)
    for chain in _chains(document, said):
        yield from _judge(document, chain)
    for chains in chains_of(document):
        for ordinals in chains:
            if ordinals[0].marker.family is MarkerFamily.ORDINAL and ordinals[0].marker.value > 2:
                yield from _gap(document, said, ordinals[0])


def _read(document: Document) -> list[_Said]:
    """The spoken words that begin a sentence; in mid-paragraph only those a comma sets off."""
    found: list[_Said] = []
    for match in _SPOKEN.finditer(document.text):
        block = document.block_at(match.start("at"))
        if block is None:
            continue
        is_first = block.span.start == match.start("at")
        if match["comma"] or (is_first and match["at"] != "再次"):  # 再次 alone is "again"
            found.append(_Said(Span(*match.span("at")), _VALUES[match["at"]], block.index, is_first))
    return found


def _chains(document: Document, said: Sequence[_Said]) -> Iterator[list[_Said]]:
    """The words that belong together: those of one paragraph, or those that open neighbouring ones."""
    chain: list[_Said] = []
    for word in said:
        if chain and not _belongs(document, chain, word):
            yield chain
            chain = []
        chain.append(word)
    if chain:
        yield chain


def _belongs(document: Document, chain: Sequence[_Said], word: _Said) -> bool:
    last = chain[-1]
    if word.block == last.block:
        return True
    if word.value == 1 or not (word.is_first and last.is_first) or word.block - last.block > _MOST_BLOCKS:
        return False
    between = document.blocks[last.block + 1 : word.block]
    return not any(block.marker is not None for block in between)


def _judge(document: Document, chain: Sequence[_Said]) -> Iterator[Defect]:
    first = chain[0]
    before = document.text[max(0, first.span.start - _LOOK_BACK) : first.span.start]
    is_sequence = [word.value for word in chain[:2]] == [2, 3]
    if is_sequence and not _FIRST.search(before):
        yield Defect("start", Hit(first.span, {"marker": document.slice(first.span), "first": "首先"}))
    for elder, word in pairwise(chain):
        values = {"marker": document.slice(word.span), "previous": document.slice(elder.span)}
        related = (Place(elder.span, "previous"),)
        if word.value <= elder.value and not _is_enumerated(document, elder, word):
            continue
        if word.value == elder.value:
            values["expected"] = _WORDS.get(word.value + 1, "最后")
            yield Defect("repeat", Hit(word.span, values, related=(Place(elder.span, "first"),)))
        elif word.value < elder.value:
            yield Defect("order", Hit(word.span, values, related=related))
        elif word.value > elder.value + 1 and not (
            _counts_on(document, elder, word) or any(other.value == elder.value + 1 for other in chain)
        ):
            values["missing"] = _WORDS[elder.value + 1]
            yield Defect("gap", Hit(word.span, values, related=related))


def _is_enumerated(document: Document, elder: _Said, word: _Said) -> bool:
    """Whether two words number one enumeration: near each other, and no new sentence begins with 首先."""
    is_near = word.span.start - elder.span.end <= _NEAR
    return is_near and (word.value > 1 or document.text[word.span.start - 1] in "；;")


def _counts_on(document: Document, elder: _Said, word: _Said) -> bool:
    """Whether the point between two words is told by another word: 第二, 然后, 同时."""
    between = document.text[elder.span.end : word.span.start]
    return _OTHER.search(between) is not None


def _gap(document: Document, said: Sequence[_Said], word: Word) -> Iterator[Defect]:
    marker = word.marker
    reach = range(word.block if not word.is_first else max(0, word.block - 1), word.block + 1)
    before = [
        other for other in said if other.block in reach and 0 < marker.span.start - other.span.end <= _REACH
    ]
    if not before:
        return
    number = max(other.value for other in before)
    missing = range(number + 1, marker.value)
    if 0 < len(missing) <= _MOST_MISSING:
        values = {
            "marker": marker_text(document, marker),
            "previous": document.slice(before[-1].span),
            "missing": "、".join(f"第{in_chinese(value)}" for value in missing),
        }
        yield Defect("gap", Hit(marker.span, values, related=(Place(before[-1].span, "previous"),)))
