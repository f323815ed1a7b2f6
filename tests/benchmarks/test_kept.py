"""The figures that check files keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.kept import fallen, with_table, write

from corpuslint.catalog import Measured, read_explanation
from tests.test_ownchecks import OWN

FIGURES = Measured(labels=4, recall=0.75, findings=5, precision=0.8, plants=24, planted_recall=0.958)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house-name.toml").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_they_stand_between_the_documentation_and_the_examples() -> None:
    source = with_table(OWN, FIGURES)
    assert source.index("[docs.zh]") < source.index("[measured]\nlabels = 4\n") < source.index("[[bad]]")
    assert source.replace(source[source.index("[measured]") : source.index("[[bad]]")], "") == OWN


def test_new_ones_take_the_place_of_the_old() -> None:
    newer = Measured(labels=9, findings=0, plants=0, recall=1.0)
    source = with_table(with_table(OWN, FIGURES), newer)
    assert source == with_table(OWN, newer)
    assert source.count("[measured]") == 1


def test_they_are_read_back(folder: Path) -> None:
    assert write(folder, {"house-name": FIGURES}) == ["house-name"]
    assert read_explanation(folder / "house-name.toml").measured == FIGURES
    assert write(folder, {"house-name": FIGURES}) == []


def test_a_figure_that_fell_is_told_of(folder: Path) -> None:
    write(folder, {"house-name": FIGURES})
    worse = Measured(labels=4, recall=0.5, findings=5, precision=0.8, plants=24, planted_recall=0.95)
    assert fallen(folder, {"house-name": worse}, 0.02) == ["house-name: recall was 0.75, is now 0.5"]


def test_a_figure_that_is_no_longer_measured_is_told_of(folder: Path) -> None:
    write(folder, {"house-name": FIGURES})
    none = Measured(labels=0, findings=5, precision=0.9, plants=24, planted_recall=1.0)
    assert fallen(folder, {"house-name": none}, 0.02) == ["house-name: recall was 0.75, is now not measured"]


def test_field_forms_are_kept_and_may_not_fall(folder: Path) -> None:
    kept = Measured(labels=4, findings=5, plants=24, field_plants=36, field_recall=0.75)
    write(folder, {"house-name": kept})
    assert read_explanation(folder / "house-name.toml").measured == kept
    worse = Measured(labels=4, findings=5, plants=24, field_plants=36, field_recall=0.722)
    assert fallen(folder, {"house-name": worse}, 0.02) == ["house-name: field_recall was 0.75, is now 0.722"]


def test_better_figures_pass(folder: Path) -> None:
    write(folder, {"house-name": FIGURES})
    better = Measured(labels=4, recall=1.0, findings=5, precision=0.79, plants=24, planted_recall=1.0)
    assert fallen(folder, {"house-name": better}, 0.02) == []


def test_a_check_that_keeps_none_is_told_of(folder: Path) -> None:
    assert fallen(folder, {"house-name": FIGURES}, 0.02) == [
        "house-name: keeps no figures; run this with --write"
    ]
