"""Paragraph styles, as far as the text depends on them: which list they number in, which are a contents'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpuslint.corpus.formats.docx.package import Event, whole
from corpuslint.expressions import late

_CONTENTS_ENTRY = late(r"toc [1-9]", re.IGNORECASE)


@dataclass(slots=True)
class Style:
    """A style: the one it is based on, and the list and level of its own, if any."""

    name: str = ""
    based_on: str = ""
    list_id: str = ""
    level: int | None = None

    @property
    def is_contents(self) -> bool:
        """Whether its paragraphs are entries of a table of contents, which Word makes from the headings."""
        return _CONTENTS_ENTRY.fullmatch(self.name) is not None


def read_styles(events: Iterable[Event]) -> dict[str, Style]:
    """Styles by their id."""
    styles: dict[str, Style] = {}
    style = Style()
    for kind, name, attributes, _ in events:
        if kind != "start":
            continue
        value = attributes.get("val", "")
        if name == "w:style":
            style = styles.setdefault(attributes.get("styleId", ""), Style())
        elif name == "w:name":
            style.name = value
        elif name == "w:basedOn":
            style.based_on = value
        elif name == "w:numId":
            style.list_id = value
        elif name == "w:ilvl":
            style.level = whole(value)
    return styles
