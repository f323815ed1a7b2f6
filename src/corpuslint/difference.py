"""Two reports compared: what is new, what is fixed, what has moved to another file."""

from __future__ import annotations

from pathlib import Path

import msgspec

from corpuslint.acceptance.copies import Copy, copies
from corpuslint.corpus.source import plain_reason
from corpuslint.errors import UserError
from corpuslint.findings import Family, Finding
from corpuslint.matching import Key, pair, pair_copies
from corpuslint.report import SCHEMA_VERSION, Report
from corpuslint.wordings import wording


class ReportError(UserError):
    """A file that is no report of ours; the message names it and the remedy."""


class Moved(msgspec.Struct, frozen=True):
    """A finding that stands in another file than before."""

    before: str
    finding: Finding


class FamilyChange(msgspec.Struct, frozen=True):
    """A family of the new report (the old one, where it is `fixed`), and how many copies came and went.

    `change` is `new`, `fixed`, `grown` (copies came), `shrunk` (copies went) or `moved` (only their files
    changed).
    """

    change: str
    added: int
    removed: int
    moved: int
    family: Family


class Totals(msgspec.Struct, frozen=True):
    """Findings by what became of them."""

    new: int
    fixed: int
    moved: int
    unchanged: int


class Difference(msgspec.Struct, frozen=True):
    """What lies between two reports; findings that are accepted are neither new nor fixed."""

    schema_version: int
    totals: Totals
    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    moved: tuple[Moved, ...]
    families: tuple[FamilyChange, ...]


def read_report(path: Path) -> Report:
    """Read a JSON report; `ReportError` where the file is none, or one of another version."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReportError(
            wording("settings.unreadable", path=str(path), reason=plain_reason(error))
        ) from None
    try:
        version = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).get("schema_version")
    except (msgspec.DecodeError, UnicodeDecodeError):
        version = None
    if version is None:
        raise ReportError(wording("commands.not-a-report", path=str(path), name=path.name))
    if bytes(version) != str(SCHEMA_VERSION).encode():
        found = bytes(version).decode("utf-8", "replace")
        known = str(SCHEMA_VERSION)
        raise ReportError(wording("commands.report-version", path=str(path), found=found, known=known))
    try:
        return msgspec.json.decode(data, type=Report)
    except msgspec.ValidationError as error:
        raise ReportError(wording("commands.report-damaged", path=str(path), error=str(error))) from None


def difference(old: Report, new: Report) -> Difference:
    """Compare by fingerprint: in the same file first, then in another; copies of a family by their text."""
    told_old, told_new = copies(old.findings, old.families), copies(new.findings, new.families)
    members_old, members_new = _members(old), _members(new)
    copy_partners = pair_copies(
        [(copy.family, key) for copy, key in members_old], [(copy.family, key) for copy, key in members_new]
    )
    kept_old = {members_old[index][0] for index in copy_partners if index is not None}
    kept_new = {
        copy for (copy, _), partner in zip(members_new, copy_partners, strict=True) if partner is not None
    }
    single_old = [f for f, copy in zip(old.findings, told_old, strict=True) if copy is None]
    single_new = [f for f, copy in zip(new.findings, told_new, strict=True) if copy is None]
    partners = pair([_key(f) for f in single_old], [_key(f) for f in single_new])
    used = {index for index in partners if index is not None}
    came = [f for f, partner in zip(single_new, partners, strict=True) if partner is None]
    came += _about(new, told_new, kept_new)
    went = [f for index, f in enumerate(single_old) if index not in used]
    went += _about(old, told_old, kept_old)
    moved = [
        Moved(single_old[partner].path, f)
        for f, partner in zip(single_new, partners, strict=True)
        if partner is not None and single_old[partner].path != f.path
    ]
    fresh, fixed = _open(came), _open(went)
    unchanged = len(new.findings) - len(came) - len(moved)
    return Difference(
        SCHEMA_VERSION,
        Totals(len(fresh), len(fixed), len(moved), unchanged),
        fresh,
        fixed,
        tuple(moved),
        _families(old, new, members_old, members_new, copy_partners),
    )


def _key(finding: Finding) -> Key:
    return Key(finding.fingerprint, finding.path)


def _members(report: Report) -> list[tuple[Copy, Key]]:
    return [
        (Copy(number, index), Key(member.fingerprint, member.path))
        for number, family in enumerate(report.families)
        for index, member in enumerate(family.members)
    ]


def _about(report: Report, told_by: list[Copy | None], kept: set[Copy]) -> list[Finding]:
    """Findings about copies, of which one is in no family of the other report."""
    return [
        finding
        for finding, copy in zip(report.findings, told_by, strict=True)
        if copy and not {copy, Copy(copy.family, report.families[copy.family].canonical)} <= kept
    ]


def _open(findings: list[Finding]) -> tuple[Finding, ...]:
    """Those nobody has accepted, in the order of a report."""
    return tuple(sorted((f for f in findings if f.status == "new"), key=lambda f: f.sort_key))


def _families(
    old: Report,
    new: Report,
    members_old: list[tuple[Copy, Key]],
    members_new: list[tuple[Copy, Key]],
    partners: list[int | None],
) -> tuple[FamilyChange, ...]:
    """The families that are not as they were: those of the new report, then those that are gone."""
    home: dict[int, set[int]] = {}
    added, moved, kept_of_old = [0] * len(new.families), [0] * len(new.families), [0] * len(old.families)
    for (copy, key), partner in zip(members_new, partners, strict=True):
        if partner is None:
            added[copy.family] += 1
            continue
        before, old_key = members_old[partner]
        home.setdefault(copy.family, set()).add(before.family)
        kept_of_old[before.family] += 1
        moved[copy.family] += key.path != old_key.path
    changes = []
    for number, family in enumerate(new.families):
        homes = home.get(number, set())
        removed = sum(len(old.families[index].members) - kept_of_old[index] for index in homes)
        change = _change(bool(homes), added[number], removed, moved[number])
        if change and family.status == "new":
            changes.append(FamilyChange(change, added[number], removed, moved[number], family))
    for index, family in enumerate(old.families):
        if not kept_of_old[index] and family.status == "new":
            changes.append(FamilyChange("fixed", 0, len(family.members), 0, family))
    return tuple(changes)


def _change(was_there: bool, added: int, removed: int, moved: int) -> str:
    if not was_there:
        return "new"
    if added:
        return "grown"
    return "shrunk" if removed else "moved" if moved else ""
