"""Where a finding stands in the file itself, for tools that open the file and point into it.

Positions in the report are those of the text. In plain text and Markdown that is the file; a record of a
JSONL file stands on one line of it, and the text of a web page or a Word file has no lines of the file.
"""

from __future__ import annotations

import msgspec

from corpuslint.catalog import Language
from corpuslint.findings import Finding, Related
from corpuslint.output.terminal import shortened
from corpuslint.output.wording import say
from corpuslint.report import Report

_TEXT_IS_FILE = frozenset({"text", "markdown"})


class Region(msgspec.Struct, frozen=True):
    """1-based lines of a file, and where the text is the file, columns in code points (the end exclusive)."""

    start_line: int
    end_line: int
    start_column: int | None = None
    end_column: int | None = None


def formats(report: Report) -> dict[str, str]:
    """The format each file was read as, by path."""
    return {file.path: file.format for file in report.files}


def region(at: Finding | Related, format: str) -> Region:
    """Where a place of the report stands in its file."""
    if at.record is not None:
        return Region(at.record, at.record)
    if format not in _TEXT_IS_FILE:
        return Region(1, 1)
    return Region(at.start.line, max(at.start.line, at.end.line), at.start.column, at.end.column)


def message(finding: Finding, format: str, language: Language) -> str:
    """The message, beginning with the place in the text where the region cannot say it."""
    if finding.record is not None:
        within = say("in-record", language, record=str(finding.record), line=str(finding.start.line))
    elif format not in _TEXT_IS_FILE:
        within = say("in-text", language, line=str(finding.start.line))
    else:
        within = ""
    return within + shortened(finding.message)
