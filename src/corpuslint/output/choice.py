"""Which findings a format shows, and in what order, where it cannot or should not show all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from corpuslint.findings import Confidence, Family, Finding
from corpuslint.report import Report

_SURENESS = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


def pending(report: Report) -> list[Finding]:
    """The findings nobody has accepted yet."""
    return [finding for finding in report.findings if finding.status == "new"]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before infos, the surest first; else in the order of the report."""
    return sorted(findings, key=lambda one: (-one.severity.rank, _SURENESS.index(one.confidence)))


def with_occurrence(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding with its number (from 1) among those of the same fingerprint in the same file."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.path, finding.fingerprint)
        seen[key] += 1
        yield finding, seen[key]


def largest_first(report: Report) -> list[Family]:
    """The families nobody has accepted yet, the one with most characters to drop first."""
    new = [family for family in report.families if family.status == "new"]
    return sorted(new, key=lambda family: -family.characters * (len(family.members) - 1))
