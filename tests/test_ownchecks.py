"""A project's own checks: read in full, run beside the shipped ones, never able to do harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main
from corpuslint.engines import timed

OWN = """\
id = "house-name"
title = { en = "The old name of a bureau", zh = "机构旧称" }
severity = "warning"
engine = "pattern"
message = { en = "“{match}” is an old name", zh = "“{match}”是旧称" }

[params]
patterns = ['工商局']

[docs]
why = 'The bureau was merged.'
advice = 'Write its new name.'
limits = 'None known.'
source = 'practice'
[docs.zh]
why = '机构已合并。'
advice = '改用新名。'
limits = '暂无。'
source = '实务惯例'

[[bad]]
text = '会同⟦工商局⟧开展检查。'
[[bad]]
text = '⟦工商局⟧牵头负责。'
[[good]]
text = '会同市场监督管理局开展检查。'
why = 'the new name'
[[good]]
text = '工商联出席会议。'
why = 'another body'
[[good]]
text = '工商业稳步发展。'
why = 'a trade'
"""
TEXT = "会同工商局开展检查。\n"


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args, env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"})


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lint").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "corpuslint.toml").write_text('checks = ["lint/*.toml"]\n', encoding="utf-8")
    write(tmp_path, OWN)
    return tmp_path


def write(project: Path, source: str, name: str = "house-name") -> None:
    (project / "lint" / f"{name}.toml").write_text(source, encoding="utf-8")


def test_it_runs_beside_the_shipped_checks(project: Path) -> None:
    result = run("a.txt")
    assert result.exit_code == 1
    assert "warning[house-name]: “工商局” is an old name" in result.stdout


def test_it_is_selected_ignored_explained_and_listed_like_them(project: Path) -> None:
    assert run("a.txt", "--select", "house").exit_code == 1
    assert run("a.txt", "--ignore", "house-name").exit_code == 0
    assert "The bureau was merged." in run("explain", "house-name").stdout
    assert "house-name" in run("checks").stdout
    assert run("a.txt", "--isolated").exit_code == 0


def test_it_holds_from_a_folder_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "below").mkdir()
    monkeypatch.chdir(project / "below")
    assert run("../a.txt").exit_code == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'severity = "warning"',
            'severty = "warning"',
            ':3: unknown key "severty"; did you mean "severity"?',
        ),
        (
            "patterns = ['工商局']",
            "patterns = ['工商局(']",
            ":8: patterns: '工商局(' is no regular expression",
        ),
        ("patterns = ", "pattern = ", ':8: unknown key "pattern" in [params]; did you mean "patterns"?'),
        (
            'engine = "pattern"',
            'engine = "patern"',
            ':4: there is no engine "patern"; did you mean "pattern"?',
        ),
        ('engine = "pattern"', 'engine = "dropped"', ':4: the engine "dropped" belongs to corpuslint\'s own'),
        ("advice = 'Write its new name.'\n", "", 'docs: the key "advice" is missing'),
        (
            "[[good]]\ntext = '工商业",
            "[[goood]]\ntext = '工商业",
            ':31: unknown key "goood"; did you mean "good"?',
        ),
        (
            "“{match}” is",
            "“{mach}” is",
            ":5: message: '“{mach}” is an old name': there is no value \"mach\"; did",
        ),
        (
            "“{match}” is",
            "“{match.__class__}” is",
            ":5: message: '“{match.__class__}” is an old name': only a name",
        ),
        ("“{match}” is", "“{match:>999999999}” is", "only a name may stand in braces"),
        ("“{match}” is", "“{match” is", ":5: message: "),
    ],
)
def test_a_broken_file_names_file_line_and_key(project: Path, old: str, new: str, told: str) -> None:
    assert old in OWN
    write(project, OWN.replace(old, new, 1))
    result = run("a.txt")
    assert result.exit_code == 2
    assert "house-name.toml:" in result.stderr
    assert told in result.stderr


def test_an_id_that_ships_is_taken(project: Path) -> None:
    write(project, OWN.replace("house-name", "text-space"), "text-space")
    result = run("a.txt")
    assert result.exit_code == 2
    assert 'text-space.toml:1: the id "text-space" is taken by a check that ships' in result.stderr


def test_two_files_of_one_id_are_refused(project: Path) -> None:
    (project / "more").mkdir()
    (project / "more" / "house-name.toml").write_text(OWN, encoding="utf-8")
    (project / "corpuslint.toml").write_text('checks = ["lint/*.toml", "more/*.toml"]\n', encoding="utf-8")
    result = run("a.txt")
    assert result.exit_code == 2
    assert 'the id "house-name" is taken by' in result.stderr


def test_a_pattern_without_end_is_a_finding_about_the_pattern(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timed, "LIMIT", 0.05)
    write(project, OWN.replace("'工商局'", "'(a+)+$'", 1))
    (project / "a.txt").write_text(TEXT + "a" * 5000 + "b。\n", encoding="utf-8")
    result = run("a.txt", "--output-format", "concise", "--select", "house")
    assert result.exit_code == 1
    assert (
        "a.txt:2:1: error house-name the pattern (a+)+$ was stopped: it took more than 0.05 s"
        in result.stdout
    )


def test_the_shipped_checks_do_without_the_regex_package(project: Path) -> None:
    program = (
        "import sys\nfrom corpuslint.cli import main\n"
        "try:\n    main(['--isolated', '--ignore', 'duplicate', 'a.txt'])\nexcept SystemExit:\n    pass\n"
        "sys.exit('regex' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=os.environ, check=False)
    assert done.returncode == 0


ENGINE = """\
import msgspec
from corpuslint.corpus.document import Span
from corpuslint.findings import Hit


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    longest: int


