"""The `dedup` command: run the checks, plan what goes, write manifest, exports and the kept corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpuslint.acceptance.copies import copies
from corpuslint.catalog import Language
from corpuslint.commands.invocation import STDIN, CommandError, progress, request, settings
from corpuslint.dedup import manifest
from corpuslint.dedup.applying import Applied, apply
from corpuslint.dedup.exports import export
from corpuslint.dedup.manifest import Row
from corpuslint.dedup.plan import Drop, drops, rows
from corpuslint.findings import Severity
from corpuslint.report import Outcome, Report
from corpuslint.runner import run

_SAID = {
    "en": "{documents} documents: {kept} kept as they are, {cut} kept without passages ({passages}), "
    "{dropped} dropped",
    "zh": "共{documents}篇：原样保留{kept}篇，删去段落后保留{cut}篇（{passages}处），整篇删去{dropped}篇",
}
_SKIPPED = {"en": "not read: {path} ({reason})", "zh": "未读取：{path}（{reason}）"}
_APPLIED = {"en": "{files} files written to {folder}", "zh": "已写入{folder}，共{files}个文件"}
_KEPT_WHOLE = {"en": "kept whole: {path}: {reason}", "zh": "整篇保留：{path}：{reason}"}


def run_dedup(paths: Sequence[str], options: Mapping[str, Any], language: Language) -> list[str]:
    """Write the manifest and what else is asked for; returns the lines to tell the user.

    With `apply` and no paths, a manifest that is there is applied as it stands.
    """
    if STDIN in paths:
        raise CommandError("a corpus is of files; name files or folders, not -")
    if options["apply"] != (options["output_dir"] is not None):
        raise CommandError("--apply and --output-dir go together: the kept corpus is written to a new folder")
    path: Path = options["manifest"]
    if options["apply"] and not paths and path.exists():
        planned, said = manifest.read(path), list[str]()
        if options["export"]:
            raise CommandError("--export needs the corpus: name its PATHs")
    else:
        planned, said, language = _plan(paths, options, language)
    said.append(_summary(planned, language))
    if options["apply"]:
        said += _applied(apply(planned, options["output_dir"]), options["output_dir"], language)
    return said


def _plan(
    paths: Sequence[str], options: Mapping[str, Any], language: Language
) -> tuple[list[Row], list[str], Language]:
    loaded = settings(options)
    asked = request(paths, options, loaded, language)
    outcome = run(asked, loaded, progress(options))
    report = outcome.report
    _require_sound(outcome)
    chosen = drops(report.families, _candidates(report, options["similarity"]))
    digests = {file.path: file.sha256 for file in report.files}
    planned = rows(outcome.texts, digests, report.families, chosen, asked.language)
    manifest.write(planned, options["manifest"])
    for format, file in options["export"]:
        export(format, planned, outcome.texts, Path(file))
    skipped = [_SKIPPED[asked.language].format(path=skip.path, reason=skip.reason) for skip in report.skipped]
    return planned, skipped, asked.language


def _require_sound(outcome: Outcome) -> None:
    report = outcome.report
    if report.failures:
        failure = report.failures[0]
        raise CommandError(
            f"check {failure.check} failed on {failure.path} ({failure.error}); nothing is written"
        )
    if not report.files:
        raise CommandError(
            f"no files to compare in {', '.join(report.run.roots)}; name the folder of the corpus"
        )
    if not any(check.engine == "duplicates" for check in outcome.checks):
        raise CommandError(
            "no duplicate check is selected; select `duplicate`, or leave out --select and --ignore"
        )


def _candidates(report: Report, least: float) -> set[Drop]:
    """The copies `check` warns of and the project has not accepted, if they are alike enough."""
    spoken_of = copies(report.findings, report.families)
    return {
        Drop(copy.family, copy.member)
        for finding, copy in zip(report.findings, spoken_of, strict=True)
        if copy is not None
        and finding.status == "new"
        and finding.severity.rank >= Severity.WARNING.rank
        and report.families[copy.family].members[copy.member].similarity >= least
    }


def _summary(planned: Sequence[Row], language: Language) -> str:
    documents = {(row.path, row.record) for row in planned}
    cut = {(row.path, row.record) for row in planned if row.action == "drop_span"}
    dropped = sum(row.action == "drop" for row in planned)
    return _SAID[language].format(
        documents=f"{len(documents):,}",
        kept=f"{len(documents) - len(cut) - dropped:,}",
        cut=f"{len(cut):,}",
        passages=f"{sum(row.action == 'drop_span' for row in planned):,}",
        dropped=f"{dropped:,}",
    )


def _applied(applied: Applied, folder: Path, language: Language) -> list[str]:
    template = _KEPT_WHOLE[language]
    kept_whole = [template.format(path=path, reason=reason) for path, reason in applied.kept_whole]
    return [*kept_whole, _APPLIED[language].format(files=f"{applied.files:,}", folder=folder)]
