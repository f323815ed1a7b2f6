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


@pytest.mark.parametrize(
    "text",
    [
        "　　新华社青阳1月30日电 全县教育工作会议今天召开，会期一天。",
        "　　本报讯（记者 李明 王小强）全县教育工作会议今天召开。",
        "会议现场，代表们认真听取报告。李明 摄",
        "县长发表了题为《推进乡村振兴 建设美丽家园》的讲话，全文另发。",
        "〔3〕互助组 指农民在劳动中互相帮助的组织，每组三五户。",
    ],
)
def test_spaces_that_belong_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_space_after_most_numbers_of_a_form_is_told_once() -> None:
    text = "一、 备足种子。\n二、 检修农机。\n三、 清理沟渠。\n（一）抓好春耕。\n（二） 抓好防汛。"
    items, inside = TRIAL.hits(text)
    assert (items.variant, items.severity, items.values) == ("items", Severity.INFO, {"count": 3})
    assert len(items.edits) == 3
    assert inside.variant == "inside"


def test_an_odd_space_where_a_space_belongs_is_info() -> None:
    (hit,) = TRIAL.hits("第一章\u2002总则")
    assert (hit.variant, hit.severity) == ("odd", Severity.INFO)
    (hit,) = TRIAL.hits("要抓好\u2002春耕。")
    assert (hit.variant, hit.severity) == ("odd", None)


def test_many_odd_spaces_are_one_hit_that_mends_all() -> None:
    text = "要抓好\u2002春耕。\n" * 12
    (hit,) = TRIAL.hits(text)
    assert (hit.variant, hit.values["places"]) == ("odd_throughout", 12)
    assert repaired(text) == "要抓好春耕。\n" * 12


@pytest.mark.parametrize(
    "text",
    [
        "打响“山水青阳 好品青阳”品牌，抓好落实。",
        "办好【学思想 强党性】专栏，抓好落实。",
        "7.冷空气来袭 全县出现雨雪天气；",
        "附件： 关于开展春耕备耕检查的通知（试行），共三页",
        "县长作政府工作报告。 青阳日报记者 李明 摄",
    ],
)
def test_a_space_between_phrases_is_meant(text: str) -> None:
    assert found(text) == []


def test_a_space_inside_a_word_in_title_marks_is_found() -> None:
    assert found("按照《青阳县防汛抗旱工作实施方 案》的要求，抓好落实。") == [("inside", " ")]
