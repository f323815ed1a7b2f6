"""The closing lines of the text formats: what failed, what was not read, the totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from corpuslint.catalog import Language
from corpuslint.findings import EngineFailure, Severity
from corpuslint.output import Options
from corpuslint.output.terminal import paint, shortened, visible
from corpuslint.output.wording import count_of, say
from corpuslint.report import Notice, Report

_SHOWN = 10
_LONGEST = 600  # code points of a line


def closing(report: Report, options: Options) -> Iterator[str]:
    """Yield the lines that end a text report."""
    language = options.language
    if options.statistics:
        yield from _statistics(report)
    if report.skipped:
        yield say("skipped", language, count=len(report.skipped)) + "\n"
        yield from _shown([f"  {skip.path}: {skip.reason}" for skip in report.skipped])
    yield from _shown([noticed(notice, language) for notice in report.notices])
    yield from _shown([failed(failure, language) for failure in report.failures])
    yield paint(totals(report, language), "bold", color=options.color) + "\n"
    if report.families:
        yield families(report, language) + "\n"


def _shown(lines: Sequence[str]) -> Iterator[str]:
    """The first lines, made safe, and how many more there are."""
    for line in lines[:_SHOWN]:
        yield visible(shortened(line, _LONGEST)) + "\n"
    if len(lines) > _SHOWN:
        yield f"  … +{len(lines) - _SHOWN:,}\n"


def noticed(notice: Notice, language: Language) -> str:
    """One sentence: which entry of what is accepted is out of date, and what to do with it."""
    key = "unused-many" if notice.kind == "unused" and notice.count > 1 else notice.kind
    return say(key, language, **msgspec.structs.asdict(notice))


def failed(failure: EngineFailure, language: Language) -> str:
    """One sentence: which check broke, where, and that the rest of the report stands."""
    return say("failed", language, check=failure.check, path=failure.path, error=failure.error)


def _statistics(report: Report) -> Iterator[str]:
    """Findings per check, the most frequent first."""
    counts = sorted(report.summary.by_check.items(), key=lambda item: (-item[1], item[0]))
    for check, count in counts:
        yield f"{count:>7,}  {check}\n"


def totals(report: Report, language: Language) -> str:
    """How many findings of each severity in how much text, how many are accepted, what is left out."""
    summary = report.summary
    files = count_of("file", summary.files, language)
    characters = count_of("character", summary.characters, language)
    if summary.findings:
        told = say(
            "found",
            language,
            findings=count_of("finding", summary.findings, language),
            severities=_severities(report, language),
            files=files,
            characters=characters,
        )
    else:
        told = say("clean", language, files=files, characters=characters)
    sentences = [told]
    if summary.accepted:
        sentences.append(say("accepted", language, count=summary.accepted))
    if report.run.focus is not msgspec.UNSET:
        sentences.append(say("focus", language, count=len(report.run.focus)))
    return (" " if language == "en" else "").join(sentences)


def _severities(report: Report, language: Language) -> str:
    counts = [
        count_of(severity.value, report.summary.by_severity[severity], language)
        for severity in Severity
        if severity in report.summary.by_severity
    ]
    return (", " if language == "en" else "，").join(counts)


def families(report: Report, language: Language) -> str:
    """One sentence: how many families of duplicates, and how much text stands in them."""
    return say(
        "families",
        language,
        families=count_of("family", report.summary.families, language),
        covered=report.summary.covered_characters,
        redundant=report.summary.redundant_characters,
    )
