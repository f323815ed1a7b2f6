"""Markdown: the text unchanged, so that offsets are those of the file."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.decoding import decode
from corpuslint.corpus.source import Skipped, Text


def read(data: bytes, name: str) -> Iterator[Text | Skipped]:
    """The whole file as one text; `prose` of the module beside says what of it is prose."""
    decoded = decode(data)
    yield Text(
        decoded.text, decoded.encoding, format="markdown", had_bom=decoded.had_bom, lossy=decoded.lossy
    )
