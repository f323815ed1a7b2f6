"""Results kept between runs: the same report, from fewer files read."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint import checking, workers
from corpuslint.cache import NAME, CacheError, ResultCache, key_of, stamp_of
from corpuslint.catalog import shipped
from corpuslint.cli import main
from corpuslint.corpus.source import SourceFile
from corpuslint.job import FileResult, Job, check_file
from corpuslint.workers import Progress
from tests.duplicates.planted import Writer
from tests.runs import CLEAN, MASKED, OTHER_MASKED, PASSAGE

KEPT = Path(".corpuslint_cache", NAME)
LINES = [*CLEAN, MASKED, OTHER_MASKED, PASSAGE, "！！！", "一、目标", "\n"]


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CORPUSLINT_NO_CACHE", raising=False)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(4):
        write(folder / f"{number}.txt", Writer(number).paragraph(300) + MASKED)
    return folder


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the files that are checked anew, one list for all runs of a test."""
    names: list[str] = []
    check_all = workers.check_all

    def counted(
        job: Job, files: Sequence[SourceFile], jobs: int, progress: Progress | None = None
    ) -> Iterator[FileResult]:
        names.extend(file.name for file in files)
        return check_all(job, files, jobs, progress)

    monkeypatch.setattr(checking, "check_all", counted)
    yield names


def write(path: Path, text: str) -> None:
    """Write a file that looks as if it had been there for a while."""
    path.write_text(text, encoding="utf-8")
    age(path)


def age(path: Path) -> None:
    """Take away what tells that a file is of this moment: the times that may not show a second change."""
    found = path.stat()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns - 10**12 + 7))


@pytest.fixture(autouse=True)
def _times_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of this very moment are stamped too: a test cannot set the time of a file's last change back."""
    monkeypatch.setattr("corpuslint.cache._TICK", -(10**12))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--isolated", "--language", "en", *(arguments or ("corpus",))])


def report(*arguments: str) -> str:
    done = run("--output-format", "json", *(arguments or ("corpus",)))
    assert done.exit_code in (0, 1), done.output
    return done.stdout


def opened_by_a_run(*arguments: str) -> set[str]:
    """The files of the corpus that a run in a process of its own opens."""
    program = (
        "import sys\n"
        "names = []\n"
        "sys.addaudithook(lambda event, of: event == 'open' and names.append(str(of[0])))\n"
        "from corpuslint.cli import main\n"
        "try: main()\n"
        "finally: print(*names, sep='\\n', file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--isolated", "--jobs", "1", *(arguments or ("corpus",))],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return {Path(name).name for name in done.stderr.splitlines() if name.endswith(".txt")}


def test_a_second_run_checks_only_what_has_changed(corpus: Path, checked: list[str]) -> None:
    first = report()
    assert checked == [f"corpus/{number}.txt" for number in range(4)]
    checked.clear()
    assert report() == first
    assert checked == []
    write(corpus / "1.txt", Writer(9).paragraph(300))
    write(corpus / "new.txt", OTHER_MASKED)
    again = report()
    assert checked == ["corpus/1.txt", "corpus/new.txt"]
    assert again == report("--no-cache", "corpus")
    assert again != first


def test_a_second_run_opens_only_what_has_changed(corpus: Path) -> None:
    time.sleep(0.2)  # files of this very moment are not trusted, see `stamp_of`
    opened_by_a_run()
    assert opened_by_a_run() == set()
    write(corpus / "3.txt", Writer(9).paragraph(300))
    assert opened_by_a_run() == {"3.txt"}


def test_copies_of_what_has_changed_are_found_among_files_that_were_not_checked(
    corpus: Path, checked: list[str]
) -> None:
    write(corpus / "old.txt", CLEAN[0] + "\n" + PASSAGE + "\n" + CLEAN[1])
    report()
    checked.clear()
    write(corpus / "pasted.txt", CLEAN[2] + "\n" + PASSAGE + "\n" + CLEAN[3])
    found = json.loads(report())
    assert checked == ["corpus/pasted.txt"]
    (family,) = found["families"]
    assert [member["path"] for member in family["members"]] == ["corpus/old.txt", "corpus/pasted.txt"]
    assert found == json.loads(report("--no-cache", "corpus"))


def test_a_file_that_was_only_touched_is_not_checked_again(corpus: Path, checked: list[str]) -> None:
    report()
    checked.clear()
    age(corpus / "0.txt")
    report()
    assert checked == []


