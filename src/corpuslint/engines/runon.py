"""Headings run together with other text: with the paragraph before, or with their own body.

A heading is missed at the line starts and found again inside a line: the number that its siblings skip stands
after a full stop, or the phrase that ought to be a heading runs on into a sentence without a mark between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import msgspec

from corpuslint import grammar
from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place
from corpuslint.markers import LAW_FAMILIES, WORD_FAMILIES, MarkerFamily
from corpuslint.numerals import CHINESE_NUMERALS, in_chinese
from corpuslint.outline import Part, Section
from corpuslint.runin import Habit, habit, siblings_of

_SHOWN = 12
_MOST_FUSED = 4  # numbers looked for in one gap
_C = f"(?P<number>[{CHINESE_NUMERALS}]{{1,9}})"
_D = "(?P<number>[0-9]{1,3})"
_FIGURES = (MarkerFamily.DIGIT, MarkerFamily.DIGIT_BRACKET)
_FORMS = {
    MarkerFamily.CHINESE: f"{_C}、",
    MarkerFamily.CHINESE_BRACKET: f"[（(]{_C}[）)]",
    MarkerFamily.DIGIT: f"{_D}[.．、](?![0-9０-９])",
    MarkerFamily.DIGIT_BRACKET: f"[（(]{_D}[）)]",
    MarkerFamily.CHAPTER: f"第{_C}章",
    MarkerFamily.SECTION: f"第{_C}节",
    MarkerFamily.ARTICLE: f"第{_C}条",
    MarkerFamily.IS: f"{_C}是",
    MarkerFamily.MUST: f"{_C}要",
    MarkerFamily.ORDINAL: f"第{_C}[，、,]",
}
# What a marker in mid-line follows, and what makes it a reference instead.
_AFTER_SENTENCE = r"(?<=[。！？!?；;：:”）)])[ \t　]{0,4}"
_AFTER_STOP = r"(?<=[。！？!?”])[ \t　]{0,4}"
_NO_REFERENCE = r"(?![ 　]?(?:[项款目条章节的至到和与及或、，,）)]|[（(]))"

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
    r"(?:全力|逐步|稳步|扎实|持续|大力|积极|认真)(?:推进|推动|开展|实施|建立|落实|引导|组织)|组织[^实织上领]"
)
_VERB_FIRST = late(  # a heading that is a sentence without subject, with an adverb or none before it
    r"[“‘]|(?![对在为向从以将把与和由按根])[^，。]{0,4}?"
    r"(?:加强|推进|落实|抓好|做好|强化|提升|提高|坚持|完善|健全|优化|深化|推动|促进|建设|打造|巩固|扩大"
    r"|加快|加大|创新|发展|抓实|抓牢|夯实|规范|严格|改善|保障|维护|防范|树立|增强|培育|开展|实施|建立)"
)
_BEYOND = 3  # characters without a mark after the longest heading of the siblings
_LEAST_BODY = 20  # characters of text after a heading that is fused with it
_LEAST_AFTER = 10  # characters of its clause that follow a weak beginning
_HEADING_LENGTH = range(4, 31)  # characters of a phrase that may be a heading
_ENDS_HEADING = late(r"[一-鿿”》）][”》）]?$")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to set: the siblings of a heading say how it ought to stand."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the markers found inside other lines and the headings that run into their body."""
    for part in document.outline.parts:
        for siblings in siblings_of(part):
            yield from _inside(document, part, siblings)
            yield from _into_body(document, siblings)


