"""Web pages: the text a browser would show, a line a block.

Navigation, bylines and footers are kept, for they are what the checks look for; only what is never shown is
left out. White space is collapsed as CSS Text 3 does it: runs become one space, and a line break of the
source between two wide characters vanishes, so that Chinese wrapped in the source gets no stray spaces.

Fixed spaces (&nbsp; &ensp; &emsp;) lay a page out, so they are read as what they stand for: two full-width
spaces before a line, nothing after it or where they are all of it, one space or two inside.

The cells of a table's row, and the names of a menu, stand in one line with tabs between. There is no other
tab in the text (but in a `pre`), so a line with one is a row, not a sentence and not a heading. A menu is a
list of links, or a `nav`, with nothing but short names in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint.corpus.decoding import decode
from corpuslint.corpus.source import Skipped, Text, Unreadable
from corpuslint.expressions import late
from corpuslint.wordings import wording

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NEVER_SHOWN = frozenset({"head", "script", "style", "template", "noscript", "iframe", "svg"})
_HIDDEN = late(r"display\s{0,4}:\s{0,4}none", re.IGNORECASE)
_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p
    pre search section select summary table tbody tfoot thead tr ul""".split()  # noqa: SIM905 (sixty names, not sixty lines)
)
_CELL_END = "\x1f"  # stands between cells until white space is collapsed, then becomes a tab
_SPACES = late(r"[ \t\n\f\r]+")
_FIXED_SPACES = late("[ \u00a0\u2000-\u200a\u202f\u205f]+")
_FIXED = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_INDENT = "\u3000\u3000"
_MENUS = frozenset({"ul", "ol", "nav"})
_MENU_LEAST, _MENU_NAME, _MENU_NODES = 3, 16, 600  # links, characters of a name, nodes that are looked at
_NOT_A_NAME = frozenset("。，；：！？《》0123456789")
_BETWEEN_NAMES = " \t\r\n\f\u00a0\u3000|｜/>»›·•-–—"
_WIDE = late("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—]")

_TAG = late(r"<(/?)([a-z][a-z0-9]{0,20})", re.IGNORECASE)
# Elements that are closed by their neighbours, or have no content, do not nest.
_FLAT = frozenset(
    """area base br circle col dd dt hr img input li line link meta option p param path rect td th tr use
    wbr""".split()  # noqa: SIM905 (as above)
)
_RAW = frozenset({"script", "style", "textarea", "title"})  # tags within them are text
_MAX_DEPTH = 4096  # the parser's time grows with the square of the depth


def read(data: bytes, name: str) -> Iterator[Text | Skipped]:
    """The page as one text."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise Unreadable(wording("reading.html-extra")) from None
    decoded = decode(data)
    if _nests_too_deep(decoded.text):
        raise Unreadable(wording("reading.html-deep", most=_MAX_DEPTH))
    root = LexborHTMLParser(decoded.text).root
    text = "" if root is None else _shown(root)
    yield Text(text, decoded.encoding, format="html", had_bom=decoded.had_bom, lossy=decoded.lossy)


def _nests_too_deep(source: str) -> bool:
    depth = 0
    raw = ""
    for match in _TAG.finditer(source):
        name = match[2].lower()
        if raw:
            raw = "" if match[1] and name == raw else raw
        elif name in _RAW:
            raw = "" if match[1] else name
        elif name not in _FLAT:
            depth = max(0, depth + (-1 if match[1] else 1))
        if depth > _MAX_DEPTH:
            return True
    return False


def _shown(root: LexborNode) -> str:
    """The text of all blocks below a node, a line each."""
    lines: list[str] = []
    inline: list[str] = []
    pending: list[LexborNode | str] = [root]  # nodes to enter, and names of elements to leave
    preserving = 0
    while pending:
        node = pending.pop()
        name = node if isinstance(node, str) else node.tag or ""
        if name in _BLOCKS:
            lines += _block_lines("".join(inline), preserve=preserving > 0)
            inline.clear()
        if isinstance(node, str):
            preserving -= name == "pre"
            inline += _CELL_END if name in ("td", "th") else ""
        elif name == "-text":
            inline.append(node.text_content or "")
        elif name in _MENUS and (menu := _menu(node)):
            lines.append("\t".join(menu))
        elif not _is_hidden(node, name):
            preserving += name == "pre"
            pending.append(name)
            pending += reversed(list(node.iter(include_text=True)))
    lines += _block_lines("".join(inline), preserve=False)
    return "\n".join(lines) + "\n" if lines else ""


def _menu(root: LexborNode) -> list[str]:
    """The names of a menu; none where anything else stands in the list, or a name is a sentence."""
    names: list[str] = []
    pending = [root]
    for _ in range(_MENU_NODES):
        if not pending:
            return names if len(names) >= _MENU_LEAST else []
        node = pending.pop()
        name = node.tag or ""
        if name == "-text":
            if (node.text_content or "").strip(_BETWEEN_NAMES):
                return []
        elif name == "a":
            link = " ".join((node.text() or "").split())
            if len(link) > _MENU_NAME or not _NOT_A_NAME.isdisjoint(link):
                return []
            names += [link] if link else []
        elif not _is_hidden(node, name):
            pending += reversed(list(node.iter(include_text=True)))
    return []


def _is_hidden(node: LexborNode, name: str) -> bool:
    """Whether a browser shows nothing of an element (or of a comment)."""
    if name in _NEVER_SHOWN or name.startswith(("-", "!")):
        return True
    attributes = node.attributes
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def _block_lines(text: str, *, preserve: bool) -> list[str]:
    """The lines of one block: one, with its white space collapsed, or as they stand in a `pre`."""
    if preserve:
        return [line for line in text.splitlines() if line.strip()]
    line = _SPACES.sub(_collapsed, text).strip(" " + _CELL_END)
    cells = [_laid_out(cell) for cell in line.split(_CELL_END)]
    if len(cells) > 1:
        cells = [cell.strip() for cell in cells]
    line = "\t".join(cells).rstrip("\t")
    return [line] if line.strip() else []


def _laid_out(text: str) -> str:
    """A piece of a line with the fixed spaces that lay it out written as others."""
    if not _FIXED_SPACES.search(text):
        return text
    bare = text.strip(_FIXED)
    indent = text[: len(text) - len(text.lstrip(_FIXED))]
    spaced = _FIXED_SPACES.sub(lambda space: " " if len(space[0]) == 1 else "  ", bare)
    return (_INDENT if len(indent) > 1 or "\u2003" in indent else "") + spaced


def _collapsed(space: re.Match[str]) -> str:
    """What remains of a run of white space."""
    text, start, end = space.string, space.start(), space.end()
    if "\n" in space[0] and start > 0 and end < len(text):
        between_wide = _WIDE.match(text[start - 1]) and _WIDE.match(text[end])
        return "" if between_wide else " "
    return " "
