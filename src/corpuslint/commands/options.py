"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_Command = Callable[..., Any]

_SETTINGS = (
    click.option(
        "--select", metavar="NAMES", help="Only these checks or groups, comma-separated; `all` for every one."
    ),
    click.option("--extend-select", metavar="NAMES", help="These too, beside those of the settings."),
    click.option("--ignore", metavar="NAMES", help="Not these checks or groups."),
    click.option("--extend-ignore", metavar="NAMES", help="Not these either, beside those of the settings."),
    click.option(
        "--per-file-ignores",
        metavar="GLOB=NAMES",
        multiple=True,
        help="Not these checks in these files; may be given several times.",
    ),
    click.option("--config", type=click.Path(path_type=Path), help="Read the settings from this file."),
    click.option("--isolated", is_flag=True, help="Read no settings file."),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        help="What is accepted.  [default: beside the settings]",
    ),
)

_FOCUS = (
    click.option(
        "--focus",
        metavar="PATH",
        multiple=True,
        type=click.Path(path_type=str),
        help="Compare all, but report only what touches this file or folder; may be repeated.",
    ),
    click.option("--staged", is_flag=True, help="Report only what touches the files staged in git."),
    click.option(
        "--changed-from",
        metavar="REVISION",
        help="Report only what touches files changed since this branch left that revision.",
    ),
)

_RUN = (
    click.option("--jobs", "-j", type=click.IntRange(min=0), help="Worker processes.  [default: one a core]"),
    click.option("--force-exclude", is_flag=True, help="Leave out excluded files even where they are named."),
    click.option(
        "--language",
        type=click.Choice(["en", "zh"]),
        help="Language of messages.  [default: from the locale]",
    ),
    click.option("--quiet", "-q", is_flag=True, help="No progress."),
)


def settings_options(command: _Command) -> _Command:
    """What decides which checks run, and where the settings come from."""
    return _with(command, _SETTINGS)


def focus_options(command: _Command) -> _Command:
    """What of a run is reported."""
    return _with(command, _FOCUS)


def run_options(command: _Command) -> _Command:
    """How a run is done."""
    return _with(command, _RUN)


def _with(command: _Command, options: tuple[Callable[[_Command], _Command], ...]) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command
