"""Lines of a width for terminals, where Chinese characters take two cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.output.terminal import cells
from corpuslint.output.wrapping import definitions, indented, wrapped

TEXT = st.text(alphabet="ab c县全，。“”（）《》…　\u00a0『』X1-/=`", max_size=80)


@given(TEXT, st.integers(1, 40))
def test_nothing_is_lost(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="县全市，。", max_size=80), st.integers(6, 40))
def test_no_line_is_wider(text: str, width: int) -> None:
    longest = max((len(run) for run in text.replace("。", "，").replace("县", "，县").split("县")), default=0)
    if longest < 3:  # a run of marks goes with the character before it
        assert all(cells(line) <= width for line in wrapped(text, width) if "，，" not in line)


def test_chinese_breaks_between_characters_and_latin_between_words() -> None:
    assert wrapped("检查文件和文件夹", 8) == ["检查文件", "和文件夹"]
    assert wrapped("check files and folders", 12) == ["check files", "and folders"]
    assert wrapped("写入sarif=report.sarif文件", 12) == ["写入", "sarif=report.sarif", "文件"]


def test_marks_that_close_do_not_begin_a_line_and_those_that_open_do_not_end_one() -> None:
    for width in range(4, 30):
        for line in wrapped("检查文件，并报告“问题”（见说明）。再检查《通知》、目录。", width):
            assert line[0] not in "，。”）》、"
            assert line[-1] not in "“（《"


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert wrapped("a corpuslint-baseline.toml b", 6) == ["a", "corpuslint-baseline.toml", "b"]


def test_nothing_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


def test_a_paragraph_is_indented() -> None:
    assert indented("检查文件和文件夹，并报告发现的问题", 30, 2) == (
        "  检查文件和文件夹，并报告发现\n  的问题\n"
    )


@pytest.mark.parametrize("width", [40, 80, 120])
def test_terms_and_meanings_stand_side_by_side(width: int) -> None:
    long = "--a-term-that-is-too-long-for-its-column X"
    rows = [
        ("--short", "说明" * 30),
        (long, "短"),
        ("-m", "x y " * 30),
    ]
    shown = definitions(rows, width, column=12).splitlines()
    assert all(cells(line) <= width for line in shown if line != f"  {long}")
    assert {line.index("说") for line in shown if "说" in line} == {11}
    assert shown[shown.index(f"  {long}") + 1] == " " * 11 + "短"
