"""What the command line asks for: options over settings, paths or standard input, progress or none."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from corpuslint.catalog import Language
from corpuslint.config import Loaded, load
from corpuslint.corpus.discovery import report_name
from corpuslint.errors import UserError
from corpuslint.findings import Severity
from corpuslint.globs import problem_of
from corpuslint.output.terminal import visible
from corpuslint.report import Outcome
from corpuslint.runner import Request, run
from corpuslint.wordings import told, wording
from corpuslint.workers import Progress

STDIN = "-"
_STDIN_NAME = "stdin.txt"


class CommandError(UserError):
    """Something the user can put right: a path, an option, a settings file. The message says how."""


def settings(options: Mapping[str, Any]) -> Loaded:
    """The settings that hold, with what the command line says over them."""
    if options["isolated"] and options["config"]:
        raise CommandError(wording("commands.config-and-isolated"))
    loaded = load(Path.cwd(), options["config"], isolated=options["isolated"])
    baseline: Path | None = options.get("baseline")
    fail_on = options.get("fail_on")
    return loaded.replace(
        {
            "select": _names(options["select"]),
            "extend_select": _names(options["extend_select"]),
            "ignore": _ignored(options, loaded),
            "per_file_ignores": _per_file_ignores(options["per_file_ignores"]),
            "baseline": str(baseline.absolute()) if baseline else None,
            "language": options["language"],
            "fail_on": Severity(fail_on) if fail_on else None,
            "limit": options.get("limit"),
            "jobs": options["jobs"],
        }
    )


def request(paths: Sequence[str], options: Mapping[str, Any], loaded: Loaded, language: Language) -> Request:
    """What the run is to do: the paths given, or the roots of the settings, or standard input."""
    asked = Request(
        tuple(paths) or _roots(loaded, or_here=_asks_git(options)),
        loaded.settings.language or language,
        force_exclude=options["force_exclude"],
        keep=not options["no_cache"],
    )
    name = options.get("stdin_filename")
    if STDIN not in paths:
        if name:
            raise CommandError(wording("commands.stdin-name-alone"))
        return asked
    if len(paths) > 1:
        raise CommandError(wording("commands.stdin-and-paths"))
    if options.get("focus") or _asks_git(options):
        raise CommandError(wording("commands.stdin-and-focus"))
    return msgspec.structs.replace(
        asked, paths=(_relative(name or _STDIN_NAME),), stdin=sys.stdin.buffer.read()
    )


def focus(options: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The files and folders that the report is narrowed to, named as reports name them; None for all."""
    named = tuple(_existing(path) for path in options["focus"])
    if not _asks_git(options):
        return named or None
    from corpuslint import changes

    if options["changed_from"] is None:
        changed = changes.staged()
    elif options["staged"]:
        raise CommandError(wording("commands.staged-and-changed"))
    else:
        changed = changes.since(options["changed_from"])
    return None if changed is None else (*named, *changed)


def progress(options: Mapping[str, Any]) -> Progress | None:
    """A counter on standard error, on a terminal only."""
    if options["quiet"] or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None

    def show(done: int, total: int) -> None:
        end = "\r" if done < total else "\r\x1b[K"
        if done == total or done % 50 == 0:
            sys.stderr.write(f"{done:,} / {total:,}{end}")
            sys.stderr.flush()

    return show


def outcome_of(asked: Request, loaded: Loaded, options: Mapping[str, Any]) -> Outcome:
    """The outcome of the run asked for; what the run has to say of itself goes to standard error."""
    outcome = run(asked, loaded, progress(options))
    if not options["quiet"]:
        for remark in outcome.remarks:
            click.echo(f"corpuslint: {visible(told(remark, asked.language))}", err=True)
    return outcome


def _asks_git(options: Mapping[str, Any]) -> bool:
    return bool(options.get("staged")) or options.get("changed_from") is not None


def _existing(path: str) -> str:
    if not Path(path).exists():
        raise CommandError(wording("commands.focus-missing", path=path))
    here = os.path.normpath(Path.cwd())
    return report_name(os.path.normpath(Path(here, path)), here)


def _roots(loaded: Loaded, *, or_here: bool) -> tuple[str, ...]:
    """The roots of the settings as seen from here; this folder where there are none, if that will do."""
    if not loaded.settings.roots and or_here:
        return (".",)
    if not loaded.settings.roots:
        raise CommandError(wording("commands.no-path"))
    for root in loaded.settings.roots:
        if not (loaded.root / root).exists():
            told = wording("settings.no-root", path=root, folder=str(loaded.root))
            raise loaded.error("roots", told, root)
    return tuple(_relative(loaded.root / root) for root in loaded.settings.roots)


def _relative(path: str | Path) -> str:
    return os.path.relpath(path).replace(os.sep, "/")


def _ignored(options: Mapping[str, Any], loaded: Loaded) -> tuple[str, ...] | None:
    """What `--ignore` says, or else the settings, and `--extend-ignore` beside it."""
    said, more = _names(options["ignore"]), _names(options["extend_ignore"])
    if more is None:
        return said
    return (*(loaded.settings.ignore if said is None else said), *more)


def _names(value: str | None) -> tuple[str, ...] | None:
    """A comma-separated option as names."""
    return None if value is None else tuple(name.strip() for name in value.split(",") if name.strip())


def _per_file_ignores(values: Sequence[str]) -> dict[str, tuple[str, ...]] | None:
    """`GLOB=NAMES`, as often as it was given."""
    if not values:
        return None
    ignores: dict[str, tuple[str, ...]] = {}
    for value in values:
        glob, _, names = value.rpartition("=")
        problem = problem_of(glob) if glob else wording("commands.per-file-ignores-form")
        if problem is None and not _names(names):
            problem = wording("commands.per-file-ignores-none")
        if problem is not None:
            raise CommandError(wording("commands.per-file-ignores", value=value, reason=problem))
        ignores[glob] = (*ignores.get(glob, ()), *(_names(names) or ()))
    return ignores
