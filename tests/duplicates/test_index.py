"""An index is read back as it was written, or not at all."""

import os
import struct
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.index import Index, IndexFileError, Sketch, entry_of, read, write
from tests.duplicates.planted import Writer


def sketch_of(text: str) -> Sketch:
    return Sketch.of(text, fold(text))


def index_of(texts: list[str], name: str = "") -> Index:
    sketches = [sketch_of(text) for text in texts]
    entries = [entry_of(f"{n}.txt", None, "0" * 64, sketch) for n, sketch in enumerate(sketches)]
    return Index(entries, sketches, name)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.clix"
    write(index_of([Writer(1).paragraph(400), "", Writer(2).paragraph(900)], "published"), path)
    return path


def test_an_index_is_read_back_as_it_was_written(written: Path) -> None:
    before = index_of([Writer(1).paragraph(400), "", Writer(2).paragraph(900)], "published")
    after = read(written)
    assert after.name == "published"
    assert after.entries == list(before.entries)
    for one, other in zip(before.sketches, after.sketches, strict=True):
        for kind in ("signature", "hashes", "positions", "lines"):
            assert np.array_equal(getattr(one, kind), getattr(other, kind))


def test_an_index_of_nothing_is_an_index(tmp_path: Path) -> None:
    write(Index([], []), tmp_path / "none.clix")
    assert read(tmp_path / "none.clix").entries == []


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path, written: Path) -> None:
    write(read(written), tmp_path / "again.clix")
    assert (tmp_path / "again.clix").read_bytes() == written.read_bytes()


def test_every_damaged_byte_is_noticed(written: Path) -> None:
    data = written.read_bytes()
    for place in range(0, len(data), max(1, len(data) // 97)):
        written.write_bytes(data[:place] + bytes([data[place] ^ 0x41]) + data[place + 1 :])
        with pytest.raises(IndexFileError, match=r"corpus\.clix: "):
            read(written)


@pytest.mark.parametrize("length", [0, 5, 16, 50, 400, -1])
def test_an_index_cut_short_is_refused(written: Path, length: int) -> None:
    written.write_bytes(written.read_bytes()[:length])
    with pytest.raises(IndexFileError):
        read(written)


def test_counts_that_do_not_fit_the_file_are_refused_even_with_a_right_checksum(written: Path) -> None:
    body = written.read_bytes()[:-32].replace(b'"anchors":', b'"anchors":9', 2)
    body = body[:12] + struct.pack("<I", body.index(b"]}", 16) + 2 - 16) + body[16:]
    written.write_bytes(body + sha256(body).digest())
    with pytest.raises(IndexFileError, match="is damaged"):
        read(written)


def test_an_index_of_a_later_version_is_named(written: Path) -> None:
    data = bytearray(written.read_bytes())
    data[8] = 9
    written.write_bytes(data)
    with pytest.raises(IndexFileError, match="of version 9") as raised:
        read(written)
    assert raised.value.is_ours


def test_another_file_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("同志们：" * 40, encoding="utf-8")
    with pytest.raises(IndexFileError, match="is not an index") as raised:
        read(tmp_path / "a.txt")
    assert not raised.value.is_ours


def test_a_missing_index_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(IndexFileError, match="corpuslint index PATH"):
        read(tmp_path / "none.clix")


def test_a_failed_write_leaves_the_old_index(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(IndexFileError, match="no space left on device"):
        write(index_of(["x" * 100]), written)
    assert written.read_bytes() == before
    assert [path.name for path in written.parent.iterdir()] == ["corpus.clix"]


def test_runs_that_write_the_same_index_at_once_do_no_harm(written: Path) -> None:
    indexes = [index_of([Writer(seed).paragraph(400 + 100 * seed)]) for seed in range(4)]
    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(write, indexes[number % 4], written) for number in range(40)]
        for _ in range(40):
            assert len(read(written).entries) in (1, 3)
        for one in done:
            one.result()
    assert len(read(written).entries) == 1
    assert [path.name for path in written.parent.iterdir()] == ["corpus.clix"]


def test_lines_are_found_by_folded_position() -> None:
    sketch = sketch_of("第一行，很短。\n\n第三行在空行之后。\r\n第四行。")
    assert [sketch.line_at(position) for position in (0, 4, 5, 12, 13, 15)] == [1, 1, 3, 3, 4, 4]


def test_short_texts_are_short() -> None:
    assert sketch_of("同志们：").is_short
    assert not sketch_of(Writer(1).paragraph(200)).is_short
