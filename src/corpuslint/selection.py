"""Which checks a run uses: the shipped ones and the project's own, chosen by the names in the settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpuslint.catalog import Check, SelectionError, shipped
from corpuslint.config import Loaded
from corpuslint.hints import hinted, nearest
from corpuslint.wordings import Wording, wording


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


def select(
    checks: Sequence[Check],
    wanted: Iterable[str] = (),
    unwanted: Iterable[str] = (),
    extra: Iterable[str] = (),
) -> list[Check]:
    """The checks that ids and groups ask for; `all` means every one, nothing means those on by default.

    `extra` adds to what `wanted` (or the default) gives, `unwanted` takes away from both. A name that is
    neither an id nor a group is a `SelectionError` that gives the nearest one.
    """
    wanted, unwanted, extra = list(wanted), list(unwanted), list(extra)
    known = {"all", *(check.id for check in checks), *(check.group for check in checks)}
    for name in (*wanted, *unwanted, *extra):
        if name not in known:
            raise SelectionError(_unknown(name, known))
    return [
        check
        for check in checks
        if (_named(check, wanted) if wanted else check.is_on_by_default) or _named(check, extra)
        if not _named(check, unwanted)
    ]


def _require_names(loaded: Loaded, checks: Sequence[Check]) -> None:
    known = {name for check in checks for name in (check.id, check.group)}
    for field, keys, name in _names(loaded):
        if name in known or (name == "all" and field not in {"severity", "ignored"}):
            continue
        problem = _unknown(name, known)
        if field in loaded.overridden:
            raise SelectionError(problem)
        raise loaded.error(keys, problem, name)


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


def _unknown(name: str, known: Iterable[str]) -> Wording:
    """What to say of a name that is neither a check nor a group: the nearest one there is."""
    names = set(known) - {"all"}
    groups = tuple(sorted(group for group in names if "-" not in group))
    hint = nearest(name, names, or_all=False) or wording("settings.known-checks", names=groups)
    return hinted(wording("settings.unknown-check", name=name), hint)


def _named(check: Check, names: Sequence[str]) -> bool:
    """Whether the names ask for a check; a group asks only for those of its checks that are on by default."""
    if check.id in names or "all" in names:
        return True
    return check.group in names and check.is_on_by_default
