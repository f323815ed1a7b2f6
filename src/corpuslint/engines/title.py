"""Titles and headings that break the grammar of the genre.

The title of an official document is a phrase with fixed joints: 在…会议上的讲话, 关于…的通知, ××年…工作总结.
A word that is missing or out of place shows at a joint, so each rule names the joint it looks at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import msgspec

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit
from corpuslint.markers import LAW_FAMILIES
from corpuslint.prose import grammar
from corpuslint.prose.continuation import seam
from corpuslint.prose.wordedges import begins_word, ends_word

_LONGEST = 60  # characters of a title
_STOP = late(r"[。；：:;！!？?，,]")
_SPEECH = "(?:讲话|发言|致辞|演讲|汇报)"
_MEETING = "(?:会议|大会|座谈会|动员会|推进会|部署会|总结会|交流会|调度会|现场会|党代会|两会|全会|会)"
_NOTE = r"(?:[（(【\[][^）)】\]]{1,16}[）)】\]])?$"  # （节选） 【范文】 at the end of a title

# 年 that counts no year: after a numeral, a mask or a word like 今 it does; in 青年, 年轻 it is no year.
_COUNTED = (
    "0-9０-９〇○零一二三四五六七八九十百千万xXｘＸ×*＊_~～—–当今去明前后上本近多几每全半整往历逐连翌次那这同"
    "来此末初某届数跨首何周"
)
_WORDS_WITH_YEAR_LAST = "新老青少壮中成学财早晚幼童丰荒灾闰余头度常"
_WORDS_WITH_YEAR_FIRST = "中会检鉴报轻货画龄终初底前后内代华景限薪审味糕夜关级富猪长幼老青均平产度节"
_BARE_YEAR = f"(?<![{_COUNTED}{_WORDS_WITH_YEAR_LAST}-])年(?![{_WORDS_WITH_YEAR_FIRST}])"
# What may follow 讲话 at the end of a title.
_AFTER_SPEECH = (
    "稿|提纲|纪要|材料|要点|精神|范文|摘[要编登录]|全文|全集|实录|节选|选[编集]|汇编|心得|体会|学习|会|人|单|时|中|录音"
    "|指[示引]|贯彻|活动|比赛|竞赛|大赛|记录|答记|问答|模板|精选|大全|合集|通稿|者|强调|指出|引|版|原[文稿]|通知"
)
# What before 通知 or 报告 makes one noun with it, so that no 的 is wanted.
_COMPOUNDS = (
    "工作|情况|调研|调查|总结|述职|自查|整改|检查|审计|评估|研究|分析|考察|专题|财务|决算|预算|执行|巡视|督查|监测"
    "|评价|鉴定|补充|紧急|联合|转发|印发|批转|人事|任免|处分|处罚|奖励|表彰|若干|重大|政府"
)


class Rule(NamedTuple):
    """A joint of a title: the variant of the message, and the pattern whose group `at` is what is wrong."""

    variant: str
    pattern: re.Pattern[str]


def _rule(variant: str, *pieces: str) -> Rule:
    return Rule(variant, late("".join(pieces)))


TITLE_RULES = (
    _rule("year", f"(?P<at>(?:^在|全[省市县区州镇乡局院系国校]|关于){_BARE_YEAR})(?=[一-鿿])"),
    _rule("year", "(?<![0-9０-９])(?P<at>[12][0-9]{2}年)(?=.{0,30}(?:工作|会议|总结|报告|计划|要点))"),
    _rule("year", "(?<![0-9０-９])(?P<at>[12][0-9]{4,5}年)"),
    _rule("tail", f"(?:{_SPEECH}|报告|总结|计划|要点|方案)(?P<at>年){_NOTE}"),
    _rule("tail", f"的{_SPEECH}(?P<at>(?!{_AFTER_SPEECH})[一-鿿]{{1,2}}){_NOTE}"),
    _rule("of", f"{_MEETING}(?P<at>上{_SPEECH})(?:稿|提纲|材料)?{_NOTE}"),
    _rule("on", f"^.{{0,20}}在[^上]{{2,40}}{_MEETING}(?P<at>的{_SPEECH})(?:稿|提纲)?{_NOTE}"),
    _rule(
        "of",
        "^(?:.{0,24}[局委会府部厅办院处室])?关于[^的]{4,46}",
        f"(?P<at>{''.join(f'(?<!{word})' for word in _COMPOUNDS.split('|'))}",
        "(?:通知|报告|决定|请示|批复|通报|决议))$",
    ),
    _rule("start", "^(?P<at>(?:工作)?(?:会议|大会|座谈会)?上的(?:讲话|发言|致辞|报告))"),
)

# A verb of two characters whose first stands again before another word: 加强加党的建设. After each verb stand
# the characters with which its first one makes a word of its own.
_STEMS = {
    "加强": "大快强固工入重速深紧油注薪班以剧盟倍码急减氢气装密",
    "推进": "进动广行荐送出介理导",
    "深化": "入化度刻山海圳层水改耕加",
    "强化": "化弱制力军县省市国企基",
    "完善": "善成整工备全结",
    "提升": "升高供出前案质取醒示倡请振档速效",
    "提高": "升高供出前案质取醒示倡请振档速效",
    "落实": "实地户后细",
    "优化": "化先秀质势良抚生惠",
    "健全": "全康身民",
    "巩固": "固",
    "扩大": "大展散充容面",
    "坚持": "持定决强守实",
    "加快": "大快强固工入重速深紧油注薪班以剧盟倍码急减氢气装密",
    "加大": "大快强固工入重速深紧油注薪班以剧盟倍码急减氢气装密",
}
_DOUBLED_STEM = late(
    "(?P<at>" + "|".join(f"{verb}{verb[0]}(?![{others}])" for verb, others in _STEMS.items()) + ")(?=[一-鿿])"
)
HEADING_RULES = (Rule("stem", _DOUBLED_STEM),)


# An item of a list, or a sentence: …；或, （一）擅自改建，情节严重的, 中国是守信用的.
_ITEM_END = late(r"[，；,;](?:或者?|并?且|和|以及|及)$|[，,、][^，,、]{1,40}的$|是[^，。]{1,20}的$")


_SET_PHRASE = late("(?:实事求|自以为|各行其|莫衷一|比比皆|俯拾即|俯拾皆|习非成|共商国)是$")
_ONE_LEFT = late(r"[一-鿿]{2}[，,][一-鿿]$")  # a clause of one character
_WINDOW, _MOST_PLACES = 50_000, 50  # characters either side, and places, looked at for the rest of a word
_SHORT_REST = 8  # characters of a line that is the rest of the one before
_CUT_LENGTHS = range(5, 24)  # characters of a heading that may have been cut in a word


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to set: the grammar of titles is the engine's own."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield the place of each joint that does not hold, at most one of a kind in a line."""
    titles = {block.index for part in document.outline.parts for block in part.title}
    for block in document.blocks:
        if block.marker is None and block.span.end - block.span.start > _LONGEST:
            continue
        whole = document.slice(block.span)
        line = _heading_of(whole)
        if len(line) > _LONGEST:
            continue
        if block.index in titles or _looks_like_title(block, line):
            yield from _found(block, line, TITLE_RULES)
        if block.kind is BlockKind.HEADING or block.marker is not None:
            yield from _found(block, line, HEADING_RULES)
        if line == whole and _ends_in_the_air(block, line) and not _goes_on(document, block):
            yield Hit(Span(block.span.end - 1, block.span.end), {"title": line}, "end")
        elif line == whole and _ends_in_word(document, block):
            yield Hit(Span(block.span.end - 2, block.span.end), {"title": line}, "word")


