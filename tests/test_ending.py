"""A run that is stopped says so in a line, by the exit code shells know, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

import corpuslint
from corpuslint.cli import main

WORKERS = 2
PATIENCE = 60.0  # seconds after which a test gives up waiting; nothing is measured

# The command with a check of a file that reports its process and then does what the test wants of it. The
# module is run again in a worker where processes are not forked, so that it holds there too.
PROGRAM = """
import os, pathlib, signal, sys, time
import corpuslint.workers
from corpuslint.cli import main

def check_file(job, file):
    here = pathlib.Path(sys.argv[1], str(os.getpid()))
    here.touch()
    {then}

corpuslint.workers.check_file = check_file
if __name__ == "__main__":
    main(["check", "--isolated", "--jobs", sys.argv[2], sys.argv[3]], prog_name="corpuslint")
"""
SLEEP = "time.sleep(600)"
DIE = "os.kill(os.getpid(), signal.SIGKILL)"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text("请大家发言。\n", encoding="utf-8")
    return folder


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """The folder in which each process that checks a file leaves its number as the name of a file."""
    folder = tmp_path / "started"
    folder.mkdir()
    return folder


def start(then: str, started: Path, corpus: Path, jobs: int = WORKERS) -> subprocess.Popen[str]:
    """The command, in a process group of its own as under a shell."""
    program = started.parent / "program.py"
    program.write_text(PROGRAM.format(then=then), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(program), str(started), str(jobs), str(corpus)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(Path(corpuslint.__file__).parents[1])},
    )


def processes(started: Path) -> list[int]:
    return sorted(int(path.name) for path in started.iterdir())


def wait_for(count: int, started: Path, running: subprocess.Popen[str]) -> list[int]:
    """The processes that check files, as soon as there are so many."""
    end = time.monotonic() + PATIENCE
    while len(processes(started)) < count:
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < end, "no worker started"
        time.sleep(0.01)
    return processes(started)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def sleeping(started: Path, corpus: Path) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """The command and its workers, each in the middle of a file that takes forever."""
    running = start(SLEEP, started, corpus)
    try:
        yield running, wait_for(WORKERS, started, running)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()


@pytest.mark.parametrize(
    ("number", "send", "code", "said"),
    [
        pytest.param(signal.SIGINT, os.killpg, 130, "corpuslint: interrupted\n", id="Ctrl-C"),
        pytest.param(signal.SIGINT, os.kill, 130, "corpuslint: interrupted\n", id="interrupt"),
        pytest.param(signal.SIGTERM, os.kill, 143, "", id="terminate"),
    ],
)
def test_a_signal_ends_the_run_and_its_workers(
    sleeping: tuple[subprocess.Popen[str], list[int]],
    number: signal.Signals,
    send: Callable[[int, int], None],
    code: int,
    said: str,
) -> None:
    running, workers = sleeping
    send(running.pid, number)
    stdout, stderr = running.communicate(timeout=PATIENCE)
    assert (running.returncode, stdout, stderr) == (code, "", said)
    assert len(workers) == WORKERS
    assert running.pid not in workers
    assert not any(is_alive(worker) for worker in workers)


def test_a_signal_ends_a_run_without_workers(started: Path, corpus: Path) -> None:
    running = start(SLEEP, started, corpus, jobs=1)
    assert wait_for(1, started, running) == [running.pid]
    running.send_signal(signal.SIGINT)
    stdout, stderr = running.communicate(timeout=PATIENCE)
    assert (running.returncode, stdout, stderr) == (130, "", "corpuslint: interrupted\n")


def test_a_killed_worker_is_told_with_the_place_and_the_remedy(started: Path, corpus: Path) -> None:
    running = start(DIE, started, corpus)
    stdout, stderr = running.communicate(timeout=PATIENCE)
    assert running.returncode == 2
    assert stdout == ""
    assert "a worker process was killed, 8 files before the end" in stderr
    assert "corpus/0.txt" in stderr
    assert "--jobs 1" in stderr
    assert "Traceback" not in stderr
    assert not any(is_alive(worker) for worker in processes(started))


def test_a_defect_is_not_taken_for_findings(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("corpuslint.commands.invocation.run", fail)
    result = CliRunner().invoke(main, ["--isolated", str(corpus)], prog_name="corpuslint")
    assert result.exit_code == 2
    assert "ZeroDivisionError: boom" in result.stderr
    assert "a defect of corpuslint itself" in result.stderr


def test_the_handler_of_the_caller_is_left_as_it_was(corpus: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    CliRunner().invoke(main, ["--isolated", str(corpus)], prog_name="corpuslint")
    assert signal.getsignal(signal.SIGTERM) is before
