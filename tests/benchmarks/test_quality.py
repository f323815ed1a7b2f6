"""The program, as it is called from the root of the repository."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from benchmarks.labelled import ROOT
from benchmarks.quality import chosen

from corpuslint.catalog import shipped


def test_it_runs_by_its_path_and_measures_every_check() -> None:
    command = [
        sys.executable,
        "benchmarks/quality.py",
        "--kinds",
        "mask-letter,year-gone",
        "--plants",
        "1",
        "--json",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    told = json.loads(done.stdout)
    assert set(told["checks"]) == {check.id for check in shipped()}
    assert told["checks"]["placeholder-letter"]["labels"] > 0
    assert told["kinds"]["mask-letter"]["plants"] == 1
    assert told["field"]["year-gone"]["plants"] == 12
    assert told["checks"]["placeholder-dropped"]["field_plants"] == 12


def test_a_kind_that_there_is_not_is_told_of() -> None:
    with pytest.raises(SystemExit, match="no kind of plant is called gapp;"):
        chosen("gap,gapp")


def test_some_kinds_of_either_suite_can_be_chosen() -> None:
    kinds, field_kinds = chosen("year-gone,gap")
    assert [kind.name for kind in kinds] == ["gap"]
    assert [kind.name for kind in field_kinds] == ["year-gone"]
