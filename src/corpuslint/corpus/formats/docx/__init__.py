"""Word documents: what Word would show of the body, a line a paragraph.

Numbers of automatic lists are written out, for they are part of what a reader sees and stand in no run of
text. Inserted text is kept, deleted and moved-away text left out; results of fields are kept, their codes
left out, and so is a table of contents, which repeats the headings. A table row is a line with tabs between
its cells, unless a cell holds several paragraphs: then each paragraph is a line. Footnotes and endnotes
follow the body; headers, footers, comments and bullets are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.formats.docx.body import BodyReader
from corpuslint.corpus.formats.docx.numbering import Numbering, read_numbering
from corpuslint.corpus.formats.docx.package import Package
from corpuslint.corpus.formats.docx.styles import read_styles
from corpuslint.corpus.source import Skipped, Text, Unreadable
from corpuslint.wordings import wording


def read(data: bytes, name: str) -> Iterator[Text | Skipped]:
    """The document as one text."""
    package = Package(data)
    main = package.main_part()
    related = package.relations(main)
    styles = read_styles(package.events(related.get("styles", "")))
    numbering = read_numbering(styles, package.events(related.get("numbering", "")))
    lines = _lines_of(package, main, numbering)
    if not lines:
        raise Unreadable(wording("reading.docx-empty"))
    for notes in ("footnotes", "endnotes"):
        lines += [line for line in _lines_of(package, related.get(notes, ""), numbering) if line.strip()]
    yield Text("\n".join(lines) + "\n", "utf-8", format="docx")


def _lines_of(package: Package, part: str, numbering: Numbering) -> list[str]:
    reader = BodyReader(numbering)
    for event in package.events(part):
        reader.take(event)
    return reader.finish()
