"""Headings with something before or after them that is no part of them: bullets, mark-up, page numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpuslint.corpus.document import Block, BlockKind, Document, Span, remembered
from corpuslint.decoration import BULLETS, PARTNERS
from corpuslint.expressions import late
from corpuslint.findings import Hit, Severity
from corpuslint.markers import WORD_FAMILIES
from corpuslint.outline.parts import TITLE
from corpuslint.prose import grammar

_LONGEST = 60  # characters of a heading and what hangs on it
_LEAD = late(rf"[{BULLETS}#*>＞+\\_-]|[【〖［\[〔“\"「『]$")
_MARKUP = late(r"[\\#*>＞+_\s-]+$")  # a lead that Markdown files have by right
_SPACE = "[ \t\u3000\u00a0]{0,8}"
_TAIL = late(
    rf"{_SPACE}(?P<at>(?:\[编辑\]|［编辑］|【编辑】|\[(?i:edit)\]|\{{[#.][A-Za-z0-9_.\-]{{1,40}}\}}"
    r"|[↑↓﹀︾︿▲▼△▽¶§⏎↩]{1,4}|(?<![0-9A-Za-z+#])[#^]{1,6}|[>＞]{2,4}|»"
    r"|[\[【（(]?返回(?:目录|顶部|首页)[\]】）)]?|(?i:\btop\b)))$"
)
_NOTE = late(
    rf"{_SPACE}(?P<at>\[注?[0-9一二三四五六七八九十]{{1,2}}\]|【注?[0-9]{{1,2}}】|〔注?[0-9]{{0,2}}〕)$"
)
_PAGE = late(r"(?P<at>(?:\t[ \t]{0,4}|[.．·]{3,80} ?|…{2,40} ?|-{3,80} ?)[0-9]{1,3})$")
_CUT = late(r"(?P<at>…{1,3}|\.{3,6}|。{2,6})$")
_FILE = late(
    r"(?P<at>\.(?:docx?|wps|pdf|rtf|txt|DOCX?|PDF)|\([0-9]{1,2}\)|(?:[0-9]{4}|[0-9]{8})?(?:改|稿[0-9]|终稿)"
    r"|[（(_-]?(?:定稿|终稿|最终版|修改稿|修改版|送审稿[0-9]|[vV][0-9](?:\.[0-9])?)[)）]?)$"
)
_TITLE_BLOCKS = 3  # lines on top of a file that may be its title
_TAILS = (("tail", _TAIL), ("note", _NOTE), ("page", _PAGE), ("cut", _CUT))
_NUMBERED_ONLY = frozenset({"note", "page", "cut"})  # a heading without number may end so
_RULE = late(r"={3,200}$")
_BARE = late(r"[•‣⁃∙◦▪▫◆◇❖◈▶▷►▸➢➤➔✦✧·・\uf06c\uf06e\uf075\uf0b2\uf0b7\uf0a7\uf0d8\uf0fc*+>-]{1,2}$")
_ASCII_BULLETS = "*+>-"
_LEAST_BESIDE = 15  # characters of the lines around a bullet that stands alone


def decorations(document: Document) -> Iterator[Hit]:
    """What a converter or an editor left before, after or under headings, and bullets without text."""
    yield from _leads(document)
    for block in document.blocks:
        yield from _tail(document, block)
        yield from _file_name(document, block)
        yield from _line(document, block)


def _leads(document: Document) -> Iterator[Hit]:
    """Bullets, mark-up and brackets around numbered lines, where most of their kind stand without."""
    numbered = [block for block in document.blocks if block.marker is not None]
    kinds = Counter(block.marker.family for block in numbered if block.marker is not None)
    found = [(block, span) for block in numbered if (span := _lead(document, block)) is not None]
    decorated = Counter(block.marker.family for block, _ in found if block.marker is not None)
    for block, span in found:
        assert block.marker is not None
        family = block.marker.family
        if 2 * decorated[family] > max(kinds[family], 2):
            continue
        mark = document.slice(span)
        if mark in PARTNERS:
            values = {"marks": mark + PARTNERS[mark]}
            yield Hit(span, values, "wrap", severity=Severity.WARNING)
        else:
            yield Hit(span, {}, "lead", severity=Severity.WARNING)


def _lead(document: Document, block: Block) -> Span | None:
    """What stands before the number of a line, if it is decoration of a kind this check judges."""
    assert block.marker is not None
    start, end = block.span.start, block.marker.span.start
    if start == end or block.marker.family in WORD_FAMILIES:
        return None
    lead = document.text[start:end]
    if _LEAD.match(lead) is None or (document.format == "markdown" and _MARKUP.match(lead)):
        return None
    return Span(start, start + len(lead.rstrip(" \t\u3000\u00a0")))


def _tail(document: Document, block: Block) -> Iterator[Hit]:
    """What hangs on the end of a heading."""
    line = document.slice(block.span)
    is_numbered = block.marker is not None and block.marker.family not in WORD_FAMILIES
    if len(line) > _LONGEST or "。" in line[:-6] or not (is_numbered or block.kind is BlockKind.HEADING):
        return
    for variant, pattern in _TAILS:
        match = pattern.search(line)
        if match is None or (variant in _NUMBERED_ONLY and not is_numbered):
            continue
        is_markup = match["at"][0] in "#{" and document.format == "markdown"
        is_path = match["at"][0] in "^#>＞»" and not is_numbered
        if match.start() == 0 or is_markup or is_path or _is_listed(document, block, variant):
            continue
        start = block.span.start
        span = Span(start + match.start("at"), start + match.end("at"))
        yield Hit(span, {}, variant, severity=Severity.WARNING)
        return


def _file_name(document: Document, block: Block) -> Iterator[Hit]:
    """What a file's name has left at the end of a title: .doc, (1), 0302改, 定稿."""
    if block.index >= _TITLE_BLOCKS or block.marker is not None:
        return
    line = document.slice(block.span)
    match = _FILE.search(line) if len(line) <= 2 * _LONGEST else None
    name = line[: match.start()] if match is not None else ""
    if match is not None and (grammar.ends_like_title(name) or TITLE.match(name)):
        span = Span(block.span.start + match.start("at"), block.span.start + match.end("at"))
        yield Hit(span, {}, "file", severity=Severity.WARNING)


