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
from corpuslint.commands.invocation import STDIN, CommandError, progress, request, settings
from corpuslint.runner import run

_SAID = {
    "en": "{path}: {findings} findings and {families} families accepted ({changes})",
    "zh": "{path}：共接受{findings}个问题、{families}组重复（{changes}）",
}
_CHANGES = {
    "en": "findings +{added} -{removed}, families +{families_added} -{families_removed}",
    "zh": "问题 +{added} -{removed}，重复 +{families_added} -{families_removed}",
}


def write_baseline(paths: Sequence[str], options: Mapping[str, Any], language: Language) -> str:
    """Write or update the baseline, and say what changed in it.

    Entries the run could not speak of (files it did not read, checks it did not run) stay as they are.
    """
    if STDIN in paths:
        raise CommandError("a baseline is of files; name files or folders, not -")
    loaded = settings(options)
    asked = msgspec.structs.replace(request(paths, options, loaded, language), with_baseline=False)
    path = baseline_path(loaded)
    old = baselines.read(path) if path.exists() else baselines.Baseline()
    report = run(asked, loaded, progress(options)).report
    if report.failures:
        failure = report.failures[0]
        raise CommandError(
            f"check {failure.check} failed on {failure.path} ({failure.error}), so what it finds is not "
            f"known; {path.name} is left as it was"
        )
    seen = scope(asked.paths, loaded)
    new = baselines.updated(old, baselines.of_report(report, seen.name), settled(report, seen))
    _write(path, baselines.render(new))
    change = msgspec.structs.asdict(baselines.change(old, new))
    return _SAID[asked.language].format(
        path=path.name,
        findings=f"{sum(entry.count for entry in new.findings):,}",
        families=f"{len(new.families):,}",
        changes=_CHANGES[asked.language].format(**change),
    )


def _write(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    try:
        if not path.exists() or path.read_bytes() != data:
            replace_file(path, data)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written ({error.strerror}); name another --baseline") from None
