"""Text to document: split into blocks, read the outline."""

from __future__ import annotations

from corpuslint.corpus.blocks import split
from corpuslint.corpus.document import Document
from corpuslint.outline import read_outline


def parse(
    path: str,
    text: str,
    *,
    encoding: str = "utf-8",
    format: str = "text",
    genre: str = "speech",
    record: int | None = None,
) -> Document:
    """Make the document every engine works on."""
    blocks = tuple(split(text))
    outline = read_outline(text, blocks)
    return Document(path, text, encoding, format, genre, record, blocks, outline)
