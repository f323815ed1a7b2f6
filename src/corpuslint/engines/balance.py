"""Quotes and brackets without a partner, or with one of another kind.

A line is read with a stack. What it leaves open is carried on: a quotation over several paragraphs opens in
each and closes in the last (GB/T 15834-2011, 4.8.3.5), and a sentence broken over lines closes on a later
one. What has not closed after a few lines is reported where it opened, and nothing else is: each line starts
with a clean stack, so that one lost mark never makes a second finding.

`1)` and `a)` are item marks, `:)` is a face, ’ after a Latin letter is an apostrophe: none is a bracket.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place

_PAIRS = ("“”", "‘’", "「」", "『』", "《》", "〈〉", "（）", "()", "【】", "〔〕", "〖〗", "［］", "[]")
_CLOSER = {pair[0]: pair[1] for pair in _PAIRS}
_OPENER = {pair[1]: pair[0] for pair in _PAIRS}
_STRAIGHT = '"'
_QUOTES = frozenset("“‘「『")
_ROUND = frozenset("（(")
# Kinds that get mixed up with one another; 《 never closes a quotation by mistake for ）.
_KINDRED = ('“”‘’「」『』"', "《》〈〉“”", "（）()〔〕［］[]【】〖〗")
_MARK = late(r"[“”‘’「」『』《》〈〉（）()【】〔〕〖〗［］\[\]\"]")
_ITEM_MARK = late(
    r"(?:(?<=^)|(?<=[\s，。；、;！？!?“（(】》”）])|(?<=\D[：:,]))(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[)）]"
)
_CHINESE_ITEM_MARK = late(r"[一二三四五六七八九十]{1,3}([)）])")
_HOUSE_STYLE = 3  # lines that begin with 一） before it is this document's way of numbering
_FACE_OR_INTERVAL = late(r"[:;=]-?(?:\)|\((?![^()\n]{0,60}\)))|[\[(]-?\d[\d.]*[,，]\s?[-+]?[\d∞][\d.]*[\])]")
_APOSTROPHE = late(r"(?<=[A-Za-z])[’‘]|[’‘](?=\d\d(?!\d))")
_MENDED_BY = 60  # characters within which a second opening mark is the closing one turned round
_CLAUSE_END = late("[，。；：！？,;]")
_PAIR_REACH = 80  # characters within which the only two marks left over on a line are a pair of two kinds
_MOST_OPEN = 16  # marks open at once in which a partner is sought; no sentence nests deeper
_NEAR = 8  # lines over which a mark in the middle of a broken sentence may close
_FAR = 60  # lines over which a quotation of several paragraphs may close
_SENTENCE_END = "。！？!?；;…"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose."""


@dataclass(slots=True)
class _Mark:
    """A mark in the text: its offset, itself, the block it stands in."""

    offset: int
    character: str
    block: int


