"""Files of the corpus that were not read: they stay as they are, for what cannot be read cannot be a copy."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256

from corpuslint.corpus.reading import read_bytes
from corpuslint.corpus.source import Unreadable
from corpuslint.dedup.manifest import Row
from corpuslint.report import SkippedEntry
from corpuslint.wordings import Language, say

_SAME = "same-file"  # a second name of a file that is in the corpus under its own


def unread_rows(skipped: Sequence[SkippedEntry], read: Collection[str], language: Language) -> list[Row]:
    """A row for each file that was not read and can be copied; files in `read` have rows already."""
    rows: dict[str, Row] = {}
    for skip in skipped:
        if skip.path in read or skip.path in rows or skip.code == _SAME:
            continue
        try:
            digest = sha256(read_bytes(skip.path)).hexdigest()
        except (OSError, ValueError, Unreadable):
            continue
        reason = say("dedup.unread", language, reason=skip.reason)
        rows[skip.path] = Row(skip.path, None, digest, "copy", None, None, None, None, 0, reason)
    return list(rows.values())