def _inside(document: Document, part: Part, siblings: list[Section]) -> Iterator[Hit]:
    """Numbers that a list skips at its line starts and that stand inside the lines before."""
    if siblings[0].marker.family not in _FORMS or _is_inline_list(siblings):
        return
    yield from _before_first(document, part, siblings[0])
    for section, following in pairwise([*siblings, None]):
        assert section is not None
        value = section.marker.value + 1
        is_skipped = following is not None and following.marker.value > value
        if not is_skipped and (following is not None or _runs_inline(section, siblings)):
            continue
        last = following.marker.value if following is not None else value + 1
        end_block = following.block if following is not None else min(section.end, part.end)
        start, end = section.marker.span.end, document.blocks[end_block - 1].span.end
        for missing in range(value, min(last, value + _MOST_FUSED)):
            before = _AFTER_SENTENCE if is_skipped else _AFTER_STOP
            found = _find(document, section.marker.family, missing, Span(start, end), before)
            if found is None:
                break
            yield _marker_hit(document, found, section)
            start = found.end


def _is_inline_list(siblings: list[Section]) -> bool:
    """Whether figures number a list within one line, as in 1.稳工业；2.扩投资."""
    marker = siblings[0].marker
    return len(siblings) == 1 and marker.value == 1 and marker.family in _FIGURES


def _before_first(document: Document, part: Part, section: Section) -> Iterator[Hit]:
    """The first number of a list whose line starts begin with the second."""
    if section.marker.value != 2 or section.block == part.start:
        return
    above = part.start if section.parent is None else part.sections[section.parent].block
    first = document.blocks[min(above, section.block - 1)]
    within = Span(first.span.start, document.blocks[section.block - 1].span.end)
    found = _find(document, section.marker.family, 1, within, _AFTER_STOP)
    if found is not None:
        yield _marker_hit(document, found, section, "first")


def _runs_inline(section: Section, siblings: list[Section]) -> bool:
    """Whether a list may go on within the line of its first item, as 一是…二是… do."""
    is_first = section.marker.value < 2 or section is siblings[0]
    return section.marker.family in WORD_FAMILIES and is_first


def _find(document: Document, family: MarkerFamily, value: int, within: Span, before: str) -> Span | None:
    """The marker of a value within a stretch of text, in mid-line, where it is no reference.

    `before` is what it must follow: any end of a clause where the list goes on with a later number, since the
    gap is proof enough; a full stop at either end of the list, and at its last no first item of that form.
    """
    number = str(value) if _D in _FORMS[family] else in_chinese(value)
    for match in _pattern(before, family).finditer(document.text, *within):
        block = document.block_at(match.start("at")) if match["number"] == number else None
        if block is None or block.span.start == match.start("at"):
            continue
        is_last = before == _AFTER_STOP and value > 1
        return None if is_last and _begins_list(document, family, within) else Span(*match.span("at"))
    return None


def _begins_list(document: Document, family: MarkerFamily, within: Span) -> bool:
    """Whether a list of that form begins within a stretch of text."""
    return any(
        match["number"] in ("一", "1") for match in _pattern("", family).finditer(document.text, *within)
    )


@lru_cache(maxsize=64)
def _pattern(before: str, family: MarkerFamily) -> re.Pattern[str]:
    return re.compile(f"{before}(?P<at>{_FORMS[family]}){_NO_REFERENCE}")


def _marker_hit(document: Document, marker: Span, section: Section, variant: str = "marker") -> Hit:
    sibling = document.blocks[section.block]
    values = {
        "before": document.slice(section.marker.span),
        "heading": document.text[marker.end : marker.end + _SHOWN].split("\n")[0],
    }
    return Hit(marker, values, variant, (Place(_beginning(sibling), "sibling"),))


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
    line = document.slice(block.body)
    mark = _STOP_OR_POINT.search(line) if usual.has_comma else _COMMA_OR_POINT.search(line)
    first = mark.start() if mark is not None else len(line)
    beyond = 2 * usual.longest if usual.has_comma else usual.longest + _BEYOND
    is_question = line[first : first + 1] in ("？", "?")  # a heading of its own kind
    return len(line) >= usual.longest + _LEAST_BODY and first >= beyond and not is_question


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
    return block.body.start + longest


def _beginning(block: Block) -> Span:
    return Span(block.span.start, min(block.span.end, block.span.start + _SHOWN))
