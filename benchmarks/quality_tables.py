"""What the quality benchmark prints: Markdown tables, lists to read, JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from benchmarks import field_tables
from benchmarks.scoring import Judged, Quality, Tally
from corpuslint.catalog import Check
from corpuslint.findings import Confidence, Finding

_FLOORS = {Confidence.HIGH: 0.9, Confidence.MEDIUM: 0.7, Confidence.LOW: 0.0}


def tables(quality: Quality, checks: Mapping[str, Check]) -> str:
    """Figures per check, per kind of plant, totals, and the field forms apart from them."""
    parts = [
        _by_check(quality, checks),
        _by_kind(quality),
        _totals(quality),
        field_tables.tables(quality.field),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _by_check(quality: Quality, checks: Mapping[str, Check]) -> Iterator[str]:
    yield (
        "| check | confidence | labels | recall | findings | precision "
        "| plants | recall | unexplained | precision in all | field forms | recall |"
    )
    yield "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name, tally in quality.tallies.items():
        figures = tally.measured()
        mark = " ✗" if is_overstated(checks[name], tally) else ""
        cells = (
            *(
                f"{name}{'' if checks[name].is_on_by_default else ' (off)'}",
                f"{checks[name].confidence}{mark}",
            ),
            *(tally.labels, _rate(figures.recall), figures.findings, _rate(figures.precision)),
            *(tally.plants, _rate(figures.planted_recall), tally.unexplained, _rate(tally.precision)),
            *(tally.field_plants, _rate(figures.field_recall)),
        )
        yield f"| {' | '.join(str(cell) for cell in cells)} |"


def is_overstated(check: Check, tally: Tally) -> bool:
    """Whether a check's share of right findings is below what its confidence says."""
    return tally.precision is not None and tally.precision < _FLOORS[check.confidence]


def _by_kind(quality: Quality) -> Iterator[str]:
    yield "| kind of plant | plants | found | recall | unexplained | by shape |"
    yield "|---|--:|--:|--:|--:|---|"
    for name, judged in _kinds(quality).items():
        found = sum(one.is_found for one in judged)
        unexplained = sum(len(one.unexplained) for one in judged)
        shapes: dict[str, Counter[bool]] = {}
        for one in judged:
            shapes.setdefault(one.planting.shape, Counter())[one.is_found] += 1
        told = ", ".join(f"{shape} {count[True]}/{count.total()}" for shape, count in shapes.items())
        yield f"| {name} | {len(judged)} | {found} | {found / len(judged):.2f} | {unexplained} | {told} |"


def _kinds(quality: Quality) -> dict[str, list[Judged]]:
    kinds: dict[str, list[Judged]] = {}
    for one in quality.judged:
        kinds.setdefault(one.planting.kind.name, []).append(one)
    return kinds


def _totals(quality: Quality) -> Iterator[str]:
    tallies = quality.tallies.values()
    labels, found = sum(tally.labels for tally in tallies), sum(tally.labels_found for tally in tallies)
    right, wrong = sum(tally.right for tally in tallies), sum(tally.wrong for tally in tallies)
    plants, told = sum(tally.plants for tally in tallies), sum(tally.plants_found for tally in tallies)
    unexplained = sum(tally.unexplained for tally in tallies)
    yield "| total | | share |"
    yield "|---|--:|--:|"
    yield _total("labels found", found, labels)
    yield _total("findings that are right (info left out)", right, right + wrong)
    yield f"| of the others, in sound texts | {len(quality.false_alarms)} | |"
    yield _total("plants found", told, plants)
    yield f"| findings that a plant caused and nothing explains | {unexplained} | |"


def _total(title: str, part: int, whole: int) -> str:
    return f"| {title} | {part} of {whole} | {_rate(part / whole if whole else None)} |"


def _rate(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def unjudged(quality: Quality) -> Iterator[str]:
    """Findings that no label covers, to be read: each is a label to add or a false alarm."""
    yield from _findings("not labelled", quality.unjudged)
    yield from _findings("in a sound text", quality.false_alarms)


def _findings(heading: str, findings: Iterable[Finding]) -> Iterator[str]:
    for one in findings:
        place = f"{one.path.rpartition('/')[2]}:{one.start.line}:{one.start.column}"
        yield f"{heading}: {place} {one.check} {one.severity} {one.match[:40]!r} {one.message}"


def misses(quality: Quality) -> Iterator[str]:
    """Labels and plants that nothing found."""
    for label in quality.missed:
        yield f"label: {label.file}:{label.line} {label.check} {label.text!r} {label.note}"
    for one in quality.judged:
        if not one.is_found:
            yield f"plant: {one.planting.kind.name} ({one.planting.shape}) {_place(one)}"
    for kind in quality.field:
        for one in kind.judged:
            if not one.is_found:
                yield f"field: {kind.kind.name} ({_shape(one)}) {_place(one)}{_told_otherwise(one)}"


def _shape(one: Judged) -> str:
    return field_tables.shown_form(one.planting.shape)


def _told_otherwise(one: Judged) -> str:
    """What is said in the place of a plant that was missed."""
    told = sorted({finding.check for finding in one.unexplained})
    return f" told as {', '.join(told)}" if one.is_told_otherwise else ""


def unexplained(quality: Quality) -> Iterator[str]:
    """Findings that a plant caused and nothing explains."""
    for one in quality.judged:
        for finding in one.unexplained:
            told = f"{finding.check} at line {finding.start.line} {finding.match[:30]!r} {finding.message}"
            yield f"{one.planting.kind.name} ({one.planting.shape}) {_place(one)} -> {told}"


def _place(one: Judged) -> str:
    """The lines that show a plant, cut to what is near it."""
    lines = one.planting.text.split("\n")
    shown = [lines[number - 1] if number <= len(lines) else "" for number in sorted(one.planting.lines)[:3]]
    return f"{one.planting.name}:{min(one.planting.lines)} {' ⏎ '.join(shown)!r}"


def as_json(quality: Quality) -> str:
    """The same figures for machines."""
    kinds: dict[str, dict[str, Any]] = {
        name: {
            "plants": len(judged),
            "found": sum(one.is_found for one in judged),
            "unexplained": sum(len(one.unexplained) for one in judged),
        }
        for name, judged in _kinds(quality).items()
    }
    field = {
        one.kind.name: {
            "group": one.kind.group,
            "counted": one.is_counted,
            "held_out": one.kind.table.held_out,
            "plants": len(one.judged),
            "found": sum(judged.is_found for judged in one.judged),
            "told_otherwise": sum(judged.is_told_otherwise for judged in one.judged),
            "missed": field_tables.missed_forms(one.judged),
        }
        for one in quality.field
    }
    checks = {name: tally.measured() for name, tally in quality.tallies.items()}
    told = {"checks": checks, "kinds": kinds, "field": field}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()