def test_a_file_of_another_text_and_the_same_size_and_time_is_checked_again(
    corpus: Path, checked: list[str]
) -> None:
    report()
    checked.clear()
    found = (corpus / "0.txt").stat()
    text = (corpus / "0.txt").read_text(encoding="utf-8")
    (corpus / "0.txt").write_text(text.replace("20xx", "20yy"), encoding="utf-8")
    os.utime(corpus / "0.txt", ns=(found.st_atime_ns, found.st_mtime_ns))
    assert (corpus / "0.txt").stat().st_size == found.st_size
    report()
    assert checked == ["corpus/0.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "placeholder"),
        ("--ignore", "placeholder"),
        ("--per-file-ignores", "corpus/0.txt=placeholder"),
        ("--language", "zh"),
    ],
)
def test_other_settings_have_results_of_their_own(arguments: tuple[str, ...], checked: list[str]) -> None:
    report()
    checked.clear()
    asked = report(*arguments, "corpus")
    assert len(checked) == 4
    assert asked == report(*arguments, "--no-cache", "corpus")
    checked.clear()
    report()
    report(*arguments, "corpus")
    assert checked == []


def test_a_key_names_the_checks_and_their_parameters() -> None:
    job = Job(shipped(), "en")
    lighter = Job(shipped(), "en", severities={"placeholder": shipped()[0].severity})
    fewer = Job(shipped()[1:], "en")
    assert len({key_of(job), key_of(lighter), key_of(fewer)}) == 3
    assert key_of(job) == key_of(Job(shipped(), "en", keep_lines=True))


def test_what_is_written_needs_no_lines_of_this_run(corpus: Path, checked: list[str]) -> None:
    report()
    checked.clear()
    assert MASKED[:8] in run("--output-format", "full", "corpus").stdout
    assert checked == []


def test_no_cache_neither_uses_nor_writes_one(checked: list[str]) -> None:
    run("--no-cache", "corpus")
    assert not KEPT.parent.exists()


