"""The body of a Word document as lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpuslint.corpus.formats.docx.numbering import Numbering
from corpuslint.corpus.formats.docx.package import Event, whole

# Elements whose whole content is left out: deleted and moved-away text, the second rendering of a drawing,
# readings above characters, properties as they were before a tracked change.
_LEFT_OUT = frozenset(
    {
        "w:del",
        "w:moveFrom",
        "mc:Fallback",
        "w:rt",
        "w:pPrChange",
        "w:rPrChange",
        "w:tblPrChange",
        "w:trPrChange",
        "w:tcPrChange",
        "w:sectPrChange",
        "w:numberingChange",
    }
)
_DELETIONS = frozenset({"w:del", "w:moveFrom"})
_TEXT = frozenset({"w:t", "m:t"})
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_WINGDINGS = {0xF0A8: "□", 0xF06F: "□", 0xF0FE: "☑", 0xF052: "☑", 0xF0FC: "✓", 0xF0B7: "·", 0xF06C: "●"}


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    style: str = ""
    list_id: str = ""
    level: int | None = None
    mark_deleted: bool = False
    boxes: list[str] = field(default_factory=list)  # lines of the text boxes anchored in it


@dataclass(slots=True)
class _Row:
    cells: list[list[str]] = field(default_factory=list)
    deleted: bool = False


class BodyReader:
    """Takes the events of a part one by one and says, at its end, what lines they make."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._flows: list[list[str]] = [[]]  # where finished lines go: the body, a cell, a text box
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[_Row] = []
        self._path: list[str] = []
        self._left_out = 0
        self._carried: list[str] = []  # text of paragraphs whose closing mark was deleted

    def take(self, event: Event) -> None:
        """Reads on by one event."""
        if event.kind == "text":
            self._text(event.text)
        elif event.kind == "start":
            self._start(event)
            self._path.append(event.name)
        else:
            self._path.pop()
            self._end(event.name)

    def _start(self, event: Event) -> None:
        name = event.name
        if name in _DELETIONS and not self._left_out:
            self._deleted_mark()
        if name in _LEFT_OUT:
            self._left_out += 1
        elif self._left_out:
            return
        elif name == "w:p":
            self._paragraphs.append(_Paragraph())
        elif name == "w:tr":
            self._rows.append(_Row())
        elif name == "w:txbxContent" or (name == "w:tc" and self._rows):
            self._flows.append([])
        elif self._paragraphs:
            self._start_within(self._paragraphs[-1], event)

    def _start_within(self, paragraph: _Paragraph, event: Event) -> None:
        """Properties and special characters of a paragraph."""
        name, value = event.name, event.attributes.get("val", "")
        if name == "w:pStyle":
            paragraph.style = value
        elif name == "w:numId":
            paragraph.list_id = value
        elif name == "w:ilvl":
            paragraph.level = whole(value)
        elif name in _CHARACTERS and self._path[-1] == "w:r":
            self._add(_CHARACTERS[name])
        elif name == "w:sym":
            self._add(_symbol(event.attributes.get("char", "")))

    def _deleted_mark(self) -> None:
        """A deletion among properties speaks of the paragraph's mark or of the table row."""
        if self._path[-2:] == ["w:pPr", "w:rPr"] and self._paragraphs:
            self._paragraphs[-1].mark_deleted = True
        elif self._path[-1:] == ["w:trPr"] and self._rows:
            self._rows[-1].deleted = True

    def _end(self, name: str) -> None:
        if name in _LEFT_OUT:
            self._left_out -= 1
        elif self._left_out:
            return
        elif name == "w:p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif name == "w:tc" and self._rows:
            self._rows[-1].cells.append(self._end_flow())
        elif name == "w:tr" and self._rows:
            self._flows[-1].extend(_row_lines(self._rows.pop()))
        elif name == "w:txbxContent":
            lines = self._end_flow()
            target = self._paragraphs[-1].boxes if self._paragraphs else self._flows[-1]
            target.extend(line for line in lines if line)

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.parts)
        style = self._numbering.styles.get(paragraph.style)
        if paragraph.mark_deleted:
            self._carried.append(text)
        elif style is None or not style.is_contents:
            label = self._numbering.label(paragraph.style, paragraph.list_id, paragraph.level)
            self._flows[-1].extend((label + "".join(self._carried) + text).split("\n"))
            self._carried.clear()
        self._flows[-1].extend(paragraph.boxes)

    def _end_flow(self) -> list[str]:
        """The lines of a cell, a text box or the whole part."""
        lines = self._flows.pop()
        if self._carried:
            lines.append("".join(self._carried))
            self._carried.clear()
        return lines

    def finish(self) -> list[str]:
        """The lines of the part, once all its events are taken."""
        return self._end_flow()

    def _text(self, text: str) -> None:
        if not self._left_out and self._path and self._path[-1] in _TEXT:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].parts.append(text)


def _row_lines(row: _Row) -> list[str]:
    """A table row: one line when each cell is one, else the lines of its cells one after the other."""
    if row.deleted:
        return []
    if len(row.cells) > 1 and all(len(cell) <= 1 for cell in row.cells):
        return ["\t".join("".join(cell) for cell in row.cells)]
    return [line for cell in row.cells for line in cell]


def _symbol(code: str) -> str:
    """A character given by its number in a font; of private ones, those that forms use."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xE000 <= number <= 0xF8FF or not 0x20 <= number < 0x110000 or 0xD800 <= number < 0xE000:
        return _WINGDINGS.get(number, "")
    return chr(number)
