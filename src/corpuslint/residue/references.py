"""Reference marks left in a text whose notes were not copied: [1], [2-3], [注1], 【2】, [来源请求].

A list of links has its days in the same brackets, [03-23], and these are told apart.

A text that has its notes has its marks by right, so a mark counts only where no line of the text begins with
it, and where it follows a word or a stop as a reference does: not in [2012]10号, not before a unit, not
at the head of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late

_NUMBER = r"[0-9]{1,2}(?:[-–—,，、][ ]?[0-9]{1,3}){0,4}"
_MARK = late(
    rf"\[[ ]?{_NUMBER}[ ]?\](?:[:：][0-9]{{1,4}})?"
    r"|(?<!】)【[0-9]{1,2}】(?!【)"
    r"|[\[〔【（](?P<note>注[释]?[ ]?[0-9一二三四五六七八九十]{0,2})[\]〕】）]"
    r"|\[(?P<wiki>编辑|來源請求|来源请求|需要引文|原创研究[？?]?|何时[？?]?|谁[？?]?|参考"
    r"|citation needed|edit|clarification needed|who\?|when\?)\]"
)
_HINT = late(r"[\[【〔（](?:[ ]?[0-9]|注|编|来|來|需|c|e|原|何|谁|参|w)")
_NOTES = late(
    r"[\[【〔][ ]?(?:注[释]?[ ]?)?[0-9一二三四五六七八九十]{1,3}[ ]?[\]】〕]"
    r"|注[释]?[：:1一]|参考文献|注释|脚注|尾注|\[\^"
)
_DAY = late(r"\[(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\]")
_PADDED_DAY = late(r"\[(?:0[1-9]-[0-3][0-9]|1[0-2]-0[1-9])\]")  # no reference is written [03-23]
_GOES_ON = late(r"[ ]?(?:号|文|[0-9]|[A-Za-z]|[×*/=+:]|\(|～|~)")


class Mark(NamedTuple):
    """A mark in brackets, and whether it is the day of an entry in a list of links."""

    span: Span
    is_date: bool


def stray_references(document: Document) -> Iterator[Mark]:
    """Yield each reference mark within a line of a text that has no notes."""
    if not _HINT.search(document.text):
        return
    text = document.text
    if any(_NOTES.match(text, block.span.start, block.span.end) for block in document.blocks):
        return
    has_days = _PADDED_DAY.search(text) is not None
    for match in _MARK.finditer(text):
        block = document.block_at(match.start())
        if block is None or _is_remark(match) or _ends_a_heading(block, match):
            continue
        is_inside = block.span.start < match.start()
        if match["wiki"] or (is_inside and not _GOES_ON.match(text, match.end(), block.span.end)):
            is_date = has_days and _DAY.fullmatch(match.group()) is not None
            yield Mark(Span(*match.span()), is_date)


def _is_remark(match: re.Match[str]) -> bool:
    """Whether a note without a number may open a remark: （注）, [注]."""
    return bool(match["note"]) and (match.group()[0] in "（[" and not match["note"][1:].strip())


def _ends_a_heading(block: Block, match: re.Match[str]) -> bool:
    """Whether a mark is what was left behind a heading, which is another matter."""
    return block.kind is BlockKind.HEADING and match.end() == block.span.end
