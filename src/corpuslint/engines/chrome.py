"""What the site around a text left in it: bylines, navigation, recommendations, paywalls, filler, noise.

The words of site chrome are words of the language, so each is believed only at an anchor: a phrase no
document says, a whole line, a line at the head or the tail of a text or beside other chrome, two cues on one
short line, or the decoration of a title. The tables of phrases are the check's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

import msgspec

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit
from corpuslint.patterns import Rules, matches
from corpuslint.residue.addresses import stray_addresses
from corpuslint.residue.anticopy import marks_against_copying
from corpuslint.residue.menus import is_breadcrumb, menu_cells
from corpuslint.residue.references import stray_references
from corpuslint.residue.scripts import simplified

_LINE_LIMIT = 160  # characters; chrome that fills a line is shorter
_TITLE_LIMIT = 80
_LABEL_LIMIT = 12
_HEAD, _TAIL = 8, 10  # blocks of a text near its edge
_PART_EDGE = 3  # blocks, for a text within a compilation
_SENTENCE_END = frozenset("。；，：、")
_EDGE_SHARE = 0.05
_CUES = 2
_SITE_LIMIT = 24  # characters of a line made of a page's words
_SITE_SIGNS = " 　0123456789()（）[]【】|｜/·-—:：,，.!！?？>》…"
_COMPANY_LIMIT = 10  # characters; a longer line between two of chrome may be the title of the text
_COMPANY_GAP = 2  # lines that may stand unrecognised between two of chrome
_COMPANY = 4  # lines of chrome around them that make them chrome too
_BRACKETS = (("(", ")"), ("（", "）"), ("《", "》"), ("“", "”"), ("【", "】"))
_MENU = "navigation"
_HOME = late(r"首[ 　]?页|主页")
_CLAUSES = late(r"[^，,；;：:。！!？?\n]{0,400}[，,；;：:。！!？?\n]?")
_CLAUSE = late(r"[，,](?P<title>[^，。,.；;《》\n]{3,40})(?=[。.])")
_NAMED_TWICE = late(r"[，,。；;](?P<kind>[一-鿿]{2,6})《(?P<title>[^《》\n]{2,40}(?P=kind))》")


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The chrome of one kind; `kind` names the check's message.

    `lines` match a whole line anywhere, `edges` a whole line at the head or tail of a text or beside other
    chrome; neither is tried on a line that ends as a sentence does, as `sentences` are. `fields` (names
    before a colon) and `cues` are counted on short lines, `phrases` stand anywhere, `titles` decorate short
    lines.
    """

    kind: str
    lines: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    phrases: Rules | None = None
    titles: tuple[str, ...] = ()


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups, in the order in which they are believed.

    `talk` are words with which a site speaks: a clause at an edge of a phrase without any is the text's own.
    A short line made of two or more words of `site`, with nothing beside them but those of `filler`, is a
    page's whatever it says.
    """

    groups: tuple[Group, ...]
    talk: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each piece of chrome, whole lines first, at most one hit at a place."""
    original = document
    folded = simplified(document.text, document.alphabet)
    if folded is not document.text:
        document = replace(document, text=folded)
    lines = _whole_lines(document, params)
    for index, kind in sorted(lines.items()):
        yield Hit(document.blocks[index].span, variant=kind)
    end = 0
    within = [*_within(document, params), *_spaced(original)]
    for hit in sorted(within, key=lambda hit: (hit.span.start, -hit.span.end)):
        block = document.block_at(hit.span.start)
        if hit.span.start >= end and (block is None or block.index not in lines):
            end = hit.span.end
            yield hit


def _whole_lines(document: Document, params: Params) -> dict[int, str]:
    """Index and kind of each block that is chrome as a whole."""
    groups = params.groups
    found: dict[int, str] = {}
    possible: dict[int, str] = {}
    near = _edges(document)
    is_page = document.format == "html"
    tables = {table: _any_of(groups, table) for table in ("cues", "sentences", "lines", "edges")}
    for block in document.blocks:
        line = _bare(document.slice(block.span))
        if not 0 < len(line) <= _LINE_LIMIT:
            continue
        is_sentence = _is_sentence(line)
        kind = _certain_kind(line, groups, tables, is_sentence=is_sentence)
        if kind := kind or (_menu_kind(document, block, groups) if is_page else ""):
            found[block.index] = kind
        elif not is_sentence and tables["edges"].fullmatch(line):
            possible[block.index] = _first_kind(line, groups, "edges")
        elif len(line) <= _SITE_LIMIT and block.marker is None and _is_made_of_site_words(line, params):
            found[block.index] = "page"
    for order in (sorted(possible), sorted(possible, reverse=True)):
        for index in order:
            if index in near or index - 1 in found or index + 1 in found:
                found[index] = possible[index]
    return found | _in_company(document, sorted(found))


