"""What of a Markdown file is prose: the text with its mark-up blanked, every offset as it was.

Blanked are front matter, code, comments, tags, images, the addresses of links, footnote marks, entities, the
marks of emphasis, rules and the delimiter rows of tables. What opens a line stays, for it says what the line
is: `#` a heading, `-` a point, `>` a quotation, `|` a row; `*` before a point becomes `-`, since an asterisk
in a text is a mask. Only mark-up that is whole is taken for it (CommonMark 0.31 and the tables, footnotes and
deletions of GFM): a tag that never closes or half of an emphasis stays in the text.

Four spaces of indentation are an indentation: official documents hold no code, and many indent so.
"""

from __future__ import annotations

import re

from corpuslint.corpus.formats.markdown.emphasis import emphasis_marks
from corpuslint.corpus.formats.markdown.passages import passages, rules
from corpuslint.expressions import late

_MARKS = frozenset("`<[!&*_~=\\:{|-+#")
_NOT_LINE_END = late(r"[^\r\n]+")
_ADDRESS = r"(?:<[^<>\n]{0,2000}>|(?:[^()\s]++|\([^()\s]{0,300}\))*+)"
_TITLE = r"(?:[ \t]{1,4}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?"
_HOST = r"[^\s<>\"'`|()（）\[\]{}《》〈〉“”‘’，。；：、！？…—\u4e00-\u9fff]"

# Each takes away what its groups match, or all of it, before the next one looks.
_CODE = late(r"(?<!`)(`{1,3})(?!`)([^`\r\n]{1,300})\1(?!`)")
_HAN = late("[\u4e00-\u9fff]")
_TAG = late(
    r"</?[A-Za-z][A-Za-z0-9:-]{0,20}(?:[\s/](?:[^<>\"'，。\u4e00-\u9fff]++|\"[^\"<]*+\"|'[^'<]*+')*+)?>"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}>|<[^\s<>@]{1,64}@[^\s<>@]{1,255}>"
)
_IMAGE = late(
    r"!\[[^\[\]\r\n]{0,500}\](?:\((?:[^()\r\n]++|\([^()\r\n]{0,300}\))*+\)|\[[^\[\]\r\n]{0,200}\])"
    r"(?:\{[^{}\r\n]{0,200}\})?|!\[\[[^\[\]\r\n]{1,500}\]\]"
)
_WIKI_LINK = late(r"(\[\[(?:[^\[\]|\r\n]{1,300}\|)?)[^\[\]|\r\n]{1,300}(\]\])")
_LINK = late(rf"(\[)[^\[\]\r\n]{{0,1000}}(\]\([ \t]{{0,4}}{_ADDRESS}{_TITLE}[ \t]{{0,4}}\))")
_SPACED_LINK = late(r"(\[)[^\[\]\r\n]{0,1000}(\]\([ \t]{0,4}(?:[a-z]{3,6}:|[./#])[^()\r\n]{0,1000}\))")
_REFERENCE = late(r"(\[)[^\[\]\r\n]{1,1000}(\][ ]?\[(?P<name>[^\[\]\r\n]{1,200})\])")
_DEFINITION = late(
    r"^[ ]{0,3}\[(?P<name>(?!\^)[^\[\]\r\n]{1,200})\]:[ \t]{0,8}"
    r"(?:<[^<>\r\n]*>|[A-Za-z][A-Za-z0-9+.-]*:\S*|[./#]\S*)[^\r\n]*",
    re.MULTILINE,
)
_FOOTNOTE = late(r"\[\^[^\[\]\r\n\s]{1,60}\]:?")
_URL = late(
    rf"(?:https?|ftp)://{_HOST}+|(?<![A-Za-z0-9.@/])www\.{_HOST}+|data:[a-z]+/[a-z0-9.+-]+[;,]{_HOST}+"
)
_ENTITY = late(r"&(?:[A-Za-z][A-Za-z0-9]{1,20}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_TASK = late(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]{1,4}(\[[ xX]\])(?=[ \t])", re.MULTILINE)
_BULLET = late(r"^([ \t]*)\*(?=[ \t]+\S)", re.MULTILINE)
_BREAK = late(r"\\$", re.MULTILINE)
_CLOSING = late(r"^[ ]{0,3}#{1,6}[ \t][^\r\n]*?[^#\r\n \t\\][ \t]{1,4}(#{1,6})[ \t]*$", re.MULTILINE)
_ESCAPE = late(r"\\(?=[!-/:-@\[-`{-~])")


def prose(text: str) -> str:
    """The text with its mark-up blanked: of the same length, with the same line ends."""
    if _MARKS.isdisjoint(text):
        return text
    shown = _without_spans(text, passages(text))
    shown = _CODE.sub(_code, _BULLET.sub(r"\1-", shown))
    shown = _IMAGE.sub(_all, shown)
    names = {match["name"].casefold() for match in _DEFINITION.finditer(shown)}
    shown = _DEFINITION.sub(_all, shown)
    shown = _WIKI_LINK.sub(_groups, shown)
    shown = _SPACED_LINK.sub(_groups, _LINK.sub(_groups, shown))
    if names:
        shown = _REFERENCE.sub(lambda found: _groups(found, found["name"].casefold() in names), shown)
    for expression in (_TAG, _FOOTNOTE, _URL, _ENTITY):
        shown = expression.sub(_all, shown)
    shown = _without_spans(shown, rules(shown))
    shown = _CLOSING.sub(_groups, _TASK.sub(_groups, shown))
    shown = _without_spans(shown, emphasis_marks(text, shown))
    return _ESCAPE.sub(" ", _BREAK.sub(" ", shown))


def _code(found: re.Match[str]) -> str:
    """Code without a Chinese character is none of the text's words; else its backticks alone go."""
    if not _HAN.search(found[2]):
        return _all(found)
    fence = " " * len(found[1])
    return fence + found[2] + fence


def _all(found: re.Match[str]) -> str:
    return _blank(found[0])


def _groups(found: re.Match[str], wanted: bool = True) -> str:
    """A match with its numbered groups blanked."""
    whole = found[0]
    for number in range(1, (found.re.groups if wanted else 0) + 1):
        start, end = found.start(number) - found.start(), found.end(number) - found.start()
        whole = whole[:start] + _blank(whole[start:end]) + whole[end:]
    return whole


def _blank(piece: str) -> str:
    return _NOT_LINE_END.sub(lambda line: " " * len(line[0]), piece)


def _without_spans(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with ascending spans blanked."""
    pieces: list[str] = []
    reached = 0
    for start, end in spans:
        if end > reached:
            pieces += (text[reached:start], _blank(text[max(start, reached) : end]))
            reached = end
    return "".join((*pieces, text[reached:]))
