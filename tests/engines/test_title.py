import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.title import Params, run
from tests.engines.support import Trial

BODY = "\n\n同志们：\n\n今天部署全年工作，各村要抓好落实。\n"
ALPHABET = st.text(alphabet="在年会议上的讲话报告关于通知全县2（）【】\n加强和", max_size=80)
TRIAL = Trial(run, Params())


def found(title: str) -> list[tuple[str, str]]:
    return TRIAL.found(title + BODY)


@pytest.mark.parametrize(
    ("title", "variant", "match"),
    [
        ("在年农业工作会议上的讲话", "year", "在年"),
        ("全区年安全生产工作总结", "year", "全区年"),
        ("202年全镇工作总结", "year", "202年"),
        ("20231年政府工作报告", "year", "20231年"),
        ("在农业工作会议上的讲话年", "tail", "年"),
        ("在农业工作会议上的讲话汇集", "tail", "汇集"),
        ("在农业工作会议上讲话【范文】", "of", "上讲话"),
        ("在农业工作会议的讲话", "on", "的讲话"),
        ("关于做好森林防火通知", "of", "通知"),
        ("会议上的讲话", "start", "会议上的讲话"),
        ("一、进一步加强加基层治理", "stem", "加强加"),
    ],
)
def test_a_joint_that_does_not_hold(title: str, variant: str, match: str) -> None:
    assert found(title) == [(variant, match)]


def test_a_heading_that_ends_in_the_air() -> None:
    assert found("三、着力推进和\n\n四、保障措施")[0] == ("end", "和")


@pytest.mark.parametrize(
    "title",
    [
        "在2023年农业工作会议上的讲话",
        "在全镇青年干部大会上的发言",
        "在全市年轻干部座谈会上的讲话",
        "全镇年度工作总结",
        "关于2023年上半年工作情况的汇报",
        "关于防汛工作情况报告",
        "关于任免人员的通知",
        "在农业工作会议上的讲话精神",
        "在农业工作会议上的讲话（节选）",
        "20xx年工作总结",
        "学习重要讲话精神心得体会",
        "第五章 社会参与",
        "加强加快推进的力度",
    ],
)
def test_sound_titles_are_left_alone(title: str) -> None:
    assert found(title) == []


def test_body_text_is_no_title() -> None:
    assert (
        found("政府工作报告\n\n他在会议上讲话，关于防汛通知了各村，进一步作了部署，请大家在会后落实。") == []
    )


@settings(max_examples=150, deadline=None)
@given(ALPHABET)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    TRIAL.assert_sound(text)
