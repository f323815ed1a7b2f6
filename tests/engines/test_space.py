import pytest
from hypothesis import given, settings

from corpuslint.corpus.parsing import parse
from corpuslint.engines.space import Params, run
from corpuslint.findings import Severity
from tests.engines.support import Trial, around

TRIAL = Trial(run, Params())
found, repaired = TRIAL.found, TRIAL.repaired


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("占地40亩，房间 1020个，投资2000万元。", "inside", " "),
        ("要守护好人民群众生命健康 。各单位抓好落实。", "inside", " "),
        ("要加强对干部的监督　管理，压实各级责任。", "inside", "　"),
        ("要加强对干部的监督\t管理，压实各级责任。", "inside", "\t"),
        ("2、 存在问题", "inside", " "),
        ("（1） 疫情防控", "inside", " "),
        ("\u2002\u2002会上，各单位作了汇报。", "odd", "\u2002\u2002"),
        ("任务完成。   \n各单位抓好落实。", "trailing", "   "),
    ],
)
def test_a_stray_space_is_found(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


def test_the_space_is_taken_out() -> None:
    assert repaired("占地40亩，房间 1020个，投资2000万元。") == "占地40亩，房间1020个，投资2000万元。"
    assert repaired("\u2002\u2002会上，各单位作了汇报。") == "　　会上，各单位作了汇报。"


def test_trailing_spaces_are_noted_once_and_not_in_markdown() -> None:
    text = "任务完成。  \n抓好落实。  \n"
    (hit,) = TRIAL.hits(text)
    assert (hit.severity, hit.values) == (Severity.INFO, {"count": 2})
    assert list(run(parse("a.md", text, format="markdown"), Params())) == []


def test_spaces_throughout_are_one_hit() -> None:
    text = "要抓好 ，落实责任，确保完成任务。\n" * 40
    assert [variant for variant, _ in found(text)] == ["throughout"]


@pytest.mark.parametrize(
    "text",
    [
        "　　会议强调，要抓好落实。",
        "第三条 各级人民政府应当加强领导，落实责任。",
        "市长　龚　正",
        "目　录",
        "2023年1月11日 星期三",
        "完成 120 个项目，引进 5G 基站 30 座，投资 3 亿元。",
        "会议传达了 Belt and Road Forum 的精神，要求抓好落实。",
        "| 单位 | 任务，目标 | 责任 人 |",
        "签名：    年  月  日，盖章处：    。",
        "姓名  职务  单位，电话  备注",
    ],
)
def test_spaces_that_are_meant_are_left_alone(text: str) -> None:
    assert found(text) == []


@settings(max_examples=80, deadline=None)
@given(around("建成房 间三栋。", "2、 工作", alphabet="工作，。 　\t\u2002\u00a012A、（）第条\n"))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)


def test_the_space_between_an_office_and_a_name_at_the_line_end_is_meant() -> None:
    assert found("白石区民政局党组书记、局长　陆长河") == []
    assert found("白石区民政局党组书记、局长　指出要抓紧。") == [("inside", "　")]
