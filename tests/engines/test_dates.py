import pytest
from hypothesis import given, settings

from corpuslint.engines.dates import Params, run
from tests.engines.support import Trial, around

TRIAL = Trial(run, Params())
found = TRIAL.found


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("会议定于2月30日召开。", "impossible", "2月30日"),
        ("会议定于13月2日召开。", "impossible", "13月2日"),
        ("2023年2月29日投入使用。", "impossible", "2023年2月29日"),
        ("２０２３年６月３１日投入使用。", "impossible", "２０２３年６月３１日"),
        ("2023年13月完成。", "impossible", "2023年13月"),
        ("2022年9月至2021年12月检查3次。", "reversed", "2022年9月至2021年12月"),
        (
            "全县2022年工作总结\n\n全县认真落实各项部署。截止2020年10月，完成投资3亿元。",
            "stale",
            "截止2020年10月",
        ),
    ],
)
def test_a_date_that_cannot_be(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日召开，2月29日也对。",
        "2020年9月至2021年12月，2021年3月5日至2021年3月5日。",
        "2022年工作总结\n\n截至2021年底，建成120所。",
        "全年共31个工作日，3.12月度报告，3-13月龄儿童。",
    ],
)
def test_dates_that_can_be(text: str) -> None:
    assert found(text) == []


@settings(max_examples=80, deadline=None)
@given(around("2月30日", "2022年工作总结\n", "截止2019年11月底，", alphabet="０9212年月日至截止2.。总结\n"))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)
