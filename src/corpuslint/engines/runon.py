"""Headings run together with other text: with the paragraph before, or with their own body.

A heading is missed at the line starts and found again inside a line: the number that its siblings skip stands
after a full stop, or the phrase that ought to be a heading runs on into a sentence without a mark between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place
from corpuslint.headings.fused_title import fused_titles
from corpuslint.markers import LAW_FAMILIES, WORD_FAMILIES
from corpuslint.numbering.fused import fused_markers
from corpuslint.outline import Section
from corpuslint.prose import grammar
from corpuslint.runin import Habit, habit, siblings_of

_SHOWN = 12
_STOP_MARKS = "[。；：:;！？!?]"
_STOP = late(_STOP_MARKS)
_COMMA = late(f"[，,]|{_STOP_MARKS}")
_POINT = "[.．](?=[一-鿿“])"  # a full stop in half width closes a heading as well
_STOP_OR_POINT = late(f"{_STOP_MARKS}|{_POINT}")
_COMMA_OR_POINT = late(f"[，,]|{_STOP_MARKS}|{_POINT}")
_STRONG_START = late(  # words that only begin a sentence
    r"今年以?来|近年来|[一几两三四五]年来|去年以来|年初以来|[0-9０-９xXｘＸ×]{2,4}年[来，,]|截至|截止[到目]|目前[，,]|当前[，,]"
    r"|今年[是，,]|去年[，,]|(?:[0-9０-９]{4}|二[〇○零]..)年是|过去的?[一几两三四五]年[，,]"
    r"|(?<![对在为给是和与])我[省市县区州镇乡局委院校][的各有已共在始坚人]|(?<![对在为给是和与使让])我们(?=[要把将以坚始必])"
    r"|(?<![行作成认称视列定改变转分以因较更尤极大最人能有无难何所名评选设调升降折合即则均皆仅应可地])"
    r"为(?:了|减轻|进一步|贯彻|全面|深入|切实|确保|推动|加强|解决|规范|保证|提高|做好|落实)"
)
_WEAK_START = late(  # adverbs and verbs that begin a sentence after a phrase that has its verb already
    r"(?:全力|逐步|稳步|扎实|持续|大力|积极|认真)(?:推进|推动|开展|实施|建立|落实|引导|组织)|组织[^实织上领结机部体系形架章生法]"
)
_VERB_FIRST = late(  # a heading that is a sentence without subject, with an adverb or none before it
    r"[“‘]|(?![对在为向从以将把与和由按根])[^，。]{0,4}?"
    r"(?:加强|推进|落实|抓好|做好|强化|提升|提高|坚持|完善|健全|优化|深化|推动|促进|建设|打造|巩固|扩大"
    r"|加快|加大|创新|发展|抓实|抓牢|夯实|规范|严格|改善|保障|维护|防范|树立|增强|培育|开展|实施|建立)"
)
_WIDE = str.maketrans("()", "（）")
_REMARK = late(r"[（(][^（()）\n]{1,80}[）)]")
_BEYOND = 3  # characters without a mark after the longest heading of the siblings
_SAME_START = 2  # characters with which parallel headings begin
_LEAST_BODY = 20  # characters of text after a heading that is fused with it
_LEAST_AFTER = 10  # characters of its clause that follow a weak beginning
_HEADING_LENGTH = range(4, 31)  # characters of a phrase that may be a heading
_ENDS_HEADING = late(r"[一-鿿”》）][”》）]?$")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to set: the siblings of a heading say how it ought to stand."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the markers found inside other lines and the headings that run into their body."""
    yield from _inside(document)
    for fused in fused_titles(document):
        title = Span(fused.title.start, fused.body)
        yield Hit(
            _trimmed(document, title), {"after": document.text[fused.body : fused.body + _SHOWN]}, "title"
        )
    for part in document.outline.parts:
        for siblings in siblings_of(part):
            yield from _into_body(document, siblings)


def _inside(document: Document) -> Iterator[Hit]:
    """Numbers that a list skips at its line starts and that stand inside the lines before."""
    for fused in fused_markers(document):
        sibling = fused.sibling
        values = {
            "before": document.slice(sibling.marker.span),
            "heading": document.text[fused.span.end : fused.span.end + _SHOWN].split("\n")[0],
        }
        place = Place(_beginning(document.blocks[sibling.block]), "sibling")
        yield Hit(fused.span, values, "first" if fused.is_first else "marker", (place,))


