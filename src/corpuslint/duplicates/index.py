"""An index of a corpus: what finds copies of its texts without the texts, as one file.

The file: 8 bytes of magic; the version and the length of the header as two 32-bit numbers; the header as JSON
(the name, the options, the documents); the arrays of all documents, one kind after the other (signatures,
hashes, positions, lines); the SHA-256 of all that. Numbers are little-endian. A file is used only when its
magic, version, options, lengths and checksum are what they should be; nothing in it is ever executed.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from corpuslint.atomic import replace_file
from corpuslint.corpus.document import Document
from corpuslint.corpus.source import plain_reason
from corpuslint.duplicates.model import Prepared
from corpuslint.duplicates.shingles import sample
from corpuslint.duplicates.sketch import LEAST_LENGTH, PERMUTATIONS, signature
from corpuslint.errors import UserError
from corpuslint.wordings import Wording, wording

WIDTH, SAMPLING = 8, 4  # of the anchors; fixed, so that any two indexes can be compared

_MAGIC = b"\x89CLIX\r\n\x1a"
_VERSION = 1
_PREFIX = struct.Struct("<8sII")
_CHECKSUM = 32
_OPTIONS = {
    "anchors": f"{WIDTH}-grams, one in {SAMPLING}",
    "fold": "1",
    "signature": "128 permutations of 5-grams, affine32, seed 1",
}
_KINDS = ("signature", "hashes", "positions", "lines")  # in the order of the file
_NUMBER = np.dtype("<u4")  # what all of them are made of


class IndexFileError(UserError):
    """An index that cannot be read or written; the message names it and the remedy.

    `is_ours` tells of a file that is, or was, an index: it may be replaced, which no other file may.
    """

    def __init__(self, what: Wording, *, is_ours: bool = False) -> None:
        super().__init__(what)
        self.is_ours = is_ours


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One document: its file and the SHA-256 of that, its length in folded characters, and what it has."""

    path: str
    record: int | None
    sha256: str
    length: int
    anchors: int
    lines: int


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    options: dict[str, str]
    entries: list[Entry]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What is kept of one text of `length` folded characters.

    All arrays are uint32. `signature`: shape (128,). `hashes` and `positions`: shape (anchors,), ascending by
    position; 32 bits of a hash will do, because one anchor alone is never a passage. `lines`: shape (lines,),
    how many folded characters stand before each line of the text.
    """

    length: int
    signature: NDArray[np.uint32]
    hashes: NDArray[np.uint32]
    positions: NDArray[np.uint32]
    lines: NDArray[np.uint32]

    @classmethod
    def of(cls, text: str, prepared: Prepared) -> Sketch:
        """The sketch of a text."""
        anchors = sample(prepared.symbols, WIDTH, SAMPLING)
        lines = np.searchsorted(prepared.origins, Document("", text).line_starts)
        return cls(
            len(prepared.symbols),
            signature(prepared.symbols),
            anchors.hashes.astype(np.uint32),  # the lower half
            anchors.positions.astype(np.uint32),
            lines.astype(np.uint32),
        )

    def line_at(self, position: int) -> int:
        """The 1-based line on which a folded character stands."""
        return int(np.searchsorted(self.lines, position, side="right"))

    @property
    def is_short(self) -> bool:
        """Whether the text is too short to be compared."""
        return self.length < LEAST_LENGTH


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Sketches and the documents they are of. `name` is what the corpus is called; an own corpus has none."""

    entries: Sequence[Entry]
    sketches: Sequence[Sketch]
    name: str = ""


def entry_of(path: str, record: int | None, digest: str, sketch: Sketch) -> Entry:
    """The entry of a document."""
    return Entry(path, record, digest, sketch.length, len(sketch.hashes), len(sketch.lines))


def write(index: Index, path: Path) -> None:
    """Write an index, whole or not at all; runs that write the same one at once do no harm."""
    header = msgspec.json.encode(_Header(index.name, _OPTIONS, list(index.entries)))
    parts = [_PREFIX.pack(_MAGIC, _VERSION, len(header)), header]
    for kind in _KINDS:
        parts += [getattr(sketch, kind).astype(_NUMBER, copy=False).tobytes() for sketch in index.sketches]
    body = b"".join(parts)
    try:
        replace_file(path, body + sha256(body).digest())
    except OSError as error:
        reason = plain_reason(error)
        raise IndexFileError(wording("files.unwritable-other", path=str(path), reason=reason)) from None


def read(path: Path) -> Index:
    """Read an index; `IndexFileError` for what is not one, is of another version, or is damaged."""
    try:
        data = path.read_bytes()
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise IndexFileError(wording("files.index-missing", path=str(path))) from None
        reason = plain_reason(error)
        raise IndexFileError(wording("files.index-unreadable", path=str(path), reason=reason)) from None
    header, start = _header(data, path)
    entries = header.entries
    counts = (
        [PERMUTATIONS] * len(entries),
        [entry.anchors for entry in entries],
        [entry.anchors for entry in entries],
        [entry.lines for entry in entries],
    )
    if start + sum(map(sum, counts)) * _NUMBER.itemsize + _CHECKSUM != len(data):
        raise _damaged(path)
    arrays = []
    for each in counts:
        whole = np.frombuffer(data, _NUMBER, count=sum(each), offset=start)
        arrays.append(np.split(whole, np.cumsum(each)[:-1]) if each else [])
        start += whole.nbytes
    sketches = [Sketch(entry.length, *parts) for entry, *parts in zip(entries, *arrays, strict=True)]
    return Index(entries, sketches, header.name)


def _header(data: bytes, path: Path) -> tuple[_Header, int]:
    """The header and where it ends; the checksum has been checked then."""
    if len(data) < _PREFIX.size + _CHECKSUM or not data.startswith(_MAGIC):
        raise IndexFileError(wording("files.index-none", path=str(path)))
    _, version, length = _PREFIX.unpack_from(data)
    if version != _VERSION:
        told = wording("files.index-version", path=str(path), found=str(version), known=str(_VERSION))
        raise IndexFileError(told, is_ours=True)
    if sha256(memoryview(data)[:-_CHECKSUM]).digest() != data[-_CHECKSUM:]:
        raise _damaged(path)
    try:
        header = msgspec.json.decode(data[_PREFIX.size : _PREFIX.size + length], type=_Header)
    except msgspec.DecodeError:
        raise _damaged(path) from None
    if header.options != _OPTIONS:
        raise IndexFileError(wording("files.index-options", path=str(path)), is_ours=True)
    if any(min(entry.length, entry.anchors, entry.lines) < 0 for entry in header.entries):
        raise _damaged(path)
    return header, _PREFIX.size + length


def _damaged(path: Path) -> IndexFileError:
    return IndexFileError(wording("files.index-damaged", path=str(path)), is_ours=True)
