"""What a speech promises: 我讲四点意见, and whether the points that follow have kept their headings."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.corpus.document import Block, BlockKind, Document, Span, remembered
from corpuslint.expressions import late
from corpuslint.markers import MarkerFamily
from corpuslint.numerals import arabic_value, chinese_value
from corpuslint.outline import Part
from corpuslint.outline.nesting import Relation, steps_by_list
from corpuslint.outline.parts import is_closing

_NUMBER = "[一二三四五六七八九十两几]|[0-9０-９]{1,2}"
_ANNOUNCEMENT = late(
    r"(?:讲|谈|强调|提|提出|说|汇报|部署)(?:以下|如下|下面)?"
    rf"(?P<count>{_NUMBER})?(?:点|个方面|方面|个问题|条|个)"
    r"的?(?:意见|要求|建议|问题|内容|情况|看法|体会|想法|希望|工作|认识)?[。：:.]?$"
)
_TAIL = 32  # characters at a block's end in which the announcement stands
_OPENING_BLOCKS = 9  # blocks from the start of a speech within which it says what it will speak of
_SPOKEN_POINT = late(r"第[一1]|首先|关于|一是|一要|其一|一、|1[.、]")
_POINT_FAMILIES = (MarkerFamily.CHINESE, MarkerFamily.FORMAL)


class Promise(NamedTuple):
    """Points announced: in which block, where, and how many (0 where the number is vague or lost)."""

    block: Block
    span: Span
    number: int


@remembered
def broken_promises(document: Document) -> tuple[Promise | None, ...]:
    """For each part of the outline the promise of points that have lost their headings, if there is one."""
    return tuple(_broken_promise(document, part) for part in document.outline.parts)


def _broken_promise(document: Document, part: Part) -> Promise | None:
    promise = read_promise(document, part)
    if promise is None or not _is_broken(document, part, promise):
        return None
    return promise


def read_promise(document: Document, part: Part) -> Promise | None:
    """The block at the start of a speech in which the speaker says how many points he will make."""
    text = document.text
    blocks = document.blocks[part.start + len(part.title) : part.end]
    for block in [block for block in blocks[: 3 * _OPENING_BLOCKS] if block.marker is None][:_OPENING_BLOCKS]:
        start = max(block.span.start, block.span.end - _TAIL)
        match = _ANNOUNCEMENT.search(text, start, block.span.end)
        if match is not None and block.kind is not BlockKind.HEADING:
            return Promise(block, Span(*match.span()), _number(match["count"]))
    return None


def _number(written: str | None) -> int:
    if not written or written == "几":
        return 0
    if written == "两":
        return 2
    return (arabic_value(written) if written.isdigit() else chinese_value(written)) or 0


def _is_broken(document: Document, part: Part, promise: Promise) -> bool:
    """Whether no point has a heading: the first is plain text, or a list starts again with no parent."""
    rest = document.blocks[promise.block.index + 1 : part.end]
    if all(is_closing(document.text, block) for block in rest) or any(map(_is_point, rest)):
        return False
    if _is_kept_lower(part, promise):
        return False
    first = next((block.marker for block in rest if block.marker is not None), None)
    if first is not None and first.family is MarkerFamily.ORDINAL:
        return False
    if any(step.relation is Relation.RESTART and step.depth == 0 for step in part.steps):
        return True
    return rest[0].marker is None and _SPOKEN_POINT.match(document.text, *rest[0].span) is None


def _is_kept_lower(part: Part, promise: Promise) -> bool:
    """Whether the points stand in a lower style: one list on top, with as many items as were promised."""
    tops = [steps for steps in steps_by_list(part.steps).values() if steps[0].depth == 0]
    return len(tops) == 1 and len(tops[0]) == promise.number


def _is_point(block: Block) -> bool:
    """Whether a block is a heading of the highest kind: 一、 or an unnumbered one."""
    if block.marker is None:
        return block.kind is BlockKind.HEADING
    return block.marker.family in _POINT_FAMILIES
