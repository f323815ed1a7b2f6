"""Plants: the same for the same seed, of every kind, and truly defects."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.defects import figures, lists, masks
from benchmarks.defects.plant import Kind, Planting, plant
from benchmarks.defects.sample import Sample
from benchmarks.injector import KINDS, plantings
from benchmarks.labelled import CLEAN
from benchmarks.quality import read_samples

from corpuslint.catalog import shipped

SAMPLES = read_samples(CLEAN)
PLANTED = list(plantings(SAMPLES, seed=7, per_kind=12))
LIST = "全年工作总结\n（一）防汛。\n（二）供水。\n（三）河湖。\n（四）改革。\n"


def kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def planted(kind_name: str, shape: str, text: str) -> list[Planting]:
    sample = Sample("a.txt", text)
    of = kind(kind_name)
    return [plant(sample, of, shape, site) for site in of.shapes[shape](sample)]


def test_the_same_seed_plants_the_same() -> None:
    again = list(plantings(SAMPLES, seed=7, per_kind=12))
    assert [planting.text for planting in again] == [planting.text for planting in PLANTED]


def test_another_seed_plants_otherwise() -> None:
    other = {planting.text for planting in plantings(SAMPLES, seed=8, per_kind=12)}
    assert len(other - {planting.text for planting in PLANTED}) > len(PLANTED) / 2


def test_every_kind_and_every_shape_finds_a_place() -> None:
    shapes = {(planting.kind.name, planting.shape) for planting in PLANTED}
    assert shapes == {(kind.name, shape) for kind in KINDS for shape in kind.shapes}


def test_no_kind_has_more_plants_than_asked_for_nor_one_twice() -> None:
    counts = Counter(planting.kind.name for planting in PLANTED)
    assert max(counts.values()) == 12
    assert len({(planting.kind.name, planting.text) for planting in PLANTED}) == len(PLANTED)


def test_a_plant_changes_its_text_and_shows_on_a_line_of_it() -> None:
    sound = {sample.name: sample.text for sample in SAMPLES}
    for planting in PLANTED:
        assert planting.text != sound[planting.name]
        assert planting.lines
        assert all(1 <= line <= planting.text.count("\n") + 1 for line in planting.lines)


def test_only_checks_and_groups_that_there_are_may_claim_a_plant() -> None:
    known = {name for check in shipped() for name in (check.id, check.group)}
    for one in KINDS:
        assert {*one.checks, *one.beside, *one.consequences} <= known


def test_laws_are_not_masked() -> None:
    law = Sample(
        "l.txt", "第一条　拨款500万元，用于3个镇的建设，具体办法由市人民政府另行制定并公布。\n", "law"
    )
    assert [site for one in masks.KINDS for shape in one.shapes.values() for site in shape(law)] == []


def test_a_dropped_item_leaves_a_gap() -> None:
    texts = [planting.text for planting in planted("gap", "item dropped", LIST)]
    assert texts == [LIST.replace("（二）供水。\n", ""), LIST.replace("（三）河湖。\n", "")]


def test_a_list_of_two_loses_no_item() -> None:
    assert planted("gap", "item dropped", "标题\n（一）甲。\n（二）乙。\n") == []


def test_a_skipped_number_shows_where_it_is_skipped() -> None:
    first = planted("gap", "number skipped", LIST)[0]
    assert first.text.splitlines()[1:] == ["（一）防汛。", "（三）供水。", "（四）河湖。", "（五）改革。"]
    assert first.lines == {3}


def test_a_count_is_made_wrong_only_where_it_was_right() -> None:
    right = "下面，我讲三点意见。\n一、甲\n二、乙\n三、丙\n"
    assert {planting.text[5] for planting in planted("count", "promise", right)} == {"二", "四", "五"}
    assert planted("count", "promise", right.replace("三点", "五点")) == []


@pytest.mark.parametrize("form", figures._SUMS)
def test_sums_are_right_or_wrong_as_they_say(form: str) -> None:
    def is_right(sentence: str) -> bool:
        total, *parts = [int(number) for number in re.findall(r"\d+", sentence)]
        return total == sum(parts[:3])

    opening = form[:6]
    assert all(is_right(sentence) for sentence in figures._right_sums() if sentence.startswith(opening))
    assert not any(is_right(sentence) for sentence in figures._wrong_sums() if sentence.startswith(opening))


@pytest.mark.parametrize("right", [True, False])
def test_rates_are_right_or_wrong_as_they_say(right: bool) -> None:
    for sentence in figures._rates(right=right)():
        whole, part, rate = (float(number) for number in re.findall(r"[\d.]+", sentence)[:3])
        assert (abs(part / whole * 100 - rate) < 0.06) is right, sentence


def test_a_lost_heading_leaves_two_lists_of_one_style() -> None:
    text = "总结\n一、去年\n（一）甲。\n（二）乙。\n二、今年\n（一）丙。\n（二）丁。\n"
    (planting,) = (
        plant(Sample("a.txt", text), kind("lost-heading"), "heading", site)
        for site in lists.lost_heading(Sample("a.txt", text))
    )
    assert planting.text == text.replace("二、今年\n", "")


def test_texts_are_read_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("乙\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("甲\n", encoding="utf-8")
    assert [sample.text for sample in read_samples(tmp_path)] == ["甲\n", "乙\n"]


def test_a_folder_without_texts_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no \.txt files"):
        read_samples(tmp_path)
