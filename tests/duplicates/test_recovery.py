"""What stands behind a mask is told only where the text around it agrees."""

import re

import pytest

from corpuslint.corpus.document import Span
from corpuslint.duplicates.pairing import Side
from corpuslint.duplicates.recovery import Recovered, recover
from corpuslint.duplicates.search import Source
from tests.duplicates.planted import Writer


def side(text: str, path: str = "a.txt") -> Side:
    return Side(Source.of(path, None, text), Span(0, len(text)))


def values(marked: str, other: str) -> list[str]:
    """The values found in `other` for the placeholders that ⟦ ⟧ mark in the first text."""
    return [other[slice(*value)] for _, value in answer(marked, other).values]


def answer(marked: str, other: str) -> Recovered:
    text, placeholders = "", []
    for part in re.split(r"(⟦[^⟧]*⟧)", marked):
        if part.startswith("⟦"):
            placeholders.append(Span(len(text), len(text) + len(part) - 2))
        text += part.strip("⟦⟧")
    return recover(side(text), side(other, "b.txt"), placeholders)


@pytest.mark.parametrize(
    ("masked", "other", "found"),
    [
        ("全年实施水利项目⟦X⟧项，完成投资三亿元", "全年实施水利项目12项，完成投资三亿元", ["12"]),
        ("全年完成水利投资⟦XX⟧亿元，同比增长明显", "全年完成水利投资1,234.5亿元，同比增长明显", ["1,234.5"]),
        ("会议由副县长⟦某某⟧主持召开，各局参加", "会议由副县长周立新主持召开，各局参加", ["周立新"]),
        ("工程定于⟦X月XX日⟧正式开工建设", "工程定于3月15日正式开工建设", ["3月15日"]),
        ("全县上下⟦20XX年⟧实施的项目全部建成", "全县上下2023年实施的项目全部建成", ["2023年"]),
        ("全县上下⟦在年⟧实施的项目全部建成", "全县上下在2023年实施的项目全部建成", ["在2023年"]),
        (
            "与会的有⟦XX⟧镇、⟦**⟧街道和⟦***⟧合作社的同志",
            "与会的有白马镇、安河街道和丰谷合作社的同志",
            ["白马", "安河", "丰谷"],
        ),
        ("全县上下⟦X⟧年开工的\n项目全部建成", "全县上下二〇二三年开工的项目\n全部建成", ["二〇二三"]),
    ],
)
def test_the_value_of_a_mask_is_found(masked: str, other: str, found: list[str]) -> None:
    assert values(masked, other) == found


@pytest.mark.parametrize(
    ("masked", "other"),
    [
        ("全年实施水利项目⟦X⟧项，完成投资三亿元", "全年实施水利项目XX项，完成投资三亿元"),
        ("全年实施水利项目⟦X⟧项，完成投资三亿元", "去年建成学校十二所，修路铺桥很多处"),
        ("全年实施水利项目⟦X⟧项，完成投资三亿元", "全年实施交通工程12项，完成投资三亿元"),
        ("全年实施水利项目⟦X⟧项，完成投资三亿元", "全年实施水利项目12件，花费资金三亿元"),
        ("⟦X⟧项水利项目全部开工建设", "12项水利项目全部开工建设"),
        (
            "全年实施水利项目⟦X⟧项，完成投资三亿元",
            "全年实施水利项目以及去冬今春以来没有完成的各类大小工程一共十二项，完成投资三亿元",
        ),
    ],
    ids=["masked too", "another text", "other before", "other after", "nothing before", "too long"],
)
def test_no_value_is_told_where_the_surroundings_do_not_bear_it_out(masked: str, other: str) -> None:
    assert values(masked, other) == []


ABOUT = "全县水利系统抢抓晴好天气加快推进工程建设"


@pytest.mark.parametrize(
    ("masked", "other", "told"),
    [
        ("实施水利项目⟦X⟧项，完成投资三亿元", "实施水利项目12项，完成投资三亿元", "same"),
        ("实施水利项目⟦X⟧项，局长陈xx说", "实施水利项目12项，局长陈志远说", "same"),
        ("202-年实施水利项目⟦X⟧项", "2023年实施水利项目12项", "same"),
        ("⟦X⟧年实施水利项目", "二〇二三年实施水利项目", "same"),
        ("水利项目⟦X⟧项，投资三亿多元，另有80万元", "水利项目12项，投资三亿多元，另有95万元", "figures"),
        ("各项工作持续实施水利项目⟦X⟧项", "多项工程持续实施水利项目12项", "near"),
    ],
    ids=["masks only", "other masks", "a year cut short", "a year in words", "other figures", "other words"],
)
def test_it_is_told_what_a_value_rests_on(masked: str, other: str, told: str) -> None:
    found = answer(f"{ABOUT}，{masked}，{ABOUT}。", f"{ABOUT}，{other}，{ABOUT}。")
    assert (len(found.values), found.evidence) == (1, told)


@pytest.mark.parametrize(
    ("masked", "other"),
    [
        ("水务局实施项目⟦X⟧项，完成投资三亿元", "农业局实施项目12项，完成投资三亿元"),
        ("实施水利项目⟦X⟧项，完成筹资三亿元", "实施水利项目12项，完成投资三亿元"),
        ("2023年实施项目⟦X⟧项，完成投资三亿元", "2022年实施项目12项，完成投资三亿元"),
    ],
    ids=["another body before", "another word after", "another year"],
)
def test_a_copy_that_differs_near_the_mask_gives_no_value(masked: str, other: str) -> None:
    assert answer(f"{ABOUT}，{masked}，{ABOUT}。", f"{ABOUT}，{other}，{ABOUT}。").values == []


def test_a_value_close_to_the_end_of_both_copies_is_told() -> None:
    found = answer(f"一要抓好{ABOUT}，造福⟦XX⟧大地。", f"二要抓紧{ABOUT}，造福临河大地。")
    assert found.values == []
    found = answer(f"一要抓好{ABOUT}，造福⟦XX⟧城乡大地。", f"二要抓紧{ABOUT}，造福临河城乡大地。")
    assert len(found.values) == 1


def test_two_masks_that_fold_to_one_are_left_alone() -> None:
    assert values("出席会议的有⟦某某⟧、⟦某某⟧等领导同志", "出席会议的有周立新、陈志远等领导同志") == []


def test_long_copies_are_aligned_throughout() -> None:
    writer = Writer(4)
    parts = [writer.paragraph(200) + f"本段核定编号为第{number}甲号档案材料。" for number in range(100, 140)]
    other = "\n".join(parts)
    masked = re.sub(r"第(\d+)甲号", "第⟦XX⟧甲号", other)
    assert values(masked, other) == [str(number) for number in range(100, 140)]
