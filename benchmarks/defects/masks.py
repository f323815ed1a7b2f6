"""Values masked, left blank, left as a template field, or dropped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from benchmarks.defects.plant import Edit, Kind, Shape, Site
from benchmarks.defects.sample import Sample

_UNITS = (
    "个|家|户|名|处|项|座|条|支|所|辆|起|场|台|件|亩|公里"
    "|平方米|立方米|万元|亿元|万亩|万人|万户|万吨|批次|人次|%"
)
_FIGURE = re.compile(rf"(?<![\d.\-—〔第A-Za-z×*])\d+(?:\.\d+)?(?={_UNITS})")
_PLACE = re.compile(
    r"(?<=[，。、；：在对到从由与和向])(?!各|本|全|该|我|乡|城|农)[一-鿿]{2}(?=[县镇区村](?!域|委|级|民))"
)
_PERSON = re.compile(r"(?<=[长记者员])(?:[孟龚吴李郑方陆宋沈何王张刘陈杨黄][一-鿿]{1,2})(?=[，。、所主作])")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_DAY = re.compile(r"(?<![\d月])\d{1,2}月\d{1,2}日")
_FULL_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
_CHINESE_YEAR = re.compile(r"二[〇○][一二三四五六七八九〇○]{2}(?=年)")
_UNFILLED = re.compile(
    r"(?<![\d.\-—〔第A-Za-z×*])\d+(?:\.\d+)?(?=[个户名处项座条支所辆起亩]|公里|万元|亿元|万亩|批次)"
)
_PERCENT = re.compile(r"(?:增长|下降|提高|达到|占|比例|率)(\d+(?:\.\d+)?)(?=%)")
_SIGN = re.compile(r"(?:增长|下降|提高|达到|占|比例|率|为)[到为]?\d\d(?:\.\d+)?(%)(?=[，。；])")
_ORDINAL = re.compile(r"第([一二三四五六七八九十\d]+)(?=[次届批](?:会议|全体|常务|代表|人民))")
_PROMISE = re.compile(r"([一二三四五六七八九十]+)(?=个方面|件事|件实事|项整治)")
_TITLE = re.compile(r"《([^》\n]{3,20})》")
_DOCUMENT = re.compile(r"〔(\d{4})〕(?=\d+号)")

_LETTERS = ("X", "XX", "x", "xxx", "XXX", "Ｘ", "××")
_STARS = ("*", "**", "***", "＊＊")
_BLANKS = ("____", "＿＿", "□□", "______")
_NAMELESS = ("□□", "■■", "○○", "某某")
_YEARS = ("20XX", "202X", "20xx", "20**", "20-", "202-", "XXXX", "20××")
_DAYS = ("X月X日", "x月xx日", "XX月XX日", "*月*日", "××月××日")
_FIELDS = ("{{count}}", "${total}", "«数量»", "【填入数据】", "（此处填数字）", "TBD", "<请输入金额>")
_NAMES = ("{{镇名}}", "【单位全称】", "[乡镇名称]", "«地名»", "${place}")
_INSTRUCTIONS = (
    "（此处插入典型案例）",
    "【请在此补充本单位具体做法】",
    "（待补充）",
    "[此段请结合实际修改]",
    "TODO：补写下一步打算",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
)


def _put(pattern: re.Pattern[str], variants: Sequence[str], group: int = 0) -> Shape:
    """Each match of a pattern (or of its group) replaced by each of the variants; laws are left alone."""

    def shape(sample: Sample) -> Iterator[Site]:
        if sample.genre != "speech":
            return
        for match in pattern.finditer(sample.text):
            for variant in variants:
                yield Site((Edit(*match.span(group), variant),))

    return shape


def _pair(sample: Sample) -> Iterator[Site]:
    """Two figures of a line masked at once."""
    if sample.genre != "speech":
        return
    for line in sample.prose:
        found = [match.span() for match in _FIGURE.finditer(sample.text, line.start, line.end)]
        for (first, second), mask in zip(itertools.pairwise(found), _LETTERS * 9, strict=False):
            yield Site((Edit(*first, mask), Edit(*second, mask)))


def _instruction(sample: Sample) -> Iterator[Site]:
    """A line for the writer left between two paragraphs."""
    for line in sample.prose:
        for told in _INSTRUCTIONS:
            yield Site((Edit(line.end, line.end, f"\n{told}"),))


KINDS = (
    Kind(
        "mask-letter",
        ("placeholder-letter", "placeholder"),
        {
            "figure": _put(_FIGURE, _LETTERS),
            "place": _put(_PLACE, ("XX", "xx", "××", "X")),
            "person": _put(_PERSON, ("XX", "xxx", "X", "×××")),
            "two figures": _pair,
        },
    ),
    Kind(
        "mask-symbol",
        ("placeholder-symbol", "placeholder"),
        {
            "figure": _put(_FIGURE, _STARS),
            "place": _put(_PLACE, ("**", "***")),
            "person": _put(_PERSON, ("**",)),
        },
    ),
    Kind(
        "mask-date",
        ("placeholder-date", "placeholder"),
        {
            "year": _put(_YEAR, _YEARS),
            "day": _put(_DAY, _DAYS),
            "date": _put(_FULL_DATE, ("20XX年X月X日", "20××年×月×日", "XXXX年XX月XX日")),
            "Chinese year": _put(_CHINESE_YEAR, ("二〇XX", "二〇××", "二○xx")),
        },
    ),
    Kind(
        "mask-blank",
        ("placeholder-blank", "placeholder"),
        {
            "figure": _put(_FIGURE, _BLANKS),
            "place": _put(_PLACE, _NAMELESS),
            "dash for a name": _put(_PLACE, ("-",)),
            "date": _put(_DAY, ("   月   日", "__月__日", "□月□日")),
        },
    ),
    Kind(
        "template",
        ("placeholder-template", "placeholder"),
        {"figure": _put(_FIGURE, _FIELDS), "place": _put(_PLACE, _NAMES), "line": _instruction},
    ),
    Kind(
        "drop-value",
        ("placeholder-dropped", "placeholder", "heading-garbled", "text-punctuation"),
        {
            "count": _put(_UNFILLED, ("",)),
            "percentage": _put(_PERCENT, ("",), 1),
            "percent sign": _put(_SIGN, ("",), 1),
            "ordinal": _put(_ORDINAL, ("",), 1),
            "day": _put(_DAY, ("月日",)),
            "year": _put(_YEAR, ("",)),
            "number of points": _put(_PROMISE, ("",)),
            "title": _put(_TITLE, ("",), 1),
            "document number": _put(_DOCUMENT, ("",), 1),
        },
        consequences=("numbering-count",),
    ),
)
