"""The `index` command: sketches of a corpus as one file; what has not changed is not read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpuslint.catalog import Language
from corpuslint.commands.invocation import STDIN, CommandError, progress, request, settings
from corpuslint.config import Loaded
from corpuslint.corpus.reading import read_bytes, texts_of
from corpuslint.corpus.source import Skipped, SourceFile, Unreadable, plain_reason
from corpuslint.corpus.views import comparable
from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.index import Entry, Index, IndexFileError, Sketch, entry_of, read, write
from corpuslint.duplicates.sketch import LEAST_LENGTH
from corpuslint.keeping import FOLDER, cache_folder
from corpuslint.runner import files_of
from corpuslint.wordings import say, wording
from corpuslint.workers import Progress

KEPT = "duplicates.clix"

_Sketched = list[tuple[int | None, Sketch]]


def run_index(paths: Sequence[str], options: Mapping[str, Any], language: Language) -> list[str]:
    """Write an index of the corpus; returns the lines to tell the user."""
    if STDIN in paths:
        raise CommandError(wording("commands.index-stdin"))
    loaded = settings(options)
    asked = request(paths, options, loaded, language)
    target = _target(options, loaded)
    known, said = _known(target, options["no_cache"], asked.language)
    found = files_of(asked, loaded)
    if not found.files:
        raise CommandError(wording("commands.index-no-files", paths=asked.paths))
    entries: list[Entry] = []
    sketches: list[Sketch] = []
    unchanged = 0
    skipped = list(found.skipped)
    for file in _counted(found.files, progress(options)):
        digest, sketched, is_known = _sketched(file, known, skipped)
        entries += [entry_of(file.name, record, digest, sketch) for record, sketch in sketched]
        sketches += [sketch for _, sketch in sketched]
        unchanged += len(sketched) if is_known else 0
    write(Index(entries, sketches, options["name"]), target)
    said += [
        say("commands.not-read", asked.language, path=skip.path, reason=skip.told(asked.language))
        for skip in sorted(skipped, key=lambda skip: skip.sort_key)
    ]
    if short := [_place(entry) for entry in entries if entry.length < LEAST_LENGTH]:
        least, places = LEAST_LENGTH, tuple(short)
        said.append(say("commands.index-short", asked.language, least=least, places=places))
    documents = wording("counts.document", count=len(entries))
    done = say("commands.index-done", asked.language, path=str(target), documents=documents, kept=unchanged)
    return [*said, done]


def _target(options: Mapping[str, Any], loaded: Loaded) -> Path:
    """The file that was named, or the one that is kept beside the settings."""
    if options["output_file"] is not None:
        return Path(options["output_file"])
    if options["no_cache"]:
        raise CommandError(wording("commands.index-no-cache", folder=FOLDER))
    try:
        return cache_folder(loaded.root) / KEPT
    except OSError as error:
        folder, reason = str(loaded.root / FOLDER), plain_reason(error)
        raise CommandError(wording("commands.index-unwritable", path=folder, reason=reason)) from None


def _known(target: Path, is_fresh: bool, language: Language) -> tuple[dict[str, _Sketched], list[str]]:
    """Sketches of the index that is to be replaced, by the SHA-256 of their file; and why there are none."""
    if not target.exists():
        return {}, []
    try:
        index = read(target)
    except IndexFileError as error:
        if not error.is_ours:
            raise
        return {}, [say("commands.index-rebuilt", language, reason=error.told(language))]
    known: defaultdict[str, _Sketched] = defaultdict(list)
    paths: dict[str, str] = {}
    for entry, sketch in zip(index.entries, index.sketches, strict=True):
        if paths.setdefault(entry.sha256, entry.path) == entry.path:
            known[entry.sha256].append((entry.record, sketch))
    return ({} if is_fresh else dict(known)), []


def _sketched(
    file: SourceFile, known: Mapping[str, _Sketched], skipped: list[Skipped]
) -> tuple[str, _Sketched, bool]:
    """SHA-256 of a file, its sketches, and whether they were known; adds to `skipped` what is not read."""
    try:
        data = read_bytes(file.path)
    except (OSError, ValueError) as error:
        skipped.append(Skipped(file.name, plain_reason(error)))
        return "", [], False
    except Unreadable as error:
        skipped.append(Skipped(file.name, error.reason))
        return "", [], False
    digest = sha256(data).hexdigest()
    if digest in known:
        return digest, known[digest], True
    texts, unread = texts_of(data, file.name)
    skipped += unread
    compared = [(text.record, comparable(text.text, text.format)) for text in texts]
    return digest, [(record, Sketch.of(text, fold(text))) for record, text in compared], False


def _counted(files: Sequence[SourceFile], show: Progress | None) -> Iterator[SourceFile]:
    for done, file in enumerate(files, 1):
        yield file
        if show is not None:
            show(done, len(files))


def _place(entry: Entry) -> str:
    return entry.path if entry.record is None else f"{entry.path}#{entry.record}"