def _in_company(document: Document, found: list[int]) -> dict[int, str]:
    """Short lines between lines of chrome: nobody writes two words of a text into a site's menu."""
    company: dict[int, str] = {}
    for position, (before, after) in enumerate(pairwise(found)):
        if not 1 < after - before <= _COMPANY_GAP + 1:
            continue
        around = found[max(0, position - _COMPANY + 1) : position + _COMPANY + 1]
        close = [index for index in around if abs(index - before) <= 2 * _COMPANY]
        between = document.blocks[before + 1 : after]
        if len(close) >= _COMPANY and all(_may_be_chrome(document, block) for block in between):
            company |= {block.index: "company" for block in between}
    return company


def _may_be_chrome(document: Document, block: Block) -> bool:
    """Whether a line is short and unnumbered, and neither a sentence nor an address to hearers."""
    line = document.slice(block.span)
    return (
        len(line) <= _COMPANY_LIMIT
        and block.marker is None
        and not _SENTENCE_END.union("！？”页").intersection(line[-1])
    )


def _certain_kind(
    line: str, groups: tuple[Group, ...], tables: Mapping[str, re.Pattern[str]], *, is_sentence: bool
) -> str:
    """The kind of a line that is chrome wherever it stands, or nothing."""
    has_colon = ":" in line or "：" in line
    if (has_colon or (not is_sentence and tables["cues"].search(line))) and (
        kind := _counted_kind(line, groups, has_colon=has_colon)
    ):
        return kind
    for table in ("sentences",) if is_sentence else ("sentences", "lines"):
        if tables[table].fullmatch(line):
            return _first_kind(line, groups, table)
    return ""


def _menu_kind(document: Document, block: Block, groups: tuple[Group, ...]) -> str:
    """The kind of a breadcrumb, or of a row of short cells of which one leads about a site; or nothing."""
    if is_breadcrumb(document, block):
        return _MENU
    cells = menu_cells(document, block)
    menu = _any_of(tuple(group for group in groups if group.kind == _MENU), "lines") if cells else None
    return _MENU if menu and any(_HOME.fullmatch(cell) or menu.fullmatch(cell) for cell in cells) else ""


def _is_made_of_site_words(line: str, params: Params) -> bool:
    """Whether a short line has two words of a web page, and else only words that go with them."""
    if not params.site or line[-1] in "。；，、":
        return False
    words = _any(params.site)
    return bool(words.search(line)) and (
        len({word.group() for word in words.finditer(line)}) >= _CUES
        and not _any(params.filler).sub("", words.sub("", line)).strip(_SITE_SIGNS)
    )


def _bare(line: str) -> str:
    """A line without its bullet, and with no space before a colon."""
    line = line.lstrip("•·● ")
    return line.replace(" :", ":").replace(" ：", "：") if " " in line else line


def _is_sentence(line: str) -> bool:
    """Whether a line ends as text does; a short one with a colon is a label."""
    return line[-1] in _SENTENCE_END and not (line[-1] in "：:" and len(line) <= _LABEL_LIMIT)


def _counted_kind(line: str, groups: tuple[Group, ...], *, has_colon: bool) -> str:
    """The kind of a line with two cues on it, or nothing."""
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


def _within(document: Document, params: Params) -> Iterator[Hit]:
    """Chrome that is a part of a line."""
    for group in params.groups:
        if group.phrases is not None:
            for span in matches(document, group.phrases):
                yield Hit(_trimmed(document.text, span, params.talk), variant=group.kind)
    for span in stray_addresses(document):
        yield Hit(span, variant="address")
    for span, is_date in stray_references(document):
        yield Hit(span, variant="byline" if is_date else "reference")
    yield from _decorations(document, params.groups)
    yield from _inserted_titles(document)


def _spaced(document: Document) -> Iterator[Hit]:
    """Marks against copying, with the text they were put into."""
    for mark in marks_against_copying(document):
        if mark.text:
            edit = Edit(mark.span.start, mark.span.end, mark.text)
            yield Hit(mark.span, {"text": mark.text}, variant="spaced", edits=(edit,))
        else:
            yield Hit(mark.span, variant="noise")


def _trimmed(text: str, span: Span, talk: tuple[str, ...]) -> Span:
    """A phrase without the clauses at its edges in which no site speaks: those are the text's own."""
    if not talk:
        return span
    clauses = [Span(*match.span()) for match in _CLAUSES.finditer(text, *span) if match.group()]
    spoken = [clause for clause in clauses if _any(talk).search(text, *clause)]
    if not spoken:
        return span
    start, end = spoken[0].start, spoken[-1].end
    if any(text.count(left, start, end) > text.count(right, start, end) for left, right in _BRACKETS):
        end = span.end
    if start > span.start and end == span.end and text[end - 1] in "。！!？?" and text[start - 1] in "，,":
        return Span(start - 1, end - 1)  # the sentence before keeps a stop
    return Span(start, end)


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
