import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.document import Span
from corpuslint.quantities.figure import Figure, agree, read, written


def figures(text: str) -> list[Figure]:
    return read(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("完成投资1.2万元", 12000, "元"),
        ("完成投资3亿元", 3e8, "元"),
        ("培训1,200人次", 1200, "人次"),
        ("增长12.5％", 12.5, "%"),
        ("提高４.５个百分点", 4.5, "个百分点"),
        ("面积35平方公里", 35, "平方公里"),
        ("共第一剂463937", 463937, ""),
    ],
)
def test_a_figure_is_worth_what_it_says(text: str, value: float, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize("text", ["2023年3月16日上午9时", "第3批", "A12", "LEVEL_1", "编号12.3.4"])
def test_dates_ordinals_and_codes_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text", ["约30人", "30余人", "3至5人", "30人左右", "超过30人", "人均30元", "30吨/日"]
)
def test_approximate_figures_say_so(text: str) -> None:
    assert all(figure.is_loose for figure in figures(text))


def test_a_label_is_what_stands_before_a_figure_in_its_clause() -> None:
    assert [figure.label for figure in figures("改造860座，其中一季度完成200座、二季度360座")] == [
        "改造",
        "其中一季度完成",
        "二季度",
    ]


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("12亿元，2亿元，5亿元，5亿元", True),
        ("12亿元，2亿元，5亿元，6亿元", False),
        ("1.2万剂，7012剂，4980剂", True),
        ("36亿元，4.1亿元，17.6亿元，14.4亿元", True),
        ("1200元，400元，300元，500元", True),
        ("1200元，400元，300元，400元", False),
    ],
)
def test_parts_agree_with_a_total_within_what_is_written(text: str, is_sum: bool) -> None:
    total, *parts = figures(text)
    assert agree(parts, total) is is_sum


@given(st.integers(0, 10**12))
def test_a_count_is_written_as_it_is_read(value: int) -> None:
    (figure,) = figures(f"共{value}人")
    assert written(figure.value) == str(value)
