"""Headings that lost their number: short lines that stand over text among siblings that all have one."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Block, BlockKind, Document
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.markers import Marker, MarkerFamily
from corpuslint.numbering.defect import Defect, like, marker_text
from corpuslint.numbering.lookalikes import likenesses
from corpuslint.outline import Part
from corpuslint.outline.nesting import Step, steps_by_list
from corpuslint.outline.parts import is_byline, is_closing, is_salutation
from corpuslint.prose import grammar

_LONGEST = 30  # characters
_LEAST_TEXT = 12  # characters of the paragraph under a heading
_ENOUGH = 2  # headings with a number that show how headings stand
# what stands behind the last section and has no number
_BACK_MATTER = late(
    "(?:名词|用语|词语|术语|指标|概念|缩略语)(?:解释|注释|说明|释义|简释|对照|解读)|术语|附[件录表注图：:]|参考文献|参考资料"
    "|注释|释义|注解|编后|后记|编者按|^《[^》]{2,30}》(?:的|有关|相关|中|内容|部分){0,4}(?:名词|用语|说明|解释|注)"
)
_FAMILIES = (MarkerFamily.CHINESE, MarkerFamily.CHINESE_BRACKET)


def only_heading(document: Document, part: Part, start: int, end: int) -> Block | None:
    """The one line without number among some blocks that may be a heading over text; None if several may."""
    title = {block.index for block in part.title}
    disfigured = {found.span.start for found, _ in likenesses(document)}
    found = [
        block
        for block in document.blocks[start:end]
        if block.index not in title
        and block.span.start not in disfigured
        and _may_be_heading(document, part, block)
    ]
    return found[0] if len(found) == 1 else None


def heading_between(document: Document, part: Part, step: Step) -> Block | None:
    """The heading without number between a marker and its elder sibling, where both are headings."""
    if step.previous is None:
        return None
    elder, item = part.items[step.previous], part.items[step.item]
    if any(document.blocks[other.block].kind is not BlockKind.HEADING for other in (elder, item)):
        return None
    return only_heading(document, part, elder.block + 1, item.block)


def _may_be_heading(document: Document, part: Part, block: Block) -> bool:
    if block.marker is not None or block.kind is not BlockKind.HEADING or block.index + 1 >= part.end:
        return False
    text, line = document.text, document.slice(block.span)
    if len(line) > _LONGEST or not grammar.is_prose(line) or grammar.ends_like_title(line):
        return False
    if _BACK_MATTER.search(line):
        return False
    if is_byline(text, block) or is_salutation(text, block) or is_closing(text, block):
        return False
    below = document.blocks[block.index + 1]
    if below.marker is not None:
        return below.marker.value == 1
    return below.kind is BlockKind.PARAGRAPH and below.span.end - below.span.start >= _LEAST_TEXT


def unnumbered(document: Document, block: Block, sample: Marker, value: int) -> Defect:
    """The defect of a heading whose number is lost, at the heading."""
    values = {"marker": marker_text(document, sample), "missing": like(document, sample, value)}
    return Defect("gap", Hit(block.span, values, "unnumbered", (Place(sample.span, "previous"),)))


def last_unnumbered(document: Document) -> Iterator[Defect]:
    """The last heading of a list without its number, where a list of its own stands right under it."""
    for part in document.outline.parts:
        on_top = [steps for steps in steps_by_list(part.steps).values() if not steps[0].depth]
        for steps in on_top[-1:]:
            items = [part.items[step.item] for step in steps]
            last = items[-1]
            if len(items) < _ENOUGH or last.marker.family not in _FAMILIES:
                continue
            if any(document.blocks[item.block].kind is not BlockKind.HEADING for item in items):
                continue
            heading = only_heading(document, part, last.block + 2, part.end)
            first = only_heading(document, part, items[0].block, part.end)
            if heading is None or first is None or heading.index != first.index:
                continue
            below = document.blocks[heading.index + 1].marker
            if below is not None and any(item.marker.family is below.family for item in part.items):
                yield unnumbered(document, heading, last.marker, last.marker.value + 1)
