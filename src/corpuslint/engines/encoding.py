"""The encoding of a file: corpuslint reads several, a corpus should hold one."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.findings import Hit, Severity

_UTF8 = frozenset({"utf-8", "utf-8-sig", "ascii"})
_NAMES = {
    "gb18030": "GB18030",
    "gbk": "GBK",
    "gb2312": "GB/T 2312",
    "big5": "Big5",
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
    "utf-32-le": "UTF-32 (little-endian)",
    "utf-32-be": "UTF-32 (big-endian)",
    "utf-8": "UTF-8",
}


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield one hit, at the first character that is not white space, where the file is not UTF-8.

    An encoding written with a plus sign (`utf-8+gb18030`) is a file whose lines are of both.
    """
    if document.encoding in _UTF8 or not document.text.strip():
        return
    start = len(document.text) - len(document.text.lstrip())
    parts = document.encoding.split("+")
    names = ", ".join(_NAMES.get(part, part) for part in parts)
    if len(parts) > 1:
        yield Hit(Span(start, start + 1), {"encoding": names}, "mixed", severity=Severity.WARNING)
    else:
        yield Hit(Span(start, start + 1), {"encoding": names})
