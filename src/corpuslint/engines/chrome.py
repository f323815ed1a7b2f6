"""What the site around a text left in it: bylines, navigation, recommendations, paywalls, filler, noise.

The words of site chrome are words of the language, so each is believed only at an anchor: a phrase no
document says, a whole line, a line at the head or the tail of a text or beside other chrome, two cues on one
short line, or the decoration of a title. The tables of phrases are the check's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit
from corpuslint.patterns import Rules, matches

_LINE_LIMIT = 160  # characters; chrome that fills a line is shorter
_TITLE_LIMIT = 80
_LABEL_LIMIT = 12
_HEAD, _TAIL = 8, 10  # blocks of a text near its edge
_PART_EDGE = 3  # blocks, for a text within a compilation
_SENTENCE_END = frozenset("。；，：、")
_EDGE_SHARE = 0.05
_CUES = 2
_GLOSSES = 3  # pinyin in brackets after so many characters is no gloss of a rare one
_LEVEL_ONE = (b"\xb0", b"\xd8")  # first bytes in GB 2312 of the common half of its characters, and the end
_TONES = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
_GLOSS = late(
    r"[（(](?<=[一-鿿].)(?=[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]"
)
_TOKENS = late(r"[!-~]{1,2}(?: {1,2}[!-~]{1,2}){4,80}(?![!-~])")
_ODD_SIGNS = 2  # different ones in such a run
_ODD = frozenset("!@#$%^&~?;:{}[]|\\_\"'`<>")
_DOTS = late(r"[.．][^.．]{1,2}[.．]")
_DOTTED = late(r"[.．](?<=[一-鿿].)[一-鿿]{1,2}(?:[.．][一-鿿]{1,2}?){1,6}(?![一-鿿]?[.．])")
_CLAUSE = late(r"[，,](?P<title>[^，。,.；;《》\n]{3,40})(?=[。.])")
_NAMED_TWICE = late(r"[，,。；;](?P<kind>[一-鿿]{2,6})《(?P<title>[^《》\n]{2,40}(?P=kind))》")


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The chrome of one kind; `kind` names the check's message.

    `lines` match a whole line anywhere, `edges` a whole line at the head or tail of a text or beside other
    chrome; neither is tried on a line that ends as a sentence does. `fields` (names before a colon) and
    `cues` are counted on short lines, `phrases` stand anywhere, `titles` decorate short lines.
    """

    kind: str
    lines: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    phrases: Rules | None = None
    titles: tuple[str, ...] = ()


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups, in the order in which they are believed."""

    groups: tuple[Group, ...]


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each piece of chrome, whole lines first, at most one hit at a place."""
    lines = _whole_lines(document, params.groups)
    for index, kind in sorted(lines.items()):
        yield Hit(document.blocks[index].span, variant=kind)
    end = 0
    for hit in sorted(_within(document, params.groups), key=lambda hit: (hit.span.start, -hit.span.end)):
        block = document.block_at(hit.span.start)
        if hit.span.start >= end and (block is None or block.index not in lines):
            end = hit.span.end
            yield hit


def _whole_lines(document: Document, groups: tuple[Group, ...]) -> dict[int, str]:
    """Index and kind of each block that is chrome as a whole."""
    found: dict[int, str] = {}
    possible: dict[int, str] = {}
    near = _edges(document)
    cues, lines, edges = (_any_of(groups, table) for table in ("cues", "lines", "edges"))
    for block in document.blocks:
        line = _bare(document.slice(block.span))
        if not 0 < len(line) <= _LINE_LIMIT:
            continue
        if kind := _counted_kind(line, groups, cues):
            found[block.index] = kind
        elif _is_sentence(line):
            continue
        elif lines.fullmatch(line):
            found[block.index] = _first_kind(line, groups, "lines")
        elif edges.fullmatch(line):
            possible[block.index] = _first_kind(line, groups, "edges")
    for order in (sorted(possible), sorted(possible, reverse=True)):
        for index in order:
            if index in near or index - 1 in found or index + 1 in found:
                found[index] = possible[index]
    return found


def _bare(line: str) -> str:
    """A line without its bullet, and with no space before a colon."""
    return line.lstrip("•·● ").replace(" :", ":").replace(" ：", "：")


def _is_sentence(line: str) -> bool:
    """Whether a line ends as text does; a short one with a colon is a label."""
    return line[-1] in _SENTENCE_END and not (line[-1] in "：:" and len(line) <= _LABEL_LIMIT)


def _counted_kind(line: str, groups: tuple[Group, ...], any_cue: re.Pattern[str]) -> str:
    """The kind of a line with two cues on it, or nothing."""
    has_colon = ":" in line or "：" in line
    if not has_colon and (_is_sentence(line) or not any_cue.search(line)):
        return ""
    for group in groups:
        cues = {match.group() for match in _any(group.cues).finditer(line)} if group.cues else set()
        if group.fields and has_colon:
            cues |= {match["name"] for match in _fields(group.fields).finditer(line)}
        if len(cues) >= _CUES:
            return group.kind
    return ""