def _into_body(document: Document, siblings: list[Section]) -> Iterator[Hit]:
    """Headings that run into their body, told by the words that begin it or by how their siblings stand."""
    if siblings[0].marker.family in LAW_FAMILIES:
        return
    alone = [section for section in siblings if document.blocks[section.block].kind is BlockKind.HEADING]
    has_headings = bool(alone) or any(_has_short_sentence(document, section) for section in siblings)
    is_own_line = _stand_alone(document, siblings, alone)
    bodies = [document.blocks[section.block].body for section in alone]
    longest = max((body.end - body.start for body in bodies), default=0)
    # one sibling is little to go by: then not even a comma may stand within its length
    mark = _STOP if len(alone) > 1 else _COMMA
    # 首先 and 第二 open sentences, of which some are short
    usual = habit(document, siblings) if siblings[0].marker.family not in WORD_FAMILIES else None
    for section in siblings:
        block = document.blocks[section.block]
        if block.kind is BlockKind.HEADING or document.text[block.span.end - 1] in "；;":
            continue
        fused = _fused_phrase(document, block, has_headings)
        if fused is None and is_own_line:
            fused = _fused_like_siblings(document, block, longest, mark)
        if fused is not None:
            yield Hit(Span(block.span.start, fused), {"after": document.text[fused : fused + _SHOWN]})
        elif usual is not None and usual.others == 1 and _has_lost_its_stop(document, block, usual):
            end = min(block.span.end, block.body.start + usual.longest)
            yield Hit(Span(block.span.start, end), {}, "stop", confidence=Confidence.MEDIUM)


def _has_lost_its_stop(document: Document, block: Block, usual: Habit) -> bool:
    """Whether an item goes on without a mark well beyond where its siblings close their heading."""
    line = _REMARK.sub("", document.slice(block.body))
    mark = _STOP_OR_POINT.search(line) if usual.has_comma else _COMMA_OR_POINT.search(line)
    first = mark.start() if mark is not None else len(line)
    beyond = 2 * usual.longest if usual.has_comma else usual.longest + _BEYOND
    is_question = line[first : first + 1] in ("？", "?")  # a heading of its own kind
    is_closed = line[first : first + 1] == "。" and line[:_SAME_START] in usual.starts
    return len(line) >= usual.longest + _LEAST_BODY and first >= beyond and not (is_question or is_closed)


def _has_short_sentence(document: Document, section: Section) -> bool:
    """Whether an item opens with a heading that a full stop closes: （一）狠抓落实。全年…."""
    line = document.slice(document.blocks[section.block].body)
    first = line.find("。", 0, _HEADING_LENGTH.stop + 1)
    return _HEADING_LENGTH.start <= first < len(line) - 1


def _stand_alone(document: Document, siblings: list[Section], alone: list[Section]) -> bool:
    """Whether the other items of a list are headings on a line of their own, without a stop, over text."""
    filled = [section for section in alone if section.end > section.block + 1]
    unclosed = sum(document.text[document.blocks[item.block].span.end - 1] != "。" for item in filled)
    return unclosed > 0 and unclosed >= len(siblings) - 2


def _fused_phrase(document: Document, block: Block, has_headings: bool) -> int | None:
    """Where a sentence begins after a phrase with no mark between: 强化监督促规范 then 今年来，我镇…."""
    line = document.slice(block.body)
    comma = _COMMA.search(line)
    clause = line[: comma.end()] if comma else line
    starts = [match.start() for match in _STRONG_START.finditer(clause)]
    if has_headings and _VERB_FIRST.match(clause):
        weak = (match.start() for match in _WEAK_START.finditer(clause))
        starts += [start for start in weak if len(clause) - start >= _LEAST_AFTER]
    for start in starts:
        phrase = clause[:start]
        if len(phrase) in _HEADING_LENGTH and _ENDS_HEADING.search(phrase) and not grammar.cannot_end(phrase):
            return block.body.start + start
    return None


def _fused_like_siblings(document: Document, block: Block, longest: int, mark: re.Pattern[str]) -> int | None:
    """Where a heading as long as its longest sibling would end, in a line with no mark up to there."""
    line = document.slice(block.body)
    if len(line) < longest + _LEAST_BODY or "。" not in line or mark.search(line, 0, longest + 2):
        return None
    if "（" in grammar.unclosed(line[: longest + 1].translate(_WIDE)):  # no heading ends within a remark
        return None
    return block.body.start + longest


def _trimmed(document: Document, span: Span) -> Span:
    """A span without the white space at its end."""
    return Span(span.start, span.start + len(document.slice(span).rstrip()))


def _beginning(block: Block) -> Span:
    return Span(block.span.start, min(block.span.end, block.span.start + _SHOWN))
