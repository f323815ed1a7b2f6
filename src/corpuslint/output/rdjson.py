"""Reviewdog's diagnostic format (rdjson): columns count UTF-8 bytes, ends are exclusive.

Columns need the text of the line, so this format is listed in `NEEDS_LINES`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpuslint.expressions import late
from corpuslint.findings import Edit, Finding, Related
from corpuslint.output import Options, jsontext, region
from corpuslint.output.choice import pending
from corpuslint.report import Outcome

_LINE_END = late(r"\r\n|\r|\n")
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class _ByteColumns:
    """Columns of one line in UTF-8 bytes, each counted from the one asked for before.

    A line can be a whole file, with a finding on every sentence: nothing is counted twice from its start.
    """

    def __init__(self, line: str) -> None:
        self.line = line
        self._column, self._byte = 1, 1

    def at(self, column: int) -> int:
        """The 1-based byte column of a 1-based column in code points."""
        low, high = sorted((self._column, column))
        size = _bytes(self.line[low - 1 : high - 1])
        self._byte += size if column > self._column else -size
        self._column = column
        return self._byte


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the diagnostics as one object."""
    formats = region.formats(outcome.report)
    columns: dict[tuple[str, int | None, int], _ByteColumns] = {}
    diagnostics = []
    for finding in pending(outcome.report):
        key = (finding.path, finding.record, finding.start.line)
        if key not in columns:
            line = outcome.lines.get(key, _first_line(finding))
            columns = {} if line is None else {key: _ByteColumns(line)}
        format = formats.get(finding.path, "text")
        diagnostics.append(_diagnostic(finding, format, columns.get(key), options))
    yield jsontext.indented({"source": {"name": "corpuslint"}, "diagnostics": diagnostics})


def _first_line(finding: Finding) -> str | None:
    """The line as far as the match shows it, where the match begins with it (as whole documents do)."""
    return _LINE_END.split(finding.match, maxsplit=1)[0] if finding.start.column == 1 else None


def _diagnostic(
    finding: Finding, format: str, columns: _ByteColumns | None, options: Options
) -> dict[str, Any]:
    where = region.region(finding, format)
    exact = columns if where.start_column is not None else None
    made: dict[str, Any] = {
        "message": region.message(finding, format, options.language),
        "location": {
            "path": finding.path,
            "range": _range(finding, exact) if exact else {"start": {"line": where.start_line}},
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.check},
    }
    if finding.related:
        made["related_locations"] = [_related(related, format) for related in finding.related]
    if exact and (suggestions := _suggestions(finding, exact)):
        made["suggestions"] = suggestions
    return made


def _range(finding: Finding, columns: _ByteColumns) -> dict[str, Any]:
    start = {"line": finding.start.line, "column": columns.at(finding.start.column)}
    if finding.end.line == finding.start.line:
        return {
            "start": start,
            "end": {"line": finding.end.line, "column": columns.at(finding.end.column)},
        }
    # The match runs on to the end of the finding, so its last line is what stands before that column.
    last = finding.match[len(finding.match) - (finding.end.column - 1) :]
    return {"start": start, "end": {"line": finding.end.line, "column": 1 + _bytes(last)}}


def _suggestions(finding: Finding, columns: _ByteColumns) -> list[dict[str, Any]]:
    """The edits that lie within the line a finding begins on."""
    return [
        {
            "range": {
                "start": {"line": finding.start.line, "column": columns.at(_column(finding, edit.start))},
                "end": {"line": finding.start.line, "column": columns.at(_column(finding, edit.end))},
            },
            "text": edit.replacement,
        }
        for edit in finding.edits
        if _is_within(finding, edit, columns.line)
    ]


def _is_within(finding: Finding, edit: Edit, line: str) -> bool:
    return _column(finding, edit.start) >= 1 and _column(finding, edit.end) <= len(line) + 1


def _column(finding: Finding, offset: int) -> int:
    """The column, on the line a finding begins on, of an offset into the text."""
    return finding.start.column + offset - finding.start.offset


def _related(related: Related, format: str) -> dict[str, Any]:
    line = region.region(related, format).start_line
    return {
        "message": related.message,
        "location": {"path": related.path, "range": {"start": {"line": line}}},
    }


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
