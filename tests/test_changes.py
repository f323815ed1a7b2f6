"""What git says has changed is what is reported, whatever the names and wherever the command starts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.changes import since, staged
from corpuslint.cli import main

MASKED = "各乡镇要在20xx年5月底前完成河道清淤。\n"
HARD_NAMES = ["讲话 (终稿).txt", "a'b\"c.txt", "-f.txt", "tab\there.txt", "#1;$(x).txt", "新建\n文件.txt"]


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with two committed files, as the working folder; git knows no settings of the user."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    for name, value in {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(tmp_path.parent),
        "GIT_AUTHOR_NAME": "Editor",
        "GIT_AUTHOR_EMAIL": "editor@example.org",
        "GIT_COMMITTER_NAME": "Editor",
        "GIT_COMMITTER_EMAIL": "editor@example.org",
    }.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "corpus"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    write("a.txt", MASKED)
    write("b.txt", MASKED * 2)
    git("add", ".")
    git("commit", "--quiet", "--message=first")
    return folder


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args, prog_name="corpuslint", env={"LC_ALL": "C.UTF-8"})


@pytest.mark.parametrize("name", HARD_NAMES)
def test_names_are_taken_as_they_are(name: str) -> None:
    write(name, MASKED)
    git("add", ".")
    assert staged() == (name,)
    assert "1 error" in run("--staged").stdout


def test_what_is_not_staged_does_not_count() -> None:
    write("a.txt", MASKED * 3)
    write("new.txt", MASKED)
    assert staged() == ()


def test_a_renamed_file_counts_under_its_new_name_and_a_deleted_one_not_at_all() -> None:
    git("mv", "a.txt", "c.txt")
    git("rm", "--quiet", "b.txt")
    assert staged() == ("c.txt",)


def test_before_the_first_commit_all_that_is_added_is_staged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "--quiet", str(tmp_path / "fresh"))
    monkeypatch.chdir(tmp_path / "fresh")
    write("first.txt", MASKED)
    git("add", ".")
    assert staged() == ("first.txt",)


def test_paths_are_those_of_the_report_in_every_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    write("文稿/new.txt", MASKED)
    write("c.txt", MASKED)
    git("add", ".")
    git("config", "diff.relative", "true")
    monkeypatch.chdir("文稿")
    assert staged() == ("../c.txt", "new.txt")
    assert since("HEAD") == ("../c.txt", "new.txt")
    assert "2 errors" in run("--staged", "..").stdout


def test_changes_of_a_branch_are_those_since_it_left() -> None:
    git("checkout", "--quiet", "-b", "draft")
    write("committed.txt", MASKED)
    git("add", ".")
    git("commit", "--quiet", "--message=second")
    git("checkout", "--quiet", "main")
    write("b.txt", MASKED)
    git("commit", "--quiet", "--all", "--message=elsewhere")
    git("checkout", "--quiet", "draft")
    write("a.txt", "改。\n")
    write("untracked.txt", MASKED)
    assert since("main") == ("a.txt", "committed.txt", "untracked.txt")


def test_under_pre_commit_the_two_revisions_it_names_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert staged() is None  # nothing is staged: it runs for all files
    write("second.txt", MASKED)
    git("add", ".")
    assert staged() == ("second.txt",)
    git("commit", "--quiet", "--message=second")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "HEAD")
    write("third.txt", MASKED)
    git("add", ".")
    assert staged() == ("second.txt",)


def test_files_can_be_named_instead() -> None:
    assert "1 error" in run(".", "--focus", "a.txt").stdout
    assert "3 errors" in run(".", "--focus", "a.txt", "--focus", "./b.txt").stdout
    assert "3 errors" in run(".", "--focus", ".").stdout


def test_without_roots_the_folder_is_read_and_with_them_they_are() -> None:
    write("文稿/new.txt", MASKED)
    git("add", ".")
    assert "in 3 files" in run("--staged").stdout
    write("corpuslint.toml", 'roots = ["文稿"]\n')
    assert "in 1 file," in run("--staged").stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--changed-from", "nowhere"], "git knows no revision nowhere"),
        (["--changed-from", ""], "git knows no revision"),
        (["--changed-from=--output=x"], "git knows no revision --output=x"),
        (["--changed-from", "HEAD", "--staged"], "leave one of them out"),
        (["--focus", "nowhere.txt", "."], "--focus nowhere.txt: no such file or folder"),
        (["-", "--staged"], "leave out --focus, --staged and --changed-from"),
    ],
)
def test_what_cannot_be_meant_is_said(args: list[str], said: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path("x").exists()


@pytest.mark.parametrize("args", [["--staged"], ["--changed-from", "HEAD"]])
def test_outside_a_repository_git_is_quoted(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*args, ".")
    assert result.exit_code == 2
    assert "not a git repository" in result.stderr
    assert "--focus" in result.stderr


def test_without_git_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("--staged", ".")
    assert result.exit_code == 2
    assert "git cannot be started" in result.stderr


def test_without_common_history_the_remedy_is_named() -> None:
    git("checkout", "--quiet", "--orphan", "other")
    git("commit", "--quiet", "--message=apart")
    result = run("--changed-from", "main")
    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr
