"""A report narrowed to what touches some files, after all of them were compared with everything else.

A finding touches the file it stands in; one about a copy touches the file of the best copy too, so that a new
text which is better than the old ones is told as well. A family touches the files of all its members.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from corpuslint.acceptance.copies import Copy, copies
from corpuslint.counting import recounted
from corpuslint.findings import Family, Member
from corpuslint.report import FileEntry, Report

_Touched = Callable[[str], bool]
_Extent = tuple[int, int]


def narrowed(report: Report, focus: Iterable[str]) -> Report:
    """The report with only what touches the files and folders of `focus`, named as reports name files.

    All files stay listed, for all were read; counts and shares speak of what is left. Failures of corpuslint
    and notices about what is accepted concern every run, and stay.
    """
    paths = frozenset(focus)
    is_touched = _touches(paths)
    told_by = copies(report.findings, report.families)
    families = tuple(family for family in report.families if _is_family_touched(family, is_touched))
    findings = tuple(
        finding
        for finding, copy in zip(report.findings, told_by, strict=True)
        if is_touched(finding.path) or _is_best_touched(copy, report.families, is_touched)
    )
    skipped = tuple(skip for skip in report.skipped if is_touched(skip.path))
    kept = msgspec.structs.replace(
        report,
        run=msgspec.structs.replace(report.run, focus=tuple(sorted(paths))),
        findings=findings,
        families=families,
        skipped=skipped,
    )
    return _with_shares(recounted(kept))


def _touches(paths: frozenset[str]) -> _Touched:
    """Whether a file is one of the paths, or stands below one."""

    def is_touched(path: str) -> bool:
        return "." in paths or any(step in paths for step in _upwards(path))

    return is_touched


def _upwards(path: str) -> Iterator[str]:
    """A path, its folder, the folder of that, and so on."""
    while path and path != "/":
        yield path
        path = posixpath.dirname(path)


def _is_family_touched(family: Family, is_touched: _Touched) -> bool:
    return any(is_touched(member.path) for member in family.members)


def _is_best_touched(copy: Copy | None, families: Sequence[Family], is_touched: _Touched) -> bool:
    """Whether a finding about a copy speaks of a best copy in one of the files."""
    if copy is None:
        return False
    family = families[copy.family]
    return is_touched(family.members[family.canonical].path)


def _with_shares(report: Report) -> Report:
    """The report with the characters that stand in its families counted anew."""
    covered = _characters(member for family in report.families for member in family.members)
    redundant = _characters(
        member
        for family in report.families
        for index, member in enumerate(family.members)
        if index != family.canonical
    )
    summary = msgspec.structs.replace(
        report.summary,
        families=len(report.families),
        skipped=len(report.skipped),
        covered_characters=sum(covered.values()),
        redundant_characters=sum(redundant.values()),
    )
    files = tuple(
        msgspec.structs.replace(file, covered=_share(covered, file), redundant=_share(redundant, file))
        for file in report.files
    )
    return msgspec.structs.replace(report, summary=summary, files=files)


def _characters(members: Iterable[Member]) -> dict[str, int]:
    """Characters of each file that stand in one of the members; those in several count once."""
    extents: defaultdict[tuple[str, int | None], list[_Extent]] = defaultdict(list)
    for member in members:
        extents[member.path, member.record].append((member.start.offset, member.end.offset))
    total: defaultdict[str, int] = defaultdict(int)
    for (path, _), found in extents.items():
        total[path] += _union(found)
    return total


def _union(extents: list[_Extent]) -> int:
    total, reached = 0, 0
    for start, end in sorted(extents):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _share(characters: dict[str, int], file: FileEntry) -> float:
    return round(characters.get(file.path, 0) / file.characters, 4) if file.characters else 0.0
