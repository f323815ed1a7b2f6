"""Annotations for GitHub Actions: workflow commands, read by the runner from standard output.

A step may have ten annotations of a level (actions/toolkit#734): the worst are written, and a last notice
says how many there are. Escapes are the runner's own (actions/runner, ActionCommand.cs).
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.findings import Finding, Severity
from corpuslint.output import Options, region
from corpuslint.output.choice import pending, worst_first
from corpuslint.output.summary import failed, families, totals
from corpuslint.output.terminal import named, visible
from corpuslint.output.wording import say
from corpuslint.report import Outcome

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.INFO: 9}  # the totals are a notice too
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield a command for each of the worst findings, and one with the totals."""
    report = outcome.report
    formats = region.formats(report)
    findings = worst_first(pending(report))
    shown = 0
    for severity, most in _MOST.items():
        for finding in [one for one in findings if one.severity is severity][:most]:
            yield _annotation(finding, formats.get(finding.path, "text"), options)
            shown += 1
    for failure in report.failures:
        yield f"::error title=corpuslint::{_data(failed(failure, options.language))}\n"
    told = [totals(report, options.language)]
    if report.families:
        told.append(families(report, options.language))
    if shown < len(findings):
        told.append(say("annotated", options.language, shown=shown, findings=len(findings)))
    if report.skipped:
        told.append(say("unread", options.language, count=len(report.skipped)))
    if report.notices:
        told.append(say("stale", options.language, count=len(report.notices)))
    yield f"::notice title=corpuslint::{_data(' '.join(told))}\n"


def _annotation(finding: Finding, format: str, options: Options) -> str:
    where = region.region(finding, format)
    properties = {"file": named(finding.path), "line": where.start_line}
    if where.start_column is not None and where.start_line == where.end_line:
        # Columns of an annotation over several lines are refused.
        properties["col"] = where.start_column
    if where.end_column is not None:
        properties["endLine"] = where.end_line
    if "col" in properties:
        properties["endColumn"] = where.end_column
    properties["title"] = f"corpuslint {finding.check}"
    written = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    message = _data(region.message(finding, format, options.language))
    return f"::{_COMMANDS[finding.severity]} {written}::{message}\n"


def _data(text: str) -> str:
    return visible(text).translate(_DATA)
