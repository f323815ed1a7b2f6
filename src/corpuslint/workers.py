"""Files checked in worker processes, which are gone when the run ends, whichever way it ends."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager

from corpuslint.corpus.source import SourceFile
from corpuslint.errors import UserError
from corpuslint.job import FileResult, Job, check_file
from corpuslint.wordings import Wording, wording

_SMALL_RUN = 400_000  # bytes; below it, starting workers costs more than they save
_CHUNK = 32  # files handed to a worker at a time, at most
_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Progress = Callable[[int, int], None]


class WorkerError(UserError):
    """A worker process was ended from outside; the message says where the run stood, and what to do."""


def check_all(
    job: Job, files: Sequence[SourceFile], jobs: int, progress: Progress | None = None
) -> Iterator[FileResult]:
    """Results in the order of the files, whatever the number of workers (`jobs`; 0: one a core).

    Raises `WorkerError` where a worker was killed. Where the caller stops early (an interrupt, a generator
    closed), the workers are ended and not waited for.
    """
    workers = min(jobs or _available_cores(), len(files))
    if workers <= 1 or (not jobs and sum(file.size for file in files) < _SMALL_RUN):
        results = (check_file(job, file) for file in files)
    else:
        results = _spread(job, files, workers)
    with closing(results):
        for done, result in enumerate(results, 1):
            if progress is not None:
                progress(done, len(files))
            yield result


def _spread(job: Job, files: Sequence[SourceFile], workers: int) -> Generator[FileResult, None, None]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    size = max(1, min(_CHUNK, len(files) // (workers * 4)))
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(job,))
    done = 0
    try:
        with _signals_held():
            chunks = deque(pool.submit(_check, files[at : at + size]) for at in range(0, len(files), size))
        while chunks:
            results = chunks.popleft().result()
            yield from results
            done += len(results)
        pool.shutdown()
    except BrokenProcessPool:
        pool.shutdown()  # its thread must be gone before the exit, which would wake it through a closed pipe
        raise WorkerError(_lost(files[done].name, len(files) - done, workers)) from None
    except BaseException:
        _end_workers()
        raise
    finally:
        pool.shutdown(wait=False)


_of_this_process: dict[str, Job] = {}  # in a worker only: the job, sent once and not with every file


def _begin(job: Job) -> None:
    """Make a process a worker. A terminal sends Ctrl-C to all: the parent alone tells it, and ends them."""
    _of_this_process["job"] = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _check(files: Sequence[SourceFile]) -> list[FileResult]:
    return [check_file(_of_this_process["job"], file) for file in files]


@contextmanager
def _signals_held() -> Iterator[None]:
    """Signals wait until all workers are started: one in between would leave a process nobody knows of."""
    if not hasattr(signal, "pthread_sigmask"):  # not on this platform
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_workers() -> None:
    from multiprocessing import active_children

    workers = active_children()
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join()


def _lost(name: str, left: int, workers: int) -> Wording:
    files = wording("counts.file", count=left)
    return wording("files.worker-lost", left=files, name=name, workers=workers)


def _available_cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this platform
        return os.cpu_count() or 1
