"""What is known and accepted: a report in, the same report with its accepted findings marked out.

`[[ignored]]` entries of the settings come first: they are decisions, each with its reason, and cover a
finding however often it stands. What is left is held against the baseline, which is counted: one more finding
of the same fingerprint, or one more copy in a family, is new.
"""

from __future__ import annotations

import datetime
import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from corpuslint.acceptance.baseline import Baseline, copy_keys, finding_keys, is_family_settled
from corpuslint.acceptance.copies import Copy, copies
from corpuslint.config import Ignored
from corpuslint.counting import recounted
from corpuslint.findings import Finding
from corpuslint.globs import matches
from corpuslint.matching import Key, pair, pair_copies
from corpuslint.report import Notice, Report

ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run could see.

    `base` leads from the folder of the settings to the one the run started in, `baseline_base` from that of
    the baseline; `roots` are the paths the run was given, relative to the latter. `is_gone` tells whether a
    path of the baseline is no longer there. `is_whole` says that the run looked at the whole corpus with all
    its checks, so that what it did not find is not there.
    """

    base: str = ""
    baseline_base: str = ""
    roots: tuple[str, ...] = (".",)
    is_gone: Callable[[str], bool] = lambda path: True
    is_whole: bool = True

    def name(self, path: str) -> str:
        """A path of the report as the baseline has it."""
        return posixpath.normpath(posixpath.join(self.baseline_base, path))


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a project accepts: its entries with the place each stands in (`file:line`), and its baseline."""

    entries: tuple[tuple[str, Ignored], ...] = ()
    baseline: Baseline | None = None
    baseline_name: str = ""
    today: datetime.date = datetime.date.max


def accept(report: Report, accepted: Accepted, scope: Scope) -> Report:
    """The report with what is accepted marked, counted apart, and entries that want attention noticed."""
    live, notices = _live(accepted)
    told_by = copies(report.findings, report.families)
    ignored, used = _ignored(report, told_by, live, scope)
    notices += _unused_entries(report, live, used, scope)
    covered = set(ignored)
    if accepted.baseline is not None:
        known, left = _known(report, told_by, ignored, accepted.baseline, scope)
        covered |= known
        notices += [
            Notice("unused", accepted.baseline_name, entry, count) for entry, count in sorted(left.items())
        ]
    return _marked(report, told_by, covered, tuple(notices))


def settled(report: Report, scope: Scope) -> Callable[[str, str], bool]:
    """Whether the run would have found what an entry of the baseline (check, path) accepts.

    It read the file; or the file is gone, and it read the folder the file was in.
    """
    read = {scope.name(file.path) for file in report.files}
    checks = set(report.run.checks)

    def is_settled(check: str, path: str) -> bool:
        if check not in checks:
            return False
        return path in read or (any(_is_under(path, root) for root in scope.roots) and scope.is_gone(path))

    return is_settled


def _is_under(path: str, root: str) -> bool:
    return root == "." or path == root or path.startswith(f"{root}/")


def _live(accepted: Accepted) -> tuple[list[tuple[str, Ignored]], list[Notice]]:
    """The entries that still hold, and a notice for each that has expired."""
    live, notices = [], []
    for source, entry in accepted.entries:
        if entry.expires is not None and entry.expires < accepted.today:
            expires = entry.expires.isoformat()
            notices.append(Notice("expired", source, _named(entry), reason=entry.reason, expires=expires))
        else:
            live.append((source, entry))
    return live, notices


def _named(entry: Ignored) -> str:
    """What an entry accepts, in a word."""
    match = f' "{entry.match}"' if entry.match else ""
    return entry.fingerprint or f"{entry.check}{match} in {entry.path}"


def _ignored(
    report: Report, told_by: Sequence[Copy | None], live: Sequence[tuple[str, Ignored]], scope: Scope
) -> tuple[set[int], set[int]]:
    """Indexes of the findings that entries cover, and of the entries that cover any."""
    by_name: defaultdict[str, set[int]] = defaultdict(set)
    by_place: list[tuple[int, Ignored]] = []
    for number, (_, entry) in enumerate(live):
        if entry.fingerprint:
            by_name[entry.fingerprint].add(number)
        else:
            by_place.append((number, entry))
    covered: set[int] = set()
    used: set[int] = set()
    for index, (finding, copy) in enumerate(zip(report.findings, told_by, strict=True)):
        names = {finding.fingerprint}
        if copy is not None:
            # An entry names a family by the text of any of its members: it may repeat, however often.
            names |= {member.fingerprint for member in report.families[copy.family].members}
        numbers = {number for name in names & by_name.keys() for number in by_name[name]}
        numbers |= {number for number, entry in by_place if _covers(entry, finding, scope)}
        if numbers:
            covered.add(index)
            used |= numbers
    return covered, used


