"""Settings and the command line together: which wins, what is shown, what is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main

MASKED = "各乡镇要在20xx年5月底前完成河道清淤，全县共投入资金X万元。\n"


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args, env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"})


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two folders of documents, as the working folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("2023/a.txt", "drafts/b.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(MASKED, encoding="utf-8")
    return tmp_path


def configure(project: Path, source: str) -> None:
    (project / "corpuslint.toml").write_text(source, encoding="utf-8")


def found(*args: str) -> list[str]:
    """Path and check of each finding."""
    lines = run(*args, "--output-format", "concise", "--ignore", "duplicate").stdout.splitlines()
    return [f"{line.split(':')[0]} {line.split()[2]}" for line in lines if ".txt:" in line]


def test_roots_are_read_where_no_path_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(project, 'roots = ["2023"]\n')
    assert found() == ["2023/a.txt placeholder-date", "2023/a.txt placeholder-letter"]
    monkeypatch.chdir(project / "drafts")
    assert {line.split()[0] for line in found()} == {"../2023/a.txt"}


def test_globs_are_relative_to_the_settings(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(
        project, 'exclude = ["/drafts/b.txt"]\n[per-file-ignores]\n"/2023/*.txt" = ["placeholder-letter"]\n'
    )
    assert found(".") == ["2023/a.txt placeholder-date"]
    monkeypatch.chdir(project / "2023")
    assert found(".") == ["a.txt placeholder-date"]
    monkeypatch.chdir(project / "drafts")
    assert found(".") == []


def test_the_command_line_wins(project: Path) -> None:
    configure(project, 'select = ["numbering"]\nfail-on = "error"\n[per-file-ignores]\n"drafts/" = ["all"]\n')
    assert found(".") == []
    assert {line.split()[0] for line in found(".", "--select", "placeholder")} == {"2023/a.txt"}
    assert found(".", "--select", "placeholder", "--per-file-ignores", "2023/=placeholder-letter,text") == [
        "2023/a.txt placeholder-date",
        "drafts/b.txt placeholder-date",
        "drafts/b.txt placeholder-letter",
    ]


def test_a_check_left_out_for_a_file_says_nothing_of_its_copies(project: Path) -> None:
    text = (
        "今年以来，全镇上下把粮食生产摆在突出位置，早谋划、早部署、早落实，克服了春旱和低温的不利影响。\n" * 2
    )
    for name in ("2023/a.txt", "drafts/b.txt"):
        (project / name).write_text(text, encoding="utf-8")
    configure(project, '[per-file-ignores]\n"*" = ["duplicate"]\n')
    assert "duplicate" not in run(".").stdout
    assert "duplicate" in run(".", "--isolated").stdout


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            'select = ["text",\n  "placholder"]\n',
            'toml:2: select: no check or group is called "placholder"; did you',
        ),
        (
            '[severity]\ntext = "info"\nplaceholder-leter = "info"\n',
            'toml:3: severity: no check or group is called "pl',
        ),
        (
            '[per-file-ignores]\n"a/" = ["txt"]\n',
            'toml:2: per-file-ignores."a/": no check or group is called "txt"',
        ),
        (
            '[[ignored]]\nreason = "r"\npath = "a"\ncheck = "txt"\n',
            "toml:4: ignored[0].check: no check or group is called",
        ),
        ('\nroots = ["2024"]\n', 'toml:2: roots: there is no "2024"'),
        ('checks = ["lint/*.toml"]\n', 'toml:1: checks: there is no file "lint/*.toml"'),
        ('\nbaseline = "gone.toml"\n', "gone.toml: there is no such file"),
    ],
)
def test_what_the_settings_name_must_be_there(project: Path, source: str, told: str) -> None:
    configure(project, source)
    result = run() if "roots" in source else run(".")
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--per-file-ignores", "drafts"], "--per-file-ignores drafts: write GLOB=NAMES"),
        (["--per-file-ignores", "drafts/="], "--per-file-ignores drafts/=: no check is named"),
        (["--per-file-ignores", "[z-a]=text"], "is no glob"),
        (["--per-file-ignores", "a=txt"], 'no check or group is called "txt"; did you mean "text"?'),
        (["--isolated", "--config", "corpuslint.toml"], "leave one of them out"),
    ],
)
def test_what_the_command_line_says_must_make_sense(project: Path, args: list[str], told: str) -> None:
    result = run(".", *args)
    assert result.exit_code == 2
    assert told in result.stderr


def test_shown_settings_are_toml_with_their_origin(project: Path) -> None:
    configure(project, 'limit = 3\n[severity]\ntext = "info"\n')
    shown = run("--show-settings", "--select", "placeholder-date", "--jobs", "2").stdout
    settings = tomllib.loads(shown)
    assert settings["limit"] == 3
    assert settings["severity"] == {"text": "info"}
    assert settings["select"] == ["placeholder-date"]
    lines = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in shown.splitlines()}
    assert lines["limit"].endswith("corpuslint.toml:1")
    assert lines["select"] == lines["jobs"] == "command line"
    assert lines["exclude"] == "default"
    assert shown.endswith('# checks that run: "placeholder-date"\n')


def test_shown_files_are_what_would_be_read(project: Path) -> None:
    configure(project, 'exclude = ["drafts/"]\n')
    (project / "2023" / "notes.pdf").write_bytes(b"%PDF-1.4")
    assert run("--show-files", ".").stdout == "2023/a.txt\n"


def test_excluded_files_that_a_hook_names_are_no_mistake(project: Path) -> None:
    configure(project, 'exclude = ["drafts/"]\n')
    assert run("drafts/b.txt", "--force-exclude").exit_code == 0
    assert run("drafts/b.txt").exit_code == 1


def test_the_hash_of_the_settings_is_that_of_what_decides(project: Path) -> None:
    def report(*args: str) -> str:
        return run(".", "--output-format", "json", "--ignore", "duplicate", *args).stdout

    assert report("--jobs", "2", "--limit", "1") == report()
    assert report("--fail-on", "info") != report()