def _heading_of(line: str) -> str:
    """A line up to its first full stop: the heading where text follows on the same line."""
    return line.partition("。")[0]


def _ends_in_the_air(block: Block, line: str) -> bool:
    """Whether a heading of Chinese text ends with a word that cannot be its last."""
    if block.kind is not BlockKind.HEADING or _ITEM_END.search(line) or line[-2:-1].isdigit():
        return False
    return grammar.is_prose(line) and grammar.cannot_end(line) and not _SET_PHRASE.search(line)


def _ends_in_word(document: Document, block: Block) -> bool:
    """Whether a numbered heading stops within a word: after one character, or a pair that ends none."""
    if block.marker is None or block.kind is not BlockKind.HEADING or block.marker.family in LAW_FAMILIES:
        return False
    line, pair = document.slice(block.body), document.slice(block.body)[-2:]
    if len(line) not in _CUT_LENGTHS or _is_completed(document, block):
        return False
    if _ONE_LEFT.search(line):
        return True
    if not all(map(grammar.is_han, pair)) or ends_word(pair) or begins_word(pair):
        return False
    start, end = max(0, block.span.start - _WINDOW), block.span.end + _WINDOW
    places = islice(re.compile(pair).finditer(document.text, start, end), _MOST_PLACES)
    following = [document.text[match.end() : match.end() + 1] for match in places]
    others = {character for character in following if character not in ("\n", "\r", "")}
    return (
        len(others) == 1 and grammar.is_han(rest := others.pop()) and not _begins_below(document, block, rest)
    )


def _begins_below(document: Document, block: Block, rest: str) -> bool:
    """Whether the next line begins with a character: the rest of a word that a line end has cut."""
    if block.index + 1 >= len(document.blocks):
        return False
    return document.text.startswith(rest, document.blocks[block.index + 1].span.start)


def _is_completed(document: Document, block: Block) -> bool:
    """Whether the next line goes on with the words of a heading, as in a text cut by width."""
    if block.index + 1 >= len(document.blocks):
        return False
    after = document.blocks[block.index + 1]
    if after.marker is not None or after.kind is BlockKind.HEADING:
        return after.marker is None
    if after.span.end - after.span.start < _SHORT_REST:
        return True
    cues = seam(document, block, after)
    return cues.head + cues.pair + cues.usage >= 2


def _looks_like_title(block: Block, line: str) -> bool:
    return block.marker is None and not _STOP.search(line) and grammar.ends_like_title(line)


def _goes_on(document: Document, block: Block) -> bool:
    """Whether the next line may hold the rest of a heading: then the break is the defect, not the ending."""
    if block.index + 1 >= len(document.blocks):
        return False
    after = document.blocks[block.index + 1]
    return after.marker is None and grammar.is_prose(document.slice(after.span))


def _found(block: Block, line: str, rules: tuple[Rule, ...]) -> Iterator[Hit]:
    start = block.span.start
    taken: list[Span] = []
    for variant, pattern in rules:
        match = pattern.search(line)
        if match is None:
            continue
        span = Span(start + match.start("at"), start + match.end("at"))
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            yield Hit(span, {"title": line}, variant)
