"""Which lines of a document are left in mid-sentence and go on in the next: one view for all who ask.

A line that does not end with a stop meets the next one at a seam; where the cues of `continuation` say that
the sentence goes on, it is broken. A line that begins with the closing mark of a quotation left open above
belongs to that quotation whatever the line above ends with. A text cut at the same width in every line is
told from broken sentences here, too.
"""

from __future__ import annotations

from itertools import pairwise

from corpuslint.corpus.document import Block, BlockKind, Document, remembered
from corpuslint.prose import grammar
from corpuslint.prose.continuation import is_fragment, seam

_LEAST_LINES = 10  # lines from which a text may be cut by width and not by hand
_WIDTHS = (16, 120)  # characters of such a line
_WRAPPED_SHARE = 0.35  # of all lines, those that are full, or left open
_FULL = 0.85  # of the width of the text, the length of a full line
_CUT_SHARE = 0.6  # of the full lines, those that end in mid-sentence
_APART = ("#", "|", "<!--", "```", "---")
_VERSE = 14  # characters of a line of verse
_STANZA = 4  # lines of verse
_QUOTED = 20  # lines over which a quotation may be left open
_QUOTED_LINE = 2_000  # characters of such a line that are read


@remembered
def breaks(document: Document) -> frozenset[int]:
    """The indexes of the lines whose sentence goes on in the line after."""
    found: set[int] = set()
    for before, after in pairwise(document.blocks):
        if _is_broken(document, before, after, before.index - 1 in found):
            found.add(before.index)
    return frozenset(found)


@remembered
def wrapped(document: Document) -> tuple[int, ...]:
    """The indexes of the lines left open where a whole text was cut by width, else none.

    Then most full lines end in mid-sentence; or, where a converter joined some of them again, so many lines
    are open and told to be broken that no hand made them.
    """
    lines = [(block, document.slice(block.span)) for block in document.blocks]
    if len(lines) < _LEAST_LINES:
        return ()
    width = sorted(len(line) for _, line in lines)[len(lines) * 9 // 10]
    full = [block for block, line in lines if len(line) >= _FULL * width]
    cut = [block.index for block, line in lines if len(line) >= _WIDTHS[0] and not grammar.closes(line)]
    cut_full = len({block.index for block in full}.intersection(cut))
    is_cut_by_width = (
        _WIDTHS[0] <= width <= _WIDTHS[1]
        and len(full) >= max(_LEAST_LINES, _WRAPPED_SHARE * len(lines))
        and cut_full >= _CUT_SHARE * len(full)
    )
    is_joined_again = len(breaks(document)) >= _LEAST_LINES and len(cut) >= _WRAPPED_SHARE * len(lines)
    return tuple(cut) if is_cut_by_width or is_joined_again else ()


def is_verse(document: Document, block: Block) -> bool:
    """Whether a line stands among short lines some of which end with a comma, as verse is set."""
    around = document.blocks[max(0, block.index - _STANZA + 1) : block.index + _STANZA]
    stanza: list[str] = []
    for line in map(document.slice, (other.span for other in around)):
        if len(line) <= _VERSE:
            stanza.append(line)
        elif len(stanza) >= _STANZA:
            break
        else:
            stanza.clear()
    is_short = block.span.end - block.span.start <= _VERSE
    return is_short and len(stanza) >= _STANZA and any(line.endswith(("，", ",")) for line in stanza)


def closes_quotation(document: Document, block: Block) -> bool:
    """Whether a line begins with the closing mark of what a line above opened and did not close."""
    mark = document.text[block.span.start]
    opener = grammar.PARTNER.get(mark)
    if opener is None:
        return False
    for above in reversed(document.blocks[max(0, block.index - _QUOTED) : block.index]):
        line = document.slice(above.span)[-_QUOTED_LINE:]
        if opener in line or mark in line:
            return opener in grammar.unclosed(line)
    return False


def _is_broken(document: Document, before: Block, after: Block, is_piece: bool) -> bool:
    """Whether a sentence runs over a line end; a piece of a broken sentence that is not closed goes on."""
    first, second = document.slice(before.span), document.slice(after.span)
    if before.kind is BlockKind.ROW or _begins_anew(after, second):
        return False
    if first.startswith(_APART):
        return first[0] == "#" and grammar.cannot_begin(second) and not grammar.closes(second)
    if before.body.start == before.span.end or (document.format == "markdown" and after.gap == 0):
        return False
    if grammar.closes(first):
        return closes_quotation(document, after)
    is_numbered_heading = before.kind is BlockKind.HEADING and before.marker is not None
    if grammar.starts_with_closing_mark(second):
        return second[0] in grammar.PARTNER or not is_numbered_heading  # a comma under one is stray
    if is_piece and before.kind is not BlockKind.HEADING:
        return True
    if not grammar.is_prose(first) or not _is_text(second) or is_verse(document, before):
        return False
    if before.kind is not BlockKind.HEADING:
        return seam(document, before, after).is_broken or _is_rest(first, second)
    if after.kind is BlockKind.HEADING:
        return grammar.cannot_begin(second)
    return _is_broken_heading(document, before, after)


def _is_broken_heading(document: Document, before: Block, after: Block) -> bool:
    """Whether a heading goes on in a line of text; one that forgot to close a bracket does not."""
    first, second = document.slice(before.span), document.slice(after.span)
    cues = seam(document, before, after)
    is_over_text = grammar.closes(second) and not (cues.pair or cues.head)
    is_slip = is_over_text and grammar.unclosed(first) != "" and not grammar.cannot_end(first)
    return cues.is_broken_heading and not is_slip


def _is_rest(first: str, second: str) -> bool:
    """Whether a word and a full stop stand under a line that has no stop (发挥表率, 作用)."""
    return is_fragment(second) and any(mark in first for mark in "，、。")


def _is_text(line: str) -> bool:
    return grammar.is_prose(line) or grammar.starts_with_closing_mark(line) or line[0].isalnum()


def _begins_anew(block: Block, line: str) -> bool:
    """Whether a line opens something of its own: an item, a heading in Markdown, an address, a date."""
    if grammar.starts_with_closing_mark(line):
        return False
    if block.kind is BlockKind.ROW:
        return True
    return block.marker is not None or line.startswith((*_APART, "——")) or grammar.is_salutation(line)
