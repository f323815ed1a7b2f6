"""JSON Lines: one object a line, its text under `text` or `content`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from corpuslint.corpus.decoding import decode
from corpuslint.corpus.source import Skipped, Text, Unreadable
from corpuslint.expressions import late
from corpuslint.wordings import wording

TEXT_FIELDS = ("text", "content")
_BLANK = " \t\r"
_HALF_CHARACTER = late("[\ud800-\udfff]")  # JSON can spell half of a pair, which no file can hold


def read(data: bytes, name: str) -> Iterator[Text | Skipped]:
    """Each record as one text; `record` is its 1-based line. A bad line does not stop the others."""
    decoded = decode(data)
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip(_BLANK):
            continue
        try:
            text = _text_of(line)
        except Unreadable as error:
            yield Skipped(name, error.reason, number)
            continue
        whole = _HALF_CHARACTER.sub("\ufffd", text)
        lossy = decoded.lossy or whole != text
        yield Text(whole, decoded.encoding, number, "jsonl", decoded.had_bom, lossy)


def _text_of(line: str) -> str:
    """The text of one record, or the reason why it has none."""
    try:
        record = json.loads(line)
    except RecursionError:
        raise Unreadable(wording("reading.json-deep")) from None
    except ValueError as error:
        raise Unreadable(wording("reading.json-broken", error=str(error))) from None
    if not isinstance(record, dict):
        raise Unreadable(wording("reading.json-no-object"))
    for field in TEXT_FIELDS:
        text = record.get(field)
        if isinstance(text, str):
            if not text.strip():
                raise Unreadable(wording("reading.blank" if text else "reading.json-empty"))
            return text
    raise Unreadable(wording("reading.json-no-text"))
