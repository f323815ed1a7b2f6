"""What holds of the command line whatever it is told; single commands are in `fixtures/cases/`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import corpuslint
from corpuslint.cli import main
from corpuslint.wordings import LANGUAGES

MASKED = "各乡镇要在20xx年5月底前完成河道清淤。\n"
CLEAN = "各乡镇要在5月底前完成河道清淤。\n"
COMMANDS = sorted(main.commands)


def run(*args: str, **environment: str) -> Result:
    language = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"}
    return CliRunner().invoke(main, args, prog_name="corpuslint", env=language | environment)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a clean and a masked file, as the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "masked.txt").write_text(MASKED, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_explained(command: str) -> None:
    for language in LANGUAGES:
        shown = run(command, "--help", "--language", language).stdout
        assert shown.count("\n") > len(main.commands[command].params)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["clean.txt"], 0),
        (["masked.txt"], 1),
        (["masked.txt", "--exit-zero"], 0),
        (["masked.txt", "--ignore", "placeholder"], 0),
        (["masked.txt", "--output-format", "json"], 1),
        (["nowhere.txt"], 2),
        (["masked.txt", "--select", "nothing"], 2),
        (["masked.txt", "--no-such-option"], 2),
        (["masked.txt", "--config", "nowhere.toml"], 2),
        (["--version"], 0),
        (["checks"], 0),
        (["explain", "placeholder-date"], 0),
        (["explain", "nothing"], 2),
    ],
)
def test_exit_codes(corpus: Path, args: list[str], code: int) -> None:
    result = run(*args)
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_fail_on_takes_the_names_of_severities(corpus: Path, level: str) -> None:
    assert run("masked.txt", "--fail-on", level).exit_code == 1


@pytest.mark.parametrize(
    ("environment", "is_chinese"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_MESSAGES": "zh_TW"}, True),
    ],
)
def test_the_language_is_that_of_the_locale(
    corpus: Path, environment: dict[str, str], is_chinese: bool
) -> None:
    assert ("检查了1个文件" in run("masked.txt", **environment).stdout) is is_chinese


def test_the_option_wins_over_the_settings_and_they_over_the_locale(corpus: Path) -> None:
    (corpus / "corpuslint.toml").write_text('language = "zh"\n', encoding="utf-8")
    assert "检查了1个文件" in run("masked.txt").stdout
    assert "in 1 file" in run("masked.txt", "--language", "en").stdout


def test_a_folder_called_like_a_command_is_reached_as_a_path(corpus: Path) -> None:
    for name in COMMANDS:
        (corpus / name).mkdir()
        (corpus / name / "a.txt").write_text(MASKED, encoding="utf-8")
        for args in ([f"./{name}"], ["--", name], ["check", name]):
            assert run(*args).exit_code == 1
            assert f"{name}/a.txt:1:" in run(*args).stdout


def test_the_bare_form_and_check_are_the_same(corpus: Path) -> None:
    assert run(".").stdout == run("check", ".").stdout


def test_a_message_about_a_hostile_name_controls_nothing(corpus: Path) -> None:
    shown = run("a\x1b[2J\n::error::b").stderr
    assert "\x1b" not in shown
    assert "\n::" not in shown


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_report_does_not_depend_on_the_number_of_workers(corpus: Path, jobs: str) -> None:
    for number in range(8):
        (corpus / f"{number}.txt").write_text(MASKED * (number + 1), encoding="utf-8")
    args = (".", "--output-format", "json", "--ignore", "duplicate")
    assert run(*args, "--jobs", jobs).stdout == run(*args).stdout


def test_a_reader_that_goes_away_is_no_error(corpus: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "corpuslint", "masked.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(corpuslint.__file__).parents[1])},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        errors = running.stderr.read()
    assert errors == b""
    assert running.returncode == 1


def test_options_before_a_command_are_told_where_to_stand() -> None:
    result = run("-q", "baseline", "corpus/")
    assert result.exit_code == 2
    assert "options stand behind the command: corpuslint baseline ..." in result.output


def test_a_run_that_could_read_nothing_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    result = run("--isolated", str(tmp_path))
    assert result.exit_code == 2
    assert "no file could be read" in result.output
    assert run("--isolated", "--allow-empty", str(tmp_path)).exit_code == 0


def test_a_copy_of_another_corpus_is_shown_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speech = "".join(
        f"第{number}季度要把渠道清淤、泵站检修和灌溉用水调度逐村落实到位。" for number in "一二三四五"
    )
    for folder in ("theirs", "ours"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "讲话.txt").write_text(speech, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("index", "theirs", "-o", "theirs.clix", "--name", "theirs").exit_code == 0
    result = run("ours", "--against", "theirs.clix", "--select", "duplicate")
    assert result.exit_code == 1
    assert "ours/讲话.txt:1:1" in result.stdout
    assert "theirs" in result.stdout


def test_the_best_copy_does_not_depend_on_what_is_selected(tmp_path: Path) -> None:
    text = (
        "上半年，全镇清淤渠道三十公里，投入资金{}万元，检修泵站九座，灌溉用水逐村排出了日程。"
        "农技人员住进了村里，病虫情报一周一发，早稻长势好于往年，育秧大棚也全部交付使用。"
    )
    for name, amount in (("a.txt", "X"), ("b.txt", "36")):
        (tmp_path / name).write_text(text.format(amount), encoding="utf-8")
    reports = [
        json.loads(run("--isolated", "--output-format", "json", *select, str(tmp_path)).stdout)
        for select in ([], ["--select", "duplicate"], ["--ignore", "placeholder"])
    ]
    for report in reports:
        (family,) = report["families"]
        assert family["members"][family["canonical"]]["path"].endswith("b.txt")
        assert family["reasons"] == ["fewest-placeholders"]
