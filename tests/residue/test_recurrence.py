import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.parsing import parse
from corpuslint.residue.recurrence import is_running_header, recurring_lines

BODY = "各镇要压实责任，抓好项目建设、生态保护和民生改善，确保全年目标任务圆满完成"
NUMBERS = "一二三四五六七八"


def headers(text: str) -> set[str]:
    document = parse("a.txt", text)
    groups = list(recurring_lines(document, set()))
    recurring = {block.index for group in groups for block in group}
    return {
        document.slice(group[0].span)
        for group in groups
        if is_running_header(document, group, recurring - {block.index for block in group})
    }


def numbered(line: str) -> str:
    return "\n".join(f"{number}、{BODY}。\n{line}" for number in NUMBERS)


@pytest.mark.parametrize(
    "line", ["东河县工作要点", "内部资料 注意保存", "某某研究院年度报告", "DRAFT COPY 2023"]
)
def test_a_line_across_numbers_that_count_on_is_a_header(line: str) -> None:
    assert headers(numbered(line)) == {line}


def test_the_number_of_the_page_may_stand_in_the_line() -> None:
    text = "\n".join(f"{number}、{BODY}。\n东河县工作要点 {page}" for page, number in enumerate(NUMBERS, 1))
    assert headers(text) == {"东河县工作要点 1"}


@pytest.mark.parametrize(
    "line", ["王建国", "（鼓掌）", "主持人：", "谢谢大家！", "点评", "2023年5月6日", "人民网 李平摄"]
)
def test_what_recurs_by_right_is_none(line: str) -> None:
    assert headers(numbered(line)) == set()


def test_headings_that_come_in_turns_are_none() -> None:
    assert headers("\n".join(f"基本情况介绍\n{BODY}。\n主要做法经验\n{BODY}。" for _ in range(5))) == set()


def test_a_heading_after_which_numbers_begin_anew_is_none() -> None:
    part = f"全县重点工作\n一、{BODY}。\n二、{BODY}。"
    assert headers("\n".join([f"{BODY}。", *[part] * 5])) == set()


def test_a_title_at_the_head_of_a_text_and_again_is_none() -> None:
    assert headers("\n".join(f"在教育工作会议上的讲话\n{BODY}。" for _ in range(4))) == set()


def test_a_line_at_uneven_distances_is_none() -> None:
    lengths = (1, 1, 1, 30, 1, 1)
    text = "\n".join("\n".join([f"{BODY}。"] * length + ["东河县工作要点"]) for length in lengths)
    assert headers(f"{text}\n{BODY}。") == set()


@given(st.text(alphabet="东河县工作要点汇编", min_size=5, max_size=12), st.integers(4, 8))
def test_any_planted_line_is_found(line: str, count: int) -> None:
    text = "\n".join(f"{number}、{BODY}。\n{line}" for number in NUMBERS[:count])
    assert headers(f"{text}\n{BODY}。") == {line}
