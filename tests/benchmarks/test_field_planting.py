"""Field forms in sound texts: where they stand, what they make of the text, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from benchmarks.defects.field.changes import CHANGES
from benchmarks.defects.field.kinds import FieldKind, read_kinds
from benchmarks.defects.field.places import PLACES
from benchmarks.defects.field.planting import plantings
from benchmarks.defects.field.spots import Spot, filled, sited
from benchmarks.defects.plant import Planting
from benchmarks.defects.sample import Sample
from benchmarks.labelled import CLEAN
from benchmarks.quality import read_samples

FIELD = {kind.name: kind for kind in read_kinds()}
REPORT = Sample(
    "总结.txt",
    "云溪县水利局2023年工作总结\n\n"
    "2023年，全县水利系统完成投资3500万元，新建泵站12座，自来水普及率达到95%，群众得到了实惠。\n"
    "一、主要工作\n"
    "去年以来，我们坚持把工程质量放在首位，加强管理，落实责任，各项任务按时完成，没有发生一起安全事故。\n"
    "（一）防汛抗旱工作\n汛前全面检查堤防，储备物资，落实责任，组织培训，做到了有备无患，确保了安全度汛。\n"
    "（二）农村供水工作\n铺设管网，改造老旧水厂，加强水质监测，提高供水保障能力，群众喝上了放心水、安全水。\n"
    "（三）河湖管理工作\n清理河道，整治乱占乱建，建立巡查制度，落实经费，河湖面貌明显改善，群众普遍满意。\n"
    "二、存在问题\n一是资金不足，二是人才缺乏，三是管理粗放，这些问题需要在今后的工作中认真加以解决。\n",
)


def planted(name: str, samples: Sequence[Sample] = (REPORT,), seed: int = 1) -> list[Planting]:
    return list(plantings([FIELD[name]], samples, seed))


def changed(planting: Planting) -> list[str]:
    """The lines of a planted text that show the defect."""
    lines = planting.text.split("\n")
    return [lines[number - 1] for number in sorted(planting.lines) if number <= len(lines)]


def test_every_form_has_a_spot_in_the_sound_samples() -> None:
    samples = read_samples(CLEAN)
    missing = {}
    for kind in FIELD.values():
        shapes = {planting.shape for planting in plantings([kind], samples, 1)}
        if unplanted := set(kind.shapes) - shapes:
            missing[kind.name] = unplanted
    assert missing == {}


def test_the_same_seed_plants_the_same() -> None:
    assert planted("year-mask") == planted("year-mask")
    assert planted("year-mask") != planted("year-mask", seed=2)


def test_the_forms_take_turns_and_no_text_comes_twice() -> None:
    found = planted("word-doubled")
    assert len({planting.text for planting in found}) == len(found) > 1
    stars = planted("figure-star")
    assert [planting.shape for planting in stars[:7]] == list(FIELD["figure-star"].shapes)


def test_a_masked_figure_stands_on_its_line() -> None:
    texts = {line for planting in planted("figure-letter") for line in changed(planting)}
    assert any("XX座" in line or "XX万元" in line for line in texts)


def test_a_law_keeps_its_figures() -> None:
    law = Sample("条例.txt", REPORT.text, "law")
    assert planted("figure-letter", [law]) == []
    assert planted("sum-wrong", [law]) == []


def test_a_line_of_a_site_stands_alone() -> None:
    for planting in planted("paywall"):
        assert changed(planting) == [planting.shape]


def test_page_numbers_run_through_the_text() -> None:
    long = Sample(
        "讲话.txt",
        "讲话\n"
        + "各级各部门要把责任扛在肩上，把任务抓在手上，一件一件落实，一项一项推进，务求取得实效。\n" * 9,
    )
    planting = next(one for one in planted("page-series", [long]) if one.shape.startswith("第 "))
    assert changed(planting)[:2] == ["第 1 页 共 4 页", "第 2 页 共 4 页"]


def test_a_broken_sentence_shows_on_both_lines() -> None:
    for planting in planted("broken-before-figure"):
        before, *_, after = changed(planting)
        assert before and after[0].isdigit()


def test_a_cut_text_ends_within_a_word() -> None:
    for planting in planted("text-end-cut"):
        assert REPORT.text.startswith(planting.text.rstrip(".…\n"))


def test_a_heading_cut_off_keeps_its_marker() -> None:
    assert {line[:3] for planting in planted("heading-cut") for line in changed(planting)} <= {
        "（一）",
        "（二）",
        "（三）",
        "二、存",
        "一、主",
    }


def test_a_wrong_number_may_be_told_anywhere_in_its_list() -> None:
    planting = planted("style-of-second-level")[0]
    assert {line[:1] for line in changed(planting)} >= {"（"}
    assert len(planting.lines) >= 3


def test_a_promise_is_broken_only_where_it_was_kept() -> None:
    kept = Sample("a.txt", "讲话\n下面，我讲三点意见。\n一、甲\n二、乙\n三、丙\n")
    assert {planting.text[8] for planting in planted("promise-wrong", [kept])} == {"二", "四"}
    assert planted("promise-wrong", [Sample("a.txt", kept.text.replace("三点", "五点"))]) == []


def test_sentences_carry_the_form() -> None:
    for planting in planted("surname-mask"):
        assert planting.shape in "".join(changed(planting))


def test_a_form_that_changes_nothing_is_no_defect() -> None:
    assert sited(REPORT, Spot(((0, 2),)), "云溪") is None
    assert sited(REPORT, Spot(((0, 2),)), "⟦⟧") is None


def test_a_form_is_filled_in_where_the_spot_has_its_values() -> None:
    assert filled("⟦first⟧xx⟦⟧", {"": "35", "first": "3"}) == "3xx35"
    assert filled("⟦㈠⟧", {"": "（一）"}) is None


@pytest.mark.parametrize(
    ("change", "text", "made"),
    [
        ("UTF-8 read as Latin-1", "工", "å·¥"),
        (r"\u escapes", "工作", r"\u5de5\u4f5c"),
        ("quoted-printable", "工", "=E5=B7=A5"),
        ("0 as O", "2023", "2O23"),
        ("a space between all", "工作", "工 作"),
        ("all line ends lost", "甲\n\n乙\n", "甲乙"),
        ("numerals as look-alike characters", "（三）", "（王）"),
    ],
)
def test_changes(change: str, text: str, made: str) -> None:
    assert CHANGES[change](text) == made


def test_a_change_that_does_not_apply_is_none() -> None:
    assert CHANGES["0 as O"]("118") is None
    assert CHANGES["lines of 28"]("短") is None


def test_places_hold_what_they_say() -> None:
    def texts(place: str) -> set[str]:
        return {REPORT.text[start:end] for spot in PLACES[place](REPORT) for start, end in spot.spans}

    assert texts("figure") == {"3500", "12"}
    assert texts("percentage") == {"95"}
    assert texts("year") == {"2023"}
    assert texts("marker （一）") == {"（一）", "（二）", "（三）"}
    assert texts("inner ordinal") == {"二是"}
    assert texts("title") == {"云溪县水利局2023年工作总结"}
    assert all(isinstance(kind, FieldKind) for kind in FIELD.values())
