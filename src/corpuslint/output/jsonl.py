"""JSON Lines: an object a line, tagged with its `type`, with the fields of the JSON report.

Findings come first, then families, what was not read, failures of corpuslint itself, notices of what is
accepted and out of date, and one summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from corpuslint.output import Options, jsontext
from corpuslint.report import Outcome


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the lines one by one."""
    report = outcome.report
    for kind, entries in (
        ("finding", report.findings),
        ("family", report.families),
        ("skipped", report.skipped),
        ("failure", report.failures),
        ("notice", report.notices),
    ):
        for entry in entries:
            yield _line(kind, msgspec.to_builtins(entry))
    about = {"schema_version": report.schema_version, "tool": report.tool, "run": report.run}
    yield _line("summary", about | msgspec.structs.asdict(report.summary))


def _line(kind: str, fields: dict[str, Any]) -> str:
    return jsontext.encode({"type": kind, **fields}) + "\n"
