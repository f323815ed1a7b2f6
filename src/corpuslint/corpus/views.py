"""What of a text is read, and what of it is compared: views of the same length, line by line.

Offsets into a view are offsets into the text. A format without mark-up in its texts has one view, the text.
"""

from __future__ import annotations

import re

from corpuslint.expressions import late

_ROW = late(r"^[^\t\r\n]*+\t[^\r\n]*", re.MULTILINE)
_LABEL = late(r"[^\t\r\n]{1,24}[：:](?:\t|$)")
_PATH = late(r"^(?:[^\s>›»]{1,20}[ \u3000]?[>›»]{1,2}[ \u3000]?){2,8}[^\r\n>›»]{0,80}$", re.MULTILINE)
_MENU_CELLS, _MENU_NAME = 3, 16  # cells of a menu, characters of the longest


def readable(text: str, format: str) -> str:
    """The text as the checks read it: the mark-up of a Markdown file is blanked."""
    if format != "markdown":
        return text
    from corpuslint.corpus.formats.markdown.prose import prose

    return prose(text)


def comparable(text: str, format: str) -> str:
    """The text as it is compared with others: without mark-up, and without what every page of a site has.

    A row of a web page is a form where a label opens it (发文字号：), and a menu where it has three cells or
    more, all of them short and without a figure. Names with > between them say where a page stands.
    """
    if format == "html":
        return _PATH.sub(_blank, _ROW.sub(_without_form, text) if "\t" in text else text)
    return readable(text, format)


def _without_form(row: re.Match[str]) -> str:
    line = row[0]
    return _blank(row) if _LABEL.match(line) or _is_menu(line.split("\t")) else line


def _blank(line: re.Match[str]) -> str:
    return " " * len(line[0])


def _is_menu(cells: list[str]) -> bool:
    return len(cells) >= _MENU_CELLS and all(
        len(cell) <= _MENU_NAME and not any(map(str.isdecimal, cell)) for cell in cells
    )
