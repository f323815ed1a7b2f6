"""What reading passes on: the files of a corpus, the texts they hold, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec


class Skipped(msgspec.Struct, frozen=True, order=True):
    """A file, a folder or a record that was not read, as it stands in the report."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus.

    `path` opens it; `name` is what reports call it (a POSIX path relative to where the run started, always
    encodable as UTF-8); `size` is in bytes.
    """

    path: Path
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a file: the whole file, or one record of a file of records.

    `encoding` names what the bytes were read as, `record` is the 1-based line of a JSONL record. `had_bom`
    tells that a byte order mark stood before the text, `lossy` that some bytes were damaged and are U+FFFD
    in `text`.
    """

    text: str
    encoding: str
    record: int | None = None
    format: str = "text"
    had_bom: bool = False
    lossy: bool = False


class Unreadable(Exception):  # noqa: N818 (a state of the file, not a fault of the program)
    """A file that cannot be read as its format says; `reason` names what it looks like and the remedy."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def plain_reason(error: OSError | ValueError) -> str:
    """Why a file could not be opened, in plain words and without its path."""
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, FileNotFoundError):
        return "no longer there"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)
