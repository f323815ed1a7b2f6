import pytest
from hypothesis import given, settings

from corpuslint.engines.doubled import Params, run
from tests.engines.support import Trial, around

TRIAL = Trial(run, Params())
found, repaired = TRIAL.found, TRIAL.repaired


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("下半年完成完成招投标。", "word", "完成完成"),
        ("落实安全生产安全生产责任。", "word", "安全生产安全生产"),
        ("对工作复杂性的的认识。", "character", "的的"),
        ("要求，加加强队伍建设。", "character", "加加"),
        ("召开全市工作会议。按照工作会会议要求。", "character", "会会"),
        ("加强党的建设。进一步加强加党的建设。", "stutter", "加强加"),
        ("标准由2000元提高提到3000元。", "stutter", "提高提"),
        ("每月不少于于两次。", "character", "于于"),
        ("工工作作安安排排", "shadow", "工工作作安安排排"),
    ],
)
def test_a_doubling_is_found_once(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


def test_one_of_the_two_is_taken_out() -> None:
    assert repaired("下半年完成完成招投标，对复杂性的的认识。") == "下半年完成招投标，对复杂性的认识。"


@pytest.mark.parametrize(
    "text",
    [
        "人人动手，牢牢守住，踏踏实实，一步一步，等等。",
        "加大大病救治，发展展示平台，学习习近平重要讲话，和平平安。",
        "副局局长、各市市长、宪法法律、会同同级部门、达到目的的人。",
        "研究研究，一个一个，实实在在，越来越好，更多更公平。",
        "适合合同约定，一九九○年，二〇〇〇年。",
        "哈哈哈哈，是否否决，从从容容，国家政策。",
    ],
)
def test_reduplication_and_words_that_touch_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_document_decides_between_two_readings() -> None:
    assert found("鼓励创业，支持创业，促进创业，发展企业创业创新平台。") == []


@settings(max_examples=80, deadline=None)
@given(around("完成完成任务。", "取得了的的成绩", "工作会会议", alphabet="的会议加强完成一个，。人工作 \n"))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)


@pytest.mark.parametrize("text", ["加强加固改造。", "推进推广应用。", "落实落细责任。", "位于于洪区的厂房。"])
def test_a_verb_and_another_word_that_begins_like_it_are_no_doubling(text: str) -> None:
    assert found(text) == []
