"""A seeded corpus of speeches with copies planted in it, and the measure of what a search finds of them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpuslint.corpus.document import Span
from corpuslint.duplicates.search import FamilyMember, Options, PassageFamily, Source


def _words(text: str) -> list[str]:
    return text.split()


WHO = _words(
    "各乡镇 水务部门 教育系统 卫生院 派出所 村委会 财政局 住建部门 林业站 供销社 文化馆 养老院 "
    "交通部门 应急队伍 包村干部 物业企业"
)
HOW = _words("要尽快 已经 继续 认真 逐项 分批 提前 重点 集中 稳妥 统筹 全面 从严 主动 定期 按月")
DO = _words(
    "完成 启动 检修 改造 排查 清理 培训 扩建 核实 验收 走访 登记 疏浚 更换 修订 公示 加固 推广 整治 筹备"
)
WHICH = _words("老旧 新增 重点 偏远 闲置 沿河 临街 主要 破损 急需 在建 待建 易涝 高龄 留守 困难")
WHAT = _words(
    "泵站 闸门 校舍 堤坝 卫生室 公交站点 供水管线 路灯 集贸市场 危房 档案 台账 果园 冷库 渠道 桥梁 "
    "灌区 林道 厂房 护栏 井盖 苗圃 茶山 水塘 梯田 候车亭 消防栓 晒场 粮库 烟囱"
)
RESULT = _words("效果明显 群众满意 进度正常 尚有差距 还需努力 经验可学 问题不少 基础不牢 后劲较足 有待观察")
COUNTERS = _words("处 座 个 项")
STOCK = [
    "要提高政治站位，强化责任担当，把各项任务落到实处。",
    "以更大的决心、更实的举措推动各项工作再上新台阶。",
    "坚持目标导向、问题导向、结果导向相统一。",
    "一级抓一级，层层抓落实，形成齐抓共管的工作格局。",
]
COMMON = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
)


class Writer:
    """Writes sentences and paragraphs of no meaning; the same seed writes the same."""

    def __init__(self, seed: int, stock: float = 0.15) -> None:
        self.random = random.Random(seed)
        self._stock = stock

    def sentence(self) -> str:
        pick = self.random.choice
        if self.random.random() < self._stock:
            return pick(STOCK)
        clauses = [
            f"{pick(WHO)}{pick(HOW)}{pick(DO)}{pick(WHICH)}{pick(WHAT)}",
            f"{pick(DO)}{pick(WHICH)}{pick(WHAT)}{self.random.randint(2, 900)}{pick(COUNTERS)}",
            f"{pick(WHICH)}{pick(WHAT)}{pick(RESULT)}",
            f"{pick(WHAT)}和{pick(WHAT)}由{pick(WHO)}{pick(HOW)}{pick(DO)}",
        ]
        self.random.shuffle(clauses)
        return "，".join(clauses[: self.random.randint(2, 4)]) + "。"

    def paragraph(self, length: int = 150) -> str:
        text = ""
        while len(text) < length:
            text += self.sentence()
        return text

    def speech(self, paragraphs: int = 8) -> list[str]:
        return [self.paragraph(self.random.randint(60, 240)) for _ in range(paragraphs)]

    def edited(self, text: str, rate: float) -> str:
        """Replace, drop or insert this share of the characters (punctuation and line ends stay)."""
        out = []
        for character in text:
            roll = self.random.random()
            if character in "，。\n" or roll >= rate:
                out.append(character)
            elif roll < rate * 0.6:
                out.append(self.random.choice(COMMON))
            elif roll < rate * 0.8:
                out.append(character + self.random.choice(COMMON))
        return "".join(out)

    def masked(self, text: str) -> str:
        """Figures and the names of who acts, masked."""
        for who in WHO:
            if self.random.random() < 0.5:
                text = text.replace(who, "x" * self.random.randint(1, 3) + who[-2:])
        return "".join("X" if character.isdigit() else character for character in text)

    def rewrapped(self, text: str, width: int = 34) -> str:
        """The text in lines of one length, whatever stands at their ends."""
        joined = text.replace("\n", "")
        return "\n".join(joined[start : start + width] for start in range(0, len(joined), width))


@dataclass
class Corpus:
    """Texts, and pairs of places that hold the same: ((text, span), (text, span), kind of copy)."""

    texts: list[str] = field(default_factory=list)
    planted: list[tuple[tuple[int, Span], tuple[int, Span], str]] = field(default_factory=list)

    def add(self, parts: Sequence[str]) -> list[tuple[int, Span]]:
        """Add a text of one part a line; returns the place of each part."""
        places, offset = [], 0
        for part in parts:
            places.append((len(self.texts), Span(offset, offset + len(part))))
            offset += len(part) + 1
        self.texts.append("\n".join(parts) + "\n")
        return places

    def sources(self, options: Options) -> list[Source]:
        return [Source.of(f"{number:05}.txt", None, text) for number, text in enumerate(self.texts)]


def kinds_of_copy(writer: Writer) -> dict[str, Callable[[str], str]]:
    kinds: dict[str, Callable[[str], str]] = {
        "exact": lambda text: text,
        "masked": writer.masked,
        "masked and edited": lambda text: writer.edited(writer.masked(text), 0.08),
        "re-wrapped": writer.rewrapped,
        "re-wrapped and edited": lambda text: writer.rewrapped(writer.edited(text, 0.05)),
    }
    for percent in (1, 3, 5, 8, 10, 15):
        kinds[f"edited {percent} %"] = lambda text, rate=percent / 100: writer.edited(text, rate)  # type: ignore[misc]
    return kinds


def planted_corpus(seed: int, copies: int = 6, fillers: int = 40) -> Corpus:
    """Passages of one to four paragraphs: copied into other speeches, whole speeches, twice in one text."""
    writer = Writer(seed)
    corpus = Corpus()
    for _ in range(fillers):
        corpus.add(writer.speech())
    for kind, copy in kinds_of_copy(writer).items():
        for number in range(copies):
            passage = "\n".join(writer.paragraph(110) for _ in range(1 + number % 4))
            if number % 3 == 2:  # twice in one text
                places = corpus.add(
                    [*writer.speech(2), passage, *writer.speech(2), copy(passage), writer.paragraph()]
                )
                corpus.planted.append((places[2], places[5], kind))
                continue
            around = 0 if number % 3 == 1 else 3  # the original is a whole text, or stands in one
            original = corpus.add([*writer.speech(around), passage, *writer.speech(around)])[around]
            pasted = corpus.add([*writer.speech(2), copy(passage), *writer.speech(3)])[2]
            corpus.planted.append((original, pasted, kind))
    return corpus


def recalled(corpus: Corpus, families: Sequence[PassageFamily], share: float = 0.8) -> list[tuple[str, bool]]:
    """For each planted pair its kind, and whether one family covers this share of it on both sides."""
    return [
        (kind, any(_covers(family, first, share) and _covers(family, second, share) for family in families))
        for first, second, kind in corpus.planted
    ]


def true_families(corpus: Corpus, families: Sequence[PassageFamily]) -> list[bool]:
    """For each family whether two of its members lie by half or more within planted places.

    Stock sentences that chance put side by side twice are repeats too, and are left out of the count.
    """
    places: dict[int, list[Span]] = defaultdict(list)
    for first, second, _ in corpus.planted:
        places[first[0]].append(first[1])
        places[second[0]].append(second[1])
    return [
        sum(_is_planted(member, places[member.source]) for member in family.members) >= 2
        for family in families
        if not any(_is_stock(corpus.texts[member.source][slice(*member.span)]) for member in family.members)
    ]


def _is_planted(member: FamilyMember, places: Sequence[Span]) -> bool:
    return any(2 * _shared(member.span, place) >= member.span.end - member.span.start for place in places)


def _is_stock(text: str) -> bool:
    """Whether there is nothing in a text but stock sentences and the beginning or end of another one."""
    for sentence in STOCK:
        text = text.replace(sentence, "")
    return len(text) <= 30


def _covers(family: PassageFamily, place: tuple[int, Span], share: float) -> bool:
    text, span = place
    covered = sum(_shared(member.span, span) for member in family.members if member.source == text)
    return covered >= share * (span.end - span.start)


def _shared(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.start, second.start))
