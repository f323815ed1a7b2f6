"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_Command = Callable[..., Any]

_SETTINGS = (
    click.option("--select", metavar="NAMES"),
    click.option("--extend-select", metavar="NAMES"),
    click.option("--ignore", metavar="NAMES"),
    click.option("--extend-ignore", metavar="NAMES"),
    click.option(
        "--per-file-ignores",
        metavar="GLOB=NAMES",
        multiple=True,
    ),
    click.option("--config", type=click.Path(path_type=Path)),
    click.option("--isolated", is_flag=True),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
    ),
)

_FOCUS = (
    click.option(
        "--focus",
        metavar="PATH",
        multiple=True,
        type=click.Path(path_type=str),
    ),
    click.option("--staged", is_flag=True),
    click.option(
        "--changed-from",
        metavar="REVISION",
    ),
)

_RUN = (
    click.option("--jobs", "-j", type=click.IntRange(min=0)),
    click.option("--force-exclude", is_flag=True),
    click.option(
        "--language",
        type=click.Choice(["en", "zh"]),
    ),
    click.option("--quiet", "-q", is_flag=True),
)


_CACHE = (
    click.option(
        "--no-cache",
        is_flag=True,
        envvar="CORPUSLINT_NO_CACHE",
    ),
)


def settings_options(command: _Command) -> _Command:
    """What decides which checks run, and where the settings come from."""
    return _with(command, _SETTINGS)


def focus_options(command: _Command) -> _Command:
    """What of a run is reported."""
    return _with(command, _FOCUS)


def cache_options(command: _Command) -> _Command:
    """Whether results of earlier runs are used."""
    return _with(command, _CACHE)


def run_options(command: _Command) -> _Command:
    """How a run is done."""
    return _with(command, _RUN)


def _with(command: _Command, options: tuple[Callable[[_Command], _Command], ...]) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command
