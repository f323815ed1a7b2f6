"""What a file that is no text looks like from its first bytes, and what its owner can do about it."""

from __future__ import annotations

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONVERT = "take it out of the corpus or convert it to text"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file; extract its text first"),
    (b"{\\rtf", "an RTF document; save it as .docx or .txt"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it first"),
    (b"\x89PNG\r\n\x1a\n", f"a PNG image; {_CONVERT}"),
    (b"\xff\xd8\xff", f"a JPEG image; {_CONVERT}"),
    (b"GIF8", f"a GIF image; {_CONVERT}"),
    (b"II*\x00", f"a TIFF image; {_CONVERT}"),
    (b"SQLite format 3\x00", f"an SQLite database; {_CONVERT}"),
    (b"PAR1", f"a Parquet file; {_CONVERT}"),
    (b"\x7fELF", "a program; take it out of the corpus"),
)

# Stream names inside an OLE file (UTF-16-LE) tell which program wrote it.
_OLE_STREAMS = (
    ("EncryptedPackage", "an encrypted Office file; save it without a password"),
    ("WordDocument", "a Word 97 file (OLE); save it as .docx"),
    ("Workbook", "an Excel 97 file (OLE); save its text as .txt"),
    ("PowerPoint Document", "a PowerPoint 97 file (OLE); save its text as .txt"),
)

# Member names in the directory of a zip file.
_ZIP_MEMBERS = (
    (b"word/document.xml", "a Word file (.docx) under another name; name it .docx"),
    (b"xl/workbook.xml", "an Excel file (.xlsx); save its text as .txt"),
    (b"ppt/presentation.xml", "a PowerPoint file (.pptx); save its text as .txt"),
    (b"application/epub+zip", "an EPUB book; save its text as .txt"),
)


def identify(data: bytes) -> str | None:
    """What `data` looks like and the remedy, or None when nothing says it is no text."""
    if data.startswith(_OLE):
        for stream, meaning in _OLE_STREAMS:
            if stream.encode("utf-16-le") in data:
                return meaning
        return "an Office 97 file (OLE); save it as .docx or .txt"
    if data.startswith(_ZIP):
        return next(
            (meaning for name, meaning in _ZIP_MEMBERS if name in data), "a zip archive; unpack it first"
        )
    return next((meaning for signature, meaning in _SIGNATURES if data.startswith(signature)), None)
