"""`corpuslint index` as a user sees it."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main
from corpuslint.commands import index as indexing
from corpuslint.corpus.reading import texts_of
from corpuslint.duplicates.index import read
from tests.duplicates.planted import Writer

CACHE = Path(".corpuslint_cache")


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(Writer(number).paragraph(300), encoding="utf-8")
    return folder


def index(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["index", "corpus", "--isolated", "--language", "en", *arguments])


def test_an_index_names_its_documents() -> None:
    done = index("-o", "corpus.clix", "--name", "published")
    assert done.exit_code == 0, done.output
    assert done.output == "corpus.clix: 3 documents, 0 of them unchanged\n"
    written = read(Path("corpus.clix"))
    assert written.name == "published"
    assert [entry.path for entry in written.entries] == ["corpus/0.txt", "corpus/1.txt", "corpus/2.txt"]


def test_the_kept_index_lies_in_a_folder_that_tools_leave_alone() -> None:
    assert index().exit_code == 0
    assert (CACHE / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (CACHE / ".gitignore").read_text() == "*\n"
    assert (CACHE / indexing.KEPT).exists()


def test_only_what_has_changed_is_read_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index()
    (corpus / "1.txt").write_text(Writer(8).paragraph(300), encoding="utf-8")
    (corpus / "0.txt").rename(corpus / "9.txt")
    decoded: list[str] = []

    def counted(data: bytes, name: str) -> object:
        decoded.append(name)
        return texts_of(data, name)

    monkeypatch.setattr(indexing, "texts_of", counted)
    done = index()
    assert decoded == ["corpus/1.txt"]
    assert done.output.endswith("3 documents, 2 of them unchanged\n")
    kept = read(CACHE / indexing.KEPT)
    index("-o", "fresh.clix", "--no-cache")
    assert read(Path("fresh.clix")).entries == kept.entries
    assert [entry.path for entry in kept.entries] == ["corpus/1.txt", "corpus/2.txt", "corpus/9.txt"]


def test_the_same_time_and_size_are_not_taken_for_the_same_text(corpus: Path) -> None:
    index()
    path = corpus / "1.txt"
    stat = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text[1:] + text[0], encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size
    assert index().output.endswith("3 documents, 2 of them unchanged\n")


def test_a_damaged_index_is_built_anew_and_said() -> None:
    index()
    path = CACHE / indexing.KEPT
    path.write_bytes(path.read_bytes()[:-1])
    done = index()
    assert done.exit_code == 0
    assert "is damaged" in done.output
    assert "it is built anew" in done.output
    assert len(read(path).entries) == 3


def test_a_file_that_is_no_index_is_never_overwritten(corpus: Path) -> None:
    before = (corpus / "0.txt").read_bytes()
    done = index("-o", "corpus/0.txt")
    assert done.exit_code == 2
    assert "corpus/0.txt: is not an index" in done.output
    assert (corpus / "0.txt").read_bytes() == before


def test_no_cache_keeps_nothing() -> None:
    assert index("--no-cache", "-o", "a.clix").exit_code == 0
    assert not CACHE.exists()
    done = index("--no-cache")
    assert done.exit_code == 2
    assert "name a file with -o" in done.output


def test_short_and_unread_files_are_named(corpus: Path) -> None:
    (corpus / "short.txt").write_text("同志们：", encoding="utf-8")
    (corpus / "empty.txt").write_bytes(b"")
    records = [{"text": "散会。"}, {"text": Writer(5).paragraph(200)}]
    (corpus / "r.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    said = index("-o", "a.clix").output.splitlines()
    assert said[0] == "not read: corpus/empty.txt (empty)"
    assert said[1] == ("too short to compare (fewer than 40 characters): corpus/r.jsonl#1, corpus/short.txt")
    assert said[2] == "a.clix: 6 documents, 0 of them unchanged"


def test_equal_files_each_have_an_entry(corpus: Path) -> None:
    (corpus / "copy.txt").write_bytes((corpus / "0.txt").read_bytes())
    index()
    assert index().output.endswith("4 documents, 4 of them unchanged\n")
    assert [entry.path for entry in read(CACHE / indexing.KEPT).entries] == [
        "corpus/0.txt",
        "corpus/1.txt",
        "corpus/2.txt",
        "corpus/copy.txt",
    ]
