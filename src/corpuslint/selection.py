"""Which checks a run uses: the shipped ones and the project's own, chosen by the names in the settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuslint import tomlfile
from corpuslint.catalog import Check, SelectionError, select, shipped
from corpuslint.config import Loaded


def catalogue(loaded: Loaded) -> tuple[Check, ...]:
    """All checks there are for a project: those that ship with corpuslint, then its own."""
    if not loaded.settings.checks:
        return shipped()
    from corpuslint.ownchecks import read_own_checks

    return (*shipped(), *read_own_checks(loaded, shipped()))


def chosen(loaded: Loaded) -> list[Check]:
    """The checks of a run.

    A name in the settings that is neither a check nor a group is a `TomlError` with its line, one on the
    command line a `SelectionError`; both give the nearest name there is.
    """
    checks = catalogue(loaded)
    _require_names(loaded, checks)
    settings = loaded.settings
    return select(checks, settings.select, settings.ignore, settings.extend_select)


def _require_names(loaded: Loaded, checks: Sequence[Check]) -> None:
    known = {name for check in checks for name in (check.id, check.group)}
    for field, keys, name in _names(loaded):
        if name in known or (name == "all" and field not in {"severity", "ignored"}):
            continue
        reason = f'no check or group is called "{name}"; {tomlfile.nearest(name, known)}'
        if field in loaded.overridden:
            raise SelectionError(reason)
        raise loaded.error(keys, f"{keys[0]}: {reason}", name)


def _names(loaded: Loaded) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Each name in the settings with its field and the keys it stands under."""
    settings = loaded.settings
    for field in ("select", "extend_select", "ignore"):
        for name in getattr(settings, field):
            yield field, (field.replace("_", "-"),), name
    for glob, names in settings.per_file_ignores.items():
        for name in names:
            yield "per_file_ignores", ("per-file-ignores", glob), name
    for name in settings.severity:
        yield "severity", ("severity",), name
    for number, entry in enumerate(settings.ignored):
        if entry.check:
            yield "ignored", (f"ignored[{number}]", "check"), entry.check
