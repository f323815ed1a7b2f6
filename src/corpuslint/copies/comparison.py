"""The texts of a run compared: families of duplicates, and the findings they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from corpuslint.catalog import Check
from corpuslint.copies.recovered import Key, recovered
from corpuslint.copies.texts import RunText
from corpuslint.copies.weight import (
    Copy,
    check_for,
    is_form,
    is_silent,
    opening,
    percent,
    place,
    severity,
    told_as,
)
from corpuslint.findings import (
    Family,
    Finding,
    Hit,
    Member,
    Related,
    points,
    text_fingerprint,
)
from corpuslint.job import Job
from corpuslint.linting import finding

if TYPE_CHECKING:
    from corpuslint.duplicates.search import PassageFamily

_KEEP, _DROP = "keep", "drop"


class Comparison(msgspec.Struct, frozen=True):
    """Families, a finding for each copy that is not the best one, and characters per path.

    `covered` counts the characters of a file that stand in some family, `redundant` those of copies that
    are not canonical. `answers` are the placeholder findings that a copy fills in, told anew.
    """

    families: tuple[Family, ...]
    findings: tuple[Finding, ...]
    covered: Mapping[str, int]
    redundant: Mapping[str, int]
    answers: Mapping[Key, Finding] = {}

    def with_findings(self, findings: Sequence[Finding]) -> Comparison:
        """The same with more findings: those of texts that stand in another corpus too."""
        return msgspec.structs.replace(self, findings=(*self.findings, *findings))


NOTHING = Comparison((), (), {}, {})


def compare(texts: Sequence[RunText], job: Job) -> Comparison:
    """Find what stands in more than one place among the texts of a run."""
    from corpuslint.duplicates.search import Options, coverage, find_families

    sources = [text.source for text in texts]
    found = find_families(sources, Options())
    reported = [
        (family, raw, told)
        for raw in found
        for family in [_family(raw, texts)]
        if (check := check_for(family.kind, job.checks)) is not None
        if (told := tuple(_findings(check, family, raw, texts, job)))
    ]
    reported.sort(key=lambda item: _place(item[0]))
    kept = [raw for _, raw, _ in reported]
    counts = coverage(sources, kept)
    return Comparison(
        tuple(family for family, _, _ in reported),
        tuple(one for _, _, told in reported for one in told),
        _by_path(texts, [count.covered for count in counts]),
        _by_path(texts, [count.redundant for count in counts]),
        recovered(kept, texts, job.language),
    )


def _family(raw: PassageFamily, texts: Sequence[RunText]) -> Family:
    """A family as it stands in the report: members by path and place, positions as lines and columns."""
    order = sorted(range(len(raw.members)), key=lambda index: _member_key(raw, index, texts))
    canonical = order.index(raw.canonical)
    members = tuple(_member(raw, index, texts, _KEEP if index == raw.canonical else _DROP) for index in order)
    best = raw.members[raw.canonical].span
    others = [member.similarity for member in members if member.role == _DROP]
    return Family(
        id=members[canonical].fingerprint,
        kind=raw.kind,
        variant=raw.variant,
        characters=best.end - best.start,
        similarity=min(others, default=1.0),
        status="new",
        canonical=canonical,
        reasons=raw.reasons,
        members=members,
    )


def _member_key(raw: PassageFamily, index: int, texts: Sequence[RunText]) -> tuple[str, int, int, int]:
    member = raw.members[index]
    path, record = texts[member.source].name
    return (path, record or 0, member.span.start, member.span.end)


def _member(raw: PassageFamily, index: int, texts: Sequence[RunText], role: str) -> Member:
    member = raw.members[index]
    document = texts[member.source].document
    start, end = points(document, member.span)
    similarity, containment = round(member.similarity, 4), round(member.containment, 4)
    name = text_fingerprint(document.slice(member.span))
    return Member(document.path, document.record, start, end, similarity, role, containment, name)


def _findings(
    check: Check, family: Family, raw: PassageFamily, texts: Sequence[RunText], job: Job
) -> Iterator[Finding]:
    """One finding at each member that is not canonical, related to the canonical one.

    None where the settings leave the check out for the member's file.
    """
    best = family.members[family.canonical]
    note = check.notes["canonical"].get(job.language)
    related = Related(best.path, best.record, best.start, best.end, note)
    by_place = {(*texts[m.source].name, m.span.start): m for m in raw.members}
    for member in family.members:
        source = by_place[member.path, member.record, member.start.offset]
        document = texts[source.source].document
        length = source.span.end - source.span.start
        copy = Copy(
            member.path,
            document.genre,
            length,
            family.kind,
            source.variant,
            source.containment,
            family.kind == "passage" and is_form(texts[source.source].compared[slice(*source.span)]),
        )
        if member.role == _KEEP or is_silent(check, copy, job):
            continue
        values: dict[str, str | int] = {
            "other": place(best.path, best.record, best.start, best.end),
            "percent": percent(member.similarity),
            "contained": percent(member.containment),
            "characters": length,
            "copies": len(family.members),
            "opening": opening(document.slice(source.span)),
        }
        hit = Hit(source.span, values, variant=told_as(check, copy))
        made = finding(document, check, hit, job.language, severity(check, copy, job))
        yield msgspec.structs.replace(made, related=(related,))


def _place(family: Family) -> tuple[str, int, int]:
    first = family.members[0]
    return (first.path, first.record or 0, first.start.offset)


def _by_path(texts: Sequence[RunText], counts: Sequence[int]) -> dict[str, int]:
    """Counts of texts added up by file."""
    total: dict[str, int] = {}
    for text, count in zip(texts, counts, strict=True):
        path = text.result.path
        total[path] = total.get(path, 0) + count
    return total
