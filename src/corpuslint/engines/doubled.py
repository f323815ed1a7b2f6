"""Words written twice: 完成完成, 的的, 工作会会议, 加强加党的建设.

Chinese doubles characters on purpose (人人, 牢牢, 踏踏实实), and a character meets itself where two words
touch (发展|展示, 大病|病人): 1,400 times in a million characters of clean official text. So a doubled
character counts only where no boundary can explain it: at the edge of a clause, in a function word that never
doubles, or where the same document has the same words with the character once. Longer repetitions explain
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit

_HAN = "\u4e00-\u9fff"
_REPEATED = late(rf"([{_HAN}]{{2,16}}?)\1")
_CHARACTER = late(r"(.)\1")
_SHADOW = late(rf"(?:([{_HAN}])\1(?!\1)){{4,200}}")
_STUTTER = late(r"(.)(?=(.)\1(..))")
_LEAST_SHADOW = 8  # characters of shadowed lettering
_STRETCH = 50_000  # characters; a document is asked how it writes within the stretch and its neighbours
_NUMERALS = "一二三四五六七八九十百千万亿零〇○两几数半第每年月日"

# Characters that double as words of their own, or in four-character words of the pattern AABB, ABB or AAB.
_REDUPLICATED = frozenset(
    "常往渐缓徐慢快好大小高低远近深浅轻重紧牢稳细微略仅刚恰偏统处层条样件人家户代世年岁月日天夜时刻分秒个些种"
    "点滴步句字声色形桩次回遍场队群事物面方头口心眼手爸妈爷奶哥弟姐妹叔伯舅婶娘太公宝星想看听说谈走试问聊讲读写"
    "学练算转跑停歇等哈呵嘿嘻呜哇哗嗡隆轰烈勃蓬洋欣蒸兢业勤恳踏扎实切老诚认真干净明白清楚整齐平安稳当妥甜蜜热闹"
    "腾红火滔茫苍沉默悄静偷暗滚茵漫悠久绵耿赫炯翩彬济堂皇凛冉袅盈洒落寥区昏楚源频屡纷比皆斤啧窃咄念慎惴芸碌庸循"
    "谆孜津脉冲汹涓潺谦依恋殷拳岌惶奄泛夸侃喋絮唠叨哼叽咕嘟哒叮咚潇沸扬密麻堆排座栋片块朵颗粒股阵道批项级校"
    "多少长短圆胖瘦黑绿蓝黄亮光空满全原本早晚各生死进出来去上下里外南北东西吞吐反复断续浩荡恍惚婆妈迷糊祖辈"
    "累谢框行头太嫂婶姑公婆舅爱团拳粼靡诺芊泱熙攘隐渺娓绰楞傻慌忙急匆万千百七八九五三零〇○一二四六十曾弯笑瞧摸歌舞颤寒赳雄气昂"
    "环狠节浓熊单娃哄甸滋忡朗融淡暖莽巍峨昭铮铿闪喜欢鼓敲忽苦辣怯祟翼战瑟缕丝幕垛捆袋箱杯碗篇章页班组课季期笔款关链"
    "趟招针笨乖嫩肥硬软脆酸甘涩冰鲜翠郁葱茸毛绒喳咯呱啦啪砰啷铃铛猩蛐蝈馍窝兜井交波某"
    "栩佼迟丰巴夭洗稍溜历凄哀皑奕熠孑跃灼遥眈睽嗷喁陶扫刷擦帮晶瑟缠碌殷惺讷圈花息"
)
# One-character words, mostly of administration and law, that stand beside words they are part of (市|市容).
_ALONE = frozenset(
    "市国省县镇乡村区州院厂部法证业建水电气路桥河湖港站库林田地车船机社党军中高病罪税品钉岛闸泉校有供账"
)

# Function words that never double, and what stands before or after the pair when it is no doubling (目的|的).
_FUNCTION = {
    "的": ("目标有是", ""),
    "了": ("为完甚", "解结然望却事无之"),
    "在": ("实现存所自内外", "于场校职线岗建编押位座"),
    "和": ("共温总缓饱调", "平谐睦解气约蔼"),
    "与": ("参给赋授", "会其"),
    "及": ("以涉普触顾危提波", "时格早第"),
    "是": ("还就但于可要只若都凡总求", "非否"),
    "对": ("针相反面应核校", "方外内口照象待策比手症面"),
    "被": ("", "动告子"),
    "将": ("", "军士来要近"),
    "也": ("", ""),
    "都": ("成首京古帝全", "市"),
    "就": ("成", "业近地此是读职餐医诊算任座"),
    "为": ("行作成认因以较更最极颇人", "了期主人何民首止"),
    "从": ("服", "事业来而严此重"),
    "以": ("可所加予得难足", "及下上内外后前往来便至免致"),
    "向": ("方倾导走流意面取", "上前来导"),
    "由": ("自理事经缘", "于此来"),
    "于": ("", "都洪田是"),
    "要": ("主需重必只摘概纪", "求素点件闻义"),
    "把": ("一", "握关手控"),
    "我": ("自", "国省市县们"),
    "们": ("", ""),
    "这": ("", "些样种个"),
    "已": ("而", "经"),
    "更": ("变", "新改加换"),
}
# Verbs that are begun again by a slip (提高提到), each with what makes another word of its first character.
_BEGUN = {
    "完成": "善整美毕工备全好税",
    "提高": "升供出倡请交名醒议取炼前问速级拔货案款质携振档效",
    "加强": "快大入以工之上油密固速急码班减价重深热盟剧装压",
    "推进": "动行广出荐介销选迟举崇翻算优敲",
    "落实": "地后细户到入下差脚座成幕伍小款叶在",
    "保障": "护证持险留存密安健驾税洁育姆温供稳障畅平民",
    "开展": "放发始会通工设拓辟业幕学创启车支头篇局源好",
    "实施": "际现行验事体力践质名用干效地实惠招时效",
    "推动": "进行广出荐介销选迟举崇翻算优",
    "建设": "立筑成议造制好档国党言功章账房强构库团",
    "组织": "成建合长团委内员阁",
    "强化": "调大度势力制弱国农工化",
    "深化": "入度圳厚刻耕层受",
    "促进": "使成销就",
    "确保": "定立实认切",
    "抓好": "住实紧手牢细获捕党项落",
}
_BEGUN_AGAIN = late("|".join(f"{verb}(?={verb[0]})" for verb in _BEGUN))
# After these a new word begins, so that what doubles next to them has no boundary to explain it; with the
# characters that make one word with them (和平, 及时).
_BEFORE = {"的": "", "和": "国平谐解睦约蔼", "及": "时格早第", "或": "者许", "而": "且后今已立", "也": "许"}
_AFTER = frozenset("的了和")
# Verbs that double for a short or tentative action, and adjectives of the pattern ABAB.
_TENTATIVE = frozenset(
    re.findall(
        "..",
        "研究讨论商量考虑学习休息打听了解琢磨思考体会收拾锻炼放松高兴热闹凉快雪白笔直"
        "大片成片如何怎样这样那样非常特别永远十分",
    )
)
# 更多更好, 越来越大, 有说有笑: the first character of these patterns is meant to come back.
_PATTERN_WORDS = "的更越又再边不没有无可自各能会要"
# Verbs that do so at the end of a clause only: 好好辩论辩论。 but 检查检查工作 is a slip.
_TENTATIVE_LAST = frozenset(
    re.findall(
        "..",
        "教育帮助辩论领导计划检查推动批评宣传交流沟通参观调查总结分析比较照顾关心支持鼓励指导介绍回忆议论活动整理加强",
    )
)
_NO_WORD = frozenset(_NUMERALS + "的了不没得很更越是")
_PHRASE_HEADS = "的有等"  # 的基金|的基金份额, 国有土地|有土地使用权: two phrases that begin alike
_NO_STUTTER = frozenset(_PATTERN_WORDS + _NUMERALS)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose."""


