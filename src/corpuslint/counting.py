"""The counts of a report, made anew after some of its findings were accepted or left out."""

from __future__ import annotations

from collections import Counter

import msgspec

from corpuslint.findings import Severity
from corpuslint.report import Report


def recounted(report: Report) -> Report:
    """The report with its counts of findings as its findings are; what is accepted is counted apart."""
    new = [finding for finding in report.findings if finding.status == "new"]
    by_check = Counter(finding.check for finding in new)
    by_severity = Counter(finding.severity for finding in new)
    per_file = Counter(finding.path for finding in new)
    summary = msgspec.structs.replace(
        report.summary,
        findings=len(new),
        by_check=dict(sorted(by_check.items())),
        by_severity={severity: by_severity[severity] for severity in Severity if by_severity[severity]},
        accepted=len(report.findings) - len(new),
    )
    files = tuple(msgspec.structs.replace(file, findings=per_file[file.path]) for file in report.files)
    return msgspec.structs.replace(report, summary=summary, files=files)
