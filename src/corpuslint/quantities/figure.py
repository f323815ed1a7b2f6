"""The figures of a sentence: value, written precision, unit and label.

1.2万人 is 12,000 people give or take 500; 约30人, 30余人, 3至5人 and 第3 are no exact counts. The label of a
figure is what stands before it in its own clause (其中一季度完成 of 其中一季度完成200座).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.corpus.document import Span
from corpuslint.expressions import late

# Measure words and units of one character; whatever else follows a figure is no unit of it.
_MEASURES = (
    "个人名户家座所处件项次份台辆套间场期篇部批亩吨元米斤村镇乡县市社区条株棵只头匹艘架幢栋块片段班门起例宗张张支队"
    "届艘盏口眼孔床位级类档枚瓶袋箱盒本册幅首倍成克升度瓦年月日号时点分秒岁周天款章节"
)
_FIGURE = late(
    r"(?P<number>\d(?<![\d.．,A-Za-z_第〔*×][0-9０-９])"
    r"(?:\d{0,2}(?:,\d{3}){1,4}(?!\d)|\d{0,14}))(?P<fraction>[.．]\d{1,6})?(?P<scale>[百千]?万亿?|[百千]?亿|千)?"
    rf"(?![\d.．])(?P<more>[余多几来])?(?P<unit>个?百分点|[%％‰]|平方公里|平方千米|平方米|立方米|千瓦时|千瓦|公里"
    rf"|千米|公顷|公斤|美元|小时|分钟|个?工作日|[人户批场剂件车架台班频宗门例]次|[{_MEASURES}]?)"
)
_SCALES = {"": 1.0, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_SCALES |= {"百亿": 1e10, "千亿": 1e11, "百万亿": 1e14, "千万亿": 1e15}
_LOOSE_BEFORE = late(
    r"(?:(?:(?<![签条预节制合])约|接?近|超|超过|逾|不足|不到|至少|至多|最多|最高|平均|人均|户均|不少于|不低于|大于|小于|不超过"
    r"|突破)有?|[几数]|[-—－～~:：/／]|\d[一-鿿%]?[至比])$"
)
_LOOSE_AFTER = late(
    r"[一-鿿]{0,3}?(?:左右|以上|以下|以内|上下|不等|之多)|[余多几/／]|[-—－～~:：]\d|[至比]\d"
)
_NO_COUNTS = frozenset("年月日号时点分秒届岁周款章节")
_LABEL_START = late(r"[，,、；;：:（(）)。]")
_LABEL_REACH = 24


class Figure(NamedTuple):
    """A figure as written.

    `span` is number and scale, `end` the offset after its unit; `value` counts single units, `margin` is half
    of the last written digit, 0 for a full count. `is_loose` figures are approximate by their own words,
    `is_whole` ones have no decimals, `scale` is that of 万 or 亿.
    """

    span: Span
    end: int
    value: float
    margin: float
    unit: str
    label: str
    is_loose: bool
    is_whole: bool
    scale: float


def read(text: str, within: Span) -> list[Figure]:
    """The figures of a stretch of text, in order; dates, times and ordinals left out."""
    figures: list[Figure] = []
    last = within.start
    for match in _FIGURE.finditer(text, *within):
        unit = "%" if match["unit"] == "％" else match["unit"]
        if unit in _NO_COUNTS:
            continue
        start, end = match.start(), match.end() if unit else match.end() - len(match["unit"])
        before = text[max(last, start - _LABEL_REACH) : start]
        scale, fraction = _SCALES.get(match["scale"] or "", 1.0), (match["fraction"] or "").replace("．", ".")
        value = float(match["number"].replace(",", "") + fraction) * scale
        is_loose = (
            match["more"] is not None
            or _LOOSE_BEFORE.search(text[max(within.start, start - 4) : start]) is not None
            or _LOOSE_AFTER.match(text, end, min(within.end, end + 6)) is not None
        )
        figures.append(
            Figure(
                Span(
                    start,
                    match.end("scale") if match["scale"] else match.end("fraction" if fraction else "number"),
                ),
                end,
                value,
                _margin(scale, fraction, unit),
                unit,
                _LABEL_START.split(before)[-1],
                is_loose,
                not fraction,
                scale,
            )
        )
        last = end
    return figures


def _margin(scale: float, fraction: str, unit: str) -> float:
    """Half of the last digit written; a full count without scale is exact, a share or a measure is not."""
    if not fraction and scale == 1.0 and unit not in ("%", "‰", "个百分点", "百分点"):
        return 0.0
    return scale * 10.0 ** -(len(fraction) - 1 if fraction else 0) / 2


def agree(figures: Sequence[Figure], total: Figure) -> bool:
    """Whether figures add up to a total within what their written digits can mean.

    Whole numbers of one scale (12亿, 5亿) are taken at their word.
    """
    every = (total, *figures)
    is_exact = all(figure.is_whole for figure in every) and len({figure.scale for figure in every}) == 1
    margin = 0.0 if is_exact else sum(figure.margin for figure in every)
    return abs(sum(figure.value for figure in figures) - total.value) <= margin + 1e-9 * total.value


def written(value: float, like: Figure | None = None, text: str = "") -> str:
    """A value as the text writes its own figures: in 万 or 亿 where `like` is, without needless zeros."""
    scale = re.sub(r"[\d.,．]", "", text[like.span.start : like.span.end]) if like else ""
    value /= _SCALES.get(scale, 1.0)
    number = f"{value:.0f}" if abs(value - round(value)) < 1e-6 else f"{value:.4f}".rstrip("0")
    return number + scale


def quoted(text: str, figure: Figure) -> str:
    """A figure as it stands in the text, with a sign of percent where it has one."""
    return text[figure.span.start : figure.end if figure.unit in ("%", "‰") else figure.span.end]
