"""Which findings speak of which copies: a family gives one finding at each member but the canonical one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.findings import Family, Finding


class Copy(NamedTuple):
    """A member of a family, by the index of both."""

    family: int
    member: int


_Place = tuple[str, int | None, int, int]


def copies(findings: Sequence[Finding], families: Sequence[Family]) -> list[Copy | None]:
    """For each finding the copy it speaks of, or None for a finding that is not about copies."""
    by_place: dict[tuple[_Place, _Place], Copy] = {}
    for number, family in enumerate(families):
        best = family.members[family.canonical]
        home = (best.path, best.record, best.start.offset, best.end.offset)
        for index, member in enumerate(family.members):
            place = (member.path, member.record, member.start.offset, member.end.offset)
            by_place[place, home] = Copy(number, index)
    return [_copy(finding, by_place) for finding in findings]


def check_of(family: Family) -> str:
    """The id of the check that reports families of this kind."""
    return "duplicate-document" if family.kind == "document" else "duplicate-passage"


def _copy(finding: Finding, by_place: dict[tuple[_Place, _Place], Copy]) -> Copy | None:
    if not finding.check.startswith("duplicate-") or not finding.related:
        return None
    best = finding.related[0]
    place = (finding.path, finding.record, finding.start.offset, finding.end.offset)
    return by_place.get((place, (best.path, best.record, best.start.offset, best.end.offset)))
