"""Menus and breadcrumbs as a web page lays them out: short cells in a row, names behind signs of descent."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint.corpus.document import Block, BlockKind, Document
from corpuslint.expressions import late

_LEAST = 3  # cells; fewer may be a name and its value
_CELL_LIMIT = 12  # characters
_FIGURES = late(r"[0-9.,%％:：/\-年月日 ]+")
_STOPS = "。；，：:、"
_BREADCRUMB = late(r"[>＞][ \u3000]{0,3}[^>＞。，；\n]{2,30}")


def menu_cells(document: Document, block: Block) -> Sequence[str]:
    """The cells of a row that may be a menu: all short, none a figure or a sentence; else nothing."""
    if block.kind is not BlockKind.ROW:
        return ()
    cells = [cell for part in document.slice(block.span).split("\t") if (cell := part.strip())]
    if len(cells) < _LEAST or any(len(cell) > _CELL_LIMIT or cell[-1] in _STOPS for cell in cells):
        return ()
    return () if any(_FIGURES.fullmatch(cell) for cell in cells) else cells


def is_breadcrumb(document: Document, block: Block) -> bool:
    """Whether a line of a web page is a name behind the sign that leads down to it: > 要闻.

    Only Markdown marks a quotation so; what a page quotes stands in an element of its own.
    """
    return document.format == "html" and _BREADCRUMB.fullmatch(document.text, *block.span) is not None
