"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpuslint.atomic import replace_file


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    replace_file(tmp_path / "new", b"text")
    assert (tmp_path / "new").read_bytes() == b"text"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("fault", ["fsync", "replace", "chmod"])
def test_a_fault_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def fail(*args: object, **options: object) -> None:
        raise OSError("disk full")

    if fault == "fsync":
        monkeypatch.setattr(os, fault, fail)
    else:
        monkeypatch.setattr(Path, fault, fail)
    with pytest.raises(OSError, match="disk full"):
        replace_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
