"""Places of values: figures, years, days, counts, and what stands in quotes and brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from benchmarks.defects.field.spots import Place, Spot
from benchmarks.defects.sample import Sample, numeral

_UNITS = (
    "万元|亿元|万亩|万人次|万人|万户|万吨|万份|万册|公里|平方米|人次|批次|"
    "个|家|户|名|处|项|座|条|支|所|辆|起|场|台|件|亩|期|次|篇|人|箱|套"
)
_NUMBER = r"(?<![\d.\-—〔第A-Za-z×*])\d+(?:\.\d+)?"
_COUNT = "[一二三四五六七八九十]"
_SEVERAL = "(?!一[^一二三四五六七八九十])[一二三四五六七八九十]{1,2}"  # 说个细节 is as good as 说一个细节
_PROMISE = re.compile(
    rf"(?<=[讲谈提说]){_SEVERAL}(?=[点个])|(?<=以下){_SEVERAL}(?=[个项件点])|"
    rf"(?<=[部作好有]){_SEVERAL}(?=个方面|件实?事|项整治|个特点)"
)


def spots(pattern: str, group: str | int = 0, *, laws: bool = False, breaks: bool = False) -> Place:
    """Each match (or its group); its named groups are the values. Values are masked in no law.

    With `breaks` the form breaks the line: it shows on either side.
    """
    compiled = re.compile(pattern, re.MULTILINE)

    def place(sample: Sample) -> Iterator[Spot]:
        if sample.genre == "law" and not laws:
            return
        for match in compiled.finditer(sample.text):
            claims = (match.start() - 1, match.start()) if breaks else ()
            yield Spot((match.span(group),), dict(match.groupdict()), claims)

    return place


def _all_of_a_paragraph(sample: Sample) -> Iterator[Spot]:
    """Three figures or more of one paragraph at once."""
    if sample.genre == "law":
        return
    pattern = re.compile(rf"{_NUMBER}(?={_UNITS}|%)")
    for line in sample.prose:
        found = tuple(match.span() for match in pattern.finditer(sample.text, line.start, line.end))
        if len(found) >= 3:
            yield Spot(found)


def _promises_kept(sample: Sample) -> Iterator[Spot]:
    """A promised number of points that the list or chain after it keeps; ⟦more⟧ and ⟦fewer⟧ are wrong."""
    for match in _PROMISE.finditer(sample.text):
        runs: list[tuple[int, int, int]] = [
            (items[0].start, items[0].value, len(items)) for items in sample.lists if items
        ]
        runs += [(chain[0].start, chain[0].value, len(chain)) for chain in sample.chains]
        near = sorted(run for run in runs if match.end() < run[0] <= match.end() + 300)
        if near and near[0][1] == 1 and numeral(near[0][2]) == match[0]:
            count = near[0][2]
            yield Spot((match.span(),), {"more": numeral(count + 1), "fewer": numeral(max(2, count - 1))})


def _in_title(sample: Sample) -> Iterator[Spot]:
    """A place, a year or a subject in the title."""
    for match in re.finditer(r"20\d\d|[一-鿿]{2}(?=[区县市]|工作|经济|养老|水利|作风)", sample.title.text):
        start = sample.title.start + match.start()
        yield Spot(((start, start + len(match[0])),))


VALUES: Mapping[str, Callable[[Sample], Iterable[Spot]]] = {
    "figure": spots(rf"{_NUMBER}(?={_UNITS})"),
    "figure of two digits or more": spots(rf"(?<![\d.\-—〔第A-Za-z×*])(?P<first>\d)\d+(?={_UNITS})"),
    "figure with its measure word": spots(rf"(?<=[一-鿿]){_NUMBER}(?={_UNITS})"),
    "figure after a verb": spots(
        rf"(?<=[到达成计资建增发布有为召训设选约]){_NUMBER}(?={_UNITS})",
    ),
    "percentage": spots(r"(?<![\d.])\d+(?:\.\d+)?(?=[%％])"),
    "percent sign": spots(
        r"(?:增长|下降|提高|达到|占|比例|率|为)[到为]?\d\d(?:\.\d+)?(?P<sign>%)(?=[，。；])", "sign"
    ),
    "number of points": spots(_PROMISE.pattern),
    "number of points that must stand": spots(
        rf"(?<=以下){_SEVERAL}(?=[个项件点])|{_SEVERAL}(?=个方面|件实?事|项整治)"
    ),
    "number of points kept": _promises_kept,
    "year": spots(r"(?<![\d〔\-—])(?:19|20)(?P<decade>\d\d)(?=年)"),
    "month and day": spots(r"(?<![\d月])(?P<month>\d{1,2})月\d{1,2}日"),
    "full date": spots(r"20\d\d年\d{1,2}月\d{1,2}日"),
    "digits": spots(r"(?<![\d.\-—〔第A-Za-z：])\d{2,5}(?=[年月日%]|" + _UNITS + ")"),
    "inside quotation marks": spots(r"(?<=[“《])[^“”《》\n]{2,20}(?=[”》])"),
    "inside brackets": spots(rf"(?<=（)(?!{_COUNT}{{1,3}}）)[^（）\n]{{2,25}}(?=）)"),
    "all figures of a paragraph": _all_of_a_paragraph,
    "part of the title": _in_title,
    "quoted words": spots(r"(?<!^)“(?P<inner>[^“”\n]{2,30})”", laws=True),
    "bracketed words": spots(rf"(?<!^)（(?!{_COUNT}{{1,3}}）)(?P<inner>[^（）\n]{{2,30}})）", laws=True),
    "titled words": spots(r"(?<!^)《(?P<inner>[^《》\n]{2,40})》", laws=True),
    "quotation mark or bracket": spots(r"(?<!^)[“”《》（）](?=[一-鿿，。])", laws=True),
    "after an opening mark": spots(r"(?<=[一-鿿，。][“《（])(?=[一-鿿]{3})", laws=True, breaks=True),
    "before a closing mark": spots(r"(?<=[一-鿿]{2})(?=[》）])", laws=True),
    "before a figure": spots(r"(?<=[一-鿿]{6})(?<!第)(?=\d+(?:\.\d+)?[一-鿿])", breaks=True),
}
