import pytest
from hypothesis import given, settings

from corpuslint.corpus.parsing import parse
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
        ("从2023年3月开始，到2022年12月结束。", "reversed", "2023年3月开始，到2022年12月"),
        ("活动时间为9月20日至9月10日。", "reversed", "9月20日至9月10日"),
        ("报名时间为9月20日-10日。", "reversed", "9月20日-10日"),
        ("规划期为2025—2021年。", "reversed", "2025—2021年"),
        ("20219年6月1日起施行。", "year", "20219年"),
        ("（223年3月16日）", "year", "223年"),
        ("卫生健康委员会\n022年1月10日", "year", "022年"),
        ("2203年3月16日印发。", "year", "2203年"),
        ("20203年，我市坚持稳中求进。", "year", "20203年"),
        ("会议于2023年3月16日（星期五）召开。", "weekday", "2023年3月16日（星期五"),
        ("“十四五”期间（2020—2025年）投资30亿元。", "plan", "2020—2025"),
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
        "l2月31日，A2月30日。",
        "采暖期为11月15日至3月15日，12月30日至1月3日值班。",
        "会议于2023年3月16日（星期四）召开，3月17日（周五）闭幕。",
        "距今12000年，约20000年前，建城2500年，公元223年3月，历时120年。",
        "树龄达22000年以上，2032年3月建成，1644年5月入关。",
        "“十四五”期间（2021—2025年），“十四五”时期（2021—2023年），“十四五”规划（2021—2035年）。",
        "“十三五”以来（2016—2022年），电话0555-2025-2021年度。",
    ],
)
def test_dates_that_can_be(text: str) -> None:
    assert found(text) == []


@settings(max_examples=80, deadline=None)
@given(around("2月30日", "2022年工作总结\n", "截止2019年11月底，", alphabet="０9212年月日至截止2.。总结\n"))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)


def test_a_document_without_title_is_of_the_year_in_the_name_of_its_file() -> None:
    text = "全县认真落实各项部署，截至2019年底，完成投资3亿元。"
    (hit,) = run(parse("全县2022年工作总结.txt", text), Params())
    assert (hit.variant, hit.values["year"], hit.related) == ("stale", 2022, ())
    assert list(run(parse("全县2020年工作总结.txt", text), Params())) == []
