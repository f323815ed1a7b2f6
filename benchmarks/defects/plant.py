"""What a planted defect is: edits to a sound text, where it then stands, and who may claim it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.defects.sample import Sample


class Edit(NamedTuple):
    """A replacement; offsets in code points of the sound text."""

    start: int
    end: int
    replacement: str


class Site(NamedTuple):
    """One defect that can be planted: what to edit, and where it then shows.

    It shows on the lines of the edits and of the `claims` (offsets of the sound text). Where `shown_by` names
    some of the edits by index, only those count: the others belong to it and prove nothing.
    """

    edits: tuple[Edit, ...]
    claims: tuple[int, ...] = ()
    shown_by: tuple[int, ...] = ()


Shape = Callable[[Sample], Iterable[Site]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of defect and the shapes it takes.

    `checks` may claim it (ids or groups; the first is the one expected). `beside` may be reported on its
    lines as well, and `consequences` anywhere because of it; neither proves that it was found. A kind with no
    checks is sound: whatever is found in it is a false alarm.
    """

    name: str
    checks: tuple[str, ...]
    shapes: Mapping[str, Shape]
    beside: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planting:
    """A text with one defect in it, planted by `edits` to the sound one.

    `lines` are those that show it, `edited` all that were touched (1-based).
    """

    kind: Kind
    shape: str
    name: str
    genre: str
    text: str
    edits: tuple[Edit, ...]
    lines: frozenset[int]
    edited: frozenset[int]


def plant(sample: Sample, kind: Kind, shape: str, site: Site) -> Planting:
    """Carry out the edits of a site, which stand in order, and work out the lines they end on."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    done = length = 0
    for edit in site.edits:
        parts += [sample.text[done : edit.start], edit.replacement]
        length += edit.start - done
        spans.append((length, length + len(edit.replacement)))
        length += len(edit.replacement)
        done = edit.end
    text = "".join([*parts, sample.text[done:]])
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    touched = [frozenset(_lines(text, starts, *span)) for span in spans]
    claimed = frozenset(bisect_right(starts, moved(offset, site.edits)) for offset in site.claims)
    shown = [touched[index] for index in site.shown_by] if site.shown_by else touched
    return Planting(
        kind,
        shape,
        sample.name,
        sample.genre,
        text,
        site.edits,
        claimed.union(*shown),
        claimed.union(*touched),
    )


def _lines(text: str, starts: list[int], start: int, end: int) -> range:
    """Lines an edit stands on; the line ends it puts around its text are not its own."""
    while start < end and text[start] == "\n":
        start += 1
    while end > start and text[end - 1] == "\n":
        end -= 1
    return range(bisect_right(starts, start), bisect_right(starts, max(start, end - 1)) + 1)


def moved(offset: int, edits: Iterable[Edit]) -> int:
    """Where an offset of the sound text stands after the edits."""
    shift = 0
    for edit in edits:
        if edit.end <= offset:
            shift += len(edit.replacement) - (edit.end - edit.start)
        elif edit.start <= offset:
            shift += edit.start - offset
    return offset + shift
