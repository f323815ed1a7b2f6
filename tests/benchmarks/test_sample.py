"""The reading that plants are made on: lists, inline ordinals, headings."""

from __future__ import annotations

import pytest
from benchmarks.defects.sample import Sample, marker, numeral

REPORT = """\
全市水利工作总结

一、主要工作
去年，全市水利系统顶住多重压力，把有限的资金用在刀刃上，办成了一批群众看得见的实事好事。
（一）防汛。加固堤防。
（二）供水。新建管网。
二、存在问题
（一）资金不足。
三、下步打算
一是加大投入；二是加快进度；三是加强管护。
"""


def test_lists_restart_under_a_new_parent() -> None:
    lists = [[(item.style, item.value) for item in items] for items in Sample("a.txt", REPORT).lists]
    assert [("一、", 1), ("一、", 2), ("一、", 3)] in lists
    assert [("（一）", 1), ("（一）", 2)] in lists
    assert [("（一）", 1)] in lists


def test_an_item_ends_where_the_next_begins() -> None:
    sample = Sample("a.txt", REPORT)
    first, second, _ = next(items for items in sample.lists if items[0].style == "一、")
    assert sample.text[first.start : first.end].startswith("一、主要工作\n去年")
    assert first.end == second.start
    assert sample.text[second.marker_end : second.line_end] == "存在问题"


def test_articles_run_on_through_other_lists() -> None:
    law = "第一条　总则。\n第二条　符合下列条件：\n（一）甲；\n（二）乙。\n第三条　附则。\n"
    assert [
        item.value for items in Sample("l.txt", law).lists for item in items if item.style == "第一条"
    ] == [1, 2, 3]


def test_inline_ordinals_make_a_chain() -> None:
    (chain,) = Sample("a.txt", REPORT).chains
    assert [ordinal.value for ordinal in chain] == [1, 2, 3]


def test_ordinals_inside_words_make_none() -> None:
    assert Sample("a.txt", "第一是落实，第二是落实，第三还是落实。统一要求，逐一是正。").chains == ()


def test_a_decimal_is_no_item() -> None:
    assert Sample("a.txt", "1.5万元以上的部分，支付65%。\n").lists == ()


def test_headings_stand_over_text() -> None:
    sample = Sample("a.txt", REPORT)
    assert [sample.text[item.start : item.line_end] for item in sample.headings] == ["一、主要工作"]


@pytest.mark.parametrize(
    ("value", "written"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def test_numerals(value: int, written: str) -> None:
    assert numeral(value) == written


@pytest.mark.parametrize(
    ("style", "written"), [("一、", "三、"), ("（一）", "（三）"), ("1.", "3."), ("第一条", "第三条　")]
)
def test_markers(style: str, written: str) -> None:
    assert marker(style, 3) == written
