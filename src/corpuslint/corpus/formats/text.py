"""Plain text, and plain text that turns out to be Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.corpus.decoding import decode
from corpuslint.corpus.source import Skipped, Text
from corpuslint.expressions import late

_HEADING = late(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_COMMENT = late(r"^<!--[^\n]{0,200}-->[ \t]{0,8}$", re.MULTILINE)
_HEADINGS_ALONE = 3


def read(data: bytes, name: str) -> Iterator[Text | Skipped]:
    """The whole file as one text."""
    decoded = decode(data)
    yield Text(
        decoded.text,
        decoded.encoding,
        format="markdown" if is_markdown(decoded.text) else "text",
        had_bom=decoded.had_bom,
        lossy=decoded.lossy,
    )


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown through and through, so that its marks are no remains.

    It begins with a heading and has another block mark, or it has three headings: one or two `#` lines
    within a plain text are what a copy from Markdown left behind.
    """
    headings = 0
    for _ in _HEADING.finditer(text):
        headings += 1
        if headings == _HEADINGS_ALONE:
            return True
    begins = text.lstrip()[:80]
    return _HEADING.match(begins) is not None and (headings > 1 or _COMMENT.search(text) is not None)
