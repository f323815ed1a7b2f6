"""What is done to one file, in a worker process: read it, run the checks, prepare it for comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from corpuslint.catalog import Check, Language
from corpuslint.corpus.document import Document
from corpuslint.corpus.parsing import parse
from corpuslint.corpus.reading import read_file
from corpuslint.corpus.source import Skipped, SourceFile, Text
from corpuslint.corpus.views import comparable
from corpuslint.findings import EngineFailure, Finding, Severity
from corpuslint.genre import detect
from corpuslint.globs import last_match, matching
from corpuslint.linting import lint

if TYPE_CHECKING:
    from corpuslint.duplicates.search import Folded


class Job(msgspec.Struct, frozen=True):
    """What every file of a run is checked for.

    `genres` and `ignores` pair a glob with a genre, or with the ids and groups left out for it; the globs
    are relative to the settings, and `base` is the path from there to where the run started ("" for here).
    `compare` asks for what the comparison of all texts needs, `keep_lines` for the lines findings stand on.
    `judges` are the checks whose errors decide between copies, whether or not they are among the `checks`.
    """

    checks: tuple[Check, ...]
    language: Language
    base: str = ""
    severities: dict[str, Severity] = {}
    genres: tuple[tuple[str, str], ...] = ()
    ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    compare: bool = False
    keep_lines: bool = False
    judges: tuple[Check, ...] = ()


class Flaws(msgspec.Struct, frozen=True):
    """Where a text is damaged: ascending offsets of placeholder findings, and of the other errors."""

    placeholders: tuple[int, ...] = ()
    errors: tuple[int, ...] = ()


class TextResult(msgspec.Struct, frozen=True):
    """One text of a file.

    `folded` and `flaws` are there when texts are compared, and so is the `text`, unless the result was kept
    from an earlier run.
    """

    path: str
    record: int | None
    encoding: str
    format: str
    genre: str
    characters: int
    findings: tuple[Finding, ...]
    failures: tuple[EngineFailure, ...]
    text: str | None = None
    folded: Any = None
    flaws: Flaws = Flaws()
    lines: dict[int, str] = {}


class FileResult(msgspec.Struct, frozen=True):
    """What came of one file."""

    path: str
    sha256: str
    texts: tuple[TextResult, ...]
    skipped: tuple[Skipped, ...]


def check_file(job: Job, file: SourceFile) -> FileResult:
    """Read a file and check each text in it; never raises for what a file contains."""
    texts, skipped, digest = read_file(file)
    checks = _checks_for(job, file.name)
    results = tuple(_check_text(job, checks, file.name, text) for text in texts)
    return FileResult(file.name, digest, results, tuple(skipped))


def check_text(job: Job, path: str, text: Text) -> TextResult:
    """Check one text that stands under a path, as standard input does."""
    return _check_text(job, _checks_for(job, path), path, text)


def is_ignored(job: Job, check: Check, path: str) -> bool:
    """Whether the settings leave a check out for a file."""
    unwanted = {name for names in matching(job.ignores, job.base + path) for name in names}
    return not unwanted.isdisjoint({"all", check.id, check.group})


def _checks_for(job: Job, path: str) -> tuple[Check, ...]:
    if not job.ignores:
        return job.checks
    return tuple(check for check in job.checks if not is_ignored(job, check, path))


def _check_text(job: Job, checks: Sequence[Check], path: str, text: Text) -> TextResult:
    genre = last_match(job.genres, job.base + path) or detect(text.text)
    document = parse(
        path, text.text, encoding=text.encoding, format=text.format, genre=genre, record=text.record
    )
    linted = lint(document, checks, job.language)
    return TextResult(
        path,
        text.record,
        text.encoding,
        text.format,
        genre,
        len(text.text),
        tuple(_with_severity(finding, job.severities) for finding in linted.findings),
        linted.failures,
        text=text.text if job.compare else None,
        folded=_folded(comparable(text.text, text.format)) if job.compare else None,
        flaws=_flaws(document, job.judges, checks, linted.findings) if job.compare else Flaws(),
        lines=_lines(document, linted.findings) if job.keep_lines else {},
    )


def _flaws(
    document: Document, judges: Sequence[Check], checks: Sequence[Check], findings: Sequence[Finding]
) -> Flaws:
    """What the judges say of a text: read off the findings where all of them have run, else asked for."""
    ran = {check.id for check in checks}
    if any(check.id not in ran for check in judges):
        findings = lint(document, judges).findings
    of_errors = {check.id for check in judges if check.severity is Severity.ERROR}
    told = [finding for finding in findings if finding.check in of_errors]
    return Flaws(
        tuple(finding.start.offset for finding in told if finding.check.startswith("placeholder-")),
        tuple(finding.start.offset for finding in told if not finding.check.startswith("placeholder-")),
    )


def _with_severity(finding: Finding, severities: dict[str, Severity]) -> Finding:
    """A finding at the severity the settings give its check, or its group."""
    group = finding.check.partition("-")[0]
    severity = severities.get(finding.check) or severities.get(group)
    return msgspec.structs.replace(finding, severity=severity) if severity else finding


def _lines(document: Document, findings: Sequence[Finding]) -> dict[int, str]:
    """The lines that findings begin on, by number."""
    return {
        line: document.quote(document.line_span(line))
        for line in {finding.start.line for finding in findings}
    }


def _folded(text: str) -> Folded:
    from corpuslint.duplicates.search import Options, prepare

    return prepare(text, Options()).without_origins()
