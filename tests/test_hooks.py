"""The hooks as pre-commit runs them: installed from a repository, in a real commit.

One environment is installed for all tests, from the package index, as it is for a user.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# What the hooks are installed from; tests and documentation are left behind.
SOURCES = (".pre-commit-hooks.yaml", "LICENSE", "README.md", "checks", "pyproject.toml", "src")
PRE_COMMIT = (sys.executable, "-m", "pre_commit")

MASKED = "各乡镇要在X月底前完成河道清淤，资金由县财政列支。\n"
MENDED = "各乡镇要在5月底前完成河道清淤，资金由县财政列支。\n"
SPEECH = (
    "今年以来，全镇上下把粮食生产摆在突出位置，早谋划、早部署、早落实，克服了春旱和低温的不利影响，夏粮再获丰收。\n"
    "农技人员分片包干，把测土配方施肥、统防统治的办法送到田间地头，农机合作社连续二十天昼夜抢收，做到了颗粒归仓。\n"
    "下一步，要抓紧夏种夏管，备足种子化肥，疏通沟渠，检修机泵，确保适墒播种、一播全苗，为全年丰收打下坚实基础。\n"
)
OTHER_SPEECH = (
    "教育系统要把校舍安全排查放在首位，对每一间教室、每一处食堂逐一登记造册，发现隐患当天上报、限期整改、专人复查。\n"
    "开学之前由分管负责同志带队验收签字，验收不合格的一律不得使用，坚决守住师生安全的底线，让家长放心、让社会满意。\n"
    "各学校要配齐专职保安，装好监控和一键报警，上下学时段有人值守、有人疏导，校门口不得摆摊设点、乱停乱放。\n"
)
UNRELATED = "散会以后，请各科室把会议材料带回去传达。\n"


def run(
    *command: str, folder: Path, environment: dict[str, str], check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run a command, with what it wrote to both streams as its output."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert not check or done.returncode == 0, done.stdout
    return done


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all processes of this run of the tests, and for no other run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def environment(shared: Path) -> dict[str, str]:
    """No settings of git's but these, none of pytest's paths: the hooks run what was installed."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("CORPUSLINT_", "GIT_", "PRE_COMMIT", "PYTHONPATH", "VIRTUAL_ENV"))
    }
    return kept | {
        "PRE_COMMIT_HOME": str(shared / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Editor",
        "GIT_AUTHOR_EMAIL": "editor@example.org",
        "GIT_COMMITTER_NAME": "Editor",
        "GIT_COMMITTER_EMAIL": "editor@example.org",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
    }


@pytest.fixture(scope="session")
def settings(shared: Path, environment: dict[str, str]) -> str:
    """A `.pre-commit-config.yaml` that takes the hooks from this project, installed for all tests at once."""
    hooks = hook_repository(shared, environment)
    revision = run("git", "rev-parse", "HEAD", folder=hooks, environment=environment).stdout.strip()
    text = (
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n"
        "  - id: corpuslint\n    verbose: true\n  - id: corpuslint-corpus\n    verbose: true\n"
    )
    folder = shared / f"install-{os.getpid()}"
    folder.mkdir()
    run("git", "init", "--quiet", folder=folder, environment=environment)
    (folder / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    # pre-commit locks its folder: processes that come second wait, and find the environment there.
    done = run(*PRE_COMMIT, "install-hooks", folder=folder, environment=environment, check=False)
    if done.returncode:
        pytest.fail(
            "pre-commit cannot install corpuslint with pip. Let this machine reach a "
            f"package index (PIP_INDEX_URL names another than the public one).\n{done.stdout}",
            pytrace=False,
        )
    return text


def hook_repository(shared: Path, environment: dict[str, str]) -> Path:
    """This project as it stands here, committed; the first process to finish makes it for all."""
    final, own = shared / "hooks", shared / f"hooks-{os.getpid()}"
    own.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, own / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, own / name)
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=release"]):
        run("git", *command, folder=own, environment=environment)
    try:
        own.rename(final)
    except OSError:
        shutil.rmtree(own)
    return final


class Corpus:
    """A repository with documents, whose commits go through the hooks."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def git(self, *arguments: str) -> str:
        return run("git", *arguments, folder=self.folder, environment=self.environment).stdout

    def stage(self) -> None:
        self.git("add", "--all")

    def commit(self) -> subprocess.CompletedProcess[str]:
        """What comes of `git commit`."""
        command = ("git", "commit", "--message=change")
        return run(*command, folder=self.folder, environment=self.environment, check=False)

    def accept(self) -> None:
        """Commit past the hooks: what is old, and has never been looked at."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message=old")


@pytest.fixture
def corpus(tmp_path: Path, settings: str, environment: dict[str, str]) -> Corpus:
    """An old corpus, with a masked value and a speech that stands in two places."""
    corpus = Corpus(tmp_path / "corpus", environment)
    corpus.write(".pre-commit-config.yaml", settings)
    corpus.write("old/通知.txt", MASKED)
    corpus.write("old/讲话.txt", SPEECH)
    corpus.write("old/讲话 副本.txt", SPEECH)
    corpus.write("old/plain.txt", UNRELATED)
    corpus.git("init", "--quiet")
    run(*PRE_COMMIT, "install", folder=corpus.folder, environment=environment)
    corpus.accept()
    return corpus


