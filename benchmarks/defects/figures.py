"""Sentences whose figures or dates contradict each other, and sound ones built alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from benchmarks.defects.plant import Edit, Kind, Shape, Site
from benchmarks.defects.sample import Sample

# {0} the total, {1} to {3} its parts.
_SUMS = (
    "全年共办理各类信访事项{0}件，其中来信{1}件、来访{2}件、网上投诉{3}件。",
    "现有在册党员{0}名，其中机关党员{1}名，农村党员{2}名，企业党员{3}名。",
    "累计发放救助物资{0}份：棉被{1}份、大衣{2}份、食品{3}份。",
    "排查出问题{0}个，其中已整改{1}个、正在整改{2}个、列入计划{3}个，合计{0}个。",
)
# {0} the figure before, {1} the one after, {2} their difference, {3} the change in percent.
_CHANGES = (
    "床位由{0}张增加到{1}张，增长{3}%。",
    "参保人数从{0}人提高到{1}人，增加{2}人。",
    "全年办件{1}件，比上年的{0}件增长{3}%。",
)
# {0} the whole, {1} the part, {2} the rate in percent.
_RATES = (
    "应参加测评{0}人，实际参加{1}人，参评率{2}%。",
    "全区共有行政村{0}个，已通宽带{1}个，占{2}%。",
    "全年抽查产品{0}批次，其中合格{1}批次，合格率为{2}%。",
    "受理群众诉求{0}件，办结{1}件，办结率达到{2}%。",
)
_TOTALS = (
    (137, 52, 61, 24),
    (968, 417, 386, 165),
    (2315, 1204, 873, 238),
    (64, 29, 21, 14),
    (5480, 3117, 1642, 721),
)
_COUNTS = ((420, 357), (1260, 1134), (86, 71), (3150, 3012), (240, 198))
_DATE = re.compile(r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_FULL_DATE = re.compile(r"(?<!\d)(20[0-3]\d)(?=年\d{1,2}月\d{1,2}日)")
_YEAR = re.compile(r"^[^\n]*?(20\d\d)年")


def _after_sentences(sentences: Callable[[], Iterator[str]]) -> Shape:
    """A sentence put after the first one of each paragraph."""

    def shape(sample: Sample) -> Iterator[Site]:
        if sample.genre != "speech":
            return
        for line in sample.prose:
            stop = sample.text.find("。", line.start, line.end) + 1
            if stop and sample.text[stop : stop + 1] != "”":
                for sentence in sentences():
                    yield Site((Edit(stop, stop, sentence),))

    return shape


def _wrong_sums() -> Iterator[str]:
    """The last part, or the total, is one digit off or has two digits exchanged."""
    for number, (total, one, two, three) in enumerate(_TOTALS):
        for form in _SUMS:
            yield form.format(total + (10, -9, 100, 7)[number % 4], one, two, three)
            yield form.format(total, one, two, three + (9, 1, -8, 6)[number % 4])


def _right_sums() -> Iterator[str]:
    for total, one, two, three in _TOTALS:
        for form in _SUMS:
            yield form.format(total, one, two, three)


def _rates(*, right: bool) -> Callable[[], Iterator[str]]:
    """Rates with one decimal; a wrong one is off by more than any rounding."""

    def sentences() -> Iterator[str]:
        for number, (whole, part) in enumerate(_COUNTS):
            rate = part / whole * 100 + (0 if right else (1.7, -4.0, 2.4, -2.2, 9.1)[number])
            for form in _RATES:
                yield form.format(whole, part, f"{min(rate, 99.9):.1f}")

    return sentences


def _changes(*, right: bool) -> Callable[[], Iterator[str]]:
    """Rises told with their size; a wrong one gives another size, or two figures that fall."""

    def sentences() -> Iterator[str]:
        for number, (after, before) in enumerate(_COUNTS):
            rise = after - before + (0 if right else (7, 30, 11, 60, 9)[number])
            for form in _CHANGES:
                yield form.format(before, after, rise, f"{rise / before * 100:.1f}")
                if not right:
                    fallen = (after, before, after - before)
                    yield form.format(*fallen, f"{(after - before) / after * 100:.1f}")

    return sentences


def _impossible_date(sample: Sample) -> Iterator[Site]:
    """A day that the month does not have, or a month that the year does not have."""
    for match in _DATE.finditer(sample.text):
        for date in ("2月30日", "4月31日", "13月5日", "9月31日", "6月32日"):
            yield Site((Edit(*match.span(), date),))


def _odd_year(sample: Sample) -> Iterator[Site]:
    """A digit too many, or one gone, in the year of a full date."""
    for match in _FULL_DATE.finditer(sample.text):
        year = match[1]
        for odd in (year + "1", year[:2] + "0" + year[2:], year[0] + year[2:], year[1:]):
            yield Site((Edit(*match.span(1), odd),))


def _reversed_period(sample: Sample) -> Iterator[Site]:
    """A period put for a date that ends before it begins."""
    for match in _DATE.finditer(sample.text):
        for period in ("9月20日至9月10日", "6月25日至12日", "2023年9月至2022年12月"):
            yield Site((Edit(*match.span(), period),))


def _other_year(sample: Sample) -> Iterator[Site]:
    """A report on one year says how things stood at the end of a much earlier month."""
    if sample.genre != "speech" or not (own := _YEAR.match(sample.text)) or "总结" not in sample.title.text:
        return
    for line in sample.prose:
        stop = sample.text.find("。", line.start, line.end) + 1
        for years, month in ((2, 10), (3, 11), (5, 6)):
            told = f"截至{int(own[1]) - years}年{month}月底，各项任务均已完成年度计划。"
            yield Site((Edit(stop, stop, told),))


KINDS = (
    Kind("wrong-sum", ("consistency-sum",), {"sentence": _after_sentences(_wrong_sums)}),
    Kind(
        "wrong-rate",
        ("consistency-rate",),
        {
            "sentence": _after_sentences(_rates(right=False)),
            "change": _after_sentences(_changes(right=False)),
        },
    ),
    Kind(
        "wrong-date",
        ("consistency-date",),
        {
            "impossible": _impossible_date,
            "odd year": _odd_year,
            "reversed": _reversed_period,
            "other year": _other_year,
        },
    ),
    Kind(
        "sound-figures",
        (),
        {
            "sum": _after_sentences(_right_sums),
            "rate": _after_sentences(_rates(right=True)),
            "change": _after_sentences(_changes(right=True)),
        },
    ),
)
