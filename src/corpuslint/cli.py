"""The command line: options turned into a request, an outcome turned into text and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from corpuslint import __version__
from corpuslint.commands.dispatch import CONTEXT, Commands, spoken
from corpuslint.commands.options import cache_options, focus_options, run_options, settings_options
from corpuslint.errors import UserError
from corpuslint.findings import Severity
from corpuslint.hints import hinted, nearest
from corpuslint.output import FORMATS
from corpuslint.output.terminal import visible
from corpuslint.wordings import LANGUAGES, told, wording


def _ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The checks whose ids begin with what is typed."""
    from corpuslint.catalog import shipped

    return [check.id for check in shipped() if check.id.startswith(incomplete)]


def _formats_and_files(
    context: click.Context, parameter: click.Parameter, values: Sequence[str]
) -> list[tuple[str, Path]]:
    """`sarif=report.sarif`: a format and the file its report goes to."""
    targets = []
    for value in values:
        format, _, file = value.partition("=")
        problem = None if file else wording("commands.output-form", value=value)
        if file and format not in FORMATS:
            problem = hinted(wording("commands.output-format", name=format), nearest(format, FORMATS))
        if problem is not None:
            raise UserError(wording("settings.at-key", key="--output", reason=problem))
        targets.append((format, Path(file)))
    return targets


# For commands that take no settings; the value is read off the command line before it is parsed.
_language_option = click.option("--language", type=click.Choice(LANGUAGES), expose_value=False)


@click.group(cls=Commands, context_settings=CONTEXT)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Find what an editor would want mended in a corpus of Chinese official documents.

    `corpuslint PATH...` checks files and folders (the same as `corpuslint check PATH...`).
    """


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@settings_options
@focus_options
@click.option("--output-format", type=click.Choice(FORMATS), default="full", metavar="FORMAT")
@click.option("--output-file", type=click.Path(path_type=Path))
@click.option("--output", metavar="FORMAT=FILE", multiple=True, callback=_formats_and_files)
@click.option("--fail-on", type=click.Choice([level.value for level in Severity]))
@click.option("--exit-zero", is_flag=True)
@click.option("--strict", is_flag=True)
@click.option("--strict-baseline", is_flag=True)
@click.option("--allow-empty", is_flag=True)
@click.option("--statistics", is_flag=True)
@click.option("--limit", type=click.IntRange(min=0), metavar="N")
@click.option("--against", metavar="INDEX", multiple=True, type=click.Path(path_type=str))
@cache_options
@click.option("--stdin-filename", metavar="NAME")
@click.option("--show-settings", is_flag=True)
@click.option("--show-files", is_flag=True)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
@run_options
def check(paths: Sequence[str], **options: Any) -> None:
    """Check files and folders, and report what was found."""
    from corpuslint.commands.check import run_check

    sys.exit(run_check(paths, options, spoken()))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@settings_options
@cache_options
@run_options
def baseline(paths: Sequence[str], **options: Any) -> None:
    """Accept what is found now, so that only what is new is reported (writes corpuslint-baseline.toml)."""
    from corpuslint.commands.baseline import write_baseline

    click.echo(visible(write_baseline(paths, options, spoken())))


@main.command()
@click.argument("fingerprint")
@click.option("--reason", required=True)
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE")
@click.option("--config", type=click.Path(path_type=Path))
@_language_option
def ignore(fingerprint: str, reason: str, expires: datetime | None, config: Path | None) -> None:
    """Accept one finding or family for good, with a reason (writes to corpuslint.toml)."""
    from corpuslint.commands.ignore import ignore as add_entry

    done = add_entry(fingerprint, reason, expires.date() if expires else None, config)
    click.echo(visible(told(done, spoken())))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option("--manifest", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--similarity", type=click.FloatRange(0, 1))
@click.option(
    "--export", type=(click.Choice(["paths", "dolma"]), click.Path()), multiple=True, metavar="FORMAT FILE"
)
@click.option("--apply", is_flag=True)
@click.option("--output-dir", "-o", type=click.Path(path_type=Path))
@settings_options
@cache_options
@run_options
def dedup(paths: Sequence[str], **options: Any) -> None:
    """Plan a corpus without copies: which documents and passages to keep, and which to drop.

    With --apply and no PATHs, the manifest is applied as it stands.
    """
    from corpuslint.dedup.command import run_dedup

    for line in run_dedup(paths, options, spoken()):
        click.echo(visible(line))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option("--output-file", "-o", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--name", default="")
@click.option("--no-cache", is_flag=True)
@settings_options
@run_options
def index(paths: Sequence[str], **options: Any) -> None:
    """Write an index of a corpus, with which `check --against` compares other texts without reading it."""
    from corpuslint.commands.index import run_index

    for line in run_index(paths, options, spoken()):
        click.echo(visible(line))


@main.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text")
@click.option("--fail-on", type=click.Choice([level.value for level in Severity]), default="warning")
@_language_option
def diff(old: Path, new: Path, output_format: str, fail_on: str) -> None:
    """Compare two JSON reports: what is new, fixed, or moved to another file."""
    from corpuslint.commands.diff import run_diff

    written, failed = run_diff(old, new, Severity(fail_on), output_format, spoken())
    click.echo(written.encode("utf-8", "backslashreplace"), nl=False)
    sys.exit(int(failed))


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--config", type=click.Path(path_type=Path))
@click.option("--isolated", is_flag=True)
@_language_option
def selftest(files: Sequence[Path], config: Path | None, isolated: bool) -> None:
    """Run the examples in check files: those named, or all shipped ones and those of the settings."""
    from corpuslint.selftest import run_selftest

    written, failed = run_selftest(files, config, isolated=isolated, language=spoken())
    click.echo(written, nl=False)
    sys.exit(int(failed))


@main.command()
@click.argument("name", metavar="ID", shell_complete=_ids)
@_language_option
def explain(name: str) -> None:
    """Say what a check finds, why, what to do, and what it misses."""
    from corpuslint.commands.explain import explanation

    click.echo(explanation(name, spoken()), nl=False)


@main.command()
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text")
@_language_option
def checks(output_format: str) -> None:
    """List every check with its severity and title."""
    from corpuslint.commands.explain import listing

    click.echo(listing(output_format, spoken()), nl=False)
