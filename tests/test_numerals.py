"""Numerals are read as the ordinals of the genre are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.numerals import arabic_value, chinese_value, in_chinese


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("廿一", 21),
        ("卅", 30),
        ("九十九", 99),
        ("一百零三", 103),
        ("一百一十", 110),
        ("一千二百六十", 1260),
        ("叁", 3),
        ("拾贰", 12),
    ],
)
def test_chinese_numeral_has_its_value(numeral: str, value: int) -> None:
    assert chinese_value(numeral) == value


@pytest.mark.parametrize("words", ["三四", "十百", "二三十", "零", "廿卅"])
def test_what_is_no_single_number_has_no_value(words: str) -> None:
    assert chinese_value(words) is None


def test_digits_are_read_one_by_one_only_where_that_is_meant() -> None:
    assert chinese_value("一〇三") is None
    assert chinese_value("一〇三", positional=True) == 103


def test_full_width_digits_count_as_digits() -> None:
    assert arabic_value("１２") == 12
    assert arabic_value("0") is None


@given(st.integers(min_value=1, max_value=999))
def test_a_number_written_in_chinese_reads_back(value: int) -> None:
    assert chinese_value(in_chinese(value)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [(1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1260, "一千二百六十"), (10_000, "10000")],
)
def test_articles_of_a_code_run_beyond_a_thousand(value: int, written: str) -> None:
    assert in_chinese(value) == written
