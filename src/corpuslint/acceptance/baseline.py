"""The baseline: findings and families that a project has accepted as they are, one line each in a TOML file.

No line numbers and no dates, so that it changes only when findings do; sorted, so that two branches merge.
Paths are relative to the file's folder. A family lists its members: one more copy is not among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from corpuslint import tomlfile
from corpuslint.acceptance.copies import check_of, copies
from corpuslint.matching import Key
from corpuslint.report import Report
from corpuslint.wordings import wording

FILE_NAME = "corpuslint-baseline.toml"
_VERSION = 1
_HEADING = """\
# What corpuslint reports and this project has accepted as it is. Written by `corpuslint baseline`; an entry
# that matches nothing any more is reported, and goes when that command is run again.
"""

Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """So many findings of one fingerprint in one file."""

    path: str
    check: str
    fingerprint: str
    count: Count = 1


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """So many copies of one text in one file."""

    path: str
    fingerprint: str
    count: Count = 1


class FamilyEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A family of duplicates by its members."""

    members: tuple[Member, ...]
    check: str


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is accepted."""

    schema_version: int = _VERSION
    findings: tuple[Entry, ...] = ()
    families: tuple[FamilyEntry, ...] = ()


class Change(msgspec.Struct, frozen=True):
    """How many findings and families of a baseline came and went."""

    added: int
    removed: int
    families_added: int
    families_removed: int


def read(path: Path) -> Baseline:
    """Read a baseline; `TomlError` where the file cannot be used."""
    source = tomlfile.read(path)
    baseline = tomlfile.convert(tomlfile.parse(path, source), Baseline, path, source)
    if baseline.schema_version != _VERSION:
        told = wording("settings.baseline-version", version=str(baseline.schema_version))
        raise tomlfile.error_at(path, source, "schema_version", told)
    return baseline


def render(baseline: Baseline) -> str:
    """A baseline as the text of its file."""
    lines = [_HEADING, f"schema_version = {baseline.schema_version}\n", "\nfindings = [\n"]
    lines += [
        f"  {_inline(entry, 'fingerprint', 'check', 'path', 'count')},\n"
        for entry in sorted(baseline.findings)
    ]
    lines.append("]\n")
    for family in sorted(baseline.families):
        lines.append(f"\n[[families]]\ncheck = {tomlfile.quoted(family.check)}\nmembers = [\n")
        lines += [f"  {_inline(member, 'fingerprint', 'path', 'count')},\n" for member in family.members]
        lines.append("]\n")
    return "".join(lines)


def of_report(report: Report, name_of: Callable[[str], str]) -> Baseline:
    """The baseline that accepts every new finding and family of a report; `name_of` makes paths relative."""
    told_by = copies(report.findings, report.families)
    single = Counter(
        (name_of(finding.path), finding.check, finding.fingerprint)
        for finding, copy in zip(report.findings, told_by, strict=True)
        if copy is None and finding.status == "new"
    )
    families = [
        FamilyEntry(
            _members((name_of(member.path), member.fingerprint) for member in family.members),
            check_of(family),
        )
        for family in report.families
        if family.status == "new"
    ]
    return Baseline(
        findings=tuple(sorted(Entry(*key, count) for key, count in single.items())),
        families=tuple(sorted(families)),
    )


def updated(old: Baseline, new: Baseline, is_settled: Callable[[str, str], bool]) -> Baseline:
    """The new baseline with those entries of the old one that the run could not speak of.

    `is_settled` tells of a check and a path whether the run would have found what is there.
    """
    findings = [entry for entry in old.findings if not is_settled(entry.check, entry.path)]
    families = list(new.families)
    for family in old.families:
        if is_family_settled(family, is_settled):
            continue
        texts = {member.fingerprint for member in family.members}
        home = next((f for f in families if texts & {member.fingerprint for member in f.members}), None)
        if home is None:
            families.append(family)
        else:
            families[families.index(home)] = _joined(home, family)
    return Baseline(findings=tuple(sorted({*new.findings, *findings})), families=tuple(sorted(families)))


def is_family_settled(family: FamilyEntry, is_settled: Callable[[str, str], bool]) -> bool:
    """Whether a run would have found a family: only one that saw all of its copies."""
    return all(is_settled(family.check, member.path) for member in family.members)


def change(old: Baseline, new: Baseline) -> Change:
    """What came and what went between two baselines."""
    before, after = Counter(finding_keys(old)), Counter(finding_keys(new))
    families_before, families_after = Counter(old.families), Counter(new.families)
    return Change(
        (after - before).total(),
        (before - after).total(),
        (families_after - families_before).total(),
        (families_before - families_after).total(),
    )


def finding_keys(baseline: Baseline) -> list[tuple[str, Key]]:
    """The check and the key of each finding that is accepted."""
    return [
        (entry.check, Key(entry.fingerprint, entry.path))
        for entry in baseline.findings
        for _ in range(entry.count)
    ]


def copy_keys(baseline: Baseline) -> list[tuple[int, Key]]:
    """The number of the family and the key of each copy that is accepted."""
    return [
        (number, Key(member.fingerprint, member.path))
        for number, family in enumerate(baseline.families)
        for member in family.members
        for _ in range(member.count)
    ]


def _members(places: Iterable[tuple[str, str]]) -> tuple[Member, ...]:
    return tuple(sorted(Member(*place, count) for place, count in Counter(places).items()))


def _joined(family: FamilyEntry, other: FamilyEntry) -> FamilyEntry:
    """A family with the members of both."""
    counts: dict[tuple[str, str], int] = {}
    for member in (*family.members, *other.members):
        key = (member.path, member.fingerprint)
        counts[key] = max(member.count, counts.get(key, 0))
    return FamilyEntry(tuple(Member(*key, count) for key, count in sorted(counts.items())), family.check)


def _inline(entry: msgspec.Struct, *fields: str) -> str:
    """A struct as an inline table."""
    values = ((field, getattr(entry, field)) for field in fields)
    written = (f"{field} = {tomlfile.quoted(v) if isinstance(v, str) else v}" for field, v in values)
    return f"{{ {', '.join(written)} }}"
