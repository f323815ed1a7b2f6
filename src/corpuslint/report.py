"""The JSON report, version 1: its shape as types, its fields in the order they are written.

Frozen once published: fields are added, never renamed, moved or removed. The JSON Schema that ships with the
package is generated from these types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from corpuslint.findings import EngineFailure, Family, Finding, Severity
from corpuslint.wordings import Wording

if TYPE_CHECKING:
    from corpuslint.catalog import Check

SCHEMA_VERSION: Final = 1


class Tool(msgspec.Struct, frozen=True):
    """What wrote the report."""

    name: str
    version: str


class Run(msgspec.Struct, frozen=True):
    """What was asked for; `focus`, where it is there, are the paths the report was narrowed to."""

    roots: tuple[str, ...]
    config_hash: str
    checks: tuple[str, ...]
    focus: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


class Summary(msgspec.Struct, frozen=True):
    """Counts over the whole run; characters are code points.

    `findings`, `by_check` and `by_severity` leave out what the project has accepted; `accepted` counts that.
    """

    files: int
    characters: int
    findings: int
    by_check: dict[str, int]
    by_severity: dict[Severity, int]
    skipped: int
    families: int
    covered_characters: int
    redundant_characters: int
    accepted: int = 0


class FileEntry(msgspec.Struct, frozen=True):
    """One file read: its new findings, and the shares of its characters that stand in some family.

    `redundant` is the share of copies that are not the best one.
    """

    path: str
    sha256: str
    encoding: str
    format: str
    characters: int
    findings: int
    covered: float
    redundant: float


class Notice(msgspec.Struct, frozen=True):
    """An entry of what is accepted that wants attention: it is `unused`, or it has `expired`.

    `source` is the file it stands in, with its line where it was written by hand; `entry` says what it
    accepts, `count` how many findings or copies it is too many for.
    """

    kind: Literal["unused", "expired"]
    source: str
    entry: str
    count: int = 1
    reason: str = ""
    expires: str = ""


class SkippedEntry(msgspec.Struct, frozen=True):
    """A file, a folder or a record that was not read.

    `reason` is in the language of the run, as messages are; `code` is the same in every language.
    """

    path: str
    reason: str
    code: str = ""


class Report(msgspec.Struct, frozen=True):
    """All that a run found."""

    schema_version: Literal[1]
    tool: Tool
    run: Run
    summary: Summary
    files: tuple[FileEntry, ...]
    findings: tuple[Finding, ...]
    families: tuple[Family, ...]
    skipped: tuple[SkippedEntry, ...]
    failures: tuple[EngineFailure, ...] = ()
    notices: tuple[Notice, ...] = ()


class TextEntry(msgspec.Struct, frozen=True):
    """One text that was read; characters are code points."""

    path: str
    record: int | None
    characters: int


class Outcome(msgspec.Struct, frozen=True):
    """A report, and what formats may want beside it.

    `lines` are those its findings begin on (where asked for) by path, record and number; `checks` those that
    ran; `texts` all that were read, in the order of the report's files; `remarks` what the run has to say of
    itself and not of the texts.
    """

    report: Report
    lines: dict[tuple[str, int | None, int], str] = {}
    checks: tuple[Check, ...] = ()
    texts: tuple[TextEntry, ...] = ()
    remarks: tuple[Wording, ...] = ()