def test_a_masked_value_stops_the_commit(corpus: Corpus) -> None:
    corpus.write("new/关于 '清淤' 的\"通知\".txt", MASKED)
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 1
    assert "error[placeholder-date]" in done.stdout
    assert "new/关于 '清淤' 的\"通知\".txt:1:" in done.stdout
    assert "old/通知.txt" not in done.stdout
    assert "A" in corpus.git("status", "--porcelain")


def test_what_is_staged_counts_and_not_what_is_in_the_folder(corpus: Corpus) -> None:
    corpus.write("new.txt", MENDED)
    corpus.stage()
    corpus.write("new.txt", MASKED)
    done = corpus.commit()
    assert done.returncode == 0, done.stdout
    assert corpus.read("new.txt") == MASKED

    corpus.stage()
    corpus.write("new.txt", MENDED)
    done = corpus.commit()
    assert done.returncode == 1
    assert "new.txt:1:" in done.stdout
    assert corpus.read("new.txt") == MENDED


def test_a_pasted_speech_is_told_once(corpus: Corpus) -> None:
    corpus.write("old/first.txt", OTHER_SPEECH)
    corpus.accept()
    corpus.write("new/报告 (二).txt", UNRELATED + OTHER_SPEECH)
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 1
    assert done.stdout.count("warning[duplicate-") == 1
    assert "new/报告 (二).txt:" in done.stdout
    assert "old/first.txt:" in done.stdout
    assert "讲话" not in done.stdout


def test_one_more_copy_of_an_old_family_names_all_copies(corpus: Corpus) -> None:
    corpus.write("third.txt", SPEECH)
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 1
    assert done.stdout.count("duplicate-document]") == 1
    assert "3 copies" in done.stdout


def test_a_change_elsewhere_leaves_old_findings_alone(corpus: Corpus) -> None:
    corpus.write("old/plain.txt", UNRELATED + "下次例会定于月底召开。\n")
    corpus.write("new.txt", MENDED)
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 0, done.stdout
    assert "duplicate-" not in done.stdout
    assert "placeholder-" not in done.stdout
    assert "Only what touches 2 paths is reported." in done.stdout


def test_a_renamed_document_is_looked_at_and_a_deleted_one_is_gone(corpus: Corpus) -> None:
    corpus.git("mv", "old/讲话.txt", "old/renamed.txt")
    done = corpus.commit()
    assert done.returncode == 1
    assert "old/renamed.txt:" in done.stdout

    corpus.git("rm", "--quiet", "old/讲话 副本.txt")
    done = corpus.commit()
    assert done.returncode == 0, done.stdout


def test_results_are_kept_for_the_next_commit_and_out_of_git(corpus: Corpus) -> None:
    kept = corpus.folder / ".corpuslint_cache" / "results.sqlite"
    corpus.write("new.txt", MENDED)
    corpus.stage()
    assert corpus.commit().returncode == 0
    with closing(sqlite3.connect(kept)) as base:
        names = {name for (name,) in base.execute("SELECT path FROM results")}
    assert names == {"new.txt", "old/plain.txt", "old/讲话 副本.txt", "old/讲话.txt", "old/通知.txt"}
    assert corpus.git("status", "--porcelain") == ""

    corpus.write("more.txt", UNRELATED + SPEECH)
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 1
    assert "old/讲话.txt:" in done.stdout


def test_a_commit_of_other_files_starts_no_hook(corpus: Corpus) -> None:
    corpus.write("picture.svg", "<svg/>\n")
    corpus.git("rm", "--quiet", "old/plain.txt")
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Skipped") == 2


def test_all_files_means_all(corpus: Corpus) -> None:
    done = run(
        *PRE_COMMIT,
        "run",
        "--all-files",
        folder=corpus.folder,
        environment=corpus.environment,
        check=False,
    )
    assert done.returncode == 1
    assert "old/通知.txt:1:" in done.stdout
    assert "old/讲话 副本.txt:" in done.stdout


def test_settings_of_the_project_hold(corpus: Corpus) -> None:
    corpus.write("corpuslint.toml", 'exclude = ["drafts/"]\nignore = ["placeholder"]\n')
    corpus.write("drafts/x.txt", SPEECH + "各单位于20xx年报送。\n")
    corpus.write("new.txt", MASKED)
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 0, done.stdout


def test_every_format_that_is_read_starts_the_hooks(corpus: Corpus) -> None:
    corpus.write("page.HTML", f"<html><body><p>{MASKED}</p></body></html>")
    corpus.write("notes.Markdown", MASKED)
    corpus.stage()
    done = corpus.commit()
    assert done.returncode == 1
    assert "page.HTML:" in done.stdout
    assert "notes.Markdown:" in done.stdout
    assert "not read" not in done.stdout
