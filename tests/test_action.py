"""The action does what it says: the step that checks is run as it stands in the file."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import corpuslint
from corpuslint.cli import main

ACTION = yaml.safe_load((Path(__file__).resolve().parents[1] / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
(CHECK,) = [step for step in STEPS if "corpuslint check" in step.get("run", "")]

MASKED = "各乡镇要在20xx年5月底前完成河道清淤。\n"
CLEAN = "散会以后，请各科室把会议材料带回去传达。\n"


class Ran:
    """What the step left behind in a folder."""

    def __init__(self, done: subprocess.CompletedProcess[str], folder: Path) -> None:
        self.code = done.returncode
        self.stdout = done.stdout
        self.stderr = done.stderr
        self.summary = (folder / "summary.md").read_text(encoding="utf-8")
        self.reports = {path.name for path in folder.glob("corpuslint.*")}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two folders with hard names, each with a masked file, and a clean one."""
    for folder in ("年度 总结", "it's $(touch hacked)", "clean"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(CLEAN if folder == "clean" else MASKED, encoding="utf-8")
    return tmp_path


def run(folder: Path, **inputs: str) -> Ran:
    """Run the step as the runner does, with inputs that the workflow leaves out at their defaults."""
    values = {name: str(entry.get("default", "")) for name, entry in ACTION["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in inputs.items()}
    named = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: values[match[1]], text)
        for name, text in CHECK["env"].items()
    }
    script = folder / "step.sh"
    script.write_text(CHECK["run"], encoding="utf-8")
    (folder / "summary.md").touch()
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=os.environ
        | named
        | {
            "PYTHON": sys.executable,
            "PYTHONPATH": str(Path(corpuslint.__file__).parents[1]),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "LC_ALL": "C.UTF-8",
        },
        check=False,
    )
    return Ran(done, folder)


def test_findings_fail_the_step_and_are_told_in_every_place(corpus: Path) -> None:
    ran = run(corpus)
    assert ran.code == 1, ran.stderr
    assert ran.stdout.count("::error file=") == 2
    assert "file=年度 总结/a.txt,line=1," in ran.stdout
    assert ran.summary.startswith("## corpuslint\n")
    sarif = json.loads((corpus / "corpuslint.sarif").read_text(encoding="utf-8"))
    report = json.loads((corpus / "corpuslint.json").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == len(report["findings"]) == 2


def test_a_clean_corpus_passes(corpus: Path) -> None:
    ran = run(corpus, paths="clean")
    assert (ran.code, "::error" in ran.stdout) == (0, False)


def test_paths_stand_one_a_line_and_are_never_run(corpus: Path) -> None:
    ran = run(corpus, paths="年度 总结\n\nit's $(touch hacked)\r\nclean\n")
    assert ran.code == 1, ran.stderr
    assert "in 3 files" in ran.stdout
    assert not (corpus / "hacked").exists()


def test_a_path_that_looks_like_an_option_is_a_path(corpus: Path) -> None:
    ran = run(corpus, paths="--exit-zero")
    assert ran.code == 2
    assert "--exit-zero: no such file or folder" in ran.stderr


def test_arguments_are_words_with_quotes_and_are_never_run(corpus: Path) -> None:
    ran = run(corpus, arguments="--per-file-ignores '年度 总结/*=placeholder' --fail-on error")
    assert ran.stdout.count("::error file=") == 1
    ran = run(corpus, arguments="--select $(touch${IFS}hacked)")
    assert ran.code == 2
    assert not (corpus / "hacked").exists()


def test_arguments_with_an_open_quote_stop_the_step(corpus: Path) -> None:
    ran = run(corpus, arguments="--select 'placeholder")
    assert ran.code not in (0, 1) or "No closing quotation" in ran.stderr
    assert "::notice" not in ran.stdout


def test_reports_that_are_not_wanted_are_not_written(corpus: Path) -> None:
    assert run(corpus, sarif_file="", json_file="").reports == set()
    (corpus / "my reports").mkdir()
    run(corpus, sarif_file="my reports/a b.sarif", json_file="")
    assert (corpus / "my reports" / "a b.sarif").exists()


def test_without_paths_the_roots_of_the_settings_are_read(corpus: Path) -> None:
    (corpus / "corpuslint.toml").write_text('roots = ["clean"]\n', encoding="utf-8")
    ran = run(corpus, paths="")
    assert ran.code == 0, ran.stderr
    assert "in 1 file " in ran.stdout


def test_every_option_and_format_used_is_there() -> None:
    options = {
        name
        for parameter in main.commands["check"].params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", CHECK["run"])) <= options


def test_no_input_is_part_of_a_script() -> None:
    assert not [step for step in STEPS if "${{" in step.get("run", "")]
    used = set(re.findall(r"inputs\.([a-z-]+)", str(STEPS)))
    assert used == set(ACTION["inputs"])


def test_variables_that_scripts_use_are_given_to_them() -> None:
    given: dict[str, Any]
    for step in STEPS:
        given = step.get("env", {})
        used = set(re.findall(r"\$\{?([A-Z][A-Z_]+)", step.get("run", "")))
        assert {name for name in used if not name.startswith("GITHUB_")} <= set(given)
