"""The command line: options turned into a request, an outcome turned into text and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from corpuslint import __version__
from corpuslint.catalog import Language
from corpuslint.commands.options import focus_options, run_options, settings_options
from corpuslint.ending import told_by_exit_code
from corpuslint.findings import Severity
from corpuslint.output import FORMATS
from corpuslint.output.terminal import visible
from corpuslint.tomlfile import nearest


class _Commands(click.Group):
    """Commands by name; anything else on the line means `check`, so `corpuslint corpus/` works.

    A path that is called like a command is written `./explain`, or stands behind `--`.
    """

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        bare = not args and not context.resilient_parsing  # completion asks with nothing typed yet
        if bare or (args and args[0] not in self.commands and args[0] not in own):
            self._refuse_late_command(args)
            args = ["check", *args]
        return super().parse_args(context, args)

    def _refuse_late_command(self, args: list[str]) -> None:
        """`-q baseline corpus/` is no check of a file called baseline: options stand behind the command."""
        words = args[: args.index("--")] if "--" in args else args
        late = next((word for word in words if word in self.commands and not Path(word).exists()), None)
        if late is not None and args[0].startswith("-"):
            raise click.UsageError(f"options stand behind the command: corpuslint {late} ...")

    def invoke(self, context: click.Context) -> Any:
        """Run a command, to whichever end."""
        with told_by_exit_code():
            return super().invoke(context)

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and paths: the first word may be either."""
        return [*super().shell_complete(context, incomplete), CompletionItem(incomplete, type="file")]


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
        if not file:
            raise click.BadParameter(f'"{value}" names no file; write e.g. sarif=report.sarif')
        if format not in FORMATS:
            raise click.BadParameter(f'no format is called "{format}"; {nearest(format, FORMATS)}')
        targets.append((format, Path(file)))
    return targets


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Find what an editor would want mended in a corpus of Chinese official documents.

    `corpuslint PATH...` checks files and folders (the same as `corpuslint check PATH...`).
    """


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@settings_options
@focus_options
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="full",
    metavar="FORMAT",
    help=f"{', '.join(FORMATS)}.  [default: full]",
)
@click.option(
    "--output-file", type=click.Path(path_type=Path), help="Write the report here, not to the screen."
)
@click.option(
    "--output",
    metavar="FORMAT=FILE",
    multiple=True,
    callback=_formats_and_files,
    help="Write a report in this format to this file as well, e.g. sarif=report.sarif; may be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Severity]),
    help="Exit 1 from this severity on.  [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found.")
@click.option("--strict", is_flag=True, help="Exit 1 also where a file could not be read.")
@click.option(
    "--strict-baseline", is_flag=True, help="Exit 1 also where something accepted is no longer found."
)
@click.option("--allow-empty", is_flag=True, help="Exit 0 where no file matched.")
@click.option("--statistics", is_flag=True, help="Count the findings of each check.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Findings shown of one check in one file (full format); 0 for all.  [default: 5]",
)
@click.option(
    "--against",
    metavar="INDEX",
    multiple=True,
    type=click.Path(path_type=str),
    help="Compare with another corpus too, by the file `corpuslint index` wrote of it; may be repeated.",
)
@click.option("--no-cache", is_flag=True, help="Neither read nor write kept results.")
@click.option("--stdin-filename", metavar="NAME", help="What standard input (the path -) is a file of.")
@click.option("--show-settings", is_flag=True, help="Print the settings that hold and their origin; no run.")
@click.option("--show-files", is_flag=True, help="Print the files that would be read; no run.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@run_options
def check(paths: Sequence[str], **options: Any) -> None:
    """Check files and folders, and report what was found."""
    from corpuslint.commands.check import run_check

    sys.exit(run_check(paths, options, default_language()))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@settings_options
@run_options
def baseline(paths: Sequence[str], **options: Any) -> None:
    """Accept what is found now, so that only what is new is reported (writes corpuslint-baseline.toml)."""
    from corpuslint.commands.baseline import write_baseline

    click.echo(visible(write_baseline(paths, options, default_language())))


@main.command()
@click.argument("fingerprint")
@click.option("--reason", required=True, help="Why it stays; for whoever reads it next.")
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day it holds.")
@click.option("--config", type=click.Path(path_type=Path), help="Write to this settings file.")
def ignore(fingerprint: str, reason: str, expires: datetime | None, config: Path | None) -> None:
    """Accept one finding or family for good, with a reason (writes to corpuslint.toml)."""
    from corpuslint.commands.ignore import ignore as add_entry

    click.echo(visible(add_entry(fingerprint, reason, expires.date() if expires else None, config)))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "--manifest",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write here what is kept and what is dropped, one JSON object a line.",
)
@click.option(
    "--similarity",
    type=click.FloatRange(0, 1),
    default=0.8,
    show_default=True,
    help="Drop only copies that share this much with the one that is kept.",
)
@click.option(
    "--export",
    type=(click.Choice(["paths", "dolma"]), click.Path()),
    multiple=True,
    metavar="FORMAT FILE",
    help="Write a list of the kept `paths`, or `dolma` attributes, to this file; may be repeated.",
)
@click.option("--apply", is_flag=True, help="Write the kept corpus to --output-dir; the corpus itself stays.")
@click.option("--output-dir", "-o", type=click.Path(path_type=Path), help="A new folder for --apply.")
@settings_options
@run_options
def dedup(paths: Sequence[str], **options: Any) -> None:
    """Plan a corpus without copies: which documents and passages to keep, and which to drop.

    With --apply and no PATHs, the manifest is applied as it stands.
    """
    from corpuslint.dedup.command import run_dedup

    for line in run_dedup(paths, options, default_language()):
        click.echo(visible(line))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "--output-file",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the index here.  [default: kept in .corpuslint_cache]",
)
@click.option(
    "--name",
    default="",
    help="What others call this corpus; an index with a name stands for itself, without the texts.",
)
@click.option("--no-cache", is_flag=True, help="Read every file anew; keep nothing but the file of -o.")
@settings_options
@run_options
def index(paths: Sequence[str], **options: Any) -> None:
    """Write an index of a corpus, with which `check --against` compares other texts without reading it."""
    from corpuslint.commands.index import run_index

    for line in run_index(paths, options, default_language()):
        click.echo(visible(line))


@main.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Severity]),
    default="warning",
    show_default=True,
    help="Exit 1 where something new is of this severity or above.",
)
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language.  [default: from the locale]")
def diff(old: Path, new: Path, output_format: str, fail_on: str, language: Language | None) -> None:
    """Compare two JSON reports: what is new, fixed, or moved to another file."""
    from corpuslint.commands.diff import run_diff

    told, failed = run_diff(old, new, Severity(fail_on), output_format, language or default_language())
    click.echo(told.encode("utf-8", "backslashreplace"), nl=False)
    sys.exit(int(failed))


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--config", type=click.Path(path_type=Path), help="Read the settings from this file.")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
def selftest(files: Sequence[Path], config: Path | None, isolated: bool) -> None:
    """Run the examples in check files: those named, or all shipped ones and those of the settings."""
    from corpuslint.selftest import run_selftest

    told, failed = run_selftest(files, config, isolated=isolated)
    click.echo(told, nl=False)
    sys.exit(int(failed))


@main.command()
@click.argument("name", metavar="ID", shell_complete=_ids)
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language.  [default: from the locale]")
def explain(name: str, language: Language | None) -> None:
    """Say what a check finds, why, what to do, and what it misses."""
    from corpuslint.commands.explain import explanation

    click.echo(explanation(name, language or default_language()), nl=False)


@main.command()
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--language", type=click.Choice(["en", "zh"]), help="Language.  [default: from the locale]")
def checks(output_format: str, language: Language | None) -> None:
    """List every check with its severity and title."""
    from corpuslint.commands.explain import listing

    click.echo(listing(output_format, language or default_language()), nl=False)


def default_language() -> Language:
    """Chinese where the locale says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
