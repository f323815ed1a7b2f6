"""The manifest: what is kept and what is dropped, one JSON object a line, in the order of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from corpuslint.corpus.source import plain_reason
from corpuslint.dedup.files import DedupError, save
from corpuslint.findings import Point
from corpuslint.wordings import wording

Action = Literal["keep", "copy", "drop", "drop_span"]


class Stretch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a text; `end` is exclusive."""

    start: Point
    end: Point


class Copy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the copy stands that is kept."""

    path: str
    record: int | None
    start: Point
    end: Point


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of a document, or with `drop_span` of a passage in it.

    `sha256` is that of the file; `record` the 1-based line in a file of records. `similarity` is the share of
    the text that equals the copy that is kept, `lost_characters` counts those that only the dropped text has.
    A document with `drop_span` rows is kept but for them. `copy` is for files that could not be read: they
    stay as they are.
    """

    path: str
    record: int | None
    sha256: str
    action: Action
    span: Stretch | None
    family: str | None
    canonical: Copy | None
    similarity: float | None
    lost_characters: int
    reason: str


def write(rows: Sequence[Row], path: Path) -> None:
    """Write a manifest, whole or not at all."""
    save(path, b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


def read(path: Path) -> list[Row]:
    """Read a manifest, which may have been edited by hand; `DedupError` where it cannot be used."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        reason = plain_reason(error)
        raise DedupError(wording("files.manifest-missing", path=str(path), reason=reason)) from None
    decoder = msgspec.json.Decoder(Row)
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            place = f"{path}:{number}"
            raise DedupError(wording("files.manifest-line", place=place, error=str(error))) from None
        if (row.action == "drop_span") != (row.span is not None):
            raise DedupError(wording("files.manifest-span", place=f"{path}:{number}"))
        rows.append(row)
    return rows
