"""Evidence that one line goes on in the next: what an editor sees at the seam of a broken sentence.

A missing full stop alone says nothing: headings, labels, list items and captions have none. So cues are
counted: how the first line ends, how the second begins, whether the words at the seam are used together
elsewhere in the document, and whether the line is running text in a document that closes its sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpuslint.corpus.document import Block, BlockKind, Document, remembered
from corpuslint.expressions import late
from corpuslint.prose import grammar
from corpuslint.prose.wordedges import begins_in_word, begins_word, ends_word

ENOUGH = 3
"""Cues that make a break: one that leaves no doubt, or several of the others."""

_WINDOW = 50_000  # characters of a stretch; usage is looked up in three of them: bounds the cost of a seam
_BODY = 25  # characters from which a line with punctuation inside is running text
_SHORT_BODY = 12  # characters from which a line that closes one sentence opens another
_SIBLINGS = 4  # lines of running text that show whether a document closes its sentences
_MOST, _ALL = 0.8, 0.95  # shares of closed lines from which an open one stands out
_LAST_SENTENCE = late(r"[^。！？；]*$")
_INNER = late(r"[，。；：,;](?=.)")
# One word and a stop, or the rest of a figure; words that chair a meeting or answer a paper stand alone.
_FRAGMENT = late(
    r"(?![是不好对没])(?!开会|休会|散会|起立|请坐|坐下|奏乐|礼毕|属实|通过|批准|照准|照办|可以|知道|明白|当然|确实|自然|成立)"
    r"(?:[一-鿿]{2}|[多余]?[万亿千百][一-鿿]{1,3})。$"
)
# Characters that are words of their own and come first in some sentences, though seldom: 当, 据 and numerals.
_ALONE = frozenset(
    "当故后到据用辖像请持则与若以距待误附先离又再也还才却谁令余他她它我你您业列验辟患愿想看妻女星犬"
    "甲乙丙丁戊己庚辛壬癸本该此各每某人久正年月日岁上下入京究事责区一二三四五六七八九十百千万亿两"
)
# Characters that never are words of their own: a line that begins with one of them, and not with one of its
# words, begins in mid-word. Verbs that open a heading (织密扎牢社会保障网, 守牢底线) are none of them.
_BOUND = frozenset(
    "业众似例侧俗值偶僚况券势募匿员器坊型域境央媒嫌宪害府庭康廊幅弊式役径徒性惯慧懈括措撒效料施族旨映析械模款歧殊毕"
    "汰浆济源滋率略疗疫盾矫础票禽秩稿究童策箱簿籍素级纲纷绍绩缔署般范蓄衔衡规览誉讯证译询语误谐象质资赁踪辖辆辑辟"
    "革途造逻遣邀酬链锁键障际险项题额馈骤龄顿展置职务"
)
_BEFORE_WORD = frozenset("在对由从向把被为和与的是以及于到了将用按因令")  # after these a word begins
_SAYING = late(
    r"(?:[一-鿿]{4}[，,][一-鿿]{4}|[一-鿿]{5}[，,][一-鿿]{5}|[一-鿿]{7}[，,][一-鿿]{7})[，,。；！]"
)
# Whole words and phrases that begin like the rest of one: 和原子弹相比, 以上的情况说明, 》》点击进入.
_WHOLE = late(
    r"辖区|以上的?(?:情况|内容|问题|意见|几[点个方]|所述|这)|和[^，。；]{1,16}(?:相比|一样|不同|比较|一起|一道)[，,]"
    r"|[》】）]{2,4}[^》】）]"
)
_NAMED_PLACE = late(r".{2,3}[省市区县旗州镇乡村寨街屯岛湖河山]")


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
        max(head(second), _cut_word(document, first, after)),
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
    if _WHOLE.match(line):
        return 0
    if grammar.starts_with_closing_mark(line):
        return 3
    return 2 if grammar.cannot_begin(line) else 0


def is_fragment(line: str) -> bool:
    """Whether a line is the last word of a sentence and its stop, and nothing else."""
    return _FRAGMENT.match(line) is not None and grammar.FAREWELL.match(line) is None


def starts_in_word(document: Document, block: Block, *, is_strict: bool = False) -> bool:
    """Whether a line begins with the rest of a word, and its first two characters begin none here, either.

    `is_strict`: ask of the first character that it never is a word, where no line above speaks for a break.
    """
    line = document.text[block.span.start : min(block.span.end, block.span.start + 20)]
    if not begins_in_word(line) or line[0] in _ALONE or (is_strict and not _is_cut_off(line)):
        return False
    if _NAMED_PLACE.match(line) or _SAYING.match(line):
        return False
    return not _begins_elsewhere(document, block, line[:2])


def _is_cut_off(line: str) -> bool:
    return line[0] in _BOUND or line.startswith("主义")


def _cut_word(document: Document, first: str, after: Block) -> int:
    """Whether a word is cut at a seam: surely where the first line does not end with one, either."""
    if not starts_in_word(document, after):
        return 0
    joined = first[-1] + document.text[after.span.start]
    is_beginning_of_word = all(map(grammar.is_han, first[-2:])) and not ends_word(first[-2:])
    return ENOUGH if is_beginning_of_word or ends_word(joined) else 1


def _begins_elsewhere(document: Document, block: Block, pair: str) -> bool:
    """Whether two characters stand at the beginning of a word in another place near a block."""
    stretch = block.span.start // _WINDOW
    known = _known(document)
    key = ("\n" + pair, stretch)
    if key not in known:
        text, end = document.text, (stretch + 2) * _WINDOW
        found, at = 0, text.find(pair, max(0, stretch - 1) * _WINDOW, end)
        while at >= 0 and found < 2:
            before = text[at - 1 : at] if at else ""
            found += not grammar.is_han(before or " ") or before in _BEFORE_WORD
            at = text.find(pair, at + 1, end)
        known[key] = found > 1  # the block itself is one
    return known[key]


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


@remembered
def closed_share(document: Document) -> float:
    """The share of a document's lines of running text that end with a stop; 0 where too few can tell."""
    running = _running(document)
    if len(running) < _SIBLINGS:
        return 0.0
    closed = sum(grammar.closes(document.slice(block.span)) for block in running)
    # the line that is asked about is one of them and must not speak against itself
    return min(1.0, (closed + 1) / len(running)) if closed < len(running) else 1.0


@remembered
def usual_gap(document: Document) -> int:
    """How many blank lines stand before most lines of running text in a document."""
    gaps = sorted(block.gap for block in _running(document) if block.index)
    return gaps[len(gaps) // 2] if gaps else 0


@remembered
def _running(document: Document) -> tuple[Block, ...]:
    """The lines with punctuation inside that are no headings: they show how a document sets its text."""
    return tuple(
        block
        for block in document.blocks
        if block.kind is not BlockKind.HEADING
        and block.span.end - block.span.start >= _BODY
        and _INNER.search(document.slice(block.span))
    )


@remembered
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
    if found:
        return (0, 2, 3)[found]
    return int(not begins_word(right) and _stands(document, before, left[-1] + right[0]))


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


@remembered
def _known(document: Document) -> dict[tuple[str, int], bool]:
    """What `_stands` has found out about a document."""
    return {}


def _occurs(document: Document, block: Block, pattern: str) -> bool:
    start, end = max(0, block.span.start - _WINDOW), block.span.end + _WINDOW
    return re.compile(pattern).search(document.text, start, end) is not None
