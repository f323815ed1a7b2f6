"""The `check` command: settings read, run started, report written, exit code decided."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from corpuslint import output
from corpuslint.catalog import Language
from corpuslint.commands.delivery import Target, deliver, require_writable
from corpuslint.commands.invocation import CommandError, focus, outcome_of, request, settings
from corpuslint.commands.show import shown_files, shown_settings
from corpuslint.config import Loaded
from corpuslint.report import Report
from corpuslint.wordings import Wording, wording

CLEAN, FOUND, BROKEN = 0, 1, 2


def run_check(paths: Sequence[str], options: Mapping[str, Any], language: Language) -> int:
    """Run the checks and write the report; returns the exit code."""
    targets = _targets(options)
    require_writable(targets)
    loaded = settings(options)
    if options["show_settings"]:
        return _show(shown_settings(loaded))
    asked = msgspec.structs.replace(
        request(paths, options, loaded, language),
        keep_lines=any(target.format in output.NEEDS_LINES for target in targets),
        against=tuple(options["against"]),
        focus=focus(options),
    )
    if options["show_files"]:
        return _show(shown_files(asked, loaded))
    outcome = outcome_of(asked, loaded, options)
    if not outcome.report.files and not outcome.report.skipped:
        _require_empty_allowed(options, wording("commands.no-files", paths=asked.paths))
    shown = output.Options(asked.language, limit=loaded.settings.limit, statistics=options["statistics"])
    deliver(outcome, targets, shown, options["color"])
    if not outcome.report.files:
        _require_empty_allowed(options, wording("commands.none-read"))
    return (
        0
        if options["exit_zero"] and not outcome.report.failures
        else _exit_code(outcome.report, loaded, options)
    )


def _show(text: str) -> int:
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    return CLEAN


def _require_empty_allowed(options: Mapping[str, Any], problem: Wording) -> None:
    """A run that read nothing is a mistake, unless every file that was named may have been excluded."""
    if not options["allow_empty"] and not options["force_exclude"]:
        raise CommandError(problem)


def _targets(options: Mapping[str, Any]) -> list[Target]:
    """The report on the screen (or in `--output-file`), and those of `--output`."""
    return [
        Target(options["output_format"], options["output_file"]),
        *(Target(format, path) for format, path in options["output"]),
    ]


def _exit_code(report: Report, loaded: Loaded, options: Mapping[str, Any]) -> int:
    if report.failures:
        return BROKEN
    lowest = loaded.settings.fail_on.rank
    if any(finding.severity.rank >= lowest and finding.status == "new" for finding in report.findings):
        return FOUND
    if options["strict_baseline"] and any(notice.kind == "unused" for notice in report.notices):
        return FOUND
    return FOUND if options["strict"] and report.skipped else CLEAN
