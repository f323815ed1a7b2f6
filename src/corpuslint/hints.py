"""What was probably meant: the nearest of the names that there are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from corpuslint.wordings import Wording, wording


def nearest(name: str, known: Iterable[str], *, or_all: bool = True) -> Wording | None:
    """A hint at what was probably meant; where nothing is near, all there is (unless `or_all` is false)."""
    names = sorted(known)
    near = closest(name, names)
    if near:
        return wording("settings.near", name=near)
    return wording("settings.known", names=tuple(names)) if names and or_all else None


def closest(name: str, known: Iterable[str], *, likeness: float = 0.5) -> str | None:
    """The name that is most like one, if any is so much like it (0 to 1)."""
    return next(iter(difflib.get_close_matches(name, sorted(known), n=1, cutoff=likeness)), None)


def hinted(problem: Wording, hint: Wording | None) -> Wording:
    """A problem with a hint behind it, if there is one."""
    return wording("settings.with-hint", problem=problem, hint=hint) if hint else problem
