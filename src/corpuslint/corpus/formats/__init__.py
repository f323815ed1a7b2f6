"""The formats corpuslint reads: one module a format, each with `read(data, name)`.

A reader yields the texts of a file, and a `Skipped` for each record it cannot read; a file it cannot read
at all is an `Unreadable`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import cast

from corpuslint.corpus.source import Skipped, Text

Reader = Callable[[bytes, str], Iterator[Text | Skipped]]

# Extension to module of this package. A `.txt` that is Markdown by its content gets the format "markdown".
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".jsonl": "jsonl",
}


def extension(name: str) -> str:
    """The extension of a file name in lower case, with its dot; empty when there is none."""
    return PurePath(name).suffix.lower()


def is_known(name: str) -> bool:
    """Whether a file of this name, found in a folder, belongs to the corpus."""
    return extension(name) in FORMATS


def reader_for(name: str) -> Reader:
    """The reader for a file of this name; one that was named is text unless its extension says more."""
    module = import_module(f"{__name__}.{FORMATS.get(extension(name), 'text')}")
    return cast(Reader, module.read)
