"""The kept corpus written to another folder, all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from corpuslint.corpus.document import Span
from corpuslint.corpus.source import plain_reason
from corpuslint.dedup.cutting import UncuttableError, without_records, without_spans
from corpuslint.dedup.files import DedupError, read_known
from corpuslint.dedup.manifest import Row
from corpuslint.wordings import Wording, wording


class Applied(msgspec.Struct, frozen=True):
    """How many files were written, and which were kept whole though a passage was to go, and why."""

    files: int
    kept_whole: tuple[tuple[str, Wording], ...]


def apply(rows: Sequence[Row], folder: Path) -> Applied:
    """Write every file of the manifest that is not dropped whole into a folder, under its own path.

    The folder must be new or empty and stand apart from the corpus. Raises `DedupError`, and then nothing is
    written, where a file is no longer what it was when the manifest was made.
    """
    by_path: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_path[row.path].append(row)
    _require_apart(folder, list(by_path))
    root = _common_folder(list(by_path))
    kept_whole: list[tuple[str, Wording]] = []
    files = 0
    beside = _folder_beside(folder)
    try:
        for path, of_file in by_path.items():
            data = read_known(path, of_file[0].sha256)
            try:
                kept = _kept(data, path, of_file)
            except UncuttableError as error:
                kept_whole.append((path, error.reason))
                kept = data
            if kept is not None:
                _write(beside / os.path.relpath(path, root), kept)
                files += 1
        _put_in_place(beside, folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return Applied(files, tuple(kept_whole))


def _kept(data: bytes, path: str, rows: Sequence[Row]) -> bytes | None:
    """What of a file is kept; None when nothing is."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for row in rows:
        if row.span is not None:
            spans[row.record or 0].append(Span(row.span.start.offset, row.span.end.offset))
    dropped = {row.record or 0 for row in rows if row.action == "drop"}
    if not dropped and not spans:
        return data
    if rows[0].record is not None:
        return without_records(data, dropped, spans) or None
    return None if dropped else without_spans(data, path, spans[0]) or None


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise DedupError(wording("files.unwritable", path=str(target), reason=plain_reason(error))) from None


def _require_apart(folder: Path, paths: Sequence[str]) -> None:
    """Refuse a folder that holds something, or that the corpus would be read from next time."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise DedupError(wording("files.no-folder", path=str(folder)))
    if folder.is_dir() and any(folder.iterdir()):
        raise DedupError(wording("files.not-empty", path=str(folder)))
    own = folder.resolve()
    for parent in sorted({Path(path).resolve().parent for path in paths}):
        if own.is_relative_to(parent) or parent.is_relative_to(own):
            raise DedupError(wording("files.inside", path=str(folder), parent=str(parent)))


def _common_folder(paths: Sequence[str]) -> str:
    """What the written paths are relative to: here, or the common folder when some lie elsewhere."""
    here = Path.cwd()
    resolved = [Path(os.path.normpath(here / path)) for path in paths]
    if all(path.is_relative_to(here) for path in resolved):
        return str(here)
    return os.path.commonpath([path.parent for path in resolved])


def _folder_beside(folder: Path) -> Path:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        reason = plain_reason(error)
        raise DedupError(wording("files.unwritable-folder", path=str(folder), reason=reason)) from None


def _put_in_place(beside: Path, folder: Path) -> None:
    try:
        beside.chmod(0o755)
        if folder.is_dir():
            folder.rmdir()
        beside.rename(folder)
    except OSError as error:
        reason = plain_reason(error)
        raise DedupError(wording("files.unwritable-folder", path=str(folder), reason=reason)) from None
