"""The genre of a text by its content: court document, law, template, or speech where nothing says otherwise.

A path can settle the genre in the configuration; this is what is asked where it does not. Each genre is told
by cues of its own, and the judgement carries them as reasons. A template is a text whose masks are
consistent: many kinds of value are masked and none of those kinds is ever filled in. A speech with some of
its figures masked is no template, whatever their number: there each mask is a defect, worth a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpuslint.corpus.document import Span
from corpuslint.expressions import late


class Genre(StrEnum):
    """What kind of text it is; checks set their severities by it."""

    SPEECH = "speech"
    LAW = "law"
    COURT = "court"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A genre and the cues it was told by; for a template also the number of its masks and the first."""

    genre: Genre
    reasons: tuple[str, ...] = ()
    masks: int = 0
    first: Span | None = None


_ARTICLE = late(
    r"^[ \t　*#]{0,8}第[一二三四五六七八九十百千零〇]{1,7}条(?:之[一二三四五六七八九十])?[ \t　]",
    re.MULTILINE,
)
_ARTICLES = 5  # a speech may quote an article or two at the start of a line, never five
_PER_LINES = 8  # in a law one line in eight begins an article at least

_COURT_CUES = (
    "人民法院", "判决书", "裁定书", "调解书", "原告", "被告", "上诉人", "被申请人", "诉讼请求", "一审法院",
    "书记员", "协助执行", "公诉机关",
)  # fmt: skip
_COURT_SIGNS = (
    "本院认为", "本院查明", "本院经审查", "判决如下", "裁定如下", "审判长", "审判员", "基本案情", "裁判结果",
    "裁判要旨", "提起上诉", "典型意义",
)  # fmt: skip
_CASE_NUMBER = late(
    r"[（(〔][0-9xX×*]{4}[)）〕][一-鿿0-9xX×*]{1,8}[民刑行执破赔知][一-鿿]{0,3}[0-9xX×*]{0,6}号"
)
_COURT_MINIMUM = 4  # different cues, one of them a sign: reports on the work of courts have the others too
_COURT_DENSITY = 400  # characters a cue in court documents at most

# What stands before a mask is looked at after its first character, so that a search skips all other text.
_MASK = r"(?:[xXｘＸ×*＊_○□](?<![A-Za-z0-9].)[xXｘＸ×*＊_○□]{0,5}|某(?<![A-Za-z0-9].)某?)"
_FIGURE = r"[0-9０-９一二三四五六七八九十百千]+(?:\.[0-9]+)?"
_COUNTED = r"[余多]?(?:[个项名人家户次件起场期批])"
_MONEY = r"[余多]?[万亿]?元"


def _slot(masked: str, filled: str = "") -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    return late(masked), late(filled) if filled else None


# kind of value: how it looks masked, and how it looks filled in (nothing where that cannot be told)
_SLOTS = {
    "year": _slot(
        rf"(?:20|19)[xXｘＸ×*＊_]{{2}}年|{_MASK}年",
        r"(?:19|20)[0-9]{2}年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年",
    ),
    "day": _slot(rf"{_MASK}月[0-9xXｘＸ×*＊_○□]{{1,2}}日", rf"{_FIGURE}月{_FIGURE}日"),
    "place": _slot(rf"{_MASK}[省市县区镇乡村州]", r"(?!某)[一-鿿]{2}[省市县](?=[委人政长副])"),
    "person": _slot(rf"{_MASK}(?:同志|书记|主任|局长|市长|县长)", r"[一-鿿]{2,3}同志(?=[在的指强通作主宣])"),
    "organisation": _slot(rf"{_MASK}(?:局|公司|单位|部门|医院|学校|委员会|集团|中心)"),
    "count": _slot(rf"{_MASK}{_COUNTED}", rf"{_FIGURE}{_COUNTED}"),
    "money": _slot(rf"{_MASK}{_MONEY}", rf"[0-9]+(?:\.[0-9]+)?{_MONEY}"),
    "rate": _slot(rf"{_MASK}[%％‰]", r"[0-9]+(?:\.[0-9]+)?[%％‰]"),
    "number": _slot(
        r"[〔\[（(](?:20)?[xXｘＸ×*＊]{2,4}[〕\]）)](?:[0-9]+|[xXｘＸ×*＊]+)号",
        r"[〔\[（(][12][0-9]{3}[〕\]）)][0-9]+号",
    ),
}
_TEMPLATE_KINDS = 5
_TEMPLATE_MASKS = 10
_FILLED_SHARE = 0.1  # of the values of a kind; above it the masks of that kind are not consistent
_MASKS = "xXｘＸ×*＊_○□某"
_FEWEST = _TEMPLATE_MASKS // 2  # characters: one mask is of two kinds at most (某市长)


def detect(text: str) -> Genre:
    """The genre of a text."""
    return judge(text).genre


@lru_cache(maxsize=1)
def judge(text: str) -> Judgement:
    """The genre of a text with the reasons for it."""
    return _as_law(text) or _as_court(text) or _as_template(text) or Judgement(Genre.SPEECH)


def _as_court(text: str) -> Judgement | None:
    signs = [sign for sign in _COURT_SIGNS if sign in text]
    cues = [cue for cue in _COURT_CUES if cue in text]
    if len(signs) + len(cues) < _COURT_MINIMUM - 1:  # a case number makes one more at most
        return None
    if number := _CASE_NUMBER.search(text):
        signs.append(number.group())
    cues += signs
    if not signs or len(cues) + len(signs) // 2 < _COURT_MINIMUM:
        return None
    count = sum(text.count(cue) for cue in cues)
    return Judgement(Genre.COURT, tuple(cues)) if count * _COURT_DENSITY >= len(text) else None


def _as_law(text: str) -> Judgement | None:
    articles = [match.group().strip() for match in _ARTICLE.finditer(text)]
    if len(articles) < _ARTICLES:
        return None
    lines = sum(1 for line in text.splitlines() if line.strip())
    if len(articles) * _PER_LINES < lines:
        return None
    return Judgement(Genre.LAW, (articles[0], f"{len(articles)} articles"))


def _as_template(text: str) -> Judgement | None:
    """A text with masks of many kinds, none of which is filled in anywhere."""
    if sum(map(text.count, _MASKS)) < _FEWEST:
        return None
    kinds: list[str] = []
    masks: list[Span] = []
    for kind, (masked, filled) in _SLOTS.items():
        found = [Span(*match.span()) for match in masked.finditer(text)]
        if not found:
            continue
        if filled is not None and _count(filled, text) > _FILLED_SHARE * len(found):
            return None
        kinds.append(kind)
        masks += found
    if len(kinds) < _TEMPLATE_KINDS or len(masks) < _TEMPLATE_MASKS:
        return None
    return Judgement(Genre.TEMPLATE, tuple(kinds), len(masks), min(masks))


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
