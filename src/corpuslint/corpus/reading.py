"""One file of the corpus read: opened safely, hashed, decoded, handed to the reader of its format."""

from __future__ import annotations

import os
import stat
from hashlib import sha256

from corpuslint.corpus.formats import reader_for
from corpuslint.corpus.source import Skipped, SourceFile, Text, Unreadable, plain_reason
from corpuslint.wordings import wording


def read_file(file: SourceFile) -> tuple[list[Text], list[Skipped], str]:
    """The texts of a file, what of it could not be read, and the SHA-256 of its bytes (empty when unopened).

    A bad file is a `Skipped` with its reason, never an exception.
    """
    try:
        data = read_bytes(file.path)
    except (OSError, ValueError) as error:
        return [], [Skipped(file.name, plain_reason(error))], ""
    except Unreadable as error:
        return [], [Skipped(file.name, error.reason)], ""
    texts, skipped = texts_of(data, file.name)
    return texts, skipped, sha256(data).hexdigest()


def texts_of(data: bytes, name: str) -> tuple[list[Text], list[Skipped]]:
    """The texts in `data`, read as the format that `name` says."""
    if not data:
        return [], [Skipped(name, wording("reading.empty"))]
    texts: list[Text] = []
    skipped: list[Skipped] = []
    try:
        for item in reader_for(name)(data, name):
            if isinstance(item, Skipped):
                skipped.append(item)
            elif not item.text or item.text.isspace():
                skipped.append(Skipped(name, wording("reading.blank")))
            else:
                texts.append(item)
    except Unreadable as error:
        skipped.append(Skipped(name, error.reason))
    if not texts and not skipped:
        skipped.append(Skipped(name, wording("reading.blank")))
    return texts, skipped


def read_text(path: str | os.PathLike[str], name: str, record: int | None, digest: str) -> Text | None:
    """One text of a file read before; None unless the file still has that SHA-256.

    `name` says the format, `record` which text it is, as in `Text`.
    """
    try:
        data = read_bytes(path)
    except (OSError, ValueError, Unreadable):
        return None
    if sha256(data).hexdigest() != digest:
        return None
    return next((text for text in texts_of(data, name)[0] if text.record == record), None)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file; anything else that stands under the name is never waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb", buffering=0) as stream:  # noqa: PTH123
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Unreadable(wording("reading.irregular"))
        return stream.read()
