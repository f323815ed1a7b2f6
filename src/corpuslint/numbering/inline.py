"""Sequences of ordinal words in paragraphs and at their beginnings: 一是 二是, 一要 二要, 第一， 第二，."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from corpuslint.corpus.document import Document, Span, remembered
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.markers import Marker, MarkerFamily, written
from corpuslint.numbering.defect import Defect, marker_text
from corpuslint.numerals import CHINESE_NUMERALS, chinese_value, in_chinese
from corpuslint.outline import Part

_FAMILIES = {"是": MarkerFamily.IS, "要": MarkerFamily.MUST, "能": MarkerFamily.CAN}
_ORDINAL_AT = late(
    r"(?:^|(?<=[。；;，,：:、！!？?）)”’…>\s\u3000\u200b-\u200f]))"
    rf"(?:(?P<number>[{CHINESE_NUMERALS}]{{1,3}})[\u200b-\u200f]?(?P<unit>是(?!否|(?P=number)(?:[，。；、是]|$))|要(?![素点务件道闻害领诀义])|能(?![量源力级人手]))"
    rf"|第(?P<ordinal>[{CHINESE_NUMERALS}]{{1,3}})(?P<comma>[，,：:、]|是)"
    r"|其(?P<firstly>[一二三四五六七八九])[，,：:、])",
    re.MULTILINE,
)
_UPPER = frozenset(
    {
        MarkerFamily.CHINESE,
        MarkerFamily.CHINESE_BRACKET,
        MarkerFamily.FORMAL,
        MarkerFamily.CHAPTER,
        MarkerFamily.SECTION,
        MarkerFamily.ARTICLE,
        MarkerFamily.VOLUME,
    }
)
_FIRST_TOLD = late(
    r"(?:^|(?<=[。；;：:！!？?，,\s]))(?:首先|首要的|第一[，,是]|其一|一方面|最重要的|最主要的)", re.MULTILINE
)
_MOST = 30
_ENOUGH = 2  # words that make the odd one odd
_REACH_WORD, _REACH_ORDINAL = 8, 60  # blocks between items that open paragraphs
_REACH_BACK = 1500  # characters from a number to a smaller one, or the same, of its sequence


class Word(NamedTuple):
    """An ordinal word: where it stands, in which block, and whether it opens that block."""

    marker: Marker
    block: int
    is_first: bool


def inline_defects(document: Document) -> Iterator[Defect]:
    """Gaps, repeats, order, late starts and odd words in sequences of ordinal words."""
    for chains in chains_of(document):
        for chain in _with_repeated_first(chains):
            yield from _judge(document, chain)
        yield from _odd_ends(document, chains)


@remembered
def chains_of(document: Document) -> tuple[list[tuple[Word, ...]], ...]:
    """The sequences of ordinal words of each part of the outline, in order."""
    return tuple(read_chains(document, part) for part in document.outline.parts)


def read_words(document: Document, part: Part) -> list[Word]:
    """All ordinal words of a document, in order."""
    if part.start == part.end:
        return []
    start, end = document.blocks[part.start].span.start, document.blocks[part.end - 1].span.end
    words: list[Word] = []
    index = part.start
    for match in _ORDINAL_AT.finditer(document.text, start, end):
        while document.blocks[index].span.end <= match.start():
            index += 1
        block = document.blocks[index]
        value = chinese_value(match["number"] or match["ordinal"] or match["firstly"])
        is_first = match.start() == (block.marker.span.start if block.marker else block.span.start)
        if value is None or value > _MOST or match.start() < block.span.start:
            continue
        if match["comma"] == "、" and not is_first:
            continue  # 第一、第二产业 is an enumeration
        marker = Marker(_family(match), value, match["comma"] or "", Span(*match.span()))
        words.append(Word(marker, index, is_first))
    return words


def _family(match: re.Match[str]) -> MarkerFamily:
    if match["unit"]:
        return _FAMILIES[match["unit"]]
    return MarkerFamily.ORDINAL if match["ordinal"] else MarkerFamily.FIRSTLY


def read_chains(document: Document, part: Part) -> list[tuple[Word, ...]]:
    """The sequences the words make.

    A word goes on with the chain it follows best: the one in its own paragraph, or the one whose items open
    paragraphs. A heading ends all chains.
    """
    chains: list[list[Word]] = []
    open_: dict[MarkerFamily, list[list[Word]]] = {}
    bounds = [item.block for item in part.items if item.marker.family in _UPPER]
    position = 0
    for word in read_words(document, part):
        while position < len(bounds) and bounds[position] <= word.block:
            open_.clear()
            position += 1
        candidates = open_.setdefault(word.marker.family, [])
        chain = _chain_for(word, candidates)
        if chain is None:
            chain = []
            chains.append(chain)
            candidates[:] = [other for other in candidates if other[-1].is_first and not word.is_first][-1:]
            candidates.append(chain)
        elif chain in candidates:
            del candidates[candidates.index(chain) + 1 :]
        chain.append(word)
    return [tuple(chain) for chain in chains]


def _chain_for(word: Word, candidates: list[list[Word]]) -> list[Word] | None:
    """The open chain a word belongs to, or None where it begins one."""
    value = word.marker.value
    for chain in reversed(candidates):
        if value == chain[-1].marker.value + 1:
            return chain
    if value == 1:
        return None
    for chain in reversed(candidates):
        last = chain[-1]
        if value <= last.marker.value and word.marker.span.start - last.marker.span.end > _REACH_BACK:
            continue
        reach = _REACH_ORDINAL if word.marker.family is MarkerFamily.ORDINAL else _REACH_WORD
        is_next_line = word.is_first and word.block == last.block + 1 and value == last.marker.value + 2
        opens_lines = last.is_first and word.is_first and word.block - last.block <= reach
        if last.block == word.block or opens_lines or (is_next_line and len(chain) > _ENOUGH):
            return chain
    return None


def _with_repeated_first(chains: list[tuple[Word, ...]]) -> Iterator[tuple[Word, ...]]:
    """The chains, with a lone 一是 joined to the one right behind it that goes 一是 三是: 二是 was meant."""
    lone: Word | None = None
    for chain in chains:
        is_gapped = len(chain) > 1 and chain[0].marker.value == 1 and chain[1].marker.value == 3
        if lone is not None and is_gapped and _is_beside(lone, chain[0]):
            yield (lone, *chain)
        else:
            yield chain
        lone = chain[0] if len(chain) == 1 and chain[0].marker.value == 1 else None


def _is_beside(word: Word, other: Word) -> bool:
    """Whether two words of a family stand in one paragraph, or open two that follow each other."""
    if word.marker.family is not other.marker.family:
        return False
    return word.block == other.block or (word.is_first and other.is_first and other.block - word.block <= 2)


def _judge(document: Document, chain: tuple[Word, ...]) -> Iterator[Defect]:
    values = [word.marker.value for word in chain]
    steps = sum(after == before + 1 for before, after in pairwise(values))
    first = chain[0].marker
    is_late = values[0] > 1 and steps and first.family is not MarkerFamily.ORDINAL
    if is_late and not _is_first_told(document, chain[0], values[0]):
        text = {"marker": marker_text(document, first), "first": written(first.family, 1)}
        yield Defect("start", Hit(first.span, text))
    repeats = 0
    settled: set[int] = set()  # places that the defect before them explains
    for place in range(1, len(chain)):
        before, after = chain[place - 1], chain[place]
        step = values[place] - values[place - 1]
        is_near = before.block == after.block or (before.is_first and after.is_first)
        is_strong = steps or (is_near and values[0] == 1)
        is_settled = place in settled
        if is_strong and step not in (1, 1 + repeats) and not is_settled:
            due = values[place - 1] + 1 + repeats
            slip = _slip(document, chain, place, due)
            if slip is None:
                yield from _break(document, before, after, due, set(values))
            else:
                settled.add(place + 1)
                yield slip
        repeats = repeats + 1 if step == 0 and not is_settled else 0


def _is_first_told(document: Document, word: Word, value: int) -> bool:
    """Whether the point before a 二是 is told by another word in its paragraph or the one above: 首先."""
    block = document.blocks[max(0, word.block - word.is_first)]
    start = max(block.span.start, word.marker.span.start - _REACH_BACK)
    return value == 2 and _FIRST_TOLD.search(document.text, start, word.marker.span.start) is not None


def _slip(document: Document, chain: tuple[Word, ...], place: int, due: int) -> Defect | None:
    """What a single wrong number makes of a sequence: two that changed places, one mistyped."""
    if place + 1 == len(chain):
        return None
    marker, following = chain[place].marker, chain[place + 1].marker
    values = {"marker": marker_text(document, marker)}
    if marker.value == due + 1 and following.value == due:
        values["next"] = marker_text(document, following)
        return Defect("order", Hit(marker.span, values, "exchanged", (Place(following.span, "next"),)))
    values["expected"] = written(marker.family, due)
    if marker.value == following.value == due + 1:
        return Defect("repeat", Hit(marker.span, values, "early", (Place(following.span, "again"),)))
    is_repeat = marker.value == chain[place - 1].marker.value
    if following.value == due + 1 and not is_repeat:
        return Defect("order", Hit(marker.span, values, "misnumbered"))
    return None


def _odd_ends(document: Document, chains: list[tuple[Word, ...]]) -> Iterator[Defect]:
    """The last of a sequence in another wording: 一是 二是 三要."""
    for chain, following in pairwise(chains):
        last, odd = chain[-1], following[0]
        is_near = odd.block == last.block or (odd.is_first and last.is_first and odd.block - last.block <= 2)
        is_next = odd.marker.value == last.marker.value + 1 and odd.marker.family is not last.marker.family
        if MarkerFamily.ORDINAL in (odd.marker.family, last.marker.family):
            continue
        if len(chain) >= _ENOUGH and len(following) == 1 and is_near and is_next and odd.marker.value > 1:
            values = {
                "marker": marker_text(document, odd.marker),
                "expected": written(last.marker.family, odd.marker.value),
            }
            yield Defect("style", Hit(odd.marker.span, values, related=(Place(last.marker.span, "sibling"),)))


def _break(document: Document, before: Word, after: Word, due: int, values: set[int]) -> Iterator[Defect]:
    marker, elder = after.marker, before.marker
    text = {"marker": marker_text(document, marker), "previous": marker_text(document, elder)}
    related = (Place(elder.span, "previous"),)
    is_second = marker.family is MarkerFamily.ORDINAL and marker.value == 2
    if is_second and "首先" in document.text[elder.span.end : marker.span.start]:
        return  # 首先 began an enumeration of its own
    if marker.value == elder.value:
        text["expected"] = written(marker.family, due)
        yield Defect("repeat", Hit(marker.span, text, related=(Place(elder.span, "first"),)))
        return
    if marker.value < elder.value:
        yield Defect("order", Hit(marker.span, text, related=related))
        return
    between = Span(elder.span.end, marker.span.start)
    absent: list[int] = []
    for value in range(due, marker.value):
        odd = None if value in values else _other_wording(document, between, marker.family, value)
        if odd is None and value not in values:
            absent.append(value)
        elif odd is not None and document.slice(odd) not in ("", written(marker.family, value)):
            style = {"marker": document.slice(odd), "expected": written(marker.family, value)}
            yield Defect("style", Hit(odd, style, related=(Place(elder.span, "sibling"),)))
    if absent:
        text["missing"] = "、".join(written(marker.family, value).rstrip("，") for value in absent)
        yield Defect("gap", Hit(marker.span, text, related=related))


def _other_wording(document: Document, between: Span, family: MarkerFamily, value: int) -> Span | None:
    """Where the missing ordinal stands between its neighbours in other words, or with no mark before it."""
    number = in_chinese(value)
    if family is MarkerFamily.ORDINAL:
        pattern = rf"(?:^|(?<=[。；;\s]))(?:第{number}(?![个次届名季产期阶批五])|其次|再次|另外|此外)"
        match = re.compile(pattern, re.MULTILINE).search(document.text, *between)
        return None if match is None else Span(match.start(), match.start())
    pattern = rf"(?<![一二三四五六七八九十第])(?:{number}[是要能]|第?{number}(?=[、，]))"
    match = re.compile(pattern).search(document.text, *between)
    return None if match is None else Span(*match.span())
