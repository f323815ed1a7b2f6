"""Sentences broken over two lines, and texts that start or stop in the middle.

A line that does not end with a stop meets the next one at a seam. Where the cues say that the sentence goes
on, it is split; where it stops and something new begins, its end is missing. A line whose first word cannot
begin a sentence, after one that is closed, has lost its beginning. A text cut at the same width in every line
is one finding for the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import msgspec

from corpuslint import grammar
from corpuslint.continuation import ENOUGH, body, closed_share, head, is_used_as_end, seam, tail
from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place

_SHOWN = 10  # characters either side of a seam that a finding covers
_MOST_PIECES = 4  # further lines of a broken sentence that a finding points to
_WRAPPED = 10  # lines from which a text may be cut by width and not by hand
_WIDTHS = (16, 120)  # characters of such a line
_WRAPPED_SHARE = 0.35  # of all lines, those that are full, or left open
_FULL = 0.85  # of the width of the text, the length of a full line
_CUT_SHARE = 0.6  # of the full lines, those that end in mid-sentence
_FULL_STOP = late(r"[。！？](?=.)")
_SHARD = late(r"(?![是不好对没])[一-鿿]{2,4}。$")
_MID_REPORT = late(r"(?:会上|会议上|最后|此外|另外|其次|与会者|据此)[，,]")
_MEETING = late(r"召开|举行|举办|会议(?:在|由|指出|强调|听取|审议|认为)|大会(?:在|由)|会期|开幕")
_PROMISE = late(r"[：:]$")
_APART = ("#", "|", "<!--", "```", "---")
_VERSE = 14  # characters of a line of verse
_STANZA = 4  # lines of verse
_LONE = 14  # characters of a line with a comma that is no heading
_OPENING = 3  # blocks of a text that may be its title and its date
_REST = 3  # characters of a sentence that breaks off, not of a remark after the last one
_SIGNED = late(r"^[ \u3000]|[）)日]$|(?:政府|办公室|[局厅部院委会署处办站校室]|党组|公司)$")
_SHORT = 24  # characters up to which an unpunctuated line may be a heading


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which of the two to report: sentences that go on in the next line, or texts that break off."""

    find: Literal["split", "truncated"]


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield broken sentences as one hit a chain of lines, or the places where text is missing."""
    breaks = _breaks(document)
    if params.find == "split":
        yield from _splits(document, breaks)
    elif not _wrapped(document):
        yield from _starts(document, breaks)
        yield from _ends(document, breaks)


@lru_cache(maxsize=1)
def _breaks(document: Document) -> frozenset[int]:
    """The indexes of the lines whose sentence goes on in the line after."""
    breaks: set[int] = set()
    for before, after in pairwise(document.blocks):
        if _is_broken(document, before, after, before.index - 1 in breaks):
            breaks.add(before.index)
    return frozenset(breaks)


def _is_broken(document: Document, before: Block, after: Block, is_piece: bool) -> bool:
    """Whether a sentence runs over a line end; a piece of a broken sentence that is not closed goes on."""
    first, second = document.slice(before.span), document.slice(after.span)
    if grammar.closes(first) or first.startswith(_APART) or _begins_anew(after, second):
        return False
    if before.body.start == before.span.end or (document.format == "markdown" and after.gap == 0):
        return False
    if is_piece or grammar.starts_with_closing_mark(second):
        return True
    if before.kind is BlockKind.HEADING and after.kind is BlockKind.HEADING:
        return False
    if not grammar.is_prose(first) or not _is_text(second) or _is_verse(document, before):
        return False
    cues = seam(document, before, after)
    if before.kind is not BlockKind.HEADING:
        return cues.is_broken
    # a mark that a heading opens, and the text under it does not close, is a slip of the heading
    is_over_text = grammar.closes(second) and not (cues.pair or cues.head)
    is_slip = is_over_text and grammar.unclosed(first) != "" and not grammar.cannot_end(first)
    return cues.is_broken_heading and not is_slip


def _is_verse(document: Document, block: Block) -> bool:
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


def _is_text(line: str) -> bool:
    return grammar.is_prose(line) or grammar.starts_with_closing_mark(line) or line[0].isalnum()


def _begins_anew(block: Block, line: str) -> bool:
    """Whether a line opens something of its own: an item, a heading in Markdown, an address, a date."""
    if grammar.starts_with_closing_mark(line):
        return False
    return block.marker is not None or line.startswith((*_APART, "——")) or grammar.is_salutation(line)


def _splits(document: Document, breaks: frozenset[int]) -> Iterator[Hit]:
    if cut := _wrapped(document):
        first = min(breaks or cut)
        yield Hit(_seam_span(document, first, first), {"count": len(cut)}, "wrapped")
        return
    for first, last in _sentences(document, breaks):
        pieces = document.blocks[first + 2 : min(last + 2, first + 2 + _MOST_PIECES)]
        related = tuple(Place(piece.span, "piece") for piece in pieces)
        variant = "chain" if last > first else ""
        yield Hit(_seam_span(document, first, last), _sides(document, first, last), variant, related)


def _sentences(document: Document, breaks: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The first and the last break of each broken sentence; a line with a full stop inside begins another."""
    first = -1
    for index in sorted(breaks):
        if first < 0:
            first = index
        is_last = index + 1 not in breaks
        if is_last or _FULL_STOP.search(document.slice(document.blocks[index + 1].span)):
            yield first, index
            first = -1


