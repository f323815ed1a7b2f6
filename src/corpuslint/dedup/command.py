"""The `dedup` command: run the checks, plan what goes, write manifest, exports and the kept corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpuslint.acceptance.copies import copies
from corpuslint.commands.invocation import STDIN, CommandError, outcome_of, request, settings
from corpuslint.dedup import manifest
from corpuslint.dedup.applying import Applied, apply
from corpuslint.dedup.exports import export
from corpuslint.dedup.losses import Drop, Losses
from corpuslint.dedup.manifest import Row
from corpuslint.dedup.plan import Planner, drops
from corpuslint.dedup.texts import Texts
from corpuslint.dedup.unread import unread_rows
from corpuslint.findings import Severity
from corpuslint.report import Outcome, Report
from corpuslint.wordings import Language, say, wording


def run_dedup(paths: Sequence[str], options: Mapping[str, Any], language: Language) -> list[str]:
    """Write the manifest and what else is asked for; returns the lines to tell the user.

    With `apply` and no paths, a manifest that is there is applied as it stands.
    """
    if STDIN in paths:
        raise CommandError(wording("files.dedup-stdin"))
    if options["apply"] != (options["output_dir"] is not None):
        raise CommandError(wording("files.apply-and-folder"))
    path: Path = options["manifest"]
    if options["apply"] and not paths and path.exists():
        planned, said = manifest.read(path), list[str]()
        if options["export"]:
            raise CommandError(wording("files.export-needs"))
    else:
        planned, said, language = _plan(paths, options, language)
    said += _summary(planned, language)
    if options["apply"]:
        folder: Path = options["output_dir"]
        said += _applied(planned, apply(planned, folder), folder, language)
    return said


def _plan(
    paths: Sequence[str], options: Mapping[str, Any], language: Language
) -> tuple[list[Row], list[str], Language]:
    loaded = settings(options)
    asked = request(paths, options, loaded, language)
    outcome = outcome_of(asked, loaded, options)
    report, language = outcome.report, asked.language
    _require_sound(outcome)
    digests = {file.path: file.sha256 for file in report.files}
    losses = Losses(report.families, Texts(digests))
    least: float | None = options["similarity"]
    reported = _reported_copies(report)
    candidates = {copy for copy in reported if _may_go(copy, report, losses, least)}
    chosen = drops(report.families, candidates)
    planner = Planner(report.families, chosen, losses, language, may_lose=least is not None)
    unread = unread_rows(report.skipped, digests, language)
    planned = sorted([*planner.rows(outcome.texts, digests), *unread], key=lambda row: row.path)
    manifest.write(planned, options["manifest"])
    for format, file in options["export"]:
        export(format, planned, outcome.texts, Path(file))
    taken = {row.path for row in planned}
    said = [
        say(
            f"dedup.{'not-read' if skip.path in taken else 'not-taken'}",
            language,
            path=skip.path,
            reason=skip.reason,
        )
        for skip in report.skipped
    ]
    if least is None and len(reported) > len(candidates):
        said.append(say("dedup.spared", language, count=len(reported) - len(candidates)))
    return planned, said, language


def _require_sound(outcome: Outcome) -> None:
    report = outcome.report
    if report.failures:
        failure = report.failures[0]
        values = {"check": failure.check, "path": failure.path, "error": failure.error}
        raise CommandError(wording("files.dedup-failed", **values))
    if not report.files:
        raise CommandError(wording("files.dedup-no-files", paths=report.run.roots))
    if not any(check.engine == "duplicates" for check in outcome.checks):
        raise CommandError(wording("files.dedup-no-check"))


def _reported_copies(report: Report) -> set[Drop]:
    """The copies `check` warns of and the project has not accepted."""
    return {
        Drop(copy.family, copy.member)
        for finding, copy in zip(report.findings, copies(report.findings, report.families), strict=True)
        if copy is not None and finding.status == "new" and finding.severity.rank >= Severity.WARNING.rank
    }


def _may_go(copy: Drop, report: Report, losses: Losses, least: float | None) -> bool:
    """Whether a copy is alike enough: with no least similarity, only what loses nothing goes."""
    if least is None:
        return losses.of(copy).is_none
    return report.families[copy.family].members[copy.member].similarity >= least


def _summary(planned: Sequence[Row], language: Language) -> list[str]:
    documents = {(row.path, row.record) for row in planned if row.action != "copy"}
    cut = {(row.path, row.record) for row in planned if row.action == "drop_span"}
    dropped = sum(row.action == "drop" for row in planned)
    lost = sum(row.lost_characters for row in planned)
    said = say(
        "dedup.planned",
        language,
        documents=say("counts.document", language, count=len(documents)),
        kept=len(documents) - len(cut) - dropped,
        cut=len(cut),
        passages=sum(row.action == "drop_span" for row in planned),
        dropped=dropped,
    )
    if not cut and not dropped:
        return [said]
    return [
        said,
        say("dedup.all-lost", language, count=lost) if lost else say("dedup.nothing-lost", language),
    ]


def _applied(planned: Sequence[Row], applied: Applied, folder: Path, language: Language) -> list[str]:
    said = [
        say("dedup.kept-whole", language, path=path, reason=reason) for path, reason in applied.kept_whole
    ]
    written = say("dedup.written", language, count=applied.files, folder=str(folder))
    unread = sum(row.action == "copy" for row in planned)
    return [*said, written + (say("dedup.copied", language, count=unread) if unread else "")]
