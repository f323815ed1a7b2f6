"""GitLab Code Quality: an array of issues.

The merge request shows an issue's description and hides its check, so the check stands in both. Two issues
of one fingerprint are shown as one: it names the file, the finding, and its number among equal ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from corpuslint.findings import Finding, Severity
from corpuslint.output import Options, jsontext, region
from corpuslint.output.choice import pending, with_occurrence
from corpuslint.report import Outcome

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the array."""
    formats = region.formats(outcome.report)
    yield jsontext.indented(
        [
            _issue(finding, occurrence, formats.get(finding.path, "text"), options)
            for finding, occurrence in with_occurrence(pending(outcome.report))
        ]
    )


def _issue(finding: Finding, occurrence: int, format: str, options: Options) -> dict[str, Any]:
    where = region.region(finding, format)
    return {
        "description": f"{finding.check}: {region.message(finding, format, options.language)}",
        "check_name": finding.check,
        "fingerprint": _fingerprint(finding, occurrence),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": where.start_line, "end": where.end_line}},
    }


def _fingerprint(finding: Finding, occurrence: int) -> str:
    name = f"{finding.path}\0{finding.fingerprint}\0{occurrence}"
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