def run(document, params):
    if len(document.text) > params.longest:
        yield Hit(Span(0, 1), {"length": len(document.text)})
"""


@pytest.fixture
def installed(tmp_path: Path, project: Path) -> dict[str, str]:
    """The environment of a process in which a package with an engine is installed."""
    site = tmp_path / "site"
    (site / "corpuslint_length-1.0.dist-info").mkdir(parents=True)
    (site / "corpuslint_length.py").write_text(ENGINE, encoding="utf-8")
    (site / "corpuslint_length-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: corpuslint-length\nVersion: 1.0\n", encoding="utf-8"
    )
    (site / "corpuslint_length-1.0.dist-info" / "entry_points.txt").write_text(
        "[corpuslint.engines]\nlength = corpuslint_length\nbroken = nowhere_at_all\n", encoding="utf-8"
    )
    source = OWN.replace('"pattern"', '"length"').replace("patterns = ['工商局']", "longest = 5")
    write(project, source.replace("“{match}” is an old name", "{length} characters"))
    paths = [str(site), str(Path(timed.__file__).parents[2])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "LANG": "en_US.UTF-8", "LC_ALL": ""}


def in_a_process(environment: dict[str, str], *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "corpuslint", *args],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_an_engine_of_an_installed_package_is_found_by_its_name(installed: dict[str, str]) -> None:
    done = in_a_process(installed, "a.txt", "--output-format", "concise")
    assert "a.txt:1:1: warning house-name 11 characters" in done.stdout


def test_an_engine_that_cannot_be_imported_is_named(project: Path, installed: dict[str, str]) -> None:
    write(project, OWN.replace('"pattern"', '"broken"'))
    done = in_a_process(installed, "a.txt")
    assert done.returncode == 2
    assert ':4: the engine "broken" of corpuslint-length cannot be imported' in done.stderr


def test_nothing_is_imported_from_the_folder_that_is_checked(
    project: Path, installed: dict[str, str]
) -> None:
    for entry in (project / "site").iterdir():
        entry.rename(project / entry.name)
    done = in_a_process({**installed, "PYTHONPATH": str(Path(timed.__file__).parents[2])}, "a.txt")
    assert done.returncode == 2
    assert 'there is no engine "length"' in done.stderr
