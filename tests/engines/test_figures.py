import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.parsing import parse
from corpuslint.engines.figures import Params, run
from tests.engines.support import Trial, around

SUM, RATE = Params(compare="sum"), Params(compare="rate")


def found(text: str, params: Params) -> list[tuple[str, str, dict[str, str | int]]]:
    return [(hit.variant, match, dict(hit.values)) for hit, match in Trial(run, params).pairs(text)]


def test_parts_that_miss_their_total_by_one() -> None:
    text = "累计接种874370剂次，其中第一剂412852，第二剂386305，第三剂75212。"
    assert found(text, SUM) == [("sum", "874370", {"total": "874370", "sum": "874369"})]


def test_the_parts_are_related_places() -> None:
    document = parse("a.txt", "共排查企业403家，其中规上247家，规下56家。")
    (hit,) = run(document, SUM)
    assert [document.slice(place.span) for place in hit.related] == ["247", "56"]


@pytest.mark.parametrize(
    "text",
    [
        "共排查企业303家，其中规上247家，规下56家。",
        "共排查企业420家，其中化工120家，矿山56家。",
        "共排查企业400余家，其中规上247家，规下156家。",
        "共排查企业1.2万家，其中规上7012家，规下4980家。",
        "共排查企业403家。规上247家，规下56家。",
        "2022年共召开会议24次，10月12日召开现场会2次。",
    ],
)
def test_sums_that_agree_or_cannot_be_judged(text: str) -> None:
    assert found(text, SUM) == []


def test_a_rate_that_does_not_follow() -> None:
    text = "参加评审13人，通过12人，通过率达到93.2%。"
    assert found(text, RATE) == [("rate", "93.2%", {"rate": "93.2%", "expected": "92.3%", "name": "通过率"})]


def test_a_share_of_more_than_the_whole() -> None:
    assert [variant for variant, *_ in found("全县参保率达到112.5%。", RATE)] == ["over"]


@pytest.mark.parametrize(
    "text",
    [
        "参加评审13人，通过12人，通过率达到92.3%。",
        "参加评审13人，通过12人，通过率达到92%。",
        "参加评审13人，12人通过，通过率为92.31%。",
        "任务完成率118.7%，毛入学率105%，增长率230%。",
        "参加13人，材料20份，通过论证12个，通过率80%。",
        "培训党员1.2万人，培训率83%。",
        "约13人参加，通过12人，通过率90%。",
    ],
)
def test_rates_that_agree_or_cannot_be_judged(text: str) -> None:
    assert found(text, RATE) == []


@settings(max_examples=80, deadline=None)
@given(
    around(
        "共受理120件，其中来信50件、来访60件、网上9件。",
        "参加11人，通过10人，通过率80%。",
        alphabet="共计12390.,万人，通过率%。家 \n",
    ),
    st.sampled_from([SUM, RATE]),
)
def test_any_text_gives_hits_inside_it(text: str, params: Params) -> None:
    Trial(run, params).assert_sound(text)


@pytest.mark.parametrize(
    ("text", "total", "added"),
    [
        ("现有教师86名，其中小学41名，初中30名，高中9名。", "86", "80"),
        ("发放物资64份：棉被29份、大衣21份、米面20份。", "64", "70"),
    ],
)
def test_three_parts_in_a_row_that_miss_their_total_by_a_little(text: str, total: str, added: str) -> None:
    assert found(text, SUM) == [("sum", total, {"total": total, "sum": added})]


@pytest.mark.parametrize(
    "text",
    [
        "现有教师86名，其中小学41名、初中30名、高中9名等。",
        "现有教师86名，其中小学41名，初中30名，高中15名。",
        "现有教师86名，其中女教师41名，党员30名。",
        "现有教师860名，其中小学41名，初中30名，高中9名。",
    ],
)
def test_open_lists_and_parts_far_from_the_total_are_left_alone(text: str) -> None:
    assert found(text, SUM) == []


def test_a_rate_of_two_counts_that_say_what_they_are() -> None:
    assert [hit[1] for hit in found("应到教师150人，实到135人，到会率92.4%。", RATE)] == ["92.4%"]
    assert [hit[1] for hit in found("共有自然村60个，已通公路57个，占91%。", RATE)] == ["91%"]
    assert found("共有自然村60个，已通公路57个，占95%。", RATE) == []
    assert found("共有自然村60个，公路57条，占91%。", RATE) == []
