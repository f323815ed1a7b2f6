"""How deep the lines of a Markdown file stand, and what numbers its lists show.

The marks of a heading and the indentation of a list say what the numbers alone do not: under `### 1.` a list
may begin with `1.` again, and a list within a list may, too. An ordered list whose items all are written
`1.` is shown as 1, 2, 3 (CommonMark 5.3), and so it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpuslint.corpus.blocks import HEADING_LIMIT, LISTED, Block
from corpuslint.expressions import late
from corpuslint.markers import MarkerFamily

_HEADING = late(r"[ \t]{0,3}(#{1,6})[ \t]")
_UNDERLINE = late(r"[^\r\n]*(?:\r\n|\r|\n)[ ]{0,3}(?P<mark>=|--)[=-]{0,200}[ \t]*(?:[\r\n]|$)")
_ITEM_SEPARATORS = (".", ")", "")
_STEP = 4  # columns of indentation, of which two make a step
_FAMILIES = (MarkerFamily.DIGIT, MarkerFamily.DIGIT_PAREN)


def with_depths(written: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The numbered blocks with their depths; `written` is the text as it stands in the file."""
    return tuple(_renumbered(written, [_deep(written, block) for block in blocks]))


def _deep(written: str, block: Block) -> Block:
    return block if block.marker is None else replace(block, depth=_depth(written, block))


def _depth(written: str, block: Block) -> int:
    """1 to 6 for a heading, `LISTED` and more for a line of a list."""
    start = written.rfind("\n", 0, block.span.start) + 1
    heading = _HEADING.match(written, start)
    if heading is not None:
        return len(heading[1])
    underline = _UNDERLINE.match(written, block.span.start)
    if underline is not None and block.span.end - block.span.start <= HEADING_LIMIT:
        return 1 if underline["mark"] == "=" else 2
    indent = written[start : block.span.start]
    columns = len(indent.expandtabs(_STEP)) if not indent.strip(" \t") else 0
    return LISTED + (columns + _STEP // 2) // _STEP


def _renumbered(written: str, blocks: list[Block]) -> Iterator[Block]:
    """The blocks with the items of lists that are written 1. 1. 1. counted."""
    run: list[Block] = []
    for block in blocks:
        if _is_one(written, block) and (not run or block.depth == run[-1].depth):
            run.append(block)
            continue
        yield from _counted(run)
        run = [block] if _is_one(written, block) else []
        if not run:
            yield block
    yield from _counted(run)


def _is_one(written: str, block: Block) -> bool:
    """Whether a line is the item of an ordered list, and its number is 1."""
    marker = block.marker
    if marker is None or marker.value != 1 or marker.family not in _FAMILIES or block.depth < LISTED:
        return False
    return marker.separator in _ITEM_SEPARATORS and written[marker.span.end : marker.span.end + 1].isspace()


def _counted(run: Sequence[Block]) -> Iterator[Block]:
    for number, block in enumerate(run, 1):
        assert block.marker is not None
        yield replace(block, marker=replace(block.marker, value=number))
