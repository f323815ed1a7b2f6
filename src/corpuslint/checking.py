"""The files of a run checked, those whose results are kept excepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpuslint.cache import NAME, CacheError, ResultCache, key_of, stamp_of
from corpuslint.corpus.source import SourceFile, plain_reason
from corpuslint.job import FileResult, Job
from corpuslint.keeping import FOLDER, cache_folder
from corpuslint.wordings import Wording, wording
from corpuslint.workers import Progress, check_all

_BATCH = 256  # results stored at a time, so that a long run that is stopped goes on where it was


class Keeper:
    """The cache of a project, which may fail at any time: the run goes on without it.

    `problem` says then what happened and what becomes of it.
    """

    def __init__(self, root: Path, job: Job) -> None:
        self._path = root / FOLDER / NAME
        self._cache: ResultCache | None = None
        self._waiting: list[tuple[str, str, FileResult]] = []
        self.problem: Wording | None = None
        try:
            self._open(cache_folder(root), key_of(job), is_last_try=False)
        except OSError as error:
            self._tell("keeping.unused", plain_reason(error))

    def _open(self, folder: Path, key: str, *, is_last_try: bool) -> None:
        try:
            self._cache = ResultCache(folder, key)
        except CacheError as error:
            self._give_up(error)
            if error.is_damaged and not is_last_try:
                self._open(folder, key, is_last_try=True)

    def find(self, file: SourceFile, stamp: str) -> FileResult | None:
        """The kept result of a file, if there is one that still holds."""
        try:
            return self._cache.find(file, stamp) if self._cache else None
        except CacheError as error:
            self._give_up(error)
            return None

    def keep(self, file: SourceFile, stamp: str, result: FileResult) -> None:
        """Store a new result, now or soon."""
        self._waiting.append((file.name, stamp, result))
        if len(self._waiting) >= _BATCH:
            self._store()

    def finish(self, files: Sequence[SourceFile]) -> None:
        """Store what waits, and forget files that are gone."""
        self._store()
        try:
            if self._cache:
                self._cache.forget_all_but({file.name for file in files})
                self._cache.close()
        except CacheError as error:
            self._give_up(error)

    def _store(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            if self._cache:
                self._cache.keep(waiting)
        except CacheError as error:
            self._give_up(error)

    def _give_up(self, error: CacheError) -> None:
        if self._cache:
            self._cache.close()
        self._cache = None
        is_gone = error.is_damaged and self._delete()
        self._tell("keeping.rebuilt" if is_gone else "keeping.unused", error.reason)

    def _delete(self) -> bool:
        """Whether the file of the cache could be deleted, or was not there."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _tell(self, key: str, reason: str | Wording) -> None:
        self.problem = wording(key, path=str(self._path), reason=reason)


def check_files(
    job: Job, files: Sequence[SourceFile], jobs: int, progress: Progress | None, keeper: Keeper
) -> Iterator[FileResult]:
    """Results in the order of the files, kept ones for those that have not changed."""
    stamps = [stamp_of(file) for file in files]
    known = [keeper.find(file, stamp) for file, stamp in zip(files, stamps, strict=True)]
    changed = [file for file, result in zip(files, known, strict=True) if result is None]
    fresh = check_all(job, changed, jobs, progress)
    for file, stamp, result in zip(files, stamps, known, strict=True):
        if result is None:
            result = next(fresh)
            keeper.keep(file, stamp, result)
        yield result
    keeper.finish(files)