@cache
def _fields(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return late(rf"(?P<name>{words})[：:]")


def _first_kind(line: str, groups: tuple[Group, ...], table: str) -> str:
    return next(g.kind for g in groups if getattr(g, table) and _any(getattr(g, table)).fullmatch(line))


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return late("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def _any_of(groups: tuple[Group, ...], table: str) -> re.Pattern[str]:
    return _any(tuple(pattern for group in groups for pattern in getattr(group, table)))


def _edges(document: Document) -> frozenset[int]:
    """Blocks at the head or the tail of the file, or of a text within it."""
    blocks = document.blocks
    share = len(document.text) * _EDGE_SHARE
    near = {*range(min(_HEAD, len(blocks))), *range(max(0, len(blocks) - _TAIL), len(blocks))}
    near |= {b.index for b in blocks if b.span.start < share or b.span.end > len(document.text) - share}
    for part in document.outline.parts:
        near |= {*range(part.start, min(part.start + _PART_EDGE, part.end))}
        near |= {*range(max(part.start, part.end - _PART_EDGE), part.end)}
    return frozenset(near)


def _within(document: Document, groups: tuple[Group, ...]) -> Iterator[Hit]:
    """Chrome that is a part of a line."""
    for group in groups:
        if group.phrases is not None:
            for span in matches(document, group.phrases):
                yield Hit(span, variant=group.kind)
    yield from _decorations(document, groups)
    yield from _inserted_titles(document)
    yield from _noise(document)


def _decorations(document: Document, groups: tuple[Group, ...]) -> Iterator[Hit]:
    """Marks of a site on short lines."""
    titles = [(group.kind, _any(group.titles)) for group in groups if group.titles]
    for block in document.blocks:
        start, end = block.span
        if end - start > _TITLE_LIMIT or document.text[end - 1] in _SENTENCE_END:
            continue
        for kind, expression in titles:
            for match in expression.finditer(document.text, start, end):
                yield Hit(Span(*match.span()), variant=kind)


def _inserted_titles(document: Document) -> Iterator[Hit]:
    """A kind of paper and its title dropped into a sentence (，总结《…总结》), and the same title bare."""
    titles: set[str] = set()
    for match in _NAMED_TWICE.finditer(document.text):
        titles.add(match["title"])
        yield Hit(Span(match.start("kind"), match.end()), variant="inserted")
    for match in _CLAUSE.finditer(document.text) if titles else ():
        if match["title"] in titles:
            yield Hit(Span(*match.span("title")), variant="inserted")


def _noise(document: Document) -> Iterator[Hit]:
    """Marks put in against copying: pinyin glosses, runs of random signs, words set apart by dots."""
    text = document.text
    for span in (*_glosses(document), *_random_signs(document)):
        yield Hit(span, variant="noise")
    for match in _DOTTED.finditer(text) if _DOTS.search(text) else ():
        yield Hit(Span(match.start() - 1, match.end()), variant="noise")


def _glosses(document: Document) -> Iterator[Span]:
    """Characters glossed in pinyin one after another, and where there are many, the first of each line."""
    if _TONES.isdisjoint(document.alphabet):
        return
    runs: list[Span] = []
    glosses = list(_GLOSS.finditer(document.text))
    for match in glosses:
        if runs and runs[-1].end == match.start() - 1:
            runs[-1] = Span(runs[-1].start, match.end())
        else:
            runs.append(Span(match.start() - 1, match.end()))
    lines: set[int] = set()
    for span in runs:
        line = document.position(span.start).line
        if _is_common_word(document.slice(span)) or (len(glosses) >= _GLOSSES and line not in lines):
            yield span
        lines.add(line)


def _is_common_word(glossed: str) -> bool:
    """Whether two or more characters are glossed, one of them so common that nobody needs its reading."""
    characters = [character for character in glossed if "一" <= character <= "鿿"]
    return len(characters) > 1 and any(
        _LEVEL_ONE[0] <= character.encode("gb2312", "ignore")[:1] < _LEVEL_ONE[1] for character in characters
    )


def _random_signs(document: Document) -> Iterator[Span]:
    """Runs of single letters, digits and signs with spaces between, as forum software sows them."""
    if len(_ODD & document.alphabet) < _ODD_SIGNS:
        return
    text = document.text
    for match in _TOKENS.finditer(text):
        signs = match.group().replace(" ", "")
        letters = sum(character.isalnum() for character in signs)
        is_whole = match.start() == 0 or not "!" <= text[match.start() - 1] <= "~"
        if is_whole and letters >= 2 and len(signs) - letters >= 2 and len(_ODD & set(signs)) >= _ODD_SIGNS:
            yield Span(*match.span())
