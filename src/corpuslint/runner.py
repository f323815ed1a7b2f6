"""The whole run: discover, read and check in worker processes, compare, and hand over one report."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpuslint import __version__, engines
from corpuslint.acceptance.accepted import accept
from corpuslint.acceptance.gathering import gather, glob_base, glob_root, scope
from corpuslint.catalog import Check, Language, SelectionError, judges, shipped
from corpuslint.config import Loaded, Settings
from corpuslint.corpus.discovery import Discovery, discover, is_excluded
from corpuslint.corpus.reading import texts_of
from corpuslint.corpus.source import Skipped
from corpuslint.focus import narrowed
from corpuslint.job import FileResult, Job, check_text
from corpuslint.report import Outcome, TextEntry
from corpuslint.report import Run as RunEntry
from corpuslint.selection import chosen
from corpuslint.workers import Progress, check_all

if TYPE_CHECKING:
    from corpuslint.against import Reference


class Request(msgspec.Struct, frozen=True):
    """What a run is asked for, beyond the settings.

    With `stdin`, its bytes are checked as a file of the one name in `paths`. `with_baseline` false leaves out
    what the baseline accepts. `against` are indexes of other corpora that the texts are compared with too.
    With `focus`, only what touches these files and folders is reported, named as reports name files.
    """

    paths: tuple[str, ...]
    language: Language
    force_exclude: bool = False
    keep_lines: bool = False
    stdin: bytes | None = None
    with_baseline: bool = True
    against: tuple[str, ...] = ()
    focus: tuple[str, ...] | None = None


def run(request: Request, loaded: Loaded, progress: Progress | None = None) -> Outcome:
    """Check everything the request names.

    Raises `PathError` for a path that does not exist, `SelectionError` for a check that does not, `TomlError`
    for a file of the project that cannot be used; what is wrong with a text stands in the report.
    """
    settings = loaded.settings
    checks = chosen(loaded)
    accepted = gather(loaded, datetime.date.today(), with_baseline=request.with_baseline)
    job = _job(request, loaded, checks)
    references = _references(request, job)
    if request.stdin is None:
        found = files_of(request, loaded)
        results = list(check_all(job, found.files, settings.jobs, progress))
        skipped = found.skipped
    else:
        results, skipped = list(check_input(job, request, loaded)), ()
    entry = RunEntry(request.paths, _config_hash(settings), tuple(check.id for check in checks))
    outcome = _outcome(entry, job, results, skipped, references)
    report = accept(outcome.report, accepted, scope(request.paths, loaded))
    if request.focus is not None:
        report = narrowed(report, request.focus)
    return msgspec.structs.replace(outcome, report=report)


def files_of(request: Request, loaded: Loaded) -> Discovery:
    """The files a run reads, and what of the named paths it does not."""
    return discover(
        request.paths,
        root=Path.cwd(),
        exclude=loaded.settings.exclude,
        exclude_root=glob_root(loaded),
        force_exclude=request.force_exclude,
        respect_gitignore=loaded.settings.respect_gitignore,
    )


def check_input(job: Job, request: Request, loaded: Loaded) -> Iterator[FileResult]:
    """The result for standard input, read as the file of the one name asked for; none if that is excluded."""
    name = request.paths[0]
    if request.force_exclude and is_excluded(Path(name), loaded.settings.exclude, glob_root(loaded)):
        return
    data = request.stdin or b""
    texts, unread = texts_of(data, name)
    checked = tuple(check_text(job, name, text) for text in texts)
    yield FileResult(name, hashlib.sha256(data).hexdigest(), checked, tuple(unread))


def _references(request: Request, job: Job) -> list[Reference]:
    """The indexes the texts are compared with; `UserError` where one cannot be used."""
    if not request.against:
        return []
    from corpuslint.against import read_references

    if not job.compare:
        raise SelectionError("--against needs a duplicate check, and none is selected; select `duplicate`")
    return read_references(request.against)


def _outcome(
    entry: RunEntry,
    job: Job,
    results: Sequence[FileResult],
    undiscovered: Sequence[Skipped],
    references: Sequence[Reference],
) -> Outcome:
    from corpuslint.assembly import assemble
    from corpuslint.comparison import NOTHING, compare

    comparison = compare(results, job) if job.compare else NOTHING
    if references:
        from corpuslint.against import compare_with

        comparison = comparison.with_findings(compare_with(references, results, job))
    report = assemble(__version__, entry, results, comparison, undiscovered)
    lines = {
        (text.path, text.record, number): line
        for result in results
        for text in result.texts
        for number, line in text.lines.items()
    }
    texts = tuple(
        TextEntry(text.path, text.record, text.characters) for result in results for text in result.texts
    )
    return Outcome(report, lines, job.checks, texts)


def _job(request: Request, loaded: Loaded, checks: Sequence[Check]) -> Job:
    settings = loaded.settings
    compare = any(engines.is_corpus_engine(engines.load(check.engine)) for check in checks)
    return Job(
        checks=tuple(checks),
        language=request.language,
        base=glob_base(loaded),
        severities=settings.severity,
        genres=tuple(settings.genre.items()),
        ignores=tuple(settings.per_file_ignores.items()),
        compare=compare,
        keep_lines=request.keep_lines,
        judges=judges(shipped()) if compare else (),
    )


def _config_hash(settings: Settings) -> str:
    """A name for the settings that decide what is found; how much is shown and by whom it is done do not."""
    deciding = msgspec.structs.replace(settings, jobs=0, limit=0, baseline=None)
    return hashlib.sha256(msgspec.json.encode(deciding, order="sorted")).hexdigest()[:16]
