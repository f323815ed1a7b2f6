"""The labelled sample corpora: what was marked in `fixtures/speeches`, and what corpuslint says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from corpuslint.catalog import Check
from corpuslint.config import Loaded, Settings
from corpuslint.findings import Finding
from corpuslint.runner import Request, run

ROOT = Path(__file__).resolve().parents[1]
SPEECHES = ROOT / "fixtures" / "speeches"
CLEAN = ROOT / "fixtures" / "clean"
LABELS = ROOT / "fixtures" / "speeches.labels.jsonl"

# Which checks (ids or groups) count as having found a label of a check (id or group, an id winning):
# one defect has several true names, and an editor needs to be told once.
ACCEPTED: Mapping[str, tuple[str, ...]] = {
    "placeholder": ("placeholder",),
    "placeholder-dropped": ("placeholder", "heading-garbled"),
    "numbering": ("numbering",),
    "heading-artefact": ("heading-artefact", "residue"),
    "heading-empty": ("heading-empty", "paragraph-truncated"),
    "heading-garbled": ("heading-garbled", "placeholder"),
    "heading-repeated": ("heading-repeated", "residue-web"),
    "heading-runon": ("heading-runon", "numbering"),
    "heading-split": ("heading-split", "paragraph-split"),
    "paragraph": ("paragraph", "heading-split"),
    "residue": ("residue", "heading-artefact"),
    "text": ("text",),
    "duplicate": ("duplicate",),
    "consistency-date": ("consistency-date",),
    "consistency-rate": ("consistency-rate",),
    "consistency-sum": ("consistency-sum",),
}
_OF_THE_FILE = "T-width"  # one label a file: a finding on any of its lines serves


class Label(msgspec.Struct, frozen=True):
    """One marked defect; `line` and `end` are 1-based, `related` is `file:first-last` of the other copy."""

    file: str
    line: int
    code: str
    text: str
    note: str
    sure: bool
    check: str
    count: int = 1
    end: int = 0
    related: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether a finding says what was marked here."""
        if not is_named(finding.check, accepted(self.check)):
            return False
        name = Path(finding.path).name
        first, last = finding.start.line, finding.end.line
        return any(
            name == place.file and first <= place.last and place.first <= last for place in self._places()
        )

    def _places(self) -> Iterable[_Place]:
        if self.code == _OF_THE_FILE:
            yield _Place(self.file, 1, 1_000_000)
        yield _Place(self.file, self.line, self.end or self.line)
        if self.related:
            name, _, lines = self.related.rpartition(":")
            first, _, last = lines.partition("-")
            yield _Place(name, int(first), int(last or first))


class _Place(NamedTuple):
    file: str
    first: int
    last: int


def accepted(check: str) -> tuple[str, ...]:
    """Ids and groups that count as having found a label of a check."""
    group = check.partition("-")[0]
    return ACCEPTED.get(check) or ACCEPTED.get(group) or (check,)


def is_named(check: str, names: Sequence[str]) -> bool:
    """Whether a check is one of the ids, or belongs to one of the groups."""
    return check in names or check.partition("-")[0] in names


def read_labels(path: Path = LABELS) -> list[Label]:
    """All labels; `msgspec.ValidationError` where a line is none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Label) for line in lines if line.strip()]


def findings_in(folder: Path, checks: Sequence[Check]) -> list[Finding]:
    """What the checks find in a folder, by themselves: no settings, nothing accepted beforehand."""
    chosen = Settings(select=tuple(check.id for check in checks), jobs=1)
    outcome = run(Request((str(folder),), "en", with_baseline=False), Loaded(chosen, ROOT, isolated=True))
    if outcome.report.failures or outcome.report.skipped:
        raise RuntimeError(f"{folder}: {outcome.report.failures or outcome.report.skipped}")
    return list(outcome.report.findings)