def _is_listed(document: Document, block: Block, variant: str) -> bool:
    """Whether a line beside a heading ends in the same manner: a table of contents, a list of links."""
    pattern = dict(_TAILS)[variant]
    beside = document.blocks[max(0, block.index - 1) : block.index + 2]
    return any(
        pattern.search(document.slice(other.span)[-_LONGEST:]) is not None
        for other in beside
        if other is not block
    )


def _line(document: Document, block: Block) -> Iterator[Hit]:
    """A line that is a bullet and nothing else, or the rule that Markdown draws under a heading."""
    if document.format != "text" or block.span.end - block.span.start > 200:
        return
    line = document.slice(block.span)
    before = document.blocks[block.index - 1] if block.index else None
    if _RULE.match(line) and before is not None and before.kind is BlockKind.HEADING and not block.gap:
        yield Hit(block.span, {}, "rule", severity=Severity.WARNING)
    elif _BARE.match(line) and not (line[0] in _ASCII_BULLETS and _separates(document, block)):
        yield Hit(block.span, {}, "bullet", severity=Severity.WARNING)


@remembered
def _lone_signs(document: Document) -> Counter[str]:
    """How often each sign of one or two characters stands alone on a line."""
    short = (block for block in document.blocks if block.span.end - block.span.start <= 2)
    return Counter(document.slice(block.span) for block in short)


def _separates(document: Document, block: Block) -> bool:
    """Whether a dash or a star stands in a table, or parts sections again and again."""
    beside = [
        document.blocks[at] for at in (block.index - 1, block.index + 1) if 0 <= at < len(document.blocks)
    ]
    is_in_table = any(other.span.end - other.span.start < _LEAST_BESIDE for other in beside)
    line = document.slice(block.span)
    return _lone_signs(document)[line] > 1 or (is_in_table and not all(other.marker for other in beside))
