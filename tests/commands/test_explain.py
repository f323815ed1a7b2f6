"""`corpuslint explain` tells how well a check does, where its file says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.commands.explain import explanation
from tests.test_ownchecks import OWN

MEASURED = """\
[measured]
labels = 25
findings = 59
plants = 24
recall = 1.0
precision = 0.966
planted_recall = 0.958

"""


def write(folder: Path, source: str) -> None:
    (folder / "house-name.toml").write_text(source, encoding="utf-8")
    (folder / "corpuslint.toml").write_text('checks = ["house-name.toml"]\n', encoding="utf-8")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_figures_are_told_in_english(project: Path) -> None:
    write(project, OWN.replace("[[bad]]", MEASURED + "[[bad]]", 1))
    assert (
        "\nMeasured\n"
        "  Of 25 defects marked in the sample documents 100.0% are found.\n"
        "  Of 59 findings in the sample documents 96.6% are right.\n"
        "  Of 24 defects planted in sound texts 95.8% are found.\n"
        "  Measured with: python benchmarks/quality.py\n"
    ) in explanation("house-name", "en")


def test_the_figures_are_told_in_chinese(project: Path) -> None:
    write(project, OWN.replace("[[bad]]", MEASURED + "[[bad]]", 1))
    assert "\n实测\n  样本文档中标出的25处问题，查出100.0%。\n" in explanation("house-name", "zh")


FIELD = MEASURED.replace("planted_recall", "field_plants = 36\nfield_recall = 0.75\nplanted_recall")


def test_field_forms_are_told_beside_what_was_planted(project: Path) -> None:
    write(project, OWN.replace("[[bad]]", FIELD + "[[bad]]", 1))
    assert (
        "  Of 24 defects planted in sound texts 95.8% are found.\n"
        "  Of 36 defects planted in the many forms seen in the field 75.0% are found.\n"
    ) in explanation("house-name", "en")
    assert "  以实际文档中的各种写法植入的36处问题，查出75.0%。\n" in explanation("house-name", "zh")


def test_what_was_not_measured_is_left_out(project: Path) -> None:
    only = "[measured]\nlabels = 2\nfindings = 0\nplants = 0\nrecall = 0.5\n\n"
    write(project, OWN.replace("[[bad]]", only + "[[bad]]", 1))
    told = explanation("house-name", "en")
    assert "Of 2 defects marked in the sample documents 50.0% are found." in told
    assert "planted" not in told


def test_a_check_without_figures_says_nothing_of_them(project: Path) -> None:
    write(project, OWN)
    assert "Measured" not in explanation("house-name", "en")
