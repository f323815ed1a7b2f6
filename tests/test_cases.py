"""Every folder in `fixtures/cases/` is a command over a small tree, and what it must print and write.

`fixtures/cases/README.md` says how a case is written, and how cases are updated after an intended change.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

import corpuslint
from corpuslint import __version__
from corpuslint.cli import main

CASES = Path(__file__).resolve().parent.parent / "fixtures" / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/case.toml"))
UPDATE = bool(os.environ.get("CORPUSLINT_UPDATE_CASES"))
ENVIRONMENT = {"LANG": "en_US.UTF-8", "COLUMNS": "80", "NO_COLOR": "", "PYTHONUTF8": "1"}
ENGLISH = dict.fromkeys(("LC_ALL", "LC_MESSAGES", "LANGUAGE"), "") | ENVIRONMENT


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `case.toml` says."""

    args: tuple[str, ...]
    exit: int = 0
    tree: str = ""
    files: tuple[str, ...] = ()
    environment: dict[str, str] = {}
    process: bool = False


class Ran(msgspec.Struct, frozen=True):
    """What a command did."""

    exit: int
    stdout: str
    stderr: str


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = CASES / name
    case = msgspec.toml.decode((folder / "case.toml").read_bytes(), type=Case)
    tree = CASES / (case.tree or name) / "tree"
    work = tmp_path / "tree"
    if tree.is_dir():
        shutil.copytree(tree, work)
    else:
        work.mkdir()
    monkeypatch.chdir(work)
    ran = in_a_process(case) if case.process else in_this_process(case)
    compare(folder / "stdout.txt", ran.stdout.replace(str(work), "{tree}"))
    compare(folder / "stderr.txt", ran.stderr.replace(str(work), "{tree}"))
    for file in case.files:
        compare(folder / file, (work / file).read_text(encoding="utf-8"))
    assert ran.exit == case.exit


def in_this_process(case: Case) -> Ran:
    result = CliRunner().invoke(
        main, case.args, prog_name="corpuslint", env=ENGLISH | case.environment, catch_exceptions=False
    )
    return Ran(result.exit_code, result.stdout, result.stderr)


def in_a_process(case: Case) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "corpuslint", *case.args],
        capture_output=True,
        encoding="utf-8",
        env=os.environ
        | ENGLISH
        | case.environment
        | {"PYTHONPATH": str(Path(corpuslint.__file__).parents[1])},
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def compare(expected: Path, actual: str) -> None:
    """Compare with a file, or write it when cases are updated."""
    actual = with_placeholders(actual)
    if UPDATE:
        expected.write_text(actual, encoding="utf-8", newline="\n") if actual else expected.unlink(True)
        return
    assert actual == (expected.read_text(encoding="utf-8") if expected.exists() else "")


def with_placeholders(text: str) -> str:
    """The text without what changes from release to release."""
    text = re.sub(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])", "{version}", text)
    return re.sub(r'(?<="config_hash":)( ?)"[0-9a-f]+"', r'\1"{config_hash}"', text)


def test_there_are_cases() -> None:
    assert NAMES
