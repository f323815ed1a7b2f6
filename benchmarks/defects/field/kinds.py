"""The tables of forms: read, and held against what a planter can do."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from benchmarks.defects.field.changes import CHANGES
from benchmarks.defects.field.places import PLACES
from benchmarks.defects.plant import Kind

_FOLDER = Path(__file__).parent


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of defect as a file writes it.

    A form replaces what stands at a place (`at`); ⟦ ⟧ in it is what stood there, ⟦name⟧ what the place calls
    so. `changes` name functions of `changes.py` that do what cannot be written out. Instead of a place there
    may be `sentences`, put into running text with a form at their ⟦ ⟧; `sound` is what makes them sound.
    `checks` (ids or groups) may claim the defect, the first is expected to. `count` plants are made, or one
    of each form and twelve at least. A kind that editors would argue about says so in `contested`: it is
    planted, shown, and left out of every sum. `held_out` marks forms written after the checks, for which no
    check has been changed: the share found of them is what may be expected of forms that nobody thought of.
    Whoever mends a check for one of them takes the mark away.
    """

    name: str
    checks: tuple[str, ...]
    at: str = ""
    forms: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    sound: str = ""
    contested: str = ""
    held_out: bool = False
    count: int = 0


class FieldKind(msgspec.Struct, frozen=True, dict=True):
    """A kind of defect of a group; the group is the name of its file."""

    group: str
    table: Table

    @property
    def name(self) -> str:
        """The name, which no other kind of any suite has."""
        return self.table.name

    @property
    def is_counted(self) -> bool:
        """Whether any editor would mark it."""
        return not self.table.contested

    @property
    def shapes(self) -> tuple[str, ...]:
        """All forms and changes, by the names they are shown under."""
        return (*self.table.forms, *self.table.changes)

    @cached_property
    def kind(self) -> Kind:
        """The same for judging: only the checks matter, the shapes are drawn elsewhere."""
        return Kind(self.table.name, self.table.checks, {})


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: tuple[Table, ...]


def read_kinds(folder: Path = _FOLDER) -> tuple[FieldKind, ...]:
    """All kinds, in the order of the files; ValueError names the file and what is wrong in it."""
    kinds: list[FieldKind] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = msgspec.toml.decode(path.read_bytes(), type=_File).kinds
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            raise ValueError(f"{path}: {error}") from error
        for table in tables:
            if wrong := _wrong(table, {kind.name for kind in kinds}):
                raise ValueError(f"{path}: {table.name}: {wrong}")
            kinds.append(FieldKind(path.stem, table))
    return tuple(kinds)


def _wrong(table: Table, taken: set[str]) -> str:
    """What a reader must mend in a table; empty where it is right."""
    if table.name in taken:
        return "the name is taken"
    if not table.checks:
        return "names no check that may claim it"
    if not table.forms and not table.changes:
        return "has neither forms nor changes"
    if bool(table.at) == bool(table.sentences):
        return "needs a place (at) or sentences, and not both"
    if any("⟦⟧" not in sentence for sentence in table.sentences):
        return "every sentence needs a ⟦⟧ where the form stands"
    unknown = [*_unknown((table.at,) if table.at else (), PLACES), *_unknown(table.changes, CHANGES)]
    return f"unknown: {', '.join(unknown)}" if unknown else ""


def _unknown(names: Sequence[str], known: Container[str]) -> list[str]:
    return [name for name in names if name not in known]
