import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.width import Params, run
from corpuslint.findings import Severity
from tests.engines.support import Trial

TRIAL = Trial(run, Params())
found, repaired = TRIAL.found, TRIAL.repaired


PROSE = "今年以来，我们坚持稳中求进；统筹发展和安全，各项工作取得新进展：成绩来之不易！"


def test_the_odd_one_out_is_found_and_mended() -> None:
    text = PROSE + "切实加强管控,压实责任。"
    assert found(text) == [("odd", ",")]
    assert repaired(text) == PROSE + "切实加强管控，压实责任。"


def test_two_brackets_are_one_hit() -> None:
    text = PROSE + "乡(镇)要负责（包括街道）。" + "（一）（二）（三）"
    assert found(text) == [("odd", "(镇)")]
    assert "乡（镇）要" in repaired(text)


def test_a_half_width_file_is_one_hit_with_count_and_share() -> None:
    (hit,) = TRIAL.hits("同志们:今天开会,总结工作,部署任务.")
    assert (hit.variant, hit.severity) == ("mostly", Severity.INFO)
    assert hit.values == {"count": 4, "full": 0, "share": 100}


def test_a_mixed_file_is_one_hit() -> None:
    assert [variant for variant, _ in found(PROSE + "工作,任务,责任,措施,")] == ["mixed"]


def test_stops_and_brackets_are_judged_apart() -> None:
    text = PROSE * 3 + "省(区)、乡(镇)、村(居)、厅(局)。"
    assert [variant for variant, _ in found(text)] == ["mostly"]


def test_full_width_digits_are_a_slip_only_among_half_width_ones() -> None:
    assert found("增长5%、6%、7%，其中８%，投资9亿元。") == [("wide", "８")]
    assert found("增长５％、６％，其中８％。") == []


@pytest.mark.parametrize(
    "text",
    [
        PROSE + "1,000人次，10:30，http://a.cn/?b=c，Belt and Road, Silk Road。",
        PROSE + "细颗粒物(PM2.5)下降，1)摸底；2)建账。",
    ],
)
def test_figures_and_latin_text_are_left_alone(text: str) -> None:
    assert found(text) == []


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="工作,;:?!.()（），。；１８X5% \n", max_size=120))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)


def test_a_half_width_full_stop_is_found_and_mended() -> None:
    text = PROSE + "三条道路全部完工.群众出行更加方便。"
    assert found(text) == [("odd", ".")]
    assert "完工。群众" in repaired(text)


@pytest.mark.parametrize(
    "text", ["由吐尔逊江.艾买提主持。", "第十二.五规划期间。", "把县.政.府.办的要求落实。"]
)
def test_dots_in_names_terms_and_noise_are_no_full_stops(text: str) -> None:
    assert found(PROSE + text) == []
