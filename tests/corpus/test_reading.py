"""One file read: its texts, its hash, and why it was not read."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.formats import FORMATS
from corpuslint.corpus.reading import read_file, texts_of
from corpuslint.corpus.source import SourceFile


def source(path: Path) -> SourceFile:
    return SourceFile(path, path.name, 0)


def reasons(path: Path) -> list[str]:
    texts, skipped, _ = read_file(source(path))
    assert texts == []
    assert {entry.path for entry in skipped} == {path.name}
    return [entry.told("en") for entry in skipped]


def test_a_text_comes_with_its_encoding_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("各位代表：\r\n".encode("gb18030"))
    texts, skipped, digest = read_file(source(path))
    assert [(text.text, text.encoding, text.format) for text in texts] == [
        ("各位代表：\r\n", "gb18030", "text")
    ]
    assert skipped == []
    assert digest == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\xe3\x80\x80\r\n", "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b"%PDF-1.4", "a PDF file; extract its text first"),
    ],
)
def test_a_file_without_text_says_so(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert reasons(path) == [reason]


def test_files_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reasons(tmp_path / "gone.txt") == ["no longer there"]
    assert reasons(tmp_path) in (["a folder, not a file"], ["not a regular file"], ["permission denied"])

    def refuse(*arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert reasons(tmp_path / "closed.txt") == ["permission denied"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert reasons(path) == ["not a regular file"]


def test_a_read_error_is_told_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> int:
        raise OSError(5, "Input/output error", "/secret/place")

    monkeypatch.setattr(os, "open", fail)
    assert reasons(tmp_path / "a.txt") == ["input/output error"]


def test_an_unknown_extension_is_read_as_text() -> None:
    texts, _ = texts_of("各位代表".encode(), "report.2021")
    assert texts[0].text == "各位代表"


@given(st.binary(max_size=300), st.sampled_from(sorted(FORMATS)))
def test_no_bytes_raise_in_any_format(data: bytes, extension: str) -> None:
    texts, skipped = texts_of(data, "a" + extension)
    assert texts or skipped
