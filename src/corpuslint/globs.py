"""Globs of the settings, written as in `.gitignore`, matched against the names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from corpuslint.wordings import Wording, wording

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_T = TypeVar("_T")


def matching(rules: Sequence[tuple[str, _T]], path: str) -> Iterator[_T]:
    """What the rules whose glob matches a path say, in order."""
    for glob, value in rules:
        if matches(glob, path):
            yield value


def last_match(rules: Sequence[tuple[str, _T]], path: str) -> _T | None:
    """What the last rule that matches a path says."""
    found = None
    for value in matching(rules, path):
        found = value
    return found


def matches(glob: str, path: str) -> bool:
    """Whether a glob matches a path."""
    return _spec(glob).match_file(path)


def problem_of(glob: str, *, may_negate: bool = False) -> Wording | None:
    """What is wrong with a glob; None where nothing is. With `may_negate`, a `!` may stand before it."""
    if not glob.strip("/! \t") or glob.startswith("#"):
        return wording("settings.glob-empty", glob=glob)
    if glob.startswith("!") and not may_negate:
        return wording("settings.glob-negated", glob=glob)
    try:
        _spec(glob)
    except (ValueError, re.error):  # ValueError is pathspec's own
        return wording("settings.glob-broken", glob=glob)
    return None


@cache
def _spec(glob: str) -> GitIgnoreSpec:
    # Loaded late: most runs have no globs. "simple" keeps the outcome independent of what else is installed.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([glob], backend="simple")
