"""Results of files kept between runs: a file that has not changed is neither read nor checked again.

One SQLite file in the folder of `corpuslint.keeping`. A row belongs to a key, which names everything that a
result depends on besides the file: the checks with their parameters, the settings, the language, the program.
A file is taken for unchanged when its size, its times and its inode are what they were, as git does, and
otherwise when its SHA-256 is. Every row has a checksum, and what is damaged is thrown away: nothing that is
kept is ever trusted more than the file it came from.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

import msgspec

from corpuslint import __version__, engines
from corpuslint.catalog import checks_folder
from corpuslint.corpus.reading import read_bytes
from corpuslint.corpus.source import SourceFile, Unreadable
from corpuslint.job import FileResult, Job
from corpuslint.wordings import Wording, wording

NAME = "results.sqlite"

_APPLICATION, _VERSION = 0x636C696E, 1  # "clin"
_TABLES = """
CREATE TABLE keys (key TEXT PRIMARY KEY, used TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE results (key TEXT, path TEXT, stamp TEXT, sha256 TEXT, checksum BLOB, body BLOB,
                      PRIMARY KEY (key, path));
"""
_PATIENCE = 2.0  # seconds to wait for another run that writes
_KEPT_DAYS = 30  # a key that no run has used for so long is dropped
_KEPT_KEYS = 6  # and so are all but the latest of them
_SECOND = 1_000_000_000  # nanoseconds
_TICK = 100_000_000  # nanoseconds after which a second change shows in the times of a file


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A result as it is stored: without texts, and the folded views as bytes."""

    result: FileResult
    views: list[tuple[bytes, bytes] | None]


class CacheError(Exception):
    """The cache cannot be used; `reason` says why. What is damaged is to be deleted."""

    def __init__(self, reason: str | Wording, *, is_damaged: bool = False) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.is_damaged = is_damaged


class ResultCache:
    """Results by file, for runs of one key. Anything that goes wrong with it is a `CacheError`."""

    def __init__(self, folder: Path, key: str) -> None:
        self._key = key
        self._restamped: list[tuple[str, str, str]] = []
        with _told():
            self._base = sqlite3.connect(folder / NAME, timeout=_PATIENCE, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._base.close()
                raise

    def _prepare(self) -> None:
        self._base.execute("PRAGMA synchronous = OFF")  # a crash costs a cache, never a text
        ours = (self._pragma("application_id"), self._pragma("user_version"))
        if ours != (_APPLICATION, _VERSION):
            if self._pragma("schema_version"):
                raise CacheError(wording("keeping.foreign"), is_damaged=True)
            self._base.executescript(
                f"BEGIN; PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
                f"{_TABLES} COMMIT;"
            )
        self._drop_old_keys(date.today())

    def _pragma(self, name: str) -> int:
        (value,) = self._base.execute(f"PRAGMA {name}").fetchone()
        return int(value)

    def _drop_old_keys(self, today: date) -> None:
        row = self._base.execute("SELECT used FROM keys WHERE key = ?", (self._key,)).fetchone()
        if row == (today.isoformat(),):
            return
        oldest = (today - timedelta(days=_KEPT_DAYS)).isoformat()
        with self._writing():
            self._base.execute("INSERT OR REPLACE INTO keys VALUES (?, ?)", (self._key, today.isoformat()))
            self._base.execute("DELETE FROM keys WHERE used < ?", (oldest,))
            latest = "SELECT key FROM keys ORDER BY used DESC, key = ? DESC LIMIT ?"
            self._base.execute(f"DELETE FROM keys WHERE key NOT IN ({latest})", (self._key, _KEPT_KEYS))
            self._base.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM keys)")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, taken at once: two runs that read first and write then would wait in vain."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def find(self, file: SourceFile, stamp: str) -> FileResult | None:
        """The kept result of a file whose stamp, or else whose content, is what it was."""
        with _told():
            query = "SELECT stamp, sha256, checksum, body FROM results WHERE key = ? AND path = ?"
            row = self._base.execute(query, (self._key, file.name)).fetchone()
        if row is None:
            return None
        known, digest, checksum, body = row
        if checksum != _checksum(body):
            raise CacheError(wording("keeping.damaged"), is_damaged=True)
        if not stamp or known != stamp:
            if _digest(file) != digest:
                return None
            self._restamped.append((stamp, self._key, file.name))
        return _decoded(body)

    def keep(self, entries: Sequence[tuple[str, str, FileResult]]) -> None:
        """Store results under the names of their files, with the stamps the files had before they were read.

        What rests on a failure, of a check or of reading, is not kept: the next run tries again.
        """
        rows = [
            (self._key, name, stamp, result.sha256, _checksum(body), body)
            for name, stamp, result in entries
            if result.sha256 and not any(text.failures for text in result.texts)
            for body in [_encoded(result)]
        ]
        if not rows and not self._restamped:
            return
        with _told(), self._writing():
            restamp = "UPDATE results SET stamp = ? WHERE key = ? AND path = ?"
            self._base.executemany(restamp, self._restamped)
            self._base.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._restamped.clear()

    def forget_all_but(self, names: set[str]) -> None:
        """Drop the results of files that are gone; `names` are known to be there."""
        with _told():
            rows = self._base.execute("SELECT path FROM results WHERE key = ?", (self._key,))
            gone = [(self._key, path) for (path,) in rows if path not in names and not Path(path).exists()]
            if gone:
                with self._writing():
                    self._base.executemany("DELETE FROM results WHERE key = ? AND path = ?", gone)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:  # locked by another run, read-only, no room left
        raise CacheError(str(error)) from None
    except sqlite3.Error as error:
        raise CacheError(str(error), is_damaged=True) from None


def stamp_of(file: SourceFile) -> str:
    """What tells that a file has changed, read before the file is; empty where nothing tells it.

    A file that was changed a moment ago may change again without its times showing it.
    """
    try:
        found = os.stat(file.path)  # noqa: PTH116 (thousands of them)
    except (OSError, ValueError):
        return ""
    tick = _TICK if found.st_mtime_ns % _SECOND else 2 * _SECOND  # some file systems count whole seconds
    if max(found.st_mtime_ns, found.st_ctime_ns) > time.time_ns() - tick:
        return ""
    return f"{found.st_size}.{found.st_mtime_ns}.{found.st_ctime_ns}.{found.st_ino}"


def key_of(job: Job) -> str:
    """A name for all that decides what is found in a file of given content."""
    deciding = msgspec.structs.replace(job, keep_lines=True)
    parts = (__version__, _program(job), platform.python_version(), _packages(), deciding)
    return sha256(msgspec.msgpack.encode(parts, order="deterministic")).hexdigest()[:32]


def _program(job: Job) -> list[tuple[str, int, int]]:
    """The files of corpuslint itself and of other engines, with their sizes and times."""
    own = Path(__file__).parent
    names = {check.engine for check in (*job.checks, *job.judges)}
    others = [Path(file) for name in sorted(names) if (file := _file_of(name))]
    files = {*own.rglob("*.py"), *checks_folder().glob("*.toml"), *others}
    return [(str(file), (found := file.stat()).st_size, found.st_mtime_ns) for file in sorted(files)]


def _file_of(engine: str) -> str | None:
    return getattr(engines.load(engine), "__file__", None)


def _packages() -> list[str]:
    """The installed packages, which bring engines and read encodings, by name and version."""
    return sorted(
        entry
        for place in sys.path
        if place and Path(place).is_dir()
        for entry in os.listdir(place)  # noqa: PTH208 (names are enough: a folder may hold thousands)
        if entry.endswith(".dist-info")
    )


def _digest(file: SourceFile) -> str:
    try:
        return sha256(read_bytes(file.path)).hexdigest()
    except (OSError, ValueError, Unreadable):
        return ""


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).digest()


def _encoded(result: FileResult) -> bytes:
    views = [
        None if text.folded is None else (text.folded.symbols.tobytes(), text.folded.breaks.tobytes())
        for text in result.texts
    ]
    texts = tuple(msgspec.structs.replace(text, text=None, folded=None) for text in result.texts)
    return msgspec.msgpack.encode(_Kept(msgspec.structs.replace(result, texts=texts), views))


def _decoded(body: bytes) -> FileResult:
    try:
        kept = msgspec.msgpack.decode(body, type=_Kept)
    except msgspec.DecodeError as error:
        raise CacheError(str(error), is_damaged=True) from None
    texts = tuple(
        text if view is None else msgspec.structs.replace(text, folded=_folded(*view))
        for text, view in zip(kept.result.texts, kept.views, strict=True)
    )
    return msgspec.structs.replace(kept.result, texts=texts)


def _folded(symbols: bytes, breaks: bytes) -> Any:
    import numpy as np

    from corpuslint.duplicates.search import Folded

    return Folded(np.frombuffer(symbols, np.uint16), np.frombuffer(breaks, np.uint8))
