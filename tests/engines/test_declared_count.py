"""Declared counts: a number that promises a list is held against the list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.declared_count import Params, run
from tests.engines.support import Trial

TRIAL = Trial(run, Params())


def found(text: str) -> list[tuple[str, object, object]]:
    return [(match, hit.values["declared"], hit.values.get("counted")) for hit, match in TRIAL.pairs(text)]


LISTS = {
    "numbers": "一、修路\n要快。\n二、通水\n要稳。\n三、架线\n要准。\n",
    "words": "一是修路。要快。\n二是通水。要稳。\n三是架线。要准。\n",
    "ordinals": "第一、修路。要快。\n第二、通水。要稳。\n第三、架线。要准。\n",
    "brackets": "（一）修路。要快。\n（二）通水。要稳。\n（三）架线。要准。\n",
}


@pytest.mark.parametrize("following", LISTS.values(), ids=LISTS)
def test_three_follow_where_four_are_declared(following: str) -> None:
    assert found(f"今年重点做好以下四项工作：\n{following}") == [("四项工作", 4, 3)]
    assert found(f"今年重点做好以下三项工作：\n{following}") == []


def test_the_list_may_stand_in_the_same_line() -> None:
    assert found("要把握好四个方面：一是学，二是干，三是创。") == [("四个方面", 4, 3)]
    assert found("要把握好三个方面：一是学，二是干，三是创。") == []


def test_a_number_above_ten_counts_too() -> None:
    assert found("今年做好以下十一项工作：一是学，二是干，三是创。") == [("十一项工作", 11, 3)]


def test_each_declaration_is_held_against_its_own_list() -> None:
    text = "要做到三个坚持：一是学，二是干，三是创。还要解决两个问题：一是虚，二是浮，三是软。"
    assert found(text) == [("两个问题", 2, 3)]


def test_a_gap_is_not_told_twice() -> None:
    assert found("要把握好四个方面：一是学，二是干，四是创。") == []


@pytest.mark.parametrize(
    "text",
    [
        "上述四个方面的问题要整改：一是学，二是干。",
        "应当在十五个工作日内办结。一是受理，二是审查。",
        "要落实中央八项规定。一是学，二是干。",
        "围绕5个方面提出22项任务：一是学，二是干。",
        "增强“四个意识”。一是学，二是干。",
        "全年完成四项工作，成绩很好。一是学，二是干。",
        "今年抓了四项工作。成绩很好，大家满意。",
    ],
)
def test_what_promises_no_list_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_promise_at_the_end_of_the_text() -> None:
    assert found("要重点抓好“四个实”：") == [("四个实", 4, None)]


def test_points_promised_and_none_numbered() -> None:
    text = "同志们：\n下面，我讲三点意见。\n教育是民生之基，要抓好。\n开学在即，要快。\n领导是关键，要严。\n"
    assert found(text) == [("讲三点意见。", 3, None)]


def test_points_promised_and_numbered_in_words() -> None:
    text = "同志们：\n下面，我讲两点意见。\n第一，教育是民生之基。\n第二，开学在即。\n"
    assert found(text) == []


PIECES = st.lists(
    st.sampled_from(
        [
            "做好",
            "以下",
            "三个",
            "四项",
            "方面",
            "工作",
            "：",
            "。",
            "“",
            "”",
            "\n",
            "一是",
            "二是",
            "（一）",
            "两",
            "上述",
            "我讲",
            "点意见",
            "下一步做好以下三个方面工作：一是修路。二是通水。",
            "下面，我讲三点意见。\n",
        ]
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_any_text_is_judged_without_error(pieces: list[str]) -> None:
    TRIAL.assert_sound("".join(pieces))


@pytest.mark.parametrize("words", ["着力办好四件实事", "部署四项整治行动"])
def test_a_colon_before_a_list_needs_no_word_for_lists(words: str) -> None:
    text = f"上半年，全镇{words}：一是修路，二是通水，三是架线。"
    assert [(declared, counted) for _, declared, counted in found(text)] == [(4, 3)]


def test_months_before_a_list_declare_nothing() -> None:
    assert found("每三个月检查一次：一是查账，二是查物。") == []


@pytest.mark.parametrize("mark", ["{}.", "（{}）"])
def test_points_promised_and_made_in_a_lower_style_are_kept(mark: str) -> None:
    points = "\n".join(f"{mark.format(number)}抓好防汛值守，责任到人。" for number in (1, 2, 3))
    text = f"同志们：\n下面，我讲三点意见。\n今年雨水来得早，各村都要上心。\n{points}\n"
    assert found(text) == []
