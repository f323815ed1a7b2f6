"""What a file that is no text looks like from its first bytes, and what its owner can do about it."""

from __future__ import annotations

from corpuslint.wordings import Wording, wording

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SIGNATURES: tuple[tuple[bytes, Wording], ...] = (
    (b"%PDF-", wording("reading.pdf")),
    (b"{\\rtf", wording("reading.rtf")),
    (b"\x1f\x8b", wording("reading.archive", kind="gzip")),
    (b"BZh", wording("reading.archive", kind="bzip2")),
    (b"\xfd7zXZ\x00", wording("reading.archive", kind="xz")),
    (b"7z\xbc\xaf\x27\x1c", wording("reading.archive", kind="7z")),
    (b"Rar!\x1a\x07", wording("reading.archive", kind="RAR")),
    (b"\x28\xb5\x2f\xfd", wording("reading.archive", kind="Zstandard")),
    (b"\x89PNG\r\n\x1a\n", wording("reading.image", kind="PNG")),
    (b"\xff\xd8\xff", wording("reading.image", kind="JPEG")),
    (b"GIF8", wording("reading.image", kind="GIF")),
    (b"II*\x00", wording("reading.image", kind="TIFF")),
    (b"SQLite format 3\x00", wording("reading.sqlite")),
    (b"PAR1", wording("reading.parquet")),
    (b"\x7fELF", wording("reading.program")),
)

# Stream names inside an OLE file (UTF-16-LE) tell which program wrote it.
_OLE_STREAMS = (
    ("EncryptedPackage", wording("reading.ole-encrypted")),
    ("WordDocument", wording("reading.ole-word")),
    ("Workbook", wording("reading.ole-excel")),
    ("PowerPoint Document", wording("reading.ole-powerpoint")),
)

# Member names in the directory of a zip file.
_ZIP_MEMBERS = (
    (b"word/document.xml", wording("reading.docx-unnamed")),
    (b"xl/workbook.xml", wording("reading.xlsx")),
    (b"ppt/presentation.xml", wording("reading.pptx")),
    (b"application/epub+zip", wording("reading.epub")),
)


def identify(data: bytes) -> Wording | None:
    """What `data` looks like and the remedy, or None when nothing says it is no text."""
    if data.startswith(_OLE):
        for stream, meaning in _OLE_STREAMS:
            if stream.encode("utf-16-le") in data:
                return meaning
        return wording("reading.ole")
    if data.startswith(_ZIP):
        unknown = wording("reading.archive", kind="zip")
        return next((meaning for name, meaning in _ZIP_MEMBERS if name in data), unknown)
    return next((meaning for signature, meaning in _SIGNATURES if data.startswith(signature)), None)