class _Usage:
    """How often a document writes something, near a place: bounded in cost whatever the document's length."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts: dict[tuple[str, int], int] = {}

    def count(self, words: str, offset: int) -> int:
        """Occurrences of `words` in the stretch an offset stands in and the two beside it."""
        stretch = offset // _STRETCH
        key = (words, stretch)
        if key not in self._counts:
            start, end = max(0, stretch - 1) * _STRETCH, (stretch + 2) * _STRETCH
            self._counts[key] = self.text.count(words, start, end)
        return self._counts[key]


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each doubling once, the longest first."""
    usage = _Usage(document.text)
    taken: set[int] = set()
    for find, variant in (
        (_shadows, "shadow"),
        (_repeated, "word"),
        (_characters, "character"),
        (_stutters, "stutter"),
        (_begun_again, "stutter"),
    ):
        for span, stray in find(usage):
            if taken.isdisjoint(range(*span)):
                taken.update(range(*span))
                yield Hit(
                    span, {"word": usage.text[stray.start : stray.end]}, variant, edits=(Edit(*stray, ""),)
                )


def _shadows(usage: _Usage) -> Iterator[tuple[Span, Span]]:
    """Every character twice, as in shadowed lettering copied from slides: 周周劲劲松松."""
    starts = [match.start() for match in _CHARACTER.finditer(usage.text)]
    if not any(fourth - first < _LEAST_SHADOW for first, fourth in zip(starts, starts[3:], strict=False)):
        return
    for match in _SHADOW.finditer(usage.text):
        yield Span(*match.span()), Span(match.start(), match.start() + 1)