def _covers(entry: Ignored, finding: Finding, scope: Scope) -> bool:
    """Whether an entry by check and path covers a finding."""
    return (
        entry.check in {finding.check, finding.check.partition("-")[0]}
        and (not entry.match or entry.match == finding.match)
        and matches(entry.path, scope.base + finding.path)
    )


def _unused_entries(
    report: Report, live: Sequence[tuple[str, Ignored]], used: set[int], scope: Scope
) -> Iterator[Notice]:
    """Entries that covered nothing, where the run would have found what they cover."""
    checks = {name for check in report.run.checks for name in (check, check.partition("-")[0])}
    for number, (source, entry) in enumerate(live):
        if number in used:
            continue
        if entry.fingerprint:
            seen = scope.is_whole
        else:
            seen = entry.check in checks and (
                scope.is_whole or any(matches(entry.path, scope.base + file.path) for file in report.files)
            )
        if seen:
            yield Notice("unused", source, _named(entry), reason=entry.reason)


def _known(
    report: Report, told_by: Sequence[Copy | None], ignored: set[int], baseline: Baseline, scope: Scope
) -> tuple[set[int], Counter[str]]:
    """Indexes of the findings the baseline covers, and what is left of it: entry to count."""
    is_settled = settled(report, scope)
    single = [index for index, copy in enumerate(told_by) if copy is None and index not in ignored]
    keys = [Key(report.findings[i].fingerprint, scope.name(report.findings[i].path)) for i in single]
    old = finding_keys(baseline)
    judged = {key: is_settled(check, key.path) for check, key in old}
    partners = pair([key for _, key in old], keys, judged.__getitem__)
    covered = {index for index, partner in zip(single, partners, strict=True) if partner is not None}
    known, left = _known_copies(report, baseline, scope)
    # A finding about a copy speaks of two places: its own and that of the copy to keep.
    covered |= {
        index
        for index, copy in enumerate(told_by)
        if copy and {copy, Copy(copy.family, report.families[copy.family].canonical)} <= known
    }
    return covered, left + _left(old, partners, judged)


def _known_copies(report: Report, baseline: Baseline, scope: Scope) -> tuple[set[Copy], Counter[str]]:
    """The copies that the baseline lists, and what is left of it."""
    is_settled = settled(report, scope)
    listed = copy_keys(baseline)
    judged = {key: is_family_settled(baseline.families[number], is_settled) for number, key in listed}
    found = [
        (Copy(number, index), Key(member.fingerprint, scope.name(member.path)))
        for number, family in enumerate(report.families)
        for index, member in enumerate(family.members)
    ]
    partners = pair_copies(listed, [(copy.family, key) for copy, key in found], judged.__getitem__)
    known = {copy for (copy, _), partner in zip(found, partners, strict=True) if partner is not None}
    old = [(baseline.families[number].check, key) for number, key in listed]
    return known, _left(old, partners, judged)


def _left(
    old: Sequence[tuple[str, Key]], partners: Sequence[int | None], judged: Mapping[Key, bool]
) -> Counter[str]:
    """How often each entry (check, key) is there for nothing, of those that the run can judge."""
    used = set(partners)
    return Counter(
        f"{key.path}: {check} {key.fingerprint}"
        for index, (check, key) in enumerate(old)
        if index not in used and judged[key]
    )


def _marked(
    report: Report, told_by: Sequence[Copy | None], covered: set[int], notices: tuple[Notice, ...]
) -> Report:
    """The report with its accepted findings and families marked and counted."""
    if not covered and not notices:
        return report
    findings = tuple(
        msgspec.structs.replace(finding, status=ACCEPTED) if index in covered else finding
        for index, finding in enumerate(report.findings)
    )
    open_families = {
        copy.family for index, copy in enumerate(told_by) if copy is not None and index not in covered
    }
    marked = msgspec.structs.replace(
        report,
        findings=findings,
        families=tuple(
            family if index in open_families else msgspec.structs.replace(family, status=ACCEPTED)
            for index, family in enumerate(report.families)
        ),
        notices=notices,
    )
    return recounted(marked)
