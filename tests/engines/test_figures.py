from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.parsing import parse
from corpuslint.engines.figures import Params, run
from corpuslint.findings import Confidence, Severity
from tests.engines.support import Trial, around

SUM, RATE = Params(compare="sum"), Params(compare="rate")
HERE = Path(__file__).parent


def sentences(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


CONTRADICTING = [line.split("\t") for line in sentences("contradicting_figures.txt")]
SOUND = sentences("sound_figures.txt")


def found(text: str, params: Params) -> list[tuple[str, str, dict[str, str | int]]]:
    return [(hit.variant, match, dict(hit.values)) for hit, match in Trial(run, params).pairs(text)]


def variants(text: str) -> list[str]:
    return [variant for params in (SUM, RATE) for variant, *_ in found(text, params)]


@pytest.mark.parametrize(("variant", "text"), CONTRADICTING)
def test_figures_that_contradict_each_other(variant: str, text: str) -> None:
    assert variants(text) == [variant]


@pytest.mark.parametrize("text", SOUND)
def test_figures_that_agree_or_cannot_be_held_against_each_other(text: str) -> None:
    assert variants(text) == []


def test_there_are_sentences_enough_of_either_kind() -> None:
    assert len(CONTRADICTING) >= 100
    assert len(SOUND) >= 100


def test_the_arithmetic_is_told() -> None:
    text = "每座补助标准为1200元，其中省级600元、市级300元、县级500元。"
    values = {"total": "1200", "terms": "600 + 300 + 500", "sum": "1400"}
    assert found(text, SUM) == [("sum", "1200", values)]


def test_a_sum_is_told_in_the_scale_of_its_total() -> None:
    text = "下达资金1500万元，其中中央700万元、省级500万元、市级400万元。"
    assert found(text, SUM)[0][2]["sum"] == "1600万"


def test_parts_without_a_unit_are_of_the_unit_of_their_total() -> None:
    text = "累计接种874370剂次，其中第一剂412852，第二剂386305，第三剂75212。"
    assert [hit[2]["sum"] for hit in found(text, SUM)] == ["874369"]


def test_the_parts_are_related_places() -> None:
    document = parse("a.txt", "共排查企业403家，其中规模以上企业247家，规模以下企业56家。")
    (hit,) = run(document, SUM)
    assert [document.slice(place.span) for place in hit.related] == ["247", "56"]


def test_parts_that_stop_short_of_their_total_are_only_worth_a_look() -> None:
    document = parse("a.txt", "计划改造860座，其中一季度200座、二季度360座、三季度200座。")
    (hit,) = run(document, SUM)
    assert (hit.variant, hit.severity, hit.confidence) == ("short", Severity.INFO, Confidence.MEDIUM)


def test_parts_that_are_only_built_alike_are_less_certain() -> None:
    document = parse("a.txt", "全镇有党小组27个，其中东街党小组16个，西街党小组14个。")
    (hit,) = run(document, SUM)
    assert hit.confidence is Confidence.MEDIUM


def test_a_rate_names_its_two_counts_and_what_they_make() -> None:
    text = "参加评审13人，通过12人，通过率达到93.2%。"
    values = {"rate": "93.2%", "expected": "92.3%", "name": "通过率", "part": "12", "whole": "13"}
    assert found(text, RATE) == [("rate", "93.2%", values)]


def test_a_change_names_both_figures_and_their_difference() -> None:
    text = "合格率由92%提高到96%，提高了6个百分点。"
    values = {"before": "92%", "after": "96%", "told": "6个百分点", "expected": "4个百分点"}
    assert found(text, RATE) == [("change", "6个百分点", values)]


@pytest.mark.parametrize(
    "digits", ["４１２人，其中男性２３１人、女性１９１人。", "412人,其中男性231人,女性191人."]
)
def test_width_of_digits_and_stops_does_not_matter(digits: str) -> None:
    assert variants(f"现有医师{digits}") == ["sum"]


def test_a_sentence_without_end_is_read_in_stretches() -> None:
    filling = "各项工作有序推进，" * 300
    assert variants(f"{filling}现有医师412人，其中男性231人、女性191人，{filling}") == ["sum"]


@settings(max_examples=80, deadline=None)
@given(
    around(
        "共受理120件，其中来信50件、来访60件、网上19件。",
        "参加11人，通过10人，通过率80%。",
        "由10亿元增加到12亿元，增长15%。",
        "满意占85%，不满意占18%。",
        "每户补助3000元，共200户，发放80万元。",
        "三次产业结构15:41:54。",
        alphabet="共计12390.,万人，其中（）男女未已由到比占%:。家 \n",
    ),
    st.sampled_from([SUM, RATE]),
)
def test_any_text_gives_hits_inside_it(text: str, params: Params) -> None:
    Trial(run, params).assert_sound(text)
