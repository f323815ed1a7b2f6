import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import checks_folder, read_check
from corpuslint.engines.page import run
from tests.engines.support import Trial, around

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
    text = "\n".join(f"{BODY}{number}\n区政府工作报告\n并且继续向前。" for number in "甲乙丙")
    assert found(text) == ["区政府工作报告"] * 3


def test_a_title_repeated_between_whole_texts_is_none() -> None:
    assert found("\n".join(f"在教育工作会议上的讲话\n{BODY}。" for _ in range(4))) == []


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("揭榜", "并且继续向前。"),
        ("揭榜挂帅", "”实现对接。"),
        ("揭榜挂帅", "，解决难题。"),
        ("老书记常说：“", "并且继续向前。"),
    ],
)
def test_a_word_cut_out_of_sentences_by_broken_lines_is_none(line: str, after: str) -> None:
    assert found("\n".join(f"{BODY}{number}\n{line}\n{after}" for number in "甲乙丙")) == []


@pytest.mark.parametrize(
    "entries",
    [
        ["· 全县召开农业农村工作会议部署春耕备耕重点任务...01-02"] * 5,
        ["留言：村口的路灯坏了三个月，请尽快派人修理一下，谢谢了......", "办理时间 2019-01-04"] * 4,
        ["处理意见：请镇政府在元旦以前会同有关部门给予书面的答复", "办理时间 2019-01-04"] * 4,
    ],
)
def test_entries_of_a_list_that_repeats_itself_are_none(entries: list[str]) -> None:
    assert found("\n".join(["工作动态", *entries])) == []


def test_numbers_broken_off_from_their_stops_are_a_list() -> None:
    assert found("\n".join(f"{number}\n.{BODY}。" for number in range(1, 6))) == []


def test_a_mark_with_a_total_is_told_once() -> None:
    marks = [f"第{number}页 共4页" for number in (1, 2, 3, 4)]
    assert found("\n".join(f"{BODY}，{mark} {BODY}。" for mark in marks)) == marks


AMBIGUOUS = st.sampled_from(["— {} —", "-{}-", "{}/60", "Page {}", "·{}·"])
FORMS = AMBIGUOUS | st.just("第 {} 页")
PARAGRAPHS = st.lists(
    st.sampled_from([f"{BODY}。", "各项任务全面完成。", "要抓好春耕。"]), min_size=1, max_size=3
)


@given(FORMS, st.integers(1, 40), st.lists(PARAGRAPHS, min_size=3, max_size=8))
def test_page_numbers_are_found_whatever_stands_between_them(
    form: str, first: int, pages: list[list[str]]
) -> None:
    marks = [form.format(number) for number in range(first, first + len(pages))]
    text = "\n".join("\n".join([*page, mark]) for page, mark in zip(pages, marks, strict=True))
    assert [text[slice(*hit.span)] for hit in TRIAL.assert_sound(text)] == marks


@given(AMBIGUOUS, st.lists(st.integers(1, 9), min_size=1, max_size=6), st.data())
def test_numbers_that_skip_more_than_one_page_are_none(
    form: str, steps: list[int], data: st.DataObject
) -> None:
    numbers = [data.draw(st.integers(1, 9))]
    for step in steps:
        numbers.append(numbers[-1] + 2 + step)
    assert TRIAL.assert_sound(paged(*(form.format(number) for number in numbers))) == []


@given(st.text(alphabet="区政府工作报告", min_size=4, max_size=12), st.integers(3, 6))
def test_a_running_header_beside_page_numbers_is_found_each_time(header: str, pages: int) -> None:
    text = "\n".join(f"{header}\n{BODY}。\n— {number} —" for number in range(1, pages + 1))
    hits = TRIAL.assert_sound(text)
    assert [text[slice(*hit.span)] for hit in hits if hit.variant == "header"] == [header] * pages
    assert len(hits) == 2 * pages


@given(around("— 1 —", "第2页 共8页", "\n", "-3-", f"{BODY}。", alphabet="—-12页第共 甲。\n"))
def test_any_text_is_read(text: str) -> None:
    TRIAL.assert_sound(text)
