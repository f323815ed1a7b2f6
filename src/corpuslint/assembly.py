"""Results put together as one report: sorted, counted, the same bytes for the same input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpuslint.copies.comparison import Comparison
from corpuslint.copies.recovered import amended
from corpuslint.corpus.source import Skipped
from corpuslint.findings import Severity
from corpuslint.job import FileResult
from corpuslint.report import SCHEMA_VERSION, FileEntry, Report, Run, SkippedEntry, Summary, Tool
from corpuslint.wordings import Language


def assemble(
    version: str,
    run: Run,
    results: Sequence[FileResult],
    comparison: Comparison,
    undiscovered: Sequence[Skipped],
    language: Language = "en",
) -> Report:
    """The report of a run; why something was not read is told in a language."""
    texts = [text for result in results for text in result.texts]
    findings = [finding for text in texts for finding in amended(text.findings, comparison.answers)]
    findings.extend(comparison.findings)
    findings.sort(key=lambda finding: finding.sort_key)
    per_file = Counter(finding.path for finding in findings)
    unread = {*undiscovered, *(skip for result in results for skip in result.skipped)}
    skipped = [
        SkippedEntry(skip.path, skip.told(language), skip.reason.key.partition(".")[2])
        for skip in sorted(unread, key=lambda skip: skip.sort_key)
    ]
    files = [_entry(result, comparison, per_file[result.path]) for result in results if result.texts]
    by_check = Counter(finding.check for finding in findings)
    by_severity = Counter(finding.severity for finding in findings)
    summary = Summary(
        files=len(files),
        characters=sum(file.characters for file in files),
        findings=len(findings),
        by_check=dict(sorted(by_check.items())),
        by_severity={severity: by_severity[severity] for severity in Severity if by_severity[severity]},
        skipped=len(skipped),
        families=len(comparison.families),
        covered_characters=sum(comparison.covered.values()),
        redundant_characters=sum(comparison.redundant.values()),
    )
    return Report(
        SCHEMA_VERSION,
        Tool("corpuslint", version),
        run,
        summary,
        tuple(sorted(files, key=lambda file: file.path)),
        tuple(findings),
        comparison.families,
        tuple(skipped),
        tuple(failure for text in texts for failure in text.failures),
    )


def _entry(result: FileResult, comparison: Comparison, findings: int) -> FileEntry:
    characters = sum(text.characters for text in result.texts)
    return FileEntry(
        path=result.path,
        sha256=result.sha256,
        encoding=result.texts[0].encoding,
        format=result.texts[0].format,
        characters=characters,
        findings=findings,
        covered=_share(comparison.covered.get(result.path, 0), characters),
        redundant=_share(comparison.redundant.get(result.path, 0), characters),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
