"""The program, as it is called from the root of the repository."""

from __future__ import annotations

import json
import subprocess
import sys

from benchmarks.labelled import ROOT

from corpuslint.catalog import shipped


def test_it_runs_by_its_path_and_measures_every_check() -> None:
    command = [sys.executable, "benchmarks/quality.py", "--plants", "1", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    told = json.loads(done.stdout)
    assert set(told["checks"]) == {check.id for check in shipped()}
    assert told["checks"]["placeholder-letter"]["labels"] > 0
    assert told["kinds"]["mask-letter"]["plants"] == 1
