"""Findings for a person to read: the line, carets under the match, duplicates once a family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from corpuslint.findings import Family, Finding, Member, Severity
from corpuslint.output import Options
from corpuslint.output.choice import largest_first, pending
from corpuslint.output.excerpt import excerpt, opening
from corpuslint.output.summary import closing
from corpuslint.output.terminal import (
    lines,
    paint,
    place,
    severity_style,
    shortened,
    visible,
)
from corpuslint.output.wording import count_of, say, severity, word
from corpuslint.report import Outcome

_SHOWN_MEMBERS, _SHOWN_RELATED = 12, 12


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the findings file by file, then the families of duplicates (the largest first), the summary."""
    findings = pending(outcome.report)
    copies = {_key(one): one for one in findings if one.check.startswith("duplicate-")}
    told = {_key(member) for family in outcome.report.families for member in family.members}
    single = [one for one in findings if not one.check.startswith("duplicate-") or _key(one) not in told]
    for _, found in groupby(single, key=lambda finding: finding.path):
        yield from _file(list(found), outcome, options)
    for family in largest_first(outcome.report):
        yield from _family(family, copies, options)
    yield from closing(outcome.report, options)


def _key(at: Finding | Member) -> tuple[str, int | None, int, int]:
    return (at.path, at.record, at.start.offset, at.end.offset)


def _file(findings: Sequence[Finding], outcome: Outcome, options: Options) -> Iterator[str]:
    """The findings of one file; of each check as many as the limit allows, the rest as a count."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.check] += 1
        if not options.limit or seen[finding.check] <= options.limit:
            yield from _finding(finding, outcome, options)
    hidden = {
        check: count - options.limit
        for check, count in seen.items()
        if options.limit and count > options.limit
    }
    for check, count in sorted(hidden.items()):
        more = say("more", options.language, count=count, check=check)
        yield f"{paint('…', 'dim', color=options.color)} {visible(findings[0].path)}: {more}\n"
    if hidden:
        yield "\n"


def _finding(finding: Finding, outcome: Outcome, options: Options) -> Iterator[str]:
    style = severity_style(finding.severity)
    yield f"{_title(finding.check, finding.severity, options)}: {visible(shortened(finding.message))}\n"
    number = str(finding.start.line)
    gutter = " " * len(number)
    yield f"{gutter} {_dim('-->', options)} {place(finding)}\n"
    line = outcome.lines.get((finding.path, finding.record, finding.start.line))
    if line is not None:
        shown = excerpt(line, finding.start.column, len(finding.match))
        carets = paint("^" * shown.width, style, color=options.color)
        bar = _dim("|", options)
        yield f"{gutter} {bar}\n{_dim(number, options)} {bar} {shown.text}\n"
        yield f"{gutter} {bar} {' ' * shown.indent}{carets}\n"
    for related in finding.related[:_SHOWN_RELATED]:
        yield f"{gutter} {_dim('=', options)} {place(related)}: {visible(shortened(related.message))}\n"
    if len(finding.related) > _SHOWN_RELATED:
        yield f"{gutter} {_dim('=', options)} … +{len(finding.related) - _SHOWN_RELATED:,}\n"
    yield "\n"


def _title(check: str, level: Severity, options: Options) -> str:
    return paint(f"{severity(level, options.language)}[{check}]", severity_style(level), color=options.color)


def _family(
    family: Family, copies: Mapping[tuple[str, int | None, int, int], Finding], options: Options
) -> Iterator[str]:
    found = next((copies[_key(member)] for member in family.members if _key(member) in copies), None)
    check = "duplicate-document" if family.kind == "document" else "duplicate-passage"
    level = found.severity if found else Severity.WARNING
    told = say(
        "boilerplate" if family.kind == "boilerplate" else "family",
        options.language,
        copies=count_of("copy", len(family.members), options.language),
        places=count_of("place", len(family.members), options.language),
        characters=count_of("character", family.characters, options.language),
        variant=word(family.variant, options.language),
    )
    yield f"{_title(check, level, options)}: {told}\n"
    if found is not None:
        yield f"  {_dim('|', options)} {opening(found.match)}\n"
    for index, member in enumerate(family.members[:_SHOWN_MEMBERS]):
        yield _member(member, index == family.canonical, family, options)
    if len(family.members) > _SHOWN_MEMBERS:
        yield f"    … +{len(family.members) - _SHOWN_MEMBERS:,}\n"
    yield "\n"


def _member(member: Member, is_canonical: bool, family: Family, options: Options) -> str:
    where = member.path if member.record is None else f"{member.path}#{member.record}"
    if is_canonical:
        reasons = tuple(word(reason, options.language) for reason in family.reasons)
        note = say("keep", options.language, reasons=reasons)
    else:
        note = _percent(member.similarity)
    sign = "=" if is_canonical else "-"
    return f"  {sign} {visible(where)}:{lines(member)}  {_dim(note, options)}\n"


def _percent(share: float) -> str:
    """A share in whole per cent; only what is equal is called 100%."""
    return f"{100 if share == 1 else min(round(share * 100), 99)}%"


def _dim(text: str, options: Options) -> str:
    return paint(text, "dim", color=options.color)