def _repeated(usage: _Usage) -> Iterator[tuple[Span, Span]]:
    """Two or more characters twice, unless meant (一个一个) or of words that touch (企业|创业|创新)."""
    for match in _REPEATED.finditer(usage.text):
        is_meant = match[1][0] in _NUMERALS + _PHRASE_HEADS or len(set(match[1])) == 1
        if is_meant or _is_met(usage, match):
            continue
        if len(match[1]) > 2 or _is_word(usage, match):
            yield Span(*match.span()), Span(match.end(1), match.end())


def _is_met(usage: _Usage, match: re.Match[str]) -> bool:
    """Whether two words that share characters stand side by side: 委员会|委员, 集装箱|装箱, 政府|政府采购."""
    start, word = match.start(), match[1]
    usual = usage.count(word, start)
    if any(usage.count(word[cut:] + word[:cut], start) >= usual for cut in range(1, len(word))):
        return len(word) > 2
    longer = usage.count(usage.text[max(0, start - 1) : start] + word, start)
    beside = usage.count(word + usage.text[match.end() : match.end() + 1], start)
    is_part = any(found > 1 and 2 * found >= usual for found in (longer, beside))
    return is_part or usage.count(usage.text[max(0, start - 1) : match.end()], start) > 2


def _is_word(usage: _Usage, match: re.Match[str]) -> bool:
    """Whether the two characters are a word here, and not the end of one and the beginning of the next."""
    text, word = usage.text, match[1]
    if word in _TENTATIVE or not _NO_WORD.isdisjoint(word):
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if after in ("再", "长") or (word in _TENTATIVE_LAST and not _is_han(after)):
        return False
    is_usual = usage.count(word[1] + word[0], match.start()) < usage.count(word, match.start())
    return is_usual or not _is_han(before) or not _is_han(after)


def _characters(usage: _Usage) -> Iterator[tuple[Span, Span]]:
    for match in _CHARACTER.finditer(usage.text):
        start, end = match.span()
        if _is_han(match[1]) and _is_doubled(usage, match[1], start, end):
            yield Span(start, end), Span(end - 1, end)


def _is_doubled(usage: _Usage, character: str, start: int, end: int) -> bool:
    text = usage.text
    if _is_pair(text[max(0, start - 2) : start]) or _is_pair(text[end : end + 2]):  # 从从容容
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if character in _FUNCTION:
        return _is_doubled_function(character, before, after)
    if character in _REDUPLICATED:
        return False
    if character in _ALONE:
        return False
    return _is_at_edge(character, before, after) or _is_single_elsewhere(usage, character, start, end)


def _is_pair(characters: str) -> bool:
    return len(characters) == 2 and characters[0] == characters[1] and _is_han(characters[0])


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_doubled_function(character: str, before: str, after: str) -> bool:
    if character not in _FUNCTION or not (_is_han(before) or _is_han(after)):
        return False
    not_before, not_after = _FUNCTION[character]
    return not (before and before in not_before) and not (after and after in not_after)


def _is_at_edge(character: str, before: str, after: str) -> bool:
    """Whether the pair stands where no other word can end before it, or none begin after it."""
    if before in _BEFORE and character not in _BEFORE[before]:
        return _is_han(after)
    if not _is_han(before):
        return before != "" and not before.isalnum() and _is_han(after)
    return after in _AFTER or (after != "" and not _is_han(after) and not after.isalnum())


def _is_single_elsewhere(usage: _Usage, character: str, start: int, end: int) -> bool:
    """Whether the document has the same words with the character once, and this doubling nowhere else."""
    text = usage.text
    left, right = text[max(0, start - 2) : start], text[end : end + 1]
    if len(left + right) < 3 or not all(map(_is_han, left + right)):
        return False
    if usage.count(text[start - 1 : end], start) != 1:
        return False
    return usage.count(left + character + right, start) >= usage.count(text[start : end + 1], start)


def _stutters(usage: _Usage) -> Iterator[tuple[Span, Span]]:
    """A word begun again after itself: 加强加党的 where the document has 加强党的 and never 加党."""
    for match in _STUTTER.finditer(usage.text):
        first, second, rest = match.groups()
        if first == second or {first, second} & _NO_STUTTER or not all(map(_is_han, first + second + rest)):
            continue
        start = match.start()
        is_known = usage.count(first + second + rest, start) > 0
        if is_known and usage.count(second + first, start) == usage.count(first + rest[0], start) == 1:
            yield Span(start, start + 3), Span(start + 2, start + 3)


def _begun_again(usage: _Usage) -> Iterator[tuple[Span, Span]]:
    """A common verb begun again where no word begins like that: 提高提到3000元."""
    for match in _BEGUN_AGAIN.finditer(usage.text):
        end = match.end()
        if usage.text[end + 1 : end + 2] not in (*_BEGUN[match[0]], match[0][1], "（", "("):
            yield Span(match.start(), end + 1), Span(end, end + 1)
