"""A summary in Markdown, as GitHub Actions and GitLab show it: counts, the worst findings, duplicates.

A step summary over 1 MiB is dropped whole, so everything here is cut to a known size. Text of the corpus is
escaped: it makes no table cell, link, image, tag, mention or formula.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpuslint.expressions import late
from corpuslint.findings import Member
from corpuslint.output import Options
from corpuslint.output.choice import largest_first, pending, worst_first
from corpuslint.output.summary import failed, families, noticed, totals
from corpuslint.output.terminal import lines, shortened, visible
from corpuslint.output.wording import say, severity, word
from corpuslint.report import Outcome, Report

_FINDINGS, _FAMILIES, _MEMBERS, _LISTED, _FAILURES = 100, 30, 8, 30, 10
_LONGEST = 160  # code points of a message or a path

_SPECIAL = late(r"[\\`*_{}\[\]<>&|!@#~$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the summary section by section."""
    report = outcome.report
    yield f"## corpuslint\n\n{totals(report, options.language)}\n"
    if report.families:
        yield f"\n{families(report, options.language)}\n"
    yield from _failures(report, options)
    yield from _counts(report, options)
    yield from _findings(report, options)
    yield from _families(report, options)
    yield from _lists(report, options)


def escaped(text: str) -> str:
    """Text of the corpus as Markdown shows it letter by letter, at a bounded length."""
    return _SPECIAL.sub(_escape, shortened(visible(shortened(text, _LONGEST)), _LONGEST))


def _escape(match: re.Match[str]) -> str:
    if match[0] == "@":
        return "@\u200a"  # a mention is made after the Markdown is read: only a space breaks it
    return _ENTITIES.get(match[0], "\\" + match[0])


def _counts(report: Report, options: Options) -> Iterator[str]:
    """Findings per check, the worst severity first, then the most frequent."""
    counts = Counter((finding.severity, finding.check) for finding in pending(report))
    if not counts:
        return
    yield _table(options, "check", "severity", "count")
    for (level, check), count in sorted(
        counts.items(), key=lambda one: (-one[0][0].rank, -one[1], one[0][1])
    ):
        yield f"| {escaped(check)} | {severity(level, options.language)} | {count:,} |\n"


def _findings(report: Report, options: Options) -> Iterator[str]:
    found = worst_first(pending(report))
    if not found:
        return
    yield _heading("worst", options)
    yield _table(options, "place", "severity", "check", "message")
    for finding in found[:_FINDINGS]:
        where = finding.path if finding.record is None else f"{finding.path}#{finding.record}"
        place = f"{escaped(where)}:{finding.start.line}:{finding.start.column}"
        level = severity(finding.severity, options.language)
        yield f"| {place} | {level} | {escaped(finding.check)} | {escaped(finding.message)} |\n"
    yield from _rest(len(found) - _FINDINGS, options)


def _families(report: Report, options: Options) -> Iterator[str]:
    """Families, the one with most to drop first."""
    ordered = largest_first(report)
    if not ordered:
        return
    yield _heading("duplicates", options)
    yield _table(options, "characters", "variant", "best", "copies")
    for family in ordered[:_FAMILIES]:
        others = [member for index, member in enumerate(family.members) if index != family.canonical]
        best = _place(family.members[family.canonical])
        variant = word(family.variant, options.language)
        yield f"| {family.characters:,} | {variant} | {best} | {_places(others)} |\n"
    yield from _rest(len(ordered) - _FAMILIES, options)


def _places(members: Sequence[Member]) -> str:
    shown = "<br>".join(_place(member) for member in members[:_MEMBERS])
    return shown if len(members) <= _MEMBERS else f"{shown}<br>… +{len(members) - _MEMBERS:,}"


def _place(member: Member) -> str:
    where = member.path if member.record is None else f"{member.path}#{member.record}"
    return f"{escaped(where)}:{lines(member)}"


def _lists(report: Report, options: Options) -> Iterator[str]:
    """What was not read, and what is accepted and out of date."""
    unread = [f"{escaped(skip.path)}: {escaped(skip.reason)}" for skip in report.skipped]
    stale = [escaped(noticed(notice, options.language)) for notice in report.notices]
    for key, entries in (("unread-files", unread), ("stale-entries", stale)):
        if entries:
            yield _heading(key, options) + "\n"
            yield from (f"- {entry}\n" for entry in entries[:_LISTED])
            yield from _rest(len(entries) - _LISTED, options)


def _failures(report: Report, options: Options) -> Iterator[str]:
    for failure in report.failures[:_FAILURES]:
        yield f"\n**{escaped(failed(failure, options.language))}**\n"
    yield from _rest(len(report.failures) - _FAILURES, options)


def _heading(key: str, options: Options) -> str:
    return f"\n### {word(key, options.language)}\n"


def _table(options: Options, *columns: str) -> str:
    titles = " | ".join(word(f"column-{column}", options.language) for column in columns)
    return f"\n| {titles} |\n|{' --- |' * len(columns)}\n"


def _rest(count: int, options: Options) -> Iterator[str]:
    """A line that says how many are not shown."""
    if count > 0:
        yield f"\n{say('rest', options.language, count=count)}\n"