@lru_cache(maxsize=1)
def _wrapped(document: Document) -> tuple[int, ...]:
    """The indexes of the lines left open where a whole text was cut by width, else none.

    Then most full lines end in mid-sentence; or, where a converter joined some of them again, so many lines
    are open and told to be broken that no hand made them.
    """
    lines = [(block, document.slice(block.span)) for block in document.blocks]
    if len(lines) < _WRAPPED:
        return ()
    width = sorted(len(line) for _, line in lines)[len(lines) * 9 // 10]
    full = [block for block, line in lines if len(line) >= _FULL * width]
    cut = [block.index for block, line in lines if len(line) >= _WIDTHS[0] and not grammar.closes(line)]
    cut_full = len({block.index for block in full}.intersection(cut))
    is_cut_by_width = (
        _WIDTHS[0] <= width <= _WIDTHS[1]
        and len(full) >= max(_WRAPPED, _WRAPPED_SHARE * len(lines))
        and cut_full >= _CUT_SHARE * len(full)
    )
    is_joined_again = len(_breaks(document)) >= _WRAPPED and len(cut) >= _WRAPPED_SHARE * len(lines)
    return tuple(cut) if is_cut_by_width or is_joined_again else ()


def _seam_span(document: Document, first: int, last: int) -> Span:
    """From the end of the line before the first break to the beginning of the line after the last."""
    before = document.blocks[first].span
    after = document.blocks[min(last + 1, len(document.blocks) - 1)].span
    return Span(max(before.start, before.end - _SHOWN), min(after.end, after.start + _SHOWN))


def _sides(document: Document, index: int, last: int) -> dict[str, str | int]:
    before, after = document.blocks[index], document.blocks[index + 1]
    return {
        "before": document.slice(before.span)[-_SHOWN:],
        "after": document.slice(after.span)[:_SHOWN],
        "line": after.line,
        "count": last - index + 2,
    }


def _starts(document: Document, breaks: frozenset[int]) -> Iterator[Hit]:
    """Lines that begin in mid-sentence after one that is closed, and reports that begin in mid-report."""
    for part in document.outline.parts:
        first = part.start + len(part.title)
        has_opening = False
        for block in document.blocks[first : part.end]:
            line = document.slice(block.span)
            if block.index - 1 not in breaks and block.marker is None:
                yield from _start(document, block, line)
                opening = _MID_REPORT.match(line)
                if opening and not has_opening and block.index - first <= 1:
                    yield Hit(Span(block.span.start, block.span.start + opening.end()), {}, "opening")
                    has_opening = True
            has_opening = has_opening or _MEETING.search(line) is not None


def _start(document: Document, block: Block, line: str) -> Iterator[Hit]:
    """A fragment that stands alone, or a line of running text that begins with the rest of a sentence."""
    bare = line.lstrip(grammar.COMMAS + grammar.STOPS + grammar.CLOSERS)
    if _SHARD.match(line) and not (grammar.FAREWELL.match(line) or _is_verse(document, block)):
        yield Hit(block.span, {}, "shard")
    elif head(line) and grammar.is_prose(bare):
        end = min(block.span.end, block.span.start + _SHOWN)
        yield Hit(Span(block.span.start, end), {}, "start")


def _ends(document: Document, breaks: frozenset[int]) -> Iterator[Hit]:
    """Lines whose sentence stops and is not taken up, and announcements with nothing after them."""
    for index, block in enumerate(document.blocks):
        if index in breaks or not _is_cut(document, block):
            continue
        line = document.slice(block.span)
        span = Span(max(block.span.start, block.span.end - _SHOWN), block.span.end)
        if _PROMISE.search(line):
            yield Hit(span, {}, "colon")
        elif tail(line) or not (is_used_as_end(document, block, line) or index == _lone_line(document)):
            yield Hit(span, {}, "end")
        else:
            yield Hit(span, {}, "open", confidence=Confidence.MEDIUM)


def _is_cut(document: Document, block: Block) -> bool:
    line = document.slice(block.span)
    after = document.blocks[block.index + 1] if block.index + 1 < len(document.blocks) else None
    if _PROMISE.search(line):
        return len(line) > _SHORT // 3 and grammar.is_prose(line) and _is_last(document, block, after)
    if grammar.closes(line) or not grammar.is_prose(line) or line[-1] in grammar.CLOSERS:
        return False
    if _is_last(document, block, after) and (_stops_short(line) or _is_left_open(document, line)):
        return True
    if block.index == _lone_line(document):
        return True
    if (len(line) < _SHORT and "。" not in line) or (
        block.kind is BlockKind.HEADING and line[-1] not in grammar.COMMAS
    ):
        return False
    if after is not None and document.format == "markdown" and after.gap == 0:
        return False
    if line[-1] in grammar.COMMAS:
        return after is None or after.marker is None or block.marker is None
    is_item = block.marker is not None and "。" not in line  # an item of a list needs no stop
    cues = tail(line) + (0 if is_item else body(document, line))
    return cues >= ENOUGH or (cues >= 2 and not is_used_as_end(document, block, line))


def _stops_short(line: str) -> bool:
    """Whether the last line of a text has closed a sentence and goes on with one that it does not close."""
    closed, stop, rest = line.rpartition("。")
    return bool(stop) and len(closed) >= _SHORT // 2 and len(rest) >= _REST and not _SIGNED.search(rest)


@lru_cache(maxsize=1)
def _lone_line(document: Document) -> int | None:
    """The one line with a comma inside that no stop closes, in a document whose other lines all are closed.

    It stands between paragraphs and is taken for a heading, yet no other heading of the text has no number.
    """
    found: list[int] = []
    for part in document.outline.parts:
        inner = document.blocks[part.start + max(len(part.title), _OPENING) : part.end - 1]
        found += [block.index for block in inner if block.marker is None and block.kind is BlockKind.HEADING]
    if len(found) != 1 or closed_share(document) < 1.0:
        return None
    block = document.blocks[found[0]]
    line, below = document.slice(block.span), document.slice(document.blocks[found[0] + 1].span)
    is_text = len(line) >= _LONE and "，" in line and grammar.is_prose(line)
    return found[0] if is_text and grammar.closes(below) and not grammar.ends_like_title(line) else None


def _is_left_open(document: Document, line: str) -> bool:
    """Whether a last line is running text without its stop, in a document that closes all others."""
    return body(document, line) > 1 and not _SIGNED.search(line)


def _is_last(document: Document, block: Block, after: Block | None) -> bool:
    """Whether nothing stands under an announcement: its document ends there, or a new one begins."""
    if after is None:
        return True
    return after.index == document.outline.part_of(block.index).end or grammar.is_salutation(
        document.slice(after.span)
    )
