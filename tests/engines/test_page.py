import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import checks_folder, read_check
from corpuslint.engines.page import run
from tests.engines.support import Trial

PARAMS = read_check(checks_folder() / "residue-page.toml").params
BODY = "全区上下坚持稳中求进工作总基调，推动高质量发展取得新的成效，人民生活持续改善"


TRIAL = Trial(run, PARAMS)
found = TRIAL.matches


def paged(*marks: str) -> str:
    return "\n".join(f"{BODY}。\n{mark}" for mark in marks)


@pytest.mark.parametrize("form", ["— {} —", "-{}-", "第 {} 页", "{}/12", "Page {}", "·{}·"])
def test_numbers_that_count_on_are_pages(form: str) -> None:
    marks = [form.format(number) for number in (3, 4, 5)]
    assert found(paged(*marks)) == marks


def test_one_lost_number_does_not_end_a_run() -> None:
    assert found(paged("— 1 —", "— 2 —", "— 4 —")) == ["— 1 —", "— 2 —", "— 4 —"]


@pytest.mark.parametrize("marks", [("— 1 —",), ("— 1 —", "— 9 —", "— 3 —"), ("1", "2", "3")])
def test_numbers_that_do_not_are_none(marks: tuple[str, ...]) -> None:
    assert found(paged(*marks)) == []


def test_numbered_lines_with_nothing_between_are_a_list() -> None:
    assert found("(1)\n(2)\n(3)\n(4)") == []


def test_a_total_needs_no_run() -> None:
    assert found(f"{BODY}第2页，共8页{BODY}") == ["第2页，共8页"]


def test_marks_within_text_count_where_they_recur_in_different_paragraphs() -> None:
    text = "\n".join(f"{BODY}，第{number}页 {BODY}。\n{BODY}。" for number in (1, 2, 3))
    assert found(text) == ["第1页", "第2页", "第3页"]
    assert found("见，第1页、，第2页、，第3页。") == []


def test_a_line_that_breaks_three_sentences_is_a_header() -> None:
    text = "\n".join(f"{BODY}\n区政府工作报告\n并且继续向前。" for _ in range(3))
    assert found(text) == ["区政府工作报告"] * 3


def test_a_title_repeated_between_whole_texts_is_none() -> None:
    assert found("\n".join(f"在教育工作会议上的讲话\n{BODY}。" for _ in range(4))) == []


@given(st.lists(st.text(alphabet="—-12页第共 甲。\n", max_size=20), max_size=8))
def test_any_text_is_read(pages: list[str]) -> None:
    TRIAL.assert_sound("".join(f"{page}\n— {number} —\n" for number, page in enumerate(pages, 1)))
