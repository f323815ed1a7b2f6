"""Texts that start or stop in the middle.

A line whose first word cannot begin a sentence has lost its beginning, unless it goes on with the line
above; a line whose sentence stops, and is not taken up by the next, has lost its end. What announces a list
that does not follow has lost the list.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Block, BlockKind, Document, Span, remembered
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit
from corpuslint.prose import grammar
from corpuslint.prose.bodyend import last_line
from corpuslint.prose.brokenlines import breaks, is_verse, wrapped
from corpuslint.prose.continuation import (
    ENOUGH,
    body,
    closed_share,
    head,
    is_fragment,
    is_used_as_end,
    starts_in_word,
    tail,
)
from corpuslint.prose.wordedges import ends_word

_SHOWN = 10  # characters at the cut end of a line that a finding covers
_MID_REPORT = late(r"(?:会上|会议上|最后|此外|另外|其次|与会者|据此)[，,]")
_MID_TEXT = late(r"(?:同时|为此|对此|因此|因而|但是|然而|而且|并且|从而|与此同时|不仅如此)[，,]|其中[，,有]")
# The rest of a list of means, which stand after 采取 or 通过 in a whole sentence: 座谈交流等方式，
_LIST_TAIL = late(
    r"(?!通过|采[取用]|借助|运用|利用|使用|按照|根据|除|以|用|靠|凭)[一-鿿]{2,8}等(?:方式|形式|办法|手段|途径|渠道)[，、]"
)
_MEETING = late(r"召开|举行|举办|会议(?:在|由|指出|强调|听取|审议|认为)|大会(?:在|由)|会期|开幕")
_PROMISE = late(r"[：:]$")
_FULFILLED = late(r"(?:全文|内容|讲话|发言|致辞|贺信|贺词|名单|文章|报道|原文|摘要)?如[下左][：:]$")
_CREDIT = late(
    r"(?:[版页期]|版权(?:所有)?|摄|摄影|供图|发|电|报道|记者[ \u3000]{0,3}[一-鿿 \u3000]{2,12})[）)]?$"
)
_COMMA = late("[，,；;]")
_CLOSED = 0.8  # share of closed lines from which a list does not end its items with commas
_LONE = 14  # characters of a line with a comma that is no heading
_OPENING = 3  # blocks of a text that may be its title and its date
_REST = 3  # characters of a sentence that breaks off, not of a remark after the last one
_SIGNED = late(r"^[ \u3000]|[）)日]$|(?:政府|办公室|[局厅部院委会署处办站校室]|党组|公司)$")
# Whose words a line quotes (…败由奢。李商隐), and a field of a form (签发人：任正非).
_ATTRIBUTED = late(
    rf"[。！？]”?[ \u3000—]{{0,4}}(?:[{grammar.SURNAMES}][一-鿿]{{1,2}}|恩格斯|马克思|毛泽东)$"
)
_FIELD = late(r"(?:^|[ \u3000]{2})[一-鿿]{2,6}[：:][ \u3000]{0,20}[一-鿿]{2,4}$")
_ELLIPSIS = late(r"[一-鿿0-9“《（(，、,][ \u3000]?(?:…{1,4}|\.{3,8}|。{3,8})$")
_ENUMERATED = late(r"等[ \u3000]?[….]{1,8}$")
_CUT_SHORT = 16  # characters of running text from which a last line may be cut off
_SHORT = 24  # characters up to which an unpunctuated line may be a heading
_RUNNING = 20  # characters from which a line with a full stop is running text


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the places where text is missing; a text cut by width has none to be told."""
    if not wrapped(document):
        yield from _starts(document)
        yield from _ends(document)


def _starts(document: Document) -> Iterator[Hit]:
    """Lines that begin in mid-sentence after one that is closed, and texts that begin in mid-report."""
    broken = breaks(document)
    for part in document.outline.parts:
        first = part.start + len(part.title)
        has_opening = False
        for block in document.blocks[first : part.end]:
            line = document.slice(block.span)
            is_text = block.marker is None and block.kind is not BlockKind.ROW
            if is_text and block.index - 1 not in broken:
                yield from _start(document, block, line)
                opening = None if has_opening else _opening(line, block.index - first)
                if opening:
                    yield Hit(Span(block.span.start, block.span.start + opening), {}, "opening")
                    has_opening = True
            has_opening = has_opening or _MEETING.search(line) is not None


def _opening(line: str, index: int) -> int:
    """The length of the word at the beginning of a text that takes up something said before, else 0."""
    match = _MID_REPORT.match(line) if index <= 1 else None
    if match is None and index == 0:
        match = _MID_TEXT.match(line)
    return match.end() if match else 0


