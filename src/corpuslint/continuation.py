"""Evidence that one line goes on in the next: what an editor sees at the seam of a broken sentence.

A missing full stop alone says nothing: headings, labels, list items and captions have none. So cues are
counted: how the first line ends, how the second begins, whether the words at the seam are used together
elsewhere in the document, and whether the line is running text in a document that closes its sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpuslint import grammar
from corpuslint.corpus.document import Block, BlockKind, Document
from corpuslint.expressions import late

ENOUGH = 3
"""Cues that make a break: one that leaves no doubt, or several of the others."""

_WINDOW = 50_000  # characters of a stretch; usage is looked up in three of them: bounds the cost of a seam
_BODY = 25  # characters from which a line with punctuation inside is running text
_SHORT_BODY = 12  # characters from which a line that closes one sentence opens another
_SIBLINGS = 4  # lines of running text that show whether a document closes its sentences
_MOST, _ALL = 0.8, 0.95  # shares of closed lines from which an open one stands out
_LAST_SENTENCE = late(r"[^。！？；]*$")
_INNER = late(r"[，。；：,;](?=.)")


@dataclass(frozen=True, slots=True)
class Seam:
    """The cues at the end of one line and the beginning of the next; 3 leaves no doubt, 0 is none.

    `tail` how the first line ends, `head` how the second begins, `pair` whether a figure, a bracket or a
    quotation is cut, `usage` whether the words either side stand together elsewhere, `layout` whether the
    second line stands closer, or less indented, than lines do here, `body` whether the first is running text
    that ought to be closed.
    """

    tail: int
    head: int
    pair: int
    usage: int
    layout: int
    body: int

    @property
    def is_broken(self) -> bool:
        """Whether the second line goes on with the sentence of the first."""
        words = self.tail + self.head + self.pair + self.usage
        return words + self.layout + self.body >= ENOUGH and words + self.layout > 0

    @property
    def is_broken_heading(self) -> bool:
        """As `is_broken`, for a first line that may stand alone as a heading: a word must be cut off."""
        return self.tail + self.head + self.pair >= 2


def seam(document: Document, before: Block, after: Block) -> Seam:
    """The cues where two lines meet; the first one does not end with a stop."""
    first, second = document.slice(before.span), document.slice(after.span)
    return Seam(
        tail(first),
        head(second),
        _pair(first, second),
        _usage(document, before, first, second),
        int(after.gap < usual_gap(document) or is_out_of_line(document, after)),
        body(document, first),
    )


def tail(line: str) -> int:
    """How surely a line stops in mid-sentence."""
    if line[-1] in grammar.COMMAS or line[-1] in grammar.OPENERS:
        return 3
    if grammar.cannot_end(line):
        return 2
    return 2 if grammar.unclosed(_last_sentence(line)) else 0


def head(line: str) -> int:
    """How surely a line begins in mid-sentence."""
    if grammar.starts_with_closing_mark(line):
        return 3
    return 2 if grammar.cannot_begin(line) else 0


def body(document: Document, line: str) -> int:
    """How surely a line is running text that ought to be closed.

    1 for any running text, 2 among lines most of which are closed, 3 for several sentences among lines that
    all are.
    """
    if not _INNER.search(line):
        return 0
    if len(line) < _BODY:
        is_sentence = "。" in line and len(line) >= _SHORT_BODY
        return 3 if is_sentence and closed_share(document) >= _ALL else 0
    if "。" not in line and len(line) < 2 * _BODY:
        return 0
    share = closed_share(document)
    if share >= _ALL and len(line) >= 2 * _BODY and "。" in line:
        return 3
    return 2 if share >= _MOST else 1


@lru_cache(maxsize=4)
def closed_share(document: Document) -> float:
    """The share of a document's lines of running text that end with a stop; 0 where too few can tell."""
    running = _running(document)
    if len(running) < _SIBLINGS:
        return 0.0
    closed = sum(grammar.closes(document.slice(block.span)) for block in running)
    # the line that is asked about is one of them and must not speak against itself
    return min(1.0, (closed + 1) / len(running)) if closed < len(running) else 1.0


@lru_cache(maxsize=4)
def usual_gap(document: Document) -> int:
    """How many blank lines stand before most lines of running text in a document."""
    gaps = sorted(block.gap for block in _running(document) if block.index)
    return gaps[len(gaps) // 2] if gaps else 0


@lru_cache(maxsize=4)
def _running(document: Document) -> tuple[Block, ...]:
    """The lines with punctuation inside that are no headings: they show how a document sets its text."""
    return tuple(
        block
        for block in document.blocks
        if block.kind is not BlockKind.HEADING
        and block.span.end - block.span.start >= _BODY
        and _INNER.search(document.slice(block.span))
    )


@lru_cache(maxsize=4)
def _indents(document: Document) -> bool:
    """Whether nine in ten of a document's lines of running text are indented."""
    running = _running(document)
    indented = sum(_is_indented(document, block) for block in running)
    return len(running) >= _SIBLINGS and indented >= 0.9 * len(running)


def _is_indented(document: Document, block: Block) -> bool:
    return document.text[max(0, block.span.start - 1) : block.span.start] in (" ", "\t", "\u3000", "\u2003")


def is_out_of_line(document: Document, block: Block) -> bool:
    """Whether a line is not indented where the others are."""
    return _indents(document) and not _is_indented(document, block)


def is_used_as_end(document: Document, block: Block, line: str) -> bool:
    """Whether the last two characters of a line end a clause elsewhere in the document."""
    return _occurs(document, block, re.escape(line[-2:]) + r"[，。；、！？：,;”）》]")


def _pair(first: str, second: str) -> int:
    """Whether a figure or a pair of brackets or quotation marks is cut in two."""
    if grammar.number_goes_on(first, second):
        return 3
    opened = grammar.unclosed(_last_sentence(first))
    return 3 if opened and _closes(opened[-1], second) else 0


def _usage(document: Document, before: Block, first: str, second: str) -> int:
    """Whether the characters either side of the seam stand side by side elsewhere."""
    left, right = first[-2:], second[:2]
    if not (grammar.is_han(left[-1:]) and grammar.is_han(right[:1])):
        return 0
    if _stands(document, before, left + right):
        return 3
    found = sum(_stands(document, before, piece) for piece in (left + right[0], left[-1] + right))
    return (0, 2, 3)[found]


def _last_sentence(line: str) -> str:
    match = _LAST_SENTENCE.search(line[-200:])
    return match.group() if match else line


def _closes(opener: str, line: str) -> bool:
    """Whether the first bracket or quotation mark of a line is the partner of an open one."""
    for character in line[:80]:
        if character in grammar.OPENERS:
            return False
        if character in grammar.CLOSERS:
            return grammar.PARTNER[character] == opener
    return False


def _stands(document: Document, block: Block, words: str) -> bool:
    """Whether words stand in the stretch of text a block begins in or in the two beside it."""
    stretch = block.span.start // _WINDOW
    known = _known(document)
    if (words, stretch) not in known:
        start, end = max(0, stretch - 1) * _WINDOW, (stretch + 2) * _WINDOW
        known[words, stretch] = document.text.find(words, start, end) >= 0
    return known[words, stretch]


@lru_cache(maxsize=1)
def _known(document: Document) -> dict[tuple[str, int], bool]:
    """What `_stands` has found out about a document."""
    return {}


def _occurs(document: Document, block: Block, pattern: str) -> bool:
    start, end = max(0, block.span.start - _WINDOW), block.span.end + _WINDOW
    return re.compile(pattern).search(document.text, start, end) is not None
