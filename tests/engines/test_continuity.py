import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.continuity import Params, run
from tests.engines.support import Trial

TRIAL = Trial(run, Params())
found, hits = TRIAL.found, TRIAL.hits
WRAPPED = (
    "全县各级各部门要认真贯彻落实会议精神\n进一步增强做好农业农村工作的责任感，以更\n大的力度推进各项任务。"
)


def test_a_sentence_broken_after_a_comma_is_split() -> None:
    assert found("要备足化肥、农药，\n\n并检修农机，确保春耕。") == [
        ("", "要备足化肥、农药，\n\n并检修农机，确保春耕")
    ]


def test_the_message_names_both_sides_and_the_line() -> None:
    (hit,) = hits("要备足化肥、农药，\n\n并检修农机，确保春耕。")
    assert hit.values == {
        "before": "要备足化肥、农药，",
        "after": "并检修农机，确保春耕",
        "mark": "并",
        "line": 3,
        "count": 2,
    }


def test_a_sentence_in_many_pieces_is_one_finding() -> None:
    (hit,) = hits("会后印发了《\n关于夏粮收购的意见\n》，明确了\n\n各方责任。")
    assert hit.variant == "chain"
    assert hit.values["count"] == 4
    assert [place.note for place in hit.related] == ["piece", "piece"]


def test_a_missing_full_stop_alone_is_no_split() -> None:
    assert hits("全县粮食播种面积稳定在二十万亩\n\n各镇新增家庭农场三十家。") == []


@pytest.mark.parametrize(
    "text",
    [
        "各位代表：\n\n现在，我报告工作。",
        "同志们，\n\n今天我们开会。",
        "主要任务，\n\n（一）抓好春耕。",
        "绿水青山\n\n就是金山银山",
        "名单如下：\n| 甲，\n| 乙，",
        "第一，\n要抓好春耕。",
        "安和县人民政府\n\n2023年5月6日",
    ],
)
def test_lines_that_only_look_broken_are_left_alone(text: str) -> None:
    assert hits(text) == []


def test_a_line_end_in_markdown_is_no_paragraph_end() -> None:
    text = "要备足化肥、农药，\n并检修农机，确保春耕。"
    assert hits(text) != []
    assert hits(text, format="markdown") == []


def test_a_mark_that_a_heading_opens_is_no_split() -> None:
    text = "一、打造“一村一品\n\n各村因地制宜，发展特色产业。"
    assert found(text) == []


def test_a_text_cut_by_width_is_one_finding() -> None:
    ((variant, _),) = found("\n".join([WRAPPED] * 8))
    assert variant == "wrapped"


def test_a_closing_mark_under_its_quotation_belongs_to_the_line_above() -> None:
    text = "他在会上说：“今年的任务很重，要抓紧抓好。\n\n”大家听了深受鼓舞，表示一定努力。"
    (hit,) = hits(text)
    assert (hit.variant, hit.values["mark"], hit.values["line"]) == ("mark", "”", 3)


def test_a_closing_mark_that_closes_nothing_is_no_split() -> None:
    assert hits("今年的任务很重，要抓紧抓好。\n\n”大家听了深受鼓舞。") == []


def test_half_a_word_on_either_side_is_split() -> None:
    text = "今年以来，我们坚持把安全放在首位。重点企业做到了隐患整\n\n顿到位，群众满意度提高。"
    assert [variant for variant, _ in found(text)] == [""]


def test_a_heading_whose_second_line_begins_with_and_is_split() -> None:
    text = "# 关于审理合同案件适用条约\n\n和惯例若干问题的解释\n\n为正确审理案件，制定本解释。"
    assert [match for _, match in found(text)] == ["审理合同案件适用条约\n\n和惯例若干问题的解释"]


CLAUSES = st.sampled_from(
    [
        "要抓好春耕，",
        "并检修农机，确保丰收。",
        "会议通过《",
        "关于防汛的意见",
        "》，明确责任。",
        "全县修路12",
        "5公里。",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(CLAUSES, min_size=2, max_size=8))
def test_every_break_lies_between_two_lines_and_starts_before_its_line(lines: list[str]) -> None:
    text = "\n\n".join(["要备足化肥、农药和种子等各类物资，", "并检修农机，确保春耕。", *lines])
    hits = TRIAL.assert_sound(text)
    assert hits  # the first two lines are one sentence
    for hit in hits:
        assert "\n" in text[hit.span.start : hit.span.end]
        assert hit.variant == "wrapped" or text.splitlines()[int(hit.values["line"]) - 1]