def _start(document: Document, block: Block, line: str) -> Iterator[Hit]:
    """A fragment that stands alone, or a line of running text that begins with the rest of a sentence."""
    bare = line.lstrip(grammar.COMMAS + grammar.STOPS + grammar.CLOSERS)
    if is_fragment(line) and not is_verse(document, block):
        yield Hit(block.span, {}, "shard")
        return
    span = Span(block.span.start, min(block.span.end, block.span.start + _SHOWN))
    if head(line) and grammar.is_prose(bare):
        yield Hit(span, {}, "start")
    elif len(line) >= _RUNNING and "。" in line and grammar.is_prose(line) and document.genre != "law":
        if _LIST_TAIL.match(line):
            yield Hit(span, {}, "start")
        elif starts_in_word(document, block, is_strict=True):
            yield Hit(span, {}, "start", confidence=Confidence.MEDIUM)


def _ends(document: Document) -> Iterator[Hit]:
    """Lines whose sentence stops and is not taken up, and announcements with nothing after them."""
    broken = breaks(document)
    for index, block in enumerate(document.blocks):
        if index in broken or not _is_cut(document, block):
            continue
        line = document.slice(block.span)
        span = Span(max(block.span.start, block.span.end - _SHOWN), block.span.end)
        if _PROMISE.search(line):
            yield Hit(span, {}, "colon")
        elif _ELLIPSIS.search(line[-_SHOWN:]):
            yield Hit(span, {}, "ellipsis")
        elif tail(line) or _stops_in_word(line) or not _may_end(document, block, line):
            yield Hit(span, {}, "end")
        else:
            yield Hit(span, {}, "open", confidence=Confidence.MEDIUM)


def _is_cut(document: Document, block: Block) -> bool:
    if block.kind is BlockKind.ROW:
        return False
    line = document.slice(block.span)
    after = document.blocks[block.index + 1] if block.index + 1 < len(document.blocks) else None
    if _PROMISE.search(line):
        return _is_unkept(document, block, after)
    if block.index == last_line(document) and _is_broken_off(line):
        return True
    if grammar.closes(line) or not _ends_in_words(line) or _is_noted(document, after):
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
        is_list = after is not None and after.marker is not None and block.marker is not None
        return not is_list or "。" in line or closed_share(document) >= _CLOSED
    is_item = block.marker is not None and "。" not in line  # an item of a list needs no stop
    cues = tail(line) + (0 if is_item else body(document, line))
    return cues >= ENOUGH or (cues >= 2 and not is_used_as_end(document, block, line))


def _is_noted(document: Document, after: Block | None) -> bool:
    """Whether the mark of a note stands under a line, as web pages leave it: [ and 1 and ] in three lines."""
    return after is not None and document.slice(after.span) == "["


def _may_end(document: Document, block: Block, line: str) -> bool:
    """Whether a line ends as others of the document do, or stands alone as a heading may."""
    return is_used_as_end(document, block, line) or block.index == _lone_line(document)


def _is_broken_off(line: str) -> bool:
    """Whether the last line of a text ends with an ellipsis or a comma, or in the middle of a word."""
    if len(line) < _CUT_SHORT or not grammar.is_prose(line):
        return False
    if _ELLIPSIS.search(line[-_SHOWN:]):
        return _ENUMERATED.search(line[-_SHOWN:]) is None
    return line[-1] in grammar.COMMAS or (_stops_in_word(line) and not grammar.closes(line))


def _stops_in_word(line: str) -> bool:
    """Whether the last clause of a line of several breaks off with a character that ends no word."""
    last, before = line[-1], line[-2:-1]
    if not grammar.is_han(last) or not _COMMA.search(line[:-1]):
        return False
    if _CREDIT.search(line[-24:]) or _ATTRIBUTED.search(line):
        return False
    return before in grammar.COMMAS or (grammar.is_han(before) and not ends_word(before + last))


def _is_unkept(document: Document, block: Block, after: Block | None) -> bool:
    """Whether an announcement is the last of its text; 全文如下： announces the text that comes next."""
    line = document.slice(block.span)
    if len(line) <= _SHORT // 3 or not grammar.is_prose(line) or not _is_last(document, block, after):
        return False
    return after is None or _FULFILLED.search(line) is None


def _ends_in_words(line: str) -> bool:
    """Whether a line ends as a sentence that breaks off may: not with a sign, a tag or a photographer."""
    if not grammar.is_prose(line) or _ATTRIBUTED.search(line) or _FIELD.search(line[-40:]):
        return False
    is_word = grammar.is_han(line[-1]) or line[-1].isdecimal() or (line[-1].isascii() and line[-1].isalpha())
    return (is_word or line[-1] in grammar.COMMAS + grammar.OPENERS) and not _CREDIT.search(line[-24:])


def _stops_short(line: str) -> bool:
    """Whether the last line of a text has closed a sentence and goes on with one that it does not close."""
    closed, stop, rest = line.rpartition("。")
    is_signed = _SIGNED.search(rest) and not _COMMA.search(rest) and "、" not in rest
    return bool(stop) and len(closed) >= _SHORT // 2 and len(rest) >= _REST and not is_signed


@remembered
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
    if after is None or block.index == last_line(document):
        return True
    return after.index == document.outline.part_of(block.index).end or grammar.is_salutation(
        document.slice(after.span)
    )
