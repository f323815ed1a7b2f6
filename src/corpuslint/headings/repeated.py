"""Titles and headings that stand more than once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.outline import Part

_SHORTEST_TITLE = 6
_SHORTEST_ON_TOP, _LONGEST_ON_TOP = 7, 70  # characters of a title that stands twice above its text
_TOP = 14  # lines of a page among which its title is looked for
_TITLE_NOISE = late(r"[【（(\[][^【】（）()\[\]]{0,20}[】）)\]]|范文|精选|集锦|大全|[^\w]|[0-9０-９xX]{1,8}")
_SITE = late(r"(?:[ \t\u3000]{0,4}[-_|｜—–－][-_|｜—–－ \t\u3000]{0,6}[^-_|｜—–－。，]{2,20}){1,3}$")
_STOP = late(r"[。；！？!?：:，,]$|。")
_COVER_DATE = late(r"[0-9０-９〇○零一二三四五六七八九]{2,4}年[^。，]{1,4}月(?:[^。，]{1,4}日)?$")
_BRACKETED = late(r"[【（(\[「][^【】（）()\[\]]{0,20}[】）)\]」]")
_ADDED = late(
    r"(?:范文|精选|集锦|大全|通用|最新|稿|材料|模板|参考|全文|[一二三四五六七八九十0-9]{1,3}篇|[\W_])+$"
)
_NO_TITLE = late(
    r"(?:政府|办公[室厅]|委员会|[局厅部院处办站校]|公司|中心|大学|学校|网)$|^(?:当前|现在|您的|所在)?位置|[>＞»]"
)


def repeated_headings(document: Document) -> Iterator[Hit]:
    """Titles of later parts that an earlier part bears, and headings that stand again."""
    yield from _repeated_titles(document)
    copies = {block.index: first for block, first in _copies_on_top(document)}
    for index, first in copies.items():
        place = Place(first.span, "first")
        yield Hit(document.blocks[index].span, {"line": first.line}, "top", (place,))
    for before, after in pairwise(document.blocks):
        is_pair = before.marker is not None and before.kind is BlockKind.HEADING
        if is_pair and after.marker is not None and document.slice(before.span) == document.slice(after.span):
            yield Hit(after.span, {"line": before.line}, "again", (Place(before.span, "first"),))
    for block in document.blocks:
        if _is_doubled(document.text, block):
            middle = (block.span.start + block.span.end) // 2
            yield Hit(Span(middle, block.span.end), {}, "doubled", (Place(block.span, "first"),))
    for part in document.outline.parts:
        for hit in _title_again(document, part):
            again = document.block_at(hit.span.start)
            if again is not None and again.index not in copies:
                yield hit


def _is_doubled(text: str, block: Block) -> bool:
    """Whether a heading, its number with it, or a title stands twice on its line."""
    start, end = block.span
    if not _SHORTEST_TITLE <= (end - start) // 2 <= _LONGEST_ON_TOP:
        return False
    is_joined = (end - start) % 2 == 1 and text[(start + end) // 2] in "_- \u3000—|"
    middle = (start + end) // 2
    first, second = text[start:middle], text[middle + is_joined : end]
    return first == second and (block.marker is not None or (block.index < _TOP and _has_words(first)))


def _copies_on_top(document: Document) -> Iterator[tuple[Block, Block]]:
    """Lines above the text that bear the name of an earlier one, with that one."""
    seen: dict[str, Block] = {}
    for block in document.blocks[:_TOP]:
        line = document.slice(block.span)
        if "。" in line:
            break
        name = _name_on_top(line) if block.marker is None else ""
        if not name:
            continue
        if name in seen and not _has_cover(document, seen[name], block):
            yield block, seen[name]
        else:
            seen[name] = block


def _has_cover(document: Document, first: Block, block: Block) -> bool:
    """Whether a date in words stands between two titles: the first is that of a cover."""
    between = document.blocks[first.index + 1 : block.index]
    return any(_COVER_DATE.match(document.slice(other.span)) for other in between)


def _name_on_top(line: str) -> str:
    """What a line calls its text, without the site's name and what a compiler added; "" if it is no title."""
    if not _SHORTEST_ON_TOP <= len(line) <= _LONGEST_ON_TOP or _STOP.search(line):
        return ""
    name = _ADDED.sub("", _BRACKETED.sub("", _SITE.sub("", line.strip("# *\u3000"))))
    is_name = len(name) >= _SHORTEST_ON_TOP and not _NO_TITLE.search(name) and _has_words(name)
    return "".join(name.split()) if is_name else ""


def _has_words(name: str) -> bool:
    return sum("一" <= character <= "鿿" for character in name) >= _SHORTEST_ON_TOP


def _title_again(document: Document, part: Part) -> Iterator[Hit]:
    """The title of a document on a line of its own in the midst of its text."""
    opening = document.blocks[part.start]
    is_titled = opening.kind is BlockKind.HEADING and opening.marker is None
    title = part.title or ((opening,) if is_titled and part.start == 0 else ())
    names = {document.slice(block.span): block for block in title}
    has_text = False
    for block in document.blocks[part.start + len(title) : part.end]:
        line = document.slice(block.span)
        first = names.get(line)
        if first is not None and has_text and len(line) >= _SHORTEST_TITLE and not _NO_TITLE.search(line):
            yield Hit(block.span, {"line": first.line}, "inside", (Place(first.span, "first"),))
        has_text = has_text or line.endswith("。")


def _repeated_titles(document: Document) -> Iterator[Hit]:
    """Titles that an earlier part bears, or bears but for brackets, figures and what a compiler added."""
    seen: dict[str, tuple[str, Block]] = {}
    for part in document.outline.parts:
        if not part.title or part.end == part.title[-1].index + 1:
            continue
        block = part.title[-1]
        title = "".join(document.slice(line.span) for line in part.title)
        name = _TITLE_NOISE.sub("", title)
        if len(name) < _SHORTEST_TITLE:
            continue
        if name in seen:
            earlier, first = seen[name]
            variant = "" if earlier == title else "alike"
            yield Hit(
                block.span, {"line": first.line, "title": earlier}, variant, (Place(first.span, "first"),)
            )
        else:
            seen[name] = title, block
