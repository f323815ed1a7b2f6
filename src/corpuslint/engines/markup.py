"""Mark-up left in text: tags, codes, style sheets and scripts, and text that was written out as codes.

Codes that stand for text are told with the text, for that is to be put back. A style sheet or a script is
one thing to remove, however many of its lines could be recognised alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit
from corpuslint.patterns import Rules, matches
from corpuslint.residue.escapes import escaped

_GAP = 400  # characters of code that may stand unrecognised between two pieces of it
_SHOWN = 24  # characters of a decoded text or of a block's ends that a message shows
_PROSE = late(r"[㐀-鿿　-〿！-～“”]")
_CODE = late(
    r"[{}]|[a-z\-]{3,20} ?: ?[a-z0-9\"'#.]|=[ ]?[\"']"
    r"|^(?:var|let|const|function|document|window|return|if|try|[.#@][A-Za-z]|/\*)"
)
_NOTHING = late(r"[ \t=\-_*~.]*")
_AFTER = late(r"[^㐀-鿿　-〿！-～“”\n]{0,400}")
_CODE_SIGNS = "{};>\"'"
_FRAGMENT = 6  # characters of a line that one sign makes code


class Params(Rules, frozen=True, forbid_unknown_fields=True):
    """The patterns of mark-up; see `corpuslint.patterns.Rules`."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield text in codes, then each piece or block of mark-up beside it."""
    codes = list(escaped(document.text))
    for span, text in codes:
        edit = Edit(span.start, span.end, text)
        yield Hit(span, {"text": _shown(text)}, variant="escaped", edits=(edit,))
    marks = [span for span in matches(document, params) if not _is_breadcrumb(document, span)]
    pieces = _outside(marks, [code.span for code in codes])
    for span, count in _joined(document.text, pieces):
        if count > 1 and "\n" in document.slice(span):
            lines = document.slice(span).strip().split("\n")
            first = lines[0].strip("{} ").partition("{")[0][:_SHOWN].rstrip()
            yield Hit(span, {"first": first, "lines": len(lines)}, variant="block")
        else:
            yield Hit(span)


def _is_breadcrumb(document: Document, span: Span) -> bool:
    """Whether what would quote in Markdown leads down a menu of a web page, where nothing quotes so."""
    return document.format == "html" and document.text[span.start : span.end].strip() == ">"


def _shown(text: str) -> str:
    """A text between quotation marks that it does not have itself, its middle left out where it is long."""
    shown = text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]}……{text[-_SHOWN // 2 :]}"
    return f"「{shown}」" if any(mark in shown for mark in "“”") else f"“{shown}”"


def _outside(spans: list[Span], taken: list[Span]) -> list[Span]:
    """The spans that share nothing with the others; both are in order."""
    kept: list[Span] = []
    index = 0
    for span in spans:
        while index < len(taken) and taken[index].end <= span.start:
            index += 1
        if index == len(taken) or taken[index].start >= span.end:
            kept.append(span)
    return kept


def _joined(text: str, pieces: list[Span]) -> Iterator[tuple[Span, int]]:
    """The pieces with those of one block made one, and how many each is made of."""
    block: Span | None = None
    count = 0
    for piece in pieces:
        if block is not None and _belong_together(text, block, piece):
            block, count = Span(block.start, max(block.end, piece.end)), count + 1
            continue
        if block is not None:
            yield _widened(text, block), count
        block, count = piece, 1
    if block is not None:
        yield _widened(text, block), count


def _belong_together(text: str, block: Span, piece: Span) -> bool:
    """Whether nothing but code, or on one line nothing but ornament, stands between two pieces."""
    if piece.start - block.end > _GAP:
        return False
    between = text[block.end : piece.start]
    if _NOTHING.fullmatch(between) and text[block.start] == "<" == text[piece.start]:
        return True
    pieces = text[block.start : block.end], text[piece.start : piece.end]
    return _PROSE.search(between) is None and all(_CODE.search(code) for code in pieces)


def _widened(text: str, block: Span) -> Span:
    """A block of code with what is left of it on its first and its last line; other mark-up as it is."""
    code = text[block.start : block.end]
    if not _CODE.search(code) or _PROSE.search(code) or (code[0] == "<" and code[-1] == ">"):
        return block
    line = text.rfind("\n", 0, block.start) + 1
    start = line if _is_code(text[line : block.start]) else block.start
    rest = _AFTER.match(text, block.end)
    after = rest.group() if rest else ""
    length = max(after.rfind(sign) for sign in _CODE_SIGNS) + 1
    return Span(start, block.end + length if _is_code(after[:length]) else block.end)


def _is_code(rest: str) -> bool:
    """Whether the rest of a line is code too: a declaration, or a few characters with a sign of code."""
    if len(rest) > _GAP or _PROSE.search(rest):
        return False
    return _CODE.search(rest) is not None or (
        len(rest) <= _FRAGMENT and any(sign in rest for sign in _CODE_SIGNS)
    )
