"""What reading passes on: the files of a corpus, the texts they hold, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from corpuslint.wordings import Language, Wording, say, told, wording


class Skipped(msgspec.Struct, frozen=True):
    """A file, a folder or a record (by its 1-based line) that was not read, and why."""

    path: str
    reason: Wording
    record: int | None = None

    @property
    def sort_key(self) -> tuple[str, int, str]:
        """Records of a file stand in their order."""
        return self.path, self.record or 0, self.reason.key

    def told(self, language: Language) -> str:
        """The reason in one language, with the line it speaks of."""
        reason = told(self.reason, language)
        if self.record is None:
            return reason
        return say("reading.in-line", language, line=str(self.record), reason=reason)


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

    def __init__(self, reason: Wording) -> None:
        super().__init__(str(reason))
        self.reason = reason


def plain_reason(error: OSError | ValueError) -> Wording:
    """Why a file could not be opened, in plain words and without its path."""
    if isinstance(error, PermissionError):
        return wording("reading.permission")
    if isinstance(error, FileNotFoundError):
        return wording("reading.gone")
    if isinstance(error, IsADirectoryError):
        return wording("reading.folder")
    if isinstance(error, OSError) and error.strerror:
        return wording("reading.system", error=error.strerror[0].lower() + error.strerror[1:])
    return wording("reading.system", error=str(error))
