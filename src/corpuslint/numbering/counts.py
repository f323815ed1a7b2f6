"""Declared counts: 讲四个方面 and three follow, 三点意见 and none is numbered, “四个实”： and nothing.

Only what looks forward declares: a verb of telling or doing before the number, a stop or a colon after it,
the list right behind. Names of sets (八项规定) and what looks back (上述三个方面) declare nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.markers import MarkerFamily, read_marker
from corpuslint.numbering.fused import fused_markers
from corpuslint.numbering.inline import Word, chains_of
from corpuslint.numbering.lookalikes import likenesses
from corpuslint.numbering.promises import broken_promises
from corpuslint.numerals import ARABIC_DIGITS, CHINESE_NUMERALS, arabic_value, chinese_value
from corpuslint.outline import Part
from corpuslint.outline.nesting import RANKS
from corpuslint.outline.parts import is_closing

_NUMBER = "两|[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}"
_NOUNS = (
    "方面|问题|意见|要求|建议|任务|工作|重点|原则|措施|内容|环节|关系|目标|特点|经验|体会|希望|领域|条件|步骤|"
    "看法|想法|情况|突破|转变|提升|到位|结合|确保|着力|亮点|成效|不足|事项|举措|关键"
)
# The same, beginning with one character, so that a search skips all others.
_NUMBER_AT_ONCE = (
    "[两一二三四五六七八九十0-9０-９]"
    "(?:(?<=两)|(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2}|(?<=[0-9０-９])[0-9０-９]?)"
)
_DECLARATION = late(
    rf"(?P<at>(?P<number>{_NUMBER_AT_ONCE})(?:个|大|点|条|项|件|方面)大?(?:{_NOUNS})?[^，。；;：:、！？!?“”（）()\r\n]{{0,12}})"
    r"(?P<stop>[：:。])"
)
_NAMED = late(rf"“(?P<at>(?P<number>{_NUMBER})(?:个|大|项)[^“”]{{1,6}})”(?P<stop>[：:])$")
_NAMED_TAIL = 24
_TELLING = late("(?:[我再]|下面|最后)[^。，]{0,4}(?:讲|谈|强调|提出?|说)(?:以下|如下)?$")
_TELLING_REACH = 14  # characters before a number in which a speaker says that he comes to his points
_ANNEX = late("附[件表录：:]|附注")
_DATE = late("[0-9０-９〇○零一二三四五六七八九]{4}年[^。，]{1,4}月[^。，]{1,4}日$")
_HAS_NOUN = late(rf"{_NOUNS}|^.{{1,3}}点")
_FORWARD = late(
    "以下|如下|下列|下面|讲|谈|说|强调|提|汇报|部署|做好|做到|抓|突出|把握|实现|围绕|从|分|有|存在|体现在|表现在"
    "|注意|处理好|坚持|遵循|落实好|完成|实施|开展|推进|搞好|解决|明确"
)
_BACKWARD = late(
    "上述|以上|前述|上面|[这那该前第其]$|[这那该前](?:些|几)$|其中$|另外$|其[他它]$|同样$|共$|方面的$"
)
# 从生产和流通两方面着手: the number sums up what stands before it
_SUMMED_UP = late("[从在对就][^，。]{1,30}[和与及、](?P<last>[^，。和与及、]{2,10})$")
_VERBS = frozenset("做抓讲谈提实围突把坚注处落强搞解明有存办")
_NOT_A_LIST = late(r"(?:个|项)?(?:工作日|月|小时|百分点|乡镇|县|市|省|区|村|单位|部门|人)")
_OTHER_NUMBER = late(rf"(?:{_NUMBER})(?:个|项|条|点|件|大)")
_LIST_BELOW = late(r"[ \t\u3000\r\n]{1,40}(?:[（(]?[一1１][）)、.．]|一[是要]|第一[，、])")
_CLAUSE_ENDS = "，。；;：:！？!?\n"
_CLAUSE_LIMIT = 30
_NO_NUMBER_BEFORE = frozenset(CHINESE_NUMERALS + ARABIC_DIGITS + ".．万第—-~～、至到")
_NEAR = 3  # characters between the declaration and a list in the same line
_MOST = 20
_MOST_GREAT = 10  # 十大工程 announces ten; 十八大, 二十大 are congresses


class _Declaration(NamedTuple):
    """A declared number: where it stands, its value, whether a colon follows, where the text goes on."""

    span: Span
    number: int
    has_colon: bool
    after: int


def count_defects(document: Document) -> Iterator[Hit]:
    """Declared numbers that the list behind them does not keep."""
    parts = document.outline.parts
    for part, chains, promise in zip(parts, chains_of(document), broken_promises(document), strict=True):
        promised = promise.block.index if promise is not None and promise.number > 1 else None
        lengths = _list_lengths(document, part, chains)
        for block in document.blocks[part.start : part.end]:
            if block.index != promised:
                yield from _judge_block(document, part, block, lengths)
        if promise is not None and promised is not None:
            yield Hit(promise.span, {"declared": promise.number}, variant="unnumbered")


def _list_lengths(document: Document, part: Part, chains: Sequence[tuple[Word, ...]]) -> dict[int, int]:
    """How far each list runs, by the offset of its first marker; numbers in mid-line count as well."""
    lengths: dict[int, int] = {}
    firsts: dict[int, int] = {}
    list_of: dict[int, int] = {}
    for step in part.steps:
        marker = part.items[step.item].marker
        first = firsts.setdefault(step.list, marker.span.start)
        list_of[marker.span.start] = first
        lengths[first] = max(lengths.get(first, 0), marker.value)
    hidden = [(found.value, sample) for found, sample in likenesses(document)]
    hidden += [(fused.value, fused.sibling.marker) for fused in fused_markers(document)]
    for value, sample in hidden:
        if sample.span.start in list_of:
            first = list_of[sample.span.start]
            lengths[first] = max(lengths[first], value)
    for chain in chains:
        lengths[chain[0].marker.span.start] = max(word.marker.value for word in chain)
    return lengths


def _judge_block(document: Document, part: Part, block: Block, lengths: Mapping[int, int]) -> Iterator[Hit]:
    if block.kind is BlockKind.HEADING:
        return
    for declaration in _declarations(document.text, block):
        if declaration.after < block.span.end:
            first = _inline_list(document.text, declaration.after, block.span.end)
            if first is not None:
                yield from _compare(declaration, first, lengths)
        else:
            yield from _judge_last(document, part, block, declaration, lengths)


def _judge_last(
    document: Document, part: Part, block: Block, declaration: _Declaration, lengths: Mapping[int, int]
) -> Iterator[Hit]:
    """A declaration that ends its block, against what the next block begins."""
    following = document.blocks[block.index + 1] if block.index + 1 < part.end else None
    if following is None or _closes(block, following) or _ends_text(document, following):
        if declaration.has_colon or _is_told(document.text, declaration):
            yield Hit(declaration.span, {"declared": declaration.number}, variant="nothing")
    elif following.marker is not None and following.marker.value == 1:
        yield from _compare(declaration, following.marker.span.start, lengths)


def _is_told(text: str, declaration: _Declaration) -> bool:
    """Whether a speaker says that he comes to his points now, as in 最后，我再讲三点意见."""
    start = declaration.span.start
    return _TELLING.search(text, max(0, start - _TELLING_REACH), start) is not None


def _ends_text(document: Document, block: Block) -> bool:
    """Whether a block is no point: last words, an annex, a later ordinal, a signature over its date."""
    if block.marker is not None:
        return block.marker.family is MarkerFamily.ORDINAL and block.marker.value > 1
    if is_closing(document.text, block) or _ANNEX.match(document.text, *block.span):
        return True
    after = document.blocks[block.index + 1 : block.index + 2]
    return any(_DATE.match(document.text, *other.span) for other in after)


def _declarations(text: str, block: Block) -> Iterator[_Declaration]:
    start, end = block.body
    for match in _DECLARATION.finditer(text, start, end):
        if _is_forward(text, start, match, is_followed=_is_followed(text, match, end)):
            yield from _made(match)
    named = _NAMED.search(text, max(start, end - _NAMED_TAIL), end)
    if named is not None:
        yield from _made(named)


def _made(match: re.Match[str]) -> Iterator[_Declaration]:
    written = match["number"]
    if written == "两":
        value: int | None = 2
    else:
        value = arabic_value(written) if written.isdigit() else chinese_value(written)
    is_congress = value is not None and value > _MOST_GREAT and match["at"][len(written) :].startswith("大")
    if value is not None and 2 <= value <= _MOST and not is_congress:
        yield _Declaration(Span(*match.span("at")), value, match["stop"] in "：:", match.end())


def _is_followed(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the colon after a number opens a list, in the same line or in the next."""
    if match["stop"] == "。":
        return False
    if match.end() < end:
        return _inline_list(text, match.end(), end) is not None
    return _LIST_BELOW.match(text, end) is not None


