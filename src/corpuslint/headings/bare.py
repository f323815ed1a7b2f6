"""Markers with nothing behind them: the heading is lost, or it stands on the next line."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from corpuslint.corpus.document import Block, BlockKind, Document, remembered
from corpuslint.expressions import late
from corpuslint.markers import LAW_FAMILIES, WORD_FAMILIES, MarkerFamily
from corpuslint.outline.parts import is_byline, is_salutation
from corpuslint.prose import grammar

_LONGEST = 40  # characters of a heading that stands below its number
_STOPS = late(r"[。；;：:！!？?]|[，,、]$")
_HABIT = 3  # markers alone on a line that are a way to lay out a text
_LEAST_BESIDE = 15  # characters of the lines around a number that is the only one of its form


class Bare(NamedTuple):
    """A block that is a marker alone, and the block below it where that holds its heading."""

    block: Block
    heading: Block | None


@remembered
def bare_markers(document: Document) -> tuple[Bare, ...]:
    """The markers that stand alone on a line, where the others of their form do not."""
    found: list[Block] = []
    kinds: Counter[object] = Counter()
    for block in document.blocks:
        if block.marker is None or block.marker.family in LAW_FAMILIES | WORD_FAMILIES:
            continue
        kinds[block.marker.family] += 1
        if not document.slice(block.body).strip(" \t\u3000\u00a0】”]"):
            found.append(block)
    alone = Counter(block.marker.family for block in found if block.marker is not None)
    return tuple(
        Bare(block, _heading_below(document, block))
        for block in found
        if block.marker is not None
        and _is_odd(document, block, alone[block.marker.family], kinds[block.marker.family])
        and not _numbers_title(document, block)
    )


def _is_odd(document: Document, block: Block, alone: int, kind: int) -> bool:
    """Whether the other markers of a form have text behind them, or the one of its form ought to."""
    return alone < min(_HABIT, kind) or (alone == kind == 1 and _is_in_text(document, block))


def _is_in_text(document: Document, block: Block) -> bool:
    """Whether a marker that is the only one of its form stands among paragraphs, not in a table."""
    if document.format != "text" or block.index + 1 >= len(document.blocks):
        return False
    beside = document.blocks[block.index + 1], document.blocks[max(0, block.index - 1)]
    return all(other.marker or other.span.end - other.span.start >= _LEAST_BESIDE for other in beside)


def _numbers_title(document: Document, block: Block) -> bool:
    """Whether a number in brackets stands below a title it belongs to: 在…会议上的讲话 / （一）."""
    before = document.blocks[block.index - 1] if block.index else None
    if before is None:
        return True
    if block.marker is None or block.marker.family is not MarkerFamily.CHINESE_BRACKET:
        return False
    return before.marker is None and grammar.ends_like_title(document.slice(before.span))


def _heading_below(document: Document, block: Block) -> Block | None:
    """The line below a marker, where it is short, has no stop and stands over text."""
    if block.index + 2 >= len(document.blocks):
        return None
    below, next_ = document.blocks[block.index + 1 : block.index + 3]
    line = document.slice(below.span)
    if below.marker is not None or len(line) > _LONGEST or below.gap > 1 or _STOPS.search(line):
        return None
    if not grammar.is_prose(line) or is_salutation(document.text, below) or is_byline(document.text, below):
        return None
    is_over_text = next_.marker is not None or next_.kind is BlockKind.PARAGRAPH
    return below if is_over_text else None
