"""Where reports go: the screen or a pipe, and files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

import msgspec

from corpuslint import output
from corpuslint.corpus.source import plain_reason
from corpuslint.errors import UserError
from corpuslint.report import Outcome
from corpuslint.wordings import wording


class Target(msgspec.Struct, frozen=True):
    """A report that was asked for: its format, and its file or None for standard output."""

    format: str
    path: Path | None = None


class DeliveryError(UserError):
    """A report that cannot be written where it was asked for; the message says how to put it right."""


def require_writable(targets: Sequence[Target]) -> None:
    """Refuse, before the work begins, files that could not be written after it; `DeliveryError`."""
    files = [target.path for target in targets if target.path is not None]
    for index, path in enumerate(files):
        if path in files[:index]:
            raise DeliveryError(wording("commands.report-twice", path=str(path)))
        if path.is_dir():
            raise DeliveryError(wording("commands.report-folder", path=str(path)))
        if not path.parent.is_dir():
            folder = str(path.parent)
            raise DeliveryError(wording("commands.report-no-folder", path=str(path), folder=folder))


def deliver(outcome: Outcome, targets: Sequence[Target], options: output.Options, color: str) -> None:
    """Write every report, files first: what reads standard output may stop reading.

    `color` is `auto`, `always` or `never`. Raises `DeliveryError` where a file cannot be written.
    """
    for target in sorted(targets, key=lambda target: target.path is None):
        stream = sys.stdout if target.path is None else None
        shown = msgspec.structs.replace(options, color=_wants_color(color, stream))
        pieces = _encoded(output.load(target.format).write(outcome, shown))
        if target.path is None:
            _write_out(pieces, sys.stdout)
        else:
            _write_file(pieces, target.path)


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """UTF-8 whatever the locale says: the text is Chinese."""
    return (piece.encode("utf-8", "backslashreplace") for piece in pieces)


def _write_file(pieces: Iterable[bytes], path: Path) -> None:
    try:
        with path.open("wb") as stream:
            stream.writelines(pieces)
    except OSError as error:
        reason = plain_reason(error)
        raise DeliveryError(wording("commands.report-unwritable", path=str(path), reason=reason)) from None


def _write_out(pieces: Iterable[bytes], stream: TextIO) -> None:
    try:
        stream.flush()
        stream.buffer.writelines(pieces)
        stream.buffer.flush()
    except BrokenPipeError:
        # The reader went away (`| head`): leave without a traceback at shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _wants_color(choice: str, stream: TextIO | None) -> bool:
    if choice != "auto":
        return choice == "always"
    return stream is not None and stream.isatty() and not os.environ.get("NO_COLOR")
