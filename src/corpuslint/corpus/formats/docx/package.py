"""The zip file a Word document is: its parts as XML events, under caps that no honest document meets.

Sizes in zip headers can lie and XML can describe far more than it holds, so everything is counted while it
is inflated and nothing is built in memory: a document of 0.9 MB that inflates to 200 MB is refused at its
first MiB, and any document type declaration is an error.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat

from corpuslint.corpus.signatures import identify
from corpuslint.corpus.source import Unreadable
from corpuslint.wordings import Wording, wording

MAX_MEMBERS = 10_000
MAX_MEMBER_SIZE = 64 << 20
MAX_TOTAL_SIZE = 256 << 20
MAX_RATIO = 200
MAX_DEPTH = 256
_RATIO_FROM = 1 << 20
_CHUNK = 1 << 16
_ENCRYPTED = 1  # in the flag bits of a zip member

# What zipfile raises on damaged archives, and on compression methods that Word does not use.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    RuntimeError,
)

# The transitional and the strict namespace of each vocabulary.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "r:",
}


class Event(NamedTuple):
    """Something met in an XML part: `kind` is `start`, `end` or `text`.

    `name` is the element's (`w:p`; other vocabularies than Word's have the prefix `?:`), `attributes` go by
    their local names.
    """

    kind: str
    name: str = ""
    attributes: Mapping[str, str] = {}
    text: str = ""


class Package:
    """A zip file of XML parts, read in memory and never extracted."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _ZIP_ERRORS as error:
            raise Unreadable(_no_zip(data, error)) from None
        self._members = {info.filename: info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > MAX_MEMBERS:
            raise Unreadable(wording("reading.docx-members", most=MAX_MEMBERS))
        self._size = len(data)
        self._inflated = 0

    def main_part(self) -> str:
        """The name of the part that holds the body."""
        part = self.relations("").get("officeDocument", "word/document.xml")
        if part not in self._members:
            raise Unreadable(wording("reading.docx-none"))
        return part

    def relations(self, part: str) -> dict[str, str]:
        """The parts related to one (to the package for ""), by the last word of their type."""
        folder, name = posixpath.split(part)
        found: dict[str, str] = {}
        for event in self.events(posixpath.join(folder, "_rels", name + ".rels")):
            if event.name == "r:Relationship" and event.kind == "start":
                kind = event.attributes.get("Type", "").rpartition("/")[2]
                target = posixpath.join("/", folder, event.attributes.get("Target", ""))
                found.setdefault(kind, posixpath.normpath(target).lstrip("/"))
        return found

    def events(self, part: str) -> Iterator[Event]:
        """The XML events of a part; none when the package has no such part."""
        if part not in self._members:
            return
        parser = _EventParser()
        try:
            for chunk in self._chunks(part):
                yield from parser.feed(chunk)
            yield from parser.feed(b"", last=True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: encodings
            raise Unreadable(_damaged(f"{part}: {error}")) from None

    def _chunks(self, part: str) -> Iterator[bytes]:
        """The inflated bytes of a part, counted against the caps."""
        info = self._members[part]
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable(wording("reading.docx-encrypted"))
        packed = max(1, min(info.compress_size, self._size))
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._inflated += len(chunk)
                    if size > MAX_MEMBER_SIZE or self._inflated > MAX_TOTAL_SIZE:
                        most = {"part": MAX_MEMBER_SIZE >> 20, "whole": MAX_TOTAL_SIZE >> 20}
                        raise Unreadable(wording("reading.docx-size", **most))
                    if size > _RATIO_FROM and size > MAX_RATIO * packed:
                        raise Unreadable(wording("reading.docx-ratio", most=MAX_RATIO))
                    yield chunk
        except _ZIP_ERRORS as error:
            raise Unreadable(_damaged(str(error))) from None


class _EventParser:
    """Expat, with its callbacks turned into events and with limits on depth and declarations."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._events: list[Event] = []
        self._depth = 0

    def feed(self, chunk: bytes, *, last: bool = False) -> list[Event]:
        """The events that a further chunk completes."""
        self._events = []
        self._parser.Parse(chunk, last)
        return self._events

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unreadable(wording("reading.docx-deep", most=MAX_DEPTH))
        local = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        self._events.append(Event("start", _short(name), local))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._events.append(Event("end", _short(name)))

    def _text(self, text: str) -> None:
        self._events.append(Event("text", text=text))

    def _doctype(self, *declaration: object) -> None:
        raise Unreadable(wording("reading.docx-doctype"))


def whole(value: str) -> int:
    """A whole number of up to six digits in an attribute, 0 when it holds none."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else 0


def _short(name: str) -> str:
    namespace, _, local = name.rpartition("}")
    return _PREFIXES.get(namespace, "?:") + local


def _damaged(error: str) -> Wording:
    return wording("reading.docx-damaged", error=error)


def _no_zip(data: bytes, error: Exception) -> Wording:
    """What a .docx is that is no zip file."""
    looks_like = None if data.startswith(b"PK") else identify(data)
    if looks_like is not None:
        return wording("reading.docx-other", looks_like=looks_like)
    if data.startswith(b"PK"):
        return _damaged(str(error))
    return wording("reading.docx-no-zip")
