"""Where one document ends and the next begins: titles, salutations and piece marks of a compilation."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from corpuslint.corpus.blocks import Block, BlockKind
from corpuslint.expressions import late

_TITLE_WORDS = (
    "讲话稿?|致辞|发言稿?|演讲稿?|讲稿|工作报告|述职报告|调研报告|汇报(?:材料|提纲)?|总结|范文|主持词"
    "|心得体会|倡议书"
)
_PLAN_WORDS = "报告|方案|计划|要点|纪要|意见|简报|材料|通知"
_SUFFIX = (
    r"(?:精神|要点|提纲|材料|年|集合|全文|摘要|实录)?[ 　]?(?:[(（【\[][^()（）【】\[\]]{1,16}[)）】\]])?"
)
TITLE = late(rf".{{0,46}}(?:{_TITLE_WORDS}){_SUFFIX}$")
PLAN_TITLE = late(rf".{{2,46}}(?:{_PLAN_WORDS}){_SUFFIX}$")
SALUTATION = late(
    r"(?:尊敬的|亲爱的)?(?:各位|同志们|同志|朋友们|女士们|代表们|委员们|老师们|同学们|乡亲们)[^。；;]{0,40}[：:]$"
)
_PIECE_NUMBER = "[一二三四五六七八九十0-9０-９]{1,3}"
PIECE_MARK = late(rf"【?[ 　]?(?:(?:篇|范文){_PIECE_NUMBER}|第{_PIECE_NUMBER}篇)】?(?:[：:、 　]|$)|【篇")
CLOSING = late(
    r"谢谢(?:大家|各位|！|!)?|(?:同志们|各位代表|各位委员|朋友们)[，,：:！!].{0,400}[！!。]$|我的(?:讲话|发言|报告)完了|此致"
)
BYLINE = late(
    r"(?:时间|日期|作者|来源|编辑|发布者?|更新时间|责任编辑|文章来源|浏览次数|报告人|主讲人)[:：]"
    r"|(?:下面是|以下是|以上是|以上就是)[^。]{0,30}(?:整理|小编|供大家|参考)"
)
SITE_LINKS = late(  # a line of a web page that names other texts
    r"【?(?:标签|关键词|相关|热门|推荐|更多|上一篇|下一篇|栏目|分类|当前位置|您的位置|首页|导航|猜[你您]喜欢"
    r"|延伸阅读|拓展阅读|小编(?:推荐|精选|整理)|(?:编辑|精彩|精选|站长)推荐|最新(?:文章|推荐|发布)|[你您]可能)"
    r"|(?:[^\s]{2,16}[ \u3000]{1,4}[|｜]?[ \u3000]{0,4}){3,8}[^\s]{2,16}$"
)
NEWS = late(
    r"[^。]{0,36}?[0-9０-９xX一二三四五六七八九十]{1,3}月[0-9０-９xX一二三四五六七八九十]{1,3}日(?:上午|下午|晚上?)?[，,]"
    r"[^。]{0,70}(?:召开|举行|举办)"
)
NEWS_BODY = late(r"(?:会上|会议[由指强要认传听]|大会)[^。]{0,200}")
LAST_WORD = late(r"谢谢|让我们|奋斗|贡献|前进|新局面|新篇章|辉煌|胜利|新成绩|完了")
_SHORTEST_PART = 4  # blocks
_SHORTEST_OPENING = 40  # characters
_LONGEST_SALUTATION = 48
_LONGEST_CLOSING = 600
_TITLE_LINES = 3


class PartStart(NamedTuple):
    """Where a part begins and the blocks of its title (none where the title is missing)."""

    start: int
    title: tuple[Block, ...]


def part_starts(text: str, blocks: tuple[Block, ...]) -> tuple[PartStart, ...]:
    """The beginnings of the documents in a file, the first at block 0."""
    if not blocks:
        return ()
    titled = [start for start in _titled_starts(text, blocks) if start.start > 0]
    first = PartStart(0, _title_at(text, blocks, 0))
    if not titled:
        return (first,)
    starts = {start.start: start for start in (first, *titled)}
    if len(titled) + bool(first.title) >= 2:
        for index in _headless_starts(text, blocks, starts):
            starts.setdefault(index, PartStart(index, ()))
    return tuple(starts[index] for index in sorted(starts))


def is_salutation(text: str, block: Block) -> bool:
    """Whether a block only addresses the audience, as 同志们： and 各位领导： do."""
    start, end = block.span
    return end - start <= _LONGEST_SALUTATION and SALUTATION.match(text, start, end) is not None


def is_closing(text: str, block: Block) -> bool:
    """Whether a block ends a speech: 谢谢大家 or a last appeal to the audience."""
    start, end = block.span
    return end - start <= _LONGEST_CLOSING and CLOSING.match(text, start, end) is not None


def is_byline(text: str, block: Block) -> bool:
    """Whether a block tells of the publication, not of the subject."""
    return BYLINE.match(text, block.span.start, block.span.end) is not None


def _titled_starts(text: str, blocks: tuple[Block, ...]) -> list[PartStart]:
    found: list[PartStart] = []
    index = 0
    while index < len(blocks):
        title = _title_at(text, blocks, index) if _may_open(text, blocks, index) else ()
        if title and _opens_document(text, blocks, index, title):
            found.append(PartStart(index, title))
            index = title[-1].index
        index += 1
    return found


def _may_open(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    block = blocks[index]
    if block.kind is BlockKind.HEADING and block.marker is None:
        return True
    return PIECE_MARK.match(text, block.span.start, block.span.end) is not None


def _title_at(text: str, blocks: tuple[Block, ...], index: int) -> tuple[Block, ...]:
    """The lines of the title that begins at a block: up to three headings, the last of them like a title."""
    lines: list[Block] = []
    for block in blocks[index : index + _TITLE_LINES]:
        if PIECE_MARK.match(text, block.span.start, block.span.end) and not lines:
            lines.append(block)
            continue
        if block.kind is not BlockKind.HEADING or block.marker is not None or _links(text, block):
            break
        lines.append(block)
        if _is_title(text, block):
            return tuple(lines)
    return tuple(lines[:1]) if lines and PIECE_MARK.match(text, *lines[0].span) else ()


def _links(text: str, block: Block) -> bool:
    return block.index > 0 and SITE_LINKS.match(text, *block.span) is not None


def _is_title(text: str, block: Block) -> bool:
    start, end = block.span
    return TITLE.match(text, start, end) is not None or PLAN_TITLE.match(text, start, end) is not None


def _opens_document(text: str, blocks: tuple[Block, ...], index: int, title: tuple[Block, ...]) -> bool:
    """Whether a title stands over a document of its own, not over a section."""
    first = title[0]
    if PIECE_MARK.match(text, first.span.start, first.span.end):
        return True
    last = title[-1]
    following = blocks[last.index + 1 : last.index + 4]
    if any(is_salutation(text, block) or is_byline(text, block) for block in following):
        return True
    if TITLE.match(text, last.span.start, last.span.end) is None:
        return index > 0 and is_closing(text, blocks[index - 1])
    is_speech = re.search(r"上的?讲话|致辞|发言|演讲|范文", text[first.span.start : last.span.end])
    return index == 0 or is_speech is not None or is_closing(text, blocks[index - 1])


def _headless_starts(text: str, blocks: tuple[Block, ...], starts: dict[int, PartStart]) -> list[int]:
    """Beginnings with no title: a salutation, the opening of a news item, text after a speech has ended."""
    found: list[int] = []
    begun = 0
    after = {start.start: start.start + max(1, len(start.title)) for start in starts.values()}
    bounds = [*sorted(starts), len(blocks)]
    for block in blocks:
        if block.index in starts:
            begun = after[block.index]
        elif block.index - begun >= _SHORTEST_PART and _begins_headless(text, blocks, block, bounds):
            found.append(block.index)
            begun = block.index
    return found


def _begins_headless(text: str, blocks: tuple[Block, ...], block: Block, bounds: list[int]) -> bool:
    if block.marker is not None or block.kind is BlockKind.HEADING:
        return False
    return (
        is_salutation(text, block)
        or _opens_news(text, blocks, block)
        or _follows_the_end(text, blocks, block, bounds)
    )


def _opens_news(text: str, blocks: tuple[Block, ...], block: Block) -> bool:
    """Whether a block tells that a meeting was held, and the next ones what was said there."""
    if NEWS.match(text, block.span.start, block.span.end) is None:
        return False
    following = blocks[block.index + 1 : block.index + 4]
    return any(NEWS_BODY.match(text, other.span.start, other.span.end) for other in following)


def _follows_the_end(text: str, blocks: tuple[Block, ...], block: Block, bounds: list[int]) -> bool:
    """Whether a speech has ended right before a block, and nothing after it ends a speech again."""
    before = blocks[block.index - 1]
    if not _is_last_word(text, before) or block.span.end - block.span.start < _SHORTEST_OPENING:
        return False
    end = bounds[bisect_right(bounds, block.index)]
    rest = blocks[block.index : end]
    return len(rest) >= _SHORTEST_PART and not any(is_closing(text, other) for other in rest)


def _is_last_word(text: str, block: Block) -> bool:
    return (
        is_closing(text, block)
        and LAST_WORD.search(text, max(block.span.start, block.span.end - 90), block.span.end) is not None
    )
