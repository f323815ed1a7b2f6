"""Passages cut out of the bytes of a file; what is kept stays byte for byte as it was."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Mapping, Sequence

from corpuslint.corpus.decoding import decode
from corpuslint.corpus.document import Span
from corpuslint.corpus.formats import FORMATS, extension
from corpuslint.corpus.formats.jsonl import TEXT_FIELDS
from corpuslint.wordings import Wording, wording

_PLAIN = {"text", "markdown"}
_LINE_ENDS = "\r\n"


class UncuttableError(ValueError):
    """A file out of which no passage can be cut; `reason` says why."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(str(reason))
        self.reason = reason


def without_spans(data: bytes, name: str, spans: Iterable[Span]) -> bytes:
    """The bytes of a text file without stretches of its text (in code points); empty when blanks are left.

    Raises `UncuttableError` for a format that is no plain text, and for bytes that were read as damaged.
    """
    if FORMATS.get(extension(name), "text") not in _PLAIN:
        raise UncuttableError(wording("files.uncut-format"))
    decoded = decode(data)
    encoding = decoded.encoding
    if decoded.lossy or encoding.count("+"):
        raise UncuttableError(wording("files.uncut-damaged"))
    mark = data[: len(data) - len(decoded.text.encode(encoding))] if decoded.had_bom else b""
    if mark + decoded.text.encode(encoding) != data:
        raise UncuttableError(wording("files.uncut-encoding", encoding=encoding))
    kept = cut(decoded.text, spans)
    return mark + kept.encode(encoding) if kept.strip() else b""


def without_records(data: bytes, dropped: set[int], spans: Mapping[int, Sequence[Span]]) -> bytes:
    """The bytes of a JSONL file without some records (1-based lines), others with passages cut out."""
    decoded = decode(data)
    if decoded.encoding != "utf-8":
        raise UncuttableError(wording("files.uncut-records"))
    kept = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if number in dropped:
            continue
        kept.append(_record_without(line, spans[number]) if number in spans else line)
    whole = b"\n".join(kept)
    return whole if whole.removeprefix(codecs.BOM_UTF8).strip() else b""


def _record_without(line: bytes, spans: Sequence[Span]) -> bytes:
    body = line.removeprefix(codecs.BOM_UTF8)
    record = json.loads(body)
    field = next(field for field in TEXT_FIELDS if isinstance(record.get(field), str))
    record[field] = cut(record[field], spans)
    try:
        written = json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which only an escape can spell
        written = json.dumps(record).encode()
    mark, ending = line[: len(line) - len(body)], b"\r" if line.endswith(b"\r") else b""
    return mark + written + ending


def cut(text: str, spans: Iterable[Span]) -> str:
    """The text without the spans; a line of which nothing is left goes with its line end."""
    kept, place = [], 0
    for span in _merged(spans):
        kept.append(text[place : span.start])
        place = span.end
        if _is_line_start(text, span.start) and text[place : place + 1] in ("\r", "\n"):
            place += 2 if text.startswith("\r\n", place) else 1
    kept.append(text[place:])
    return "".join(kept)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_line_start(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in _LINE_ENDS
