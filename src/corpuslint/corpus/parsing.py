"""Text to document: split into blocks, read the outline."""

from __future__ import annotations

from corpuslint.corpus.blocks import split
from corpuslint.corpus.document import Document
from corpuslint.corpus.views import readable
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
    shown = readable(text, format)
    blocks = tuple(split(shown, format))
    if format == "markdown":
        from corpuslint.corpus.formats.markdown.depth import with_depths

        blocks = with_depths(text, blocks)
    outline = read_outline(shown, blocks)
    return Document(path, shown, encoding, format, genre, record, blocks, outline, text)
