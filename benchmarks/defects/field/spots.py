"""A spot where a form can stand, and a form filled in there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.defects.plant import Edit, Site
from benchmarks.defects.sample import Sample

_SLOT = re.compile(r"⟦([^⟧]*)⟧")


@dataclass(frozen=True, slots=True)
class Spot:
    """Stretches of a sound text that a form replaces, in code points.

    `values` are what ⟦name⟧ in a form stands for. `before` and `after` are put around the form: line ends,
    where it is to have a line of its own. `claims` are offsets of other lines on which the defect shows.
    """

    spans: tuple[tuple[int, int], ...]
    values: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[int, ...] = ()
    before: str = ""
    after: str = ""


Place = Callable[[Sample], Iterable[Spot]]
Change = Callable[[str], str | None]


def sited(sample: Sample, spot: Spot, shape: str | Change) -> Site | None:
    """A form or a change carried out at a spot; None where it does not fit or would change nothing."""
    edits = []
    for number, (start, end) in enumerate(spot.spans, 1):
        told = sample.text[start:end]
        values = {**spot.values, "": told, **_counted(number, len(spot.spans))}
        written = filled(shape, values) if isinstance(shape, str) else shape(told)
        if written is None:
            return None
        edits.append(Edit(start, end, f"{spot.before}{written}{spot.after}"))
    is_idle = all(sample.text[edit.start : edit.end] == edit.replacement for edit in edits)
    return None if is_idle else Site(tuple(edits), spot.claims)


def _counted(number: int, count: int) -> dict[str, str]:
    """What forms call the stretches of a spot, which are no more than ten."""
    return {"number": str(number), "of": str(count), "numeral": "一二三四五六七八九十"[number - 1 : number]}


def filled(form: str, values: Mapping[str, str]) -> str | None:
    """A form with its ⟦ ⟧ filled in; None where the spot has no such value."""
    if any(name not in values for name in _SLOT.findall(form)):
        return None
    return _SLOT.sub(lambda slot: values[slot[1]], form)
