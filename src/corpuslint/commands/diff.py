"""The `diff` command: two reports read, compared and told apart in words or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpuslint.acceptance.copies import check_of
from corpuslint.catalog import Language
from corpuslint.difference import Difference, FamilyChange, difference, read_report
from corpuslint.findings import Finding, Severity
from corpuslint.output.jsontext import indented
from corpuslint.output.terminal import place, visible
from corpuslint.output.wording import severity

_TOTALS = {
    "en": "{new} new, {fixed} fixed, {moved} moved, {unchanged} unchanged; families: {families}",
    "zh": "新增{new}个，修复{fixed}个，移动{moved}个，不变{unchanged}个；重复：{families}",
}
_CHANGES = {
    "new": ("new", "新增"),
    "fixed": ("fixed", "已修复"),
    "moved": ("moved", "移动"),
    "grown": ("grown", "副本增加"),
    "shrunk": ("shrunk", "副本减少"),
}
_UNCHANGED = ("unchanged", "不变")
_FROM = {"en": "from {before}", "zh": "原在{before}"}
_COPIES = {
    "en": "{copies} copies of {characters} characters (+{added} -{removed}), best at {best}",
    "zh": "{copies}处相同，{characters}字（+{added} -{removed}），最佳文本在{best}",
}


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
        before = _FROM[language].format(before=visible(moved.before))
        yield f"> {_line(moved.finding, language)} ({before})\n"
    for change in found.families:
        yield f"* {_word(change.change, language)} {_family(change, language)}\n"
    counts: dict[str, int] = {}
    for change in found.families:
        counts[change.change] = counts.get(change.change, 0) + 1
    told = ", ".join(f"{count} {_word(change, language)}" for change, count in sorted(counts.items()))
    totals = found.totals
    yield (
        _TOTALS[language].format(
            new=totals.new,
            fixed=totals.fixed,
            moved=totals.moved,
            unchanged=totals.unchanged,
            families=told or _UNCHANGED[0 if language == "en" else 1],
        )
        + "\n"
    )


def _line(finding: Finding, language: Language) -> str:
    level = severity(finding.severity, language)
    return f"{visible(place(finding))}: {level} {finding.check} {visible(finding.message)}"


def _family(change: FamilyChange, language: Language) -> str:
    family = change.family
    best = family.members[family.canonical]
    told = _COPIES[language].format(
        copies=len(family.members),
        characters=f"{family.characters:,}",
        added=change.added,
        removed=change.removed,
        best=f"{visible(best.path)}:{best.start.line}",
    )
    return f"{check_of(family)}: {told}"


def _word(change: str, language: Language) -> str:
    return _CHANGES[change][0 if language == "en" else 1]
