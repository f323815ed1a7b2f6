import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.punctuation import Params, run
from tests.engines.support import Trial

TRIAL = Trial(run, Params())
found, repaired = TRIAL.found, TRIAL.repaired


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("抓好落实。。。各单位", "doubled", "。。。"),
        ("抓好落实，。各单位", "contradictory", "，。"),
        ("抓好落实,,压实责任", "doubled", ",,"),
        ("（教育、医疗、）等", "closing", "、"),
        ("坚持“。外防输入”", "opening", "。"),
        ("抓好落实\n，各单位", "line-start", "，"),
        ("随访、等工作", "etc", "、"),
        ("增长8%。的目标", "inner", "。"),
        ("增长3。5%", "decimal", "。"),
        ("“12、4宪法日”", "date", "、"),
    ],
)
def test_a_misplaced_stop_is_found_and_named(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


def test_a_doubled_stop_is_reduced_to_one() -> None:
    assert repaired("抓好落实。。各单位、、") == "抓好落实。各单位、"


@pytest.mark.parametrize(
    "text",
    [
        "还很重……要努力！！！真的？！",
        "增长1.5%，1,000人次，10:30开会，http://a.cn/..",
        "各项任务完成。（见附件。）",
        "做好等级评审、等候服务。的确如此。了解情况。",
        "完成1、2号楼，3、5月份验收，比例为3、5、8。",
        "C语言的std::vector，见a..b和etc.,",
    ],
)
def test_stops_that_belong_are_left_alone(text: str) -> None:
    assert found(text) == []


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="。，、；：！？,;:.)）的了等（“”工作15%日 \n", max_size=120))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)
