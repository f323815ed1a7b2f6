"""The manifest for other tools: a list of paths, and attributes as Dolma writes them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from corpuslint.dedup.files import DedupError, read_known, save
from corpuslint.dedup.manifest import Row
from corpuslint.report import TextEntry
from corpuslint.wordings import wording

FORMATS = ("paths", "dolma")

_WHOLE = "corpuslint__duplicates__document"
_PART = "corpuslint__duplicates__passage"


def export(format: str, rows: Sequence[Row], texts: Sequence[TextEntry], path: Path) -> None:
    """Write an export, whole or not at all."""
    save(path, (_paths(rows) if format == "paths" else _attributes(rows, texts)).encode())


def _paths(rows: Sequence[Row]) -> str:
    """The files that are kept, or some of which is, one a line."""
    kept = dict.fromkeys(row.path for row in rows if row.action != "drop")
    for path in kept:
        if "\n" in path:
            raise DedupError(wording("files.line-end", path=repr(path)))
    return "".join(f"{path}\n" for path in kept)


def _attributes(rows: Sequence[Row], texts: Sequence[TextEntry]) -> str:
    """One object a document, in the order of the corpus: `id`, `attributes` (name to `[start, end, score]`).

    Spans are in code points; the score is the share of the text that equals the copy that is kept. The id is
    the record's own, the path where it has none.
    """
    of_text: defaultdict[tuple[str, int | None], list[Row]] = defaultdict(list)
    for row in rows:
        of_text[row.path, row.record].append(row)
    ids = _record_ids(rows)
    lines = []
    for text in texts:
        attributes: dict[str, list[list[int | float]]] = {}
        for row in of_text[text.path, text.record]:
            if row.action == "drop":
                attributes[_WHOLE] = [[0, text.characters, row.similarity or 0.0]]
            elif row.span is not None:
                span = [row.span.start.offset, row.span.end.offset, row.similarity or 0.0]
                attributes.setdefault(_PART, []).append(span)
        name = ids.get((text.path, text.record)) or _name(text)
        lines.append(json.dumps({"id": name, "attributes": attributes}, ensure_ascii=False) + "\n")
    return "".join(lines)


def _name(text: TextEntry) -> str:
    return text.path if text.record is None else f"{text.path}#{text.record}"


def _record_ids(rows: Sequence[Row]) -> dict[tuple[str, int | None], str]:
    """The `id` of each record that has one."""
    ids: dict[tuple[str, int | None], str] = {}
    files = {row.path: row.sha256 for row in rows if row.record is not None}
    records = {(row.path, row.record) for row in rows}
    for path, digest in files.items():
        for number, line in enumerate(read_known(path, digest).split(b"\n"), 1):
            if (path, number) in records:
                name = json.loads(line.removeprefix(b"\xef\xbb\xbf")).get("id")
                if isinstance(name, str | int):
                    ids[path, number] = str(name)
    return ids
