"""SARIF 2.1.0, as code scanning reads it: rules from the check files, one result a finding.

Code scanning keeps 5,000 results of a run and 100 locations of a result; which ones it keeps is not to be
relied on, so the worst are chosen here and a notification says what was left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from corpuslint.findings import Finding, Related
from corpuslint.output import Options, jsontext, region
from corpuslint.output.choice import with_occurrence, worst_first
from corpuslint.output.sarif_rules import LEVELS, rules
from corpuslint.output.summary import failed, noticed
from corpuslint.output.terminal import shortened
from corpuslint.output.wording import say
from corpuslint.report import Outcome, Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RESULTS, _LOCATIONS, _NOTIFICATIONS = 5_000, 100, 100
_SNIPPET = 200  # code points; a longer match is not repeated


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the log: one run."""
    report = outcome.report
    described = rules(outcome, options.language)
    indexes = {rule["id"]: index for index, rule in enumerate(described)}
    formats = region.formats(report)
    kept = _kept(report.findings)
    yield jsontext.indented(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "corpuslint",
                            "version": report.tool.version,
                            "semanticVersion": report.tool.version,
                            "rules": described,
                        }
                    },
                    "invocations": [_invocation(report, len(kept), options)],
                    "columnKind": "unicodeCodePoints",
                    "newlineSequences": ["\r\n", "\n", "\r"],
                    "results": [
                        _result(finding, occurrence, indexes[finding.check], formats, options)
                        for finding, occurrence in kept
                    ],
                }
            ],
        }
    )


def _kept(findings: Sequence[Finding]) -> list[tuple[Finding, int]]:
    """The worst findings with their occurrence numbers, in the order of the report."""
    if len(findings) <= _RESULTS:
        return list(with_occurrence(findings))
    worst = {id(finding) for finding in worst_first(findings)[:_RESULTS]}
    return [(finding, number) for finding, number in with_occurrence(findings) if id(finding) in worst]


def _result(
    finding: Finding, occurrence: int, index: int, formats: dict[str, str], options: Options
) -> dict[str, Any]:
    format = formats.get(finding.path, "text")
    related = finding.related[:_LOCATIONS]
    # Related places are shown only where the message links to them by their id.
    links = "".join(f" [{_text(place.message)}]({number})" for number, place in enumerate(related, 1))
    made = {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _text(region.message(finding, format, options.language)) + links},
        "locations": [_location(finding, format, snippet=finding.match)],
        "partialFingerprints": {
            "corpuslintFinding/v1": f"{finding.fingerprint}:{occurrence}",
            "primaryLocationLineHash": f"{finding.fingerprint}:{occurrence}",
        },
        "properties": {"confidence": finding.confidence},
    }
    if related:
        made["relatedLocations"] = [
            _location(place, formats.get(place.path, "text"), number)
            for number, place in enumerate(related, 1)
        ]
    if finding.status != "new":
        made["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return made


def _location(
    at: Finding | Related, format: str, number: int | None = None, snippet: str = ""
) -> dict[str, Any]:
    where = region.region(at, format)
    lines: dict[str, Any] = {"startLine": where.start_line, "endLine": where.end_line}
    if where.start_column is not None:
        lines |= {"startColumn": where.start_column, "endColumn": where.end_column}
    if snippet and where.start_column is not None and len(snippet) <= _SNIPPET:
        lines["snippet"] = {"text": snippet}
    place: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(at.path)}, "region": lines}
    }
    if isinstance(at, Related) and number is not None:
        return {"id": number, **place, "message": {"text": _text(at.message)}}
    return place


def _uri(path: str) -> str:
    """A relative path as a relative reference: percent-encoded, so that a colon makes no scheme of it."""
    return quote(path.lstrip("/"), safe="/", errors="replace")


def _text(message: str) -> str:
    """A message with the brackets of the corpus kept from making links (SARIF 3.11.6)."""
    return shortened(message).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _invocation(report: Report, kept: int, options: Options) -> dict[str, Any]:
    notes: list[dict[str, Any]] = []
    if kept < len(report.findings):
        told = say("cut", options.language, kept=kept, findings=len(report.findings))
        notes.append(_notification("warning", told))
    notes += [
        _notification("error", failed(failure, options.language))
        for failure in report.failures[:_NOTIFICATIONS]
    ]
    notes += [
        _notification("note", noticed(notice, options.language)) for notice in report.notices[:_NOTIFICATIONS]
    ]
    for skip in report.skipped[:_NOTIFICATIONS]:
        told = say("not-read", options.language, path=skip.path, reason=skip.reason)
        notes.append(_notification("warning", told, skip.path))
    if len(report.skipped) > _NOTIFICATIONS:
        rest = say("rest", options.language, count=len(report.skipped) - _NOTIFICATIONS)
        notes.append(_notification("warning", rest))
    return {"executionSuccessful": not report.failures, "toolExecutionNotifications": notes}


def _notification(level: str, text: str, path: str | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {"level": level, "message": {"text": _text(text)}}
    if path is not None:
        made["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}]
    return made
