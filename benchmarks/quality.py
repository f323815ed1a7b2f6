"""Recall and precision of every check, on labelled documents and on defects planted in sound ones.

Two suites are planted: the kinds of defect that the checks were written for, and the many forms such defects
take in the field. `docs/quality.md` says how to read the figures.

    python benchmarks/quality.py                # tables
    python benchmarks/quality.py --misses       # what nothing found
    python benchmarks/quality.py --unjudged     # findings that no label covers
    python benchmarks/quality.py --unexplained  # findings that a plant caused and nothing explains
    python benchmarks/quality.py --check        # fails where a figure fell below the one its check file keeps
    python benchmarks/quality.py --texts FOLDER # plant in other sound texts (.txt, UTF-8)
    python benchmarks/quality.py --kinds year-gone,gap --misses  # plant some kinds only, of either suite
    python benchmarks/quality.py --write        # puts the figures into the check files

Every check runs, those that are off by default too. The same seed gives the same figures on every machine.
`corpuslint explain` shows the figures: after --write, update the command-line cases that quote them
(`CORPUSLINT_UPDATE_CASES=1 pytest tests/test_cases.py -k explain`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import kept, quality_tables
from benchmarks.defects.field.kinds import FieldKind, read_kinds
from benchmarks.defects.field.planting import plantings as field_plantings
from benchmarks.defects.plant import Kind
from benchmarks.defects.sample import Sample
from benchmarks.injector import KINDS, plantings
from benchmarks.labelled import CLEAN, ROOT, SPEECHES, findings_in, read_labels
from benchmarks.scoring import Quality, Tally, judge_field, judge_labels, judge_plants
from corpuslint.catalog import shipped
from corpuslint.genre import detect

_CHECKS = ROOT / "checks"


def main() -> None:
    """Measure, then print, write or hold against what is kept."""
    parser = _parser()
    arguments = parser.parse_args()
    if arguments.kinds and (arguments.write or arguments.check):
        parser.error("--write and --check need all kinds: leave --kinds out")
    quality = measure(arguments)
    figures = {check: tally.measured() for check, tally in quality.tallies.items()}
    if arguments.write:
        print(f"written: {', '.join(kept.write(_CHECKS, figures)) or 'nothing new'}")
    elif arguments.check:
        told = kept.fallen(_CHECKS, figures, arguments.tolerance)
        print("\n".join(told) or "No figure is worse than the one kept.")
        sys.exit(1 if told else 0)
    elif arguments.json:
        print(quality_tables.as_json(quality))
    else:
        _print(quality, arguments)


def measure(arguments: argparse.Namespace) -> Quality:
    """Run every check over the sample corpora, and over what is planted in the texts of a folder."""
    checks = shipped()
    quality = Quality({check.id: Tally() for check in checks})
    judge_labels(quality, read_labels(), findings_in(SPEECHES, checks), findings_in(CLEAN, checks))
    samples = read_samples(arguments.texts)
    kinds, field_kinds = chosen(arguments.kinds)
    planted = plantings(samples, arguments.seed, arguments.plants, kinds)
    judge_plants(quality, samples, planted, checks)
    in_the_field = field_plantings(field_kinds, samples, arguments.seed, arguments.per_form)
    judge_field(quality, samples, field_kinds, in_the_field, checks)
    return quality


def chosen(names: str) -> tuple[list[Kind], list[FieldKind]]:
    """The kinds of both suites, or those named, with commas between them."""
    wanted = [name for name in names.split(",") if name]
    kinds, field_kinds = KINDS, read_kinds()
    known = {*(kind.name for kind in kinds), *(kind.name for kind in field_kinds)}
    if unknown := [name for name in wanted if name not in known]:
        sys.exit(f"no kind of plant is called {', '.join(unknown)}; the tables name them all")
    return (
        [kind for kind in kinds if not wanted or kind.name in wanted],
        [kind for kind in field_kinds if not wanted or kind.name in wanted],
    )


def read_samples(folder: Path) -> list[Sample]:
    """The texts of a folder, in the order of their names."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))}
    if not texts:
        sys.exit(f"{folder}: no .txt files; name a folder that has some")
    return [Sample(name, text, detect(text)) for name, text in texts.items()]


def _print(quality: Quality, arguments: argparse.Namespace) -> None:
    asked = [name for name in ("misses", "unjudged", "unexplained") if getattr(arguments, name)]
    for name in asked:
        print("\n".join(getattr(quality_tables, name)(quality)))
    if not asked:
        print(quality_tables.tables(quality, {check.id: check for check in shipped()}))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, default=CLEAN, help="sound texts to plant in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plants", type=int, default=24, help=f"of each of the {len(KINDS)} kinds, at most")
    parser.add_argument("--per-form", type=int, default=1, help="plants of each field form")
    parser.add_argument("--kinds", default="", help="plant these kinds only, with commas between them")
    parser.add_argument("--tolerance", type=float, default=0.02, help="how far a figure may fall")
    for name, told in (
        ("json", "print the figures as JSON"),
        ("write", "write the figures into the check files"),
        ("check", "exit 1 where a figure fell below the one kept"),
        ("misses", "list labels and plants that nothing found"),
        ("unjudged", "list findings that no label covers"),
        ("unexplained", "list findings that a plant caused and nothing explains"),
    ):
        parser.add_argument(f"--{name}", action="store_true", help=told)
    return parser


if __name__ == "__main__":
    main()
