"""Files of the corpus read as the manifest knows them, and files written whole."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from corpuslint.atomic import replace_file
from corpuslint.corpus.reading import read_bytes
from corpuslint.corpus.source import Unreadable, plain_reason
from corpuslint.errors import UserError
from corpuslint.wordings import wording


class DedupError(UserError):
    """A manifest, a folder or a file that cannot be used; the message names it and the remedy."""


def save(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    try:
        replace_file(path, data)
    except OSError as error:
        reason = plain_reason(error)
        raise DedupError(wording("files.unwritable-other", path=str(path), reason=reason)) from None


def read_known(path: str, digest: str) -> bytes:
    """The bytes of a file, if they are still those of the manifest."""
    try:
        data = read_bytes(path)
    except Unreadable as error:
        raise DedupError(wording("files.manifest-unreadable", path=path, reason=error.reason)) from None
    except (OSError, ValueError) as error:
        reason = plain_reason(error)
        raise DedupError(wording("files.manifest-elsewhere", path=path, reason=reason)) from None
    if sha256(data).hexdigest() != digest:
        raise DedupError(wording("files.manifest-stale", path=path))
    return data