@dataclass(slots=True)
class _Line:
    """What a line leaves: marks still open, closing marks that found none, and pairs of two kinds."""

    open: list[_Mark] = field(default_factory=list)
    stray: list[_Mark] = field(default_factory=list)
    mixed: list[tuple[_Mark, _Mark]] = field(default_factory=list)


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield one hit for each mark without its partner."""
    carried: list[_Mark] = []
    numbering = _numbering(document)
    for block in document.blocks:
        line = _read(document.text, block, numbering)
        if not (line.open or line.stray or line.mixed or carried):
            continue
        for opener, closer in line.mixed:
            yield _mixed(opener, closer)
        stray = _close_carried(document, line.stray, carried, block)
        yield from _turned_round(document.text, stray, "closing")
        waiting = {mark.offset for mark in carried if _may_close_later(document, mark, block)}
        expired = [mark for mark in carried if mark.offset not in waiting]
        carried = [mark for mark in carried if mark.offset in waiting]
        if _continues(document.text, line, block):
            carried = [mark for mark in carried if mark.character != document.text[block.span.start]]
        yield from _turned_round(document.text, expired, "opening")
        yield from _turned_round(document.text, line.open[:-_MOST_OPEN], "opening")
        carried += line.open[-_MOST_OPEN:]
        yield from _turned_round(document.text, carried[:-_MOST_OPEN], "opening")
        carried = carried[-_MOST_OPEN:]
    yield from _turned_round(document.text, carried, "opening")


def _numbering(document: Document) -> frozenset[int]:
    """Offsets of the closing brackets of 一） 二） 三） in a document that numbers its items so."""
    lines = (_CHINESE_ITEM_MARK.match(document.text, block.span.start) for block in document.blocks)
    brackets = frozenset(match.start(1) for match in lines if match)
    return brackets if len(brackets) >= _HOUSE_STYLE else frozenset()


def _read(text: str, block: Block, numbering: frozenset[int]) -> _Line:
    line = _Line()
    marks = [_Mark(match.start(), match[0], block.index) for match in _MARK.finditer(text, *block.span)]
    if not marks:
        return line
    ignored = _ignored(text, block.span)
    marks = [mark for mark in marks if mark.offset not in ignored and mark.offset not in numbering]
    straight = sum(mark.character == _STRAIGHT for mark in marks)
    for mark in marks:
        if mark.character == _STRAIGHT:
            straight -= 1
            _meet_straight(line, mark, straight)
        elif mark.character in _CLOSER:
            line.open.append(mark)
        else:
            _meet_closer(line, mark)
    if len(line.open) == len(line.stray) == 1 and line.open[0].offset < line.stray[0].offset <= (
        line.open[0].offset + _PAIR_REACH
    ):
        line.mixed.append((line.open.pop(), line.stray.pop()))
    return line


def _ignored(text: str, span: Span) -> set[int]:
    """Offsets of marks that are no brackets: item marks, faces, intervals, apostrophes."""
    line = text[span.start : span.end]
    ignored: set[int] = set()
    if ")" in line or "）" in line:
        for match in _ITEM_MARK.finditer(line):
            if line[match.start() - 1 : match.start()] not in ("(", "（"):
                ignored.add(span.start + match.end() - 1)
    if ")" in line or "(" in line:
        for match in _FACE_OR_INTERVAL.finditer(line):
            ignored.update((span.start + match.start(), span.start + match.end() - 1))
    if "’" in line or "‘" in line:
        ignored.update(span.start + match.start() for match in _APOSTROPHE.finditer(line))
    return ignored


def _meet_closer(line: _Line, mark: _Mark) -> None:
    """Take the opening mark a closing one belongs to off the stack; what stood above it stays open."""
    wanted = _OPENER[mark.character]
    for index in range(len(line.open) - 1, max(-1, len(line.open) - 1 - _MOST_OPEN), -1):
        if line.open[index].character == wanted:
            del line.open[index]
            return
    if line.open and _are_kindred(line.open[-1].character, mark.character):
        line.mixed.append((line.open.pop(), mark))
    else:
        line.stray.append(mark)


def _meet_straight(line: _Line, mark: _Mark, left: int) -> None:
    """A straight quote closes what is open of its kind, or a “ when no partner for it is to come."""
    for index in range(len(line.open) - 1, max(-1, len(line.open) - 1 - _MOST_OPEN), -1):
        if line.open[index].character == _STRAIGHT:
            del line.open[index]
            return
    if left % 2 == 0 and line.open and line.open[-1].character in _QUOTES:
        line.mixed.append((line.open.pop(), mark))
    else:
        line.open.append(mark)


def _are_kindred(opener: str, closer: str) -> bool:
    return any(opener in kind and closer in kind for kind in _KINDRED)


def _close_carried(document: Document, stray: list[_Mark], carried: list[_Mark], block: Block) -> list[_Mark]:
    """Closing marks that no earlier line accounts for."""
    left = []
    for mark in stray:
        for index in range(len(carried) - 1, -1, -1):
            opener = carried[index]
            if opener.character == _OPENER[mark.character] and _may_close(document, opener, mark, block):
                del carried[index]
                break
        else:
            left.append(mark)
    return left


def _may_close(document: Document, opener: _Mark, closer: _Mark, block: Block) -> bool:
    if block.index - opener.block <= _NEAR and _is_broken(document, opener.block, block.index):
        return True
    return _begins_quotation(document, opener) and _ends_quotation(document.text, closer, block)


def _may_close_later(document: Document, mark: _Mark, block: Block) -> bool:
    distance = block.index - mark.block
    if distance < _NEAR and _is_broken(document, mark.block, block.index + 1):
        return True
    return distance < _FAR and _begins_quotation(document, mark)


def _is_broken(document: Document, first: int, last: int) -> bool:
    """Whether lines `first` to `last` are one sentence broken over them."""
    ends = (document.blocks[index].span.end for index in range(first, min(last, len(document.blocks))))
    return all(document.text[end - 1] not in _SENTENCE_END for end in ends)


def _begins_quotation(document: Document, mark: _Mark) -> bool:
    """Whether whole paragraphs may stand in this pair: quotations after a colon, or what opens a line."""
    before = document.text[max(0, mark.offset - 1) : mark.offset]
    at_start = mark.offset == document.blocks[mark.block].span.start
    if mark.character in _ROUND:
        return at_start
    is_alone = mark.offset + 1 == document.blocks[mark.block].span.end  # the quotation has lines of its own
    return mark.character in _QUOTES and (at_start or is_alone or before in "：:")


def _ends_quotation(text: str, mark: _Mark, block: Block) -> bool:
    # a closing mark that slipped into the next line still closes the lines before
    is_at_edge = mark.offset == block.span.start or block.span.end - mark.offset <= 2
    return is_at_edge or text[mark.offset - 1] in _SENTENCE_END


def _continues(text: str, line: _Line, block: Block) -> bool:
    """Whether a line is one paragraph of a quotation: it opens with “ and closes at its end or not at all."""
    first = text[block.span.start]
    if first not in _QUOTES:
        return False
    if any(mark.offset == block.span.start for mark in line.open):
        return True
    return _CLOSER[first] in text[max(block.span.start + 1, block.span.end - 2) : block.span.end]


def _turned_round(text: str, marks: list[_Mark], side: str) -> Iterator[Hit]:
    """One hit a mark; two of one kind close together are a pair of which one is turned round."""
    index = 0
    while index < len(marks):
        mark = marks[index]
        following = marks[index + 1] if index + 1 < len(marks) else None
        index += 1
        if following and _is_pair(text, mark, following):
            wrong = following if side == "opening" else mark
            yield Hit(_span(wrong), {"expected": _partner(wrong.character)}, "turned")
            index += 1
        else:
            yield Hit(_span(mark), {"expected": _partner(mark.character)}, side)


def _is_pair(text: str, mark: _Mark, following: _Mark) -> bool:
    same = mark.block == following.block and mark.character == following.character
    between = text[mark.offset + 1 : following.offset]
    is_phrase = len(between) <= _MENDED_BY and (
        mark.character in _CLOSER or _CLAUSE_END.search(between) is None
    )
    return same and mark.character != _STRAIGHT and is_phrase


def _mixed(opener: _Mark, closer: _Mark) -> Hit:
    """The straight or half-width one of the two is the wrong one, else the closing one."""
    is_opener_wrong = opener.character.isascii() and not closer.character.isascii()
    wrong, right = (opener, closer) if is_opener_wrong else (closer, opener)
    values = {"expected": _partner(right.character), "other": right.character}
    return Hit(_span(wrong), values, "mixed", related=(Place(_span(right), "partner"),))


def _partner(character: str) -> str:
    return _CLOSER.get(character) or _OPENER.get(character) or character


def _span(mark: _Mark) -> Span:
    return Span(mark.offset, mark.offset + 1)