def _is_forward(text: str, start: int, match: re.Match[str], *, is_followed: bool) -> bool:
    """Whether a number announces what comes, and is the only one in its clause.

    A list right behind a colon shows it; else a noun that lists are called by and a verb of telling must.
    """
    declared = match["at"]
    number = len(match["number"])
    if _OTHER_NUMBER.search(declared, number) or _NOT_A_LIST.match(declared, number):
        return False
    if not is_followed and _HAS_NOUN.search(declared) is None:
        return False
    before = text[max(start, match.start() - _CLAUSE_LIMIT) : match.start()]
    clause = before[max(before.rfind(mark) for mark in _CLAUSE_ENDS) + 1 :]
    if clause[-1:] in _NO_NUMBER_BEFORE or clause.count("“") > clause.count("”"):
        return False
    if _BACKWARD.search(clause) or _OTHER_NUMBER.search(clause) or _sums_up(clause, declared[number:]):
        return False
    return is_followed or _FORWARD.search(clause) is not None


def _sums_up(clause: str, unit: str) -> bool:
    """Whether 两方面 or 两个方面 is in apposition to what its clause has listed."""
    if not unit.startswith(("方面", "个方面")):
        return False
    listed = _SUMMED_UP.search(clause)
    return listed is not None and _VERBS.isdisjoint(listed["last"])


def _inline_list(text: str, start: int, end: int) -> int | None:
    """Where a list begins right behind a declaration in the same line."""
    for at in range(start, min(end, start + _NEAR)):
        marker = read_marker(text, Span(at, end))
        if marker is not None:
            return at if marker.value == 1 else None
    return None


def _closes(block: Block, following: Block) -> bool:
    """Whether a heading ends the section a block stands in."""
    if following.kind is not BlockKind.HEADING or following.marker is None or following.marker.value == 1:
        return False
    return block.marker is None or RANKS[following.marker.family] <= RANKS[block.marker.family]


def _compare(declaration: _Declaration, first: int, lengths: Mapping[int, int]) -> Iterator[Hit]:
    counted = lengths.get(first, 1)
    if counted not in (1, declaration.number):
        values: dict[str, str | int] = {"declared": declaration.number, "counted": counted}
        yield Hit(declaration.span, values, related=(Place(Span(first, first + 1), "list"),))
