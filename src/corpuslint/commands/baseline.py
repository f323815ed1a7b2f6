"""The `baseline` command: run the checks, and write down as accepted what they find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from corpuslint.acceptance import baseline as baselines
from corpuslint.acceptance.accepted import settled
from corpuslint.acceptance.gathering import baseline_path, scope
from corpuslint.atomic import replace_file
from corpuslint.catalog import Language
from corpuslint.commands.invocation import STDIN, CommandError, outcome_of, request, settings
from corpuslint.corpus.source import plain_reason
from corpuslint.wordings import say, wording


def write_baseline(paths: Sequence[str], options: Mapping[str, Any], language: Language) -> str:
    """Write or update the baseline, and say what changed in it.

    Entries the run could not speak of (files it did not read, checks it did not run) stay as they are.
    """
    if STDIN in paths:
        raise CommandError(wording("commands.baseline-stdin"))
    loaded = settings(options)
    asked = msgspec.structs.replace(request(paths, options, loaded, language), with_baseline=False)
    path = baseline_path(loaded)
    old = baselines.read(path) if path.exists() else baselines.Baseline()
    report = outcome_of(asked, loaded, options).report
    if report.failures:
        failure = report.failures[0]
        values = {"check": failure.check, "path": failure.path, "error": failure.error}
        raise CommandError(wording("commands.baseline-failed", **values, name=path.name))
    seen = scope(asked.paths, loaded)
    new = baselines.updated(old, baselines.of_report(report, seen.name), settled(report, seen))
    _write(path, baselines.render(new))
    change = msgspec.structs.asdict(baselines.change(old, new))
    return say(
        "commands.baseline-done",
        asked.language,
        path=path.name,
        findings=wording("counts.finding", count=sum(entry.count for entry in new.findings)),
        families=wording("counts.family", count=len(new.families)),
        changes=wording("commands.baseline-changes", **change),
    )


def _write(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    try:
        if not path.exists() or path.read_bytes() != data:
            replace_file(path, data)
    except OSError as error:
        told = wording("commands.baseline-unwritable", path=str(path), reason=plain_reason(error))
        raise CommandError(told) from None
