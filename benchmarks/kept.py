"""The figures that check files keep in their `[measured]` table: written, and held against new ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from corpuslint.catalog import Measured, read_explanation

_TABLE = re.compile(r"^\[measured\]\n(?:[^\[\n][^\n]*\n)*\n?", re.MULTILINE)
_FIRST_EXAMPLE = re.compile(r"^\[\[(?:bad|good)\]\]", re.MULTILINE)
_RATES = ("recall", "precision", "planted_recall", "field_recall")


def write(folder: Path, figures: Mapping[str, Measured]) -> list[str]:
    """Put each check's figures before its first example; the ids of the files that changed."""
    changed = []
    for check, measured in figures.items():
        path = folder / f"{check}.toml"
        before = path.read_text(encoding="utf-8")
        after = with_table(before, measured)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed.append(check)
    return changed


def with_table(source: str, measured: Measured) -> str:
    """The text of a check file with its figures in place of those it had."""
    bare = _TABLE.sub("", source)
    example = _FIRST_EXAMPLE.search(bare)
    at = example.start() if example else len(bare)
    return bare[:at] + _table(measured) + "\n" + bare[at:]


def _table(measured: Measured) -> str:
    values = msgspec.structs.asdict(measured)
    lines = [f"{name} = {value}" for name, value in values.items() if value is not None]
    return "\n".join(["[measured]", *lines]) + "\n"


def fallen(folder: Path, figures: Mapping[str, Measured], tolerance: float) -> list[str]:
    """What is worse than the figures kept, one line each; a check that keeps none is told of too."""
    told = []
    for check, measured in figures.items():
        kept = read_explanation(folder / f"{check}.toml").measured
        if kept is None:
            told.append(f"{check}: keeps no figures; run this with --write")
            continue
        for name in _RATES:
            now, then = getattr(measured, name), getattr(kept, name)
            if then is not None and (now is None or now < then - tolerance):
                told.append(f"{check}: {name} was {then}, is now {'not measured' if now is None else now}")
    return told