def flipped(data: bytes) -> bytes:
    """With one bit of a kept text turned over."""
    place = data.rindex(MASKED.encode()[:12])
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize(
    "damaged",
    [lambda data: b"no database at all " * 60, lambda data: data[: len(data) // 2], flipped],
    ids=["replaced", "cut", "flipped"],
)
def test_a_damaged_cache_is_told_and_built_anew(
    damaged: Callable[[bytes], bytes], checked: list[str]
) -> None:
    first = report()
    KEPT.write_bytes(damaged(KEPT.read_bytes()))
    checked.clear()
    done = run("--output-format", "json", "corpus")
    assert done.stdout == first
    assert "built anew" in done.stderr
    assert checked
    report()
    checked.clear()
    done = run("--output-format", "json", "corpus")
    assert (done.stdout, done.stderr, checked) == (first, "", [])


def test_a_database_of_another_program_is_not_trusted(checked: list[str]) -> None:
    KEPT.parent.mkdir()
    base = sqlite3.connect(KEPT)
    base.execute("CREATE TABLE results (key TEXT)")
    base.commit()
    base.close()
    done = run()
    assert "written by another version, or another program" in done.stderr
    assert report() and checked


def test_where_nothing_can_be_written_the_run_is_complete(corpus: Path) -> None:
    Path(KEPT.parent).write_text("a file where the folder should be")
    done = run("--output-format", "json", "corpus")
    assert done.stdout == report("--no-cache", "corpus")
    assert "not used" in done.stderr and "--no-cache" in done.stderr
    assert run("--quiet", "corpus").stderr == ""


def test_a_cache_that_can_neither_be_opened_nor_deleted_does_not_stop_a_run(corpus: Path) -> None:
    KEPT.mkdir(parents=True)  # a folder in the place of the file
    done = run("--output-format", "json", "corpus")
    assert done.stdout == report("--no-cache", "corpus")
    assert "not used" in done.stderr


def test_a_cache_that_stays_damaged_does_not_stop_a_run(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(folder: Path, key: str) -> ResultCache:
        raise CacheError("malformed", is_damaged=True)

    monkeypatch.setattr(checking, "ResultCache", broken)
    done = run("--output-format", "json", "corpus")
    assert done.stdout == report("--no-cache", "corpus")
    assert "malformed" in done.stderr


def test_another_run_that_writes_does_not_stop_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpuslint.cache._PATIENCE", 0.05)
    first = report()
    other = sqlite3.connect(KEPT, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    done = run("--output-format", "json", "corpus")
    other.execute("ROLLBACK")
    other.close()
    assert done.stdout == first
    assert "locked" in done.stderr


def test_files_that_are_gone_are_forgotten(corpus: Path) -> None:
    report()
    (corpus / "3.txt").unlink()
    report()
    base = sqlite3.connect(KEPT)
    names = [name for (name,) in base.execute("SELECT path FROM results ORDER BY path")]
    base.close()
    assert names == [f"corpus/{number}.txt" for number in range(3)]


def test_a_run_over_one_file_forgets_no_other(corpus: Path, checked: list[str]) -> None:
    report()
    run("corpus/1.txt")
    checked.clear()
    report()
    assert checked == []


def test_a_file_that_cannot_be_read_is_told_in_every_run(corpus: Path) -> None:
    write(corpus / "empty.txt", "")
    write(corpus / "broken.docx", "not a zip")
    first = report()
    assert report() == first
    assert {skip["path"] for skip in json.loads(first)["skipped"]} == {
        "corpus/broken.docx",
        "corpus/empty.txt",
    }


def test_records_are_kept_with_their_numbers(corpus: Path, checked: list[str]) -> None:
    lines = [{"text": PASSAGE + MASKED}, {"text": CLEAN[0]}, {"text": CLEAN[1] + PASSAGE}]
    write(corpus / "all.jsonl", "\n".join(json.dumps(line) for line in lines))
    first = report()
    (family,) = json.loads(first)["families"]
    assert [member["record"] for member in family["members"]] == [1, 3]
    checked.clear()
    assert report() == first
    assert checked == []


def test_half_a_surrogate_pair_does_not_stop_it(corpus: Path, checked: list[str]) -> None:
    write(corpus / "half.jsonl", json.dumps({"text": CLEAN[0] + "\ud800"}))
    first = report()
    checked.clear()
    assert report() == first
    assert checked == []


def test_a_file_that_changes_while_the_run_is_under_way_is_read_as_it_is_now(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        write(corpus / name, PASSAGE)
    report()

    def changing(self: checking.Keeper, files: Sequence[SourceFile]) -> None:
        write(corpus / "b.txt", CLEAN[0])

    monkeypatch.setattr(checking.Keeper, "finish", changing)
    found = json.loads(report())
    assert found["families"] == []
    assert found == json.loads(report("--no-cache", "corpus"))


def test_a_file_of_this_very_moment_is_known_by_its_content_only(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpuslint.cache._TICK", 10**12)
    path = corpus / "0.txt"
    assert stamp_of(SourceFile(path, "corpus/0.txt", 0)) == ""
    monkeypatch.setattr("corpuslint.cache._TICK", -(10**12))
    assert stamp_of(SourceFile(path, "corpus/0.txt", 0)) != ""
    assert stamp_of(SourceFile(corpus / "none.txt", "corpus/none.txt", 0)) == ""


def test_old_keys_are_dropped(tmp_path: Path) -> None:
    for number in range(20):
        ResultCache(tmp_path, f"key {number}").close()
    base = sqlite3.connect(tmp_path / NAME)
    assert base.execute("SELECT count(*) FROM keys").fetchone() == (6,)
    assert base.execute("SELECT key FROM keys WHERE key = 'key 19'").fetchone()
    base.execute("UPDATE keys SET used = '2001-01-01'")
    base.commit()
    base.close()
    cache = ResultCache(tmp_path, "key 19")
    cache.close()
    base = sqlite3.connect(tmp_path / NAME)
    assert base.execute("SELECT key FROM keys").fetchall() == [("key 19",)]
    base.close()


def test_a_result_with_a_failure_is_not_kept(tmp_path: Path, corpus: Path) -> None:
    from corpuslint.findings import EngineFailure
    from corpuslint.job import TextResult

    failed = TextResult("a", None, "utf-8", "text", "speech", 1, (), (EngineFailure("x", "a", "broke"),))
    file = SourceFile(corpus / "0.txt", "corpus/0.txt", 0)
    cache = ResultCache(tmp_path, "key")
    cache.keep([("corpus/0.txt", stamp_of(file), FileResult("corpus/0.txt", "0" * 64, (failed,), ()))])
    assert cache.find(file, stamp_of(file)) is None
    cache.close()


def test_a_closed_cache_says_so(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path, "key")
    cache.close()
    with pytest.raises(CacheError):
        cache.find(SourceFile(tmp_path / "a", "a", 0), "")


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([*CLEAN, MASKED, OTHER_MASKED, PASSAGE, "！！！", "一、目标", "\n"]), max_size=8)
)
def test_what_is_kept_is_what_was_found(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("kept")
    path = folder / "text.txt"
    path.write_text("\n".join(parts), encoding="utf-8")
    file = SourceFile(path, "text.txt", path.stat().st_size)
    job = Job(shipped(), "zh", compare=True, keep_lines=True, judges=shipped()[:3])
    result = check_file(job, file)
    cache = ResultCache(folder, key_of(job))
    cache.keep([(file.name, stamp_of(file), result)])
    kept = cache.find(file, stamp_of(file))
    cache.close()
    assert kept is not None
    for old, new in zip(result.texts, kept.texts, strict=True):
        assert new.text is None
        assert (old.findings, old.flaws, old.lines) == (new.findings, new.flaws, new.lines)
        assert old.folded.symbols.tobytes() == new.folded.symbols.tobytes()
        assert old.folded.breaks.tobytes() == new.folded.breaks.tobytes()
    assert (kept.path, kept.sha256, kept.skipped) == (result.path, result.sha256, result.skipped)
