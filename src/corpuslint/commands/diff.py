"""The `diff` command: two reports read, compared and told apart in words or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from corpuslint.acceptance.copies import check_of
from corpuslint.catalog import Language
from corpuslint.difference import Difference, FamilyChange, difference, read_report
from corpuslint.findings import Finding, Severity
from corpuslint.output.jsontext import indented
from corpuslint.output.terminal import place, visible
from corpuslint.output.wording import severity
from corpuslint.wordings import listed, say, wording


def run_diff(
    old: Path, new: Path, fail_on: Severity, output_format: str, language: Language
) -> tuple[str, bool]:
    """The difference as text or JSON, and whether anything new is at or above a severity."""
    found = difference(read_report(old), read_report(new))
    written = indented(found) if output_format == "json" else "".join(_lines(found, language))
    return written, any(finding.severity.rank >= fail_on.rank for finding in found.new)


def _lines(found: Difference, language: Language) -> Iterator[str]:
    for sign, findings in (("+", found.new), ("-", found.fixed)):
        for finding in findings:
            yield f"{sign} {_line(finding, language)}\n"
    for moved in found.moved:
        before = say("commands.diff-from", language, before=visible(moved.before))
        yield f"> {_line(moved.finding, language)} ({before})\n"
    for change in found.families:
        yield f"* {_word(change.change, language)} {_family(change, language)}\n"
    counts: dict[str, int] = {}
    for change in found.families:
        counts[change.change] = counts.get(change.change, 0) + 1
    changes = [
        say("commands.diff-count", language, count=count, change=_word(change, language))
        for change, count in sorted(counts.items())
    ]
    families = listed(changes, language) or say("commands.diff-unchanged", language)
    totals = msgspec.structs.asdict(found.totals)
    yield say("commands.diff-totals", language, **totals, families=families) + "\n"


def _line(finding: Finding, language: Language) -> str:
    level = severity(finding.severity, language)
    return f"{visible(place(finding))}: {level} {finding.check} {visible(finding.message)}"


def _family(change: FamilyChange, language: Language) -> str:
    family = change.family
    best = family.members[family.canonical]
    told = say(
        "commands.diff-copies",
        language,
        copies=wording("counts.copy", count=len(family.members)),
        characters=wording("counts.character", count=family.characters),
        added=change.added,
        removed=change.removed,
        best=f"{visible(best.path)}:{best.start.line}",
    )
    return f"{check_of(family)}: {told}"


def _word(change: str, language: Language) -> str:
    return say(f"commands.diff-{change}", language)
