"""Which labels and plants are found, which findings nothing explains, and the figures of each check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.defects.field.kinds import FieldKind
from benchmarks.defects.plant import Planting, moved
from benchmarks.defects.sample import Sample
from benchmarks.labelled import Label, is_named
from corpuslint.catalog import Check, Measured
from corpuslint.corpus.parsing import parse
from corpuslint.findings import Finding, Severity
from corpuslint.linting import lint


@dataclass(frozen=True, slots=True)
class Judged:
    """A planted text with what was found: by an accepted check on its lines, and by anyone for no reason."""

    planting: Planting
    found_by: tuple[Finding, ...]
    unexplained: tuple[Finding, ...]

    @property
    def is_found(self) -> bool:
        """Whether the plant was told; a sound one must not be told of at all."""
        return bool(self.found_by) if self.planting.kind.checks else not self.unexplained

    @property
    def is_told_otherwise(self) -> bool:
        """Whether a plant that was missed is told of as something it is not, which misleads an editor."""
        return not self.is_found and any(_stands_on(one, self.planting.edited) for one in self.unexplained)


@dataclass(frozen=True, slots=True)
class FieldKindJudged:
    """A kind of field form with its plants."""

    kind: FieldKind
    judged: tuple[Judged, ...]

    @property
    def is_counted(self) -> bool:
        """Whether any editor would mark it; the others are shown and left out of every sum."""
        return self.kind.is_counted


@dataclass(slots=True)
class Tally:
    """Counts of one check, findings of severity info left out.

    `right` and `wrong` are findings in the sample corpora; `claimed` are those that tell of a plant, whatever
    kind it is of, and `unexplained` those that a plant caused and nothing explains. Field forms count for
    recall alone: what may stand beside a thousand forms is written down nowhere.
    """

    labels: int = 0
    labels_found: int = 0
    right: int = 0
    wrong: int = 0
    plants: int = 0
    plants_found: int = 0
    field_plants: int = 0
    field_found: int = 0
    claimed: int = 0
    unexplained: int = 0

    @property
    def precision(self) -> float | None:
        """Share of right findings, in the sample corpora and in planted texts together."""
        right = self.right + self.claimed
        return _share(right, right + self.wrong + self.unexplained)

    def measured(self) -> Measured:
        """The figures a check file keeps, to three places; None where there is nothing to divide by."""
        return Measured(
            labels=self.labels,
            recall=_share(self.labels_found, self.labels),
            findings=self.right + self.wrong,
            precision=_share(self.right, self.right + self.wrong),
            plants=self.plants,
            planted_recall=_share(self.plants_found, self.plants),
            field_plants=self.field_plants or None,
            field_recall=_share(self.field_found, self.field_plants),
        )


@dataclass(slots=True)
class Quality:
    """All that was measured."""

    tallies: dict[str, Tally]
    missed: list[Label] = field(default_factory=list)
    unjudged: list[Finding] = field(default_factory=list)
    false_alarms: list[Finding] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    field: list[FieldKindJudged] = field(default_factory=list)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def judge_labels(
    quality: Quality, labels: Sequence[Label], found: Sequence[Finding], in_clean: Sequence[Finding]
) -> None:
    """Count labels and findings of the sample corpora into the tallies."""
    for label in labels:
        tally = quality.tallies[label.check]
        tally.labels += 1
        if any(label.covers(finding) for finding in found):
            tally.labels_found += 1
        else:
            quality.missed.append(label)
    for finding in _weighty(found):
        if any(label.covers(finding) for label in labels):
            quality.tallies[finding.check].right += 1
        else:
            quality.tallies[finding.check].wrong += 1
            quality.unjudged.append(finding)
    for finding in _weighty(in_clean):
        quality.tallies[finding.check].wrong += 1
        quality.false_alarms.append(finding)


def judge_plants(
    quality: Quality, samples: Iterable[Sample], plantings: Iterable[Planting], checks: Sequence[Check]
) -> None:
    """Count plants found, and findings that a plant caused and nothing explains."""
    before = _before(samples, checks)
    for planting in plantings:
        judged = judge(planting, before[planting.name], checks)
        quality.judged.append(judged)
        for finding in _weighty(judged.found_by):
            quality.tallies[finding.check].claimed += 1
        for finding in judged.unexplained:
            quality.tallies[finding.check].unexplained += 1
        if planting.kind.checks:
            tally = quality.tallies[planting.kind.checks[0]]
            tally.plants += 1
            tally.plants_found += judged.is_found


def judge_field(
    quality: Quality,
    samples: Iterable[Sample],
    kinds: Sequence[FieldKind],
    plantings: Iterable[Planting],
    checks: Sequence[Check],
) -> None:
    """Count field forms found; the check that is named first is the one that should have found them."""
    before = _before(samples, checks)
    piles: dict[str, list[Judged]] = {kind.name: [] for kind in kinds}
    for planting in plantings:
        piles[planting.kind.name].append(judge(planting, before[planting.name], checks))
    for kind in kinds:
        judged = FieldKindJudged(kind, tuple(piles[kind.name]))
        quality.field.append(judged)
        if judged.is_counted:
            tally = quality.tallies[kind.kind.checks[0]]
            tally.field_plants += len(judged.judged)
            tally.field_found += sum(one.is_found for one in judged.judged)


def _before(samples: Iterable[Sample], checks: Sequence[Check]) -> dict[str, tuple[Finding, ...]]:
    """What is found in the sound texts, by their names."""
    return {sample.name: _lint(sample.name, sample.text, sample.genre, checks) for sample in samples}


def judge(planting: Planting, before: Iterable[Finding], checks: Sequence[Check]) -> Judged:
    """Lint a planted text; `before` was found in it when it was sound."""
    known = {(finding.check, moved(finding.start.offset, planting.edits)) for finding in before}
    found: list[Finding] = []
    unexplained: list[Finding] = []
    for finding in _lint(planting.name, planting.text, planting.genre, checks):
        if (finding.check, finding.start.offset) in known:
            continue
        if is_named(finding.check, planting.kind.checks) and _stands_on(finding, planting.lines):
            found.append(finding)
        elif not _is_explained(finding, planting) and finding.severity is not Severity.INFO:
            unexplained.append(finding)
    return Judged(planting, tuple(found), tuple(unexplained))


def _is_explained(finding: Finding, planting: Planting) -> bool:
    kind = planting.kind
    if is_named(finding.check, kind.consequences):
        return True
    return is_named(finding.check, (*kind.checks, *kind.beside)) and _stands_on(finding, planting.edited)


def _stands_on(finding: Finding, lines: Iterable[int]) -> bool:
    return any(finding.start.line <= line <= finding.end.line for line in lines)


def _lint(name: str, text: str, genre: str, checks: Sequence[Check]) -> tuple[Finding, ...]:
    linted = lint(parse(name, text, genre=genre), checks)
    if linted.failures:
        raise RuntimeError(f"{name}: {linted.failures}")
    return linted.findings


def _weighty(findings: Iterable[Finding]) -> Iterable[Finding]:
    return (finding for finding in findings if finding.severity is not Severity.INFO)
