"""The whole run: discover, read and check in worker processes, compare, and hand over one report."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from corpuslint import __version__, engines
from corpuslint.acceptance.accepted import accept
from corpuslint.acceptance.gathering import gather, glob_base, glob_root, scope
from corpuslint.catalog import Check, Language, SelectionError, judges, shipped
from corpuslint.config import Loaded, Settings
from corpuslint.copies.texts import ChangedError, texts_of_run
from corpuslint.corpus.discovery import Discovery, discover, is_excluded
from corpuslint.corpus.reading import texts_of
from corpuslint.corpus.source import Skipped
from corpuslint.focus import narrowed
from corpuslint.job import FileResult, Job, check_text
from corpuslint.report import Outcome, TextEntry
from corpuslint.report import Run as RunEntry
from corpuslint.selection import chosen
from corpuslint.wordings import Wording, wording
from corpuslint.workers import Progress, check_all

if TYPE_CHECKING:
    from corpuslint.copies.against import Reference


class Request(msgspec.Struct, frozen=True):
    """What a run is asked for, beyond the settings.

    With `stdin`, its bytes are checked as a file of the one name in `paths`. `with_baseline` false leaves out
    what the baseline accepts. `against` are indexes of other corpora that the texts are compared with too.
    With `focus`, only what touches these files and folders is reported, named as reports name files. With
    `keep`, results of files are kept beside the settings, and those kept there by earlier runs are used.
    """

    paths: tuple[str, ...]
    language: Language
    force_exclude: bool = False
    keep_lines: bool = False
    stdin: bytes | None = None
    with_baseline: bool = True
    against: tuple[str, ...] = ()
    focus: tuple[str, ...] | None = None
    keep: bool = False


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
    entry = RunEntry(request.paths, _config_hash(settings), tuple(check.id for check in checks))
    read = _read(request, loaded, job, progress)
    try:
        outcome = _outcome(entry, job, read, references)
    except ChangedError:  # the file of a kept result has changed since the run began: trust none of them
        return run(msgspec.structs.replace(request, keep=False), loaded, progress)
    report = accept(outcome.report, accepted, scope(request.paths, loaded))
    if request.focus is not None:
        report = narrowed(report, request.focus)
    return msgspec.structs.replace(outcome, report=report)


class _Read(NamedTuple):
    """What came of the files of a run, and of what is none; `locations` says where each file stands."""

    results: Sequence[FileResult]
    undiscovered: Sequence[Skipped] = ()
    locations: Mapping[str, Path] = MappingProxyType({})
    remarks: tuple[Wording, ...] = ()


def _read(request: Request, loaded: Loaded, job: Job, progress: Progress | None) -> _Read:
    """Everything the request names read and checked, where it has not been before."""
    if request.stdin is not None:
        return _Read(list(check_input(job, request, loaded)))
    found = files_of(request, loaded)
    locations = {file.name: file.path for file in found.files}
    jobs = loaded.settings.jobs
    if not request.keep:
        return _Read(list(check_all(job, found.files, jobs, progress)), found.skipped, locations)
    from corpuslint.checking import Keeper, check_files

    job = msgspec.structs.replace(job, keep_lines=True)  # the formats of later runs may want them
    keeper = Keeper(loaded.root, job)
    results = list(check_files(job, found.files, jobs, progress, keeper))
    return _Read(results, found.skipped, locations, (keeper.problem,) if keeper.problem else ())


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
    from corpuslint.copies.against import read_references

    if not job.compare:
        raise SelectionError(wording("commands.against-needs"))
    return read_references(request.against)


def _outcome(entry: RunEntry, job: Job, read: _Read, references: Sequence[Reference]) -> Outcome:
    from corpuslint.assembly import assemble
    from corpuslint.copies.comparison import NOTHING, compare

    texts = texts_of_run(read.results, read.locations)
    comparison = compare(texts, job) if job.compare else NOTHING
    if references:
        from corpuslint.copies.against import compare_with

        comparison = comparison.with_findings(compare_with(references, texts, job))
    report = assemble(__version__, entry, read.results, comparison, read.undiscovered, job.language)
    lines = {(*text.name, number): line for text in texts for number, line in text.result.lines.items()}
    entries = tuple(TextEntry(*text.name, text.result.characters) for text in texts)
    return Outcome(report, lines, job.checks, entries, read.remarks)


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
