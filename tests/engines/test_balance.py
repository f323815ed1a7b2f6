import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.balance import Params, run
from tests.engines.support import Trial

TRIAL = Trial(run, Params())
found = TRIAL.found


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("树牢四个意识”，坚定“四个自信”。", "closing", "”"),
        ("树牢“四个意识，坚定“四个自信”。", "opening", "“"),
        ("得到“市委“的肯定。", "turned", "“"),
        ("得到”市委”的肯定。", "turned", "”"),
        ('落实"两个责任”。', "mixed", '"'),
        ('落实“两个责任"。', "mixed", '"'),
        ("村（社区)防控。", "mixed", ")"),
        ("印发《方案〉的通知。", "mixed", "〉"),
        ("印发《方案）的通知。", "mixed", "）"),
    ],
)
def test_one_lost_mark_is_one_hit(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


def test_the_hit_stands_at_the_mark_that_was_left_alone() -> None:
    (hit,) = TRIAL.hits("树牢“四个意识，坚定“四个自信”。")
    assert hit.span == (2, 3)
    assert hit.values == {"expected": "”"}


def test_a_lost_mark_does_not_reach_the_next_paragraph() -> None:
    text = "树牢“四个意识。\n\n坚定“四个自信”，做到“两个维护”。"
    assert found(text) == [("opening", "“")]


def test_a_quotation_over_paragraphs_opens_in_each() -> None:
    assert found("指出：“第一段。\n\n“第二段。\n\n“第三段。”\n\n正文。") == []


def test_a_quotation_over_paragraphs_that_is_never_closed() -> None:
    assert found("指出：“第一段。\n\n“第二段。\n\n正文。") == [("opening", "“")]


def test_a_sentence_broken_over_lines_closes_on_a_later_one() -> None:
    assert found("根据《\n安全生产法\n》的规定，落实“三个\n必须”要求。") == []


def test_a_note_in_brackets_may_have_paragraphs() -> None:
    assert found("（注1：按月计算。\n\n注2：按年计算。）") == []


@pytest.mark.parametrize(
    "text",
    [
        "1)摸底；2)建账；a)整改。",
        "一）工作回顾\n正文。\n二）存在问题\n正文。\n三）下步打算\n正文。",
        "辛苦了:) 取值[0,1)，办好’99昆明世博会，O’Brien先生。",
        "他说：“牢记‘两个务必’，学习《〈资本论〉导读》。”",
        '他说："好。"又说："行。"',
    ],
)
def test_what_is_no_bracket_or_has_its_partner_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_many_open_marks_are_each_reported() -> None:
    assert len(found("（" * 50)) >= 25


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet='“”‘’（）()《》〈〉[]"工作。：1a)\n ', max_size=120))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)


def test_marks_that_never_close_are_reported_in_any_number_of_lines() -> None:
    assert len(found("（加强领导\n" * 200)) == 200


def test_a_closing_mark_that_slipped_into_the_next_line_still_closes() -> None:
    assert found("该法第三条规定：“用人单位应当付酬。\n加班另计。\n”上述条款十分明确。") == []


def test_a_bracket_after_the_semicolon_of_an_entity_is_a_bracket() -> None:
    assert found("&emsp;(一)指导思想要明确。") == []


def test_two_closing_marks_with_a_clause_between_have_each_lost_their_partner() -> None:
    assert [variant for variant, _ in found("开展之问”大讨论，推进之问”活动。")] == ["closing", "closing"]


@pytest.mark.parametrize(
    "text",
    [
        "【字号：\n\n加大\n\n还原\n\n减小\n\n】\n\n会议今天召开。",
        "多次指出：“\n\n只有依靠群众，才能把事情办好。\n\n”，“\n\n脱离群众，一事无成。\n\n”各单位要认真学习。",
        "工作机关（含直属机构\n\n[\n\n注 2\n\n]\n\n）制定的公文，另行规定。",
    ],
)
def test_marks_pair_across_broken_lines(text: str) -> None:
    assert found(text) == []


def test_a_bracket_does_not_pair_across_a_full_stop() -> None:
    assert found("工作机关（含直属机构。\n\n会议今天召开。\n\n另行规定）的公文。") == [
        ("opening", "（"),
        ("closing", "）"),
    ]
