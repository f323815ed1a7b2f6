"""Lines of a Markdown file that hold no prose: front matter, code, comments, rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.expressions import late

_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_FRONT_MATTER_LINES = 200
_FIELD = late(r"\s*(?:[\w$.\"'-]+[ \t]*[:=]|- |[#\[\]{}]|$)|[ \t]")
_FENCE = late(r"[ \t]{0,12}(?:>[ ]?)?[ \t]{0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^\r\n]*)")
_MOST_FENCES = 200  # fences looked at for the one that closes another
_COMMENT = ("<!--", "-->")
_RAW = late(r"<(?P<name>script|style|iframe|svg)\b[^<>]{0,2000}>", re.IGNORECASE)
_RULE = late(r"[ ]{0,3}(?:(?P<sign>[-*_])(?:[ \t]{0,3}(?P=sign)){2,200}|={2,200})[ \t]*[\r\n]*$")
_TABLE_RULE = late(
    r"[ \t]{0,12}\|?[ \t]{0,8}:?-+:?[ \t]{0,8}(?:\|[ \t]{0,8}:?-+:?[ \t]{0,8}){0,200}\|?[ \t]*[\r\n]*$"
)
_CONTAINER = late(r"[ ]{0,3}:{3,}(?:[ \t]*[A-Za-z{][^\r\n]*)?[\r\n]*$")
_CONTENTS = late(r"[ ]{0,3}\[{1,2}toc\]{1,2}[ \t]*[\r\n]*$", re.IGNORECASE)

_Spans = list[tuple[int, int]]


def passages(text: str) -> _Spans:
    """The stretches without prose, ascending; they may overlap."""
    lines = [match.span() for match in _LINE.finditer(text)]
    front = _front_matter(text, lines)
    spans = [(lines[0][0], lines[front - 1][1])] if front else []
    spans += _code(text, lines[front:])
    spans += _comments(text)
    spans += _raw(text)
    return sorted(spans)


def rules(text: str) -> _Spans:
    """The lines that only set others apart, ascending."""
    return [match.span() for match in _LINE.finditer(text) if _is_rule(match[0])]


def _front_matter(text: str, lines: _Spans) -> int:
    """How many lines the fields at the head of a file take, with the marks around them; 0 where none are."""
    mark = text[slice(*lines[0])].strip("\ufeff \t\r\n")
    if mark not in ("---", "+++"):
        return 0
    for number, (start, end) in enumerate(lines[1:_FRONT_MATTER_LINES], 2):
        line = text[start:end].rstrip()
        if line == mark or (line == "..." and mark == "---"):
            return number if number > 2 else 0
        if not _FIELD.match(line):
            return 0
    return 0


def _code(text: str, lines: _Spans) -> Iterator[tuple[int, int]]:
    """Fenced code; a fence that is never closed is a line of its own."""
    fences = [
        (start, end, match)
        for start, end in lines
        if (match := _FENCE.match(text, start, end)) and not ("`" in match["mark"] and "`" in match["info"])
    ]
    at = 0
    while at < len(fences):
        start, end, opening = fences[at]
        at += 1
        for number, (_, last, closing) in enumerate(fences[at : at + _MOST_FENCES], at + 1):
            if closing["mark"].startswith(opening["mark"]) and not closing["info"].strip():
                end, at = last, number
                break
        yield start, end


def _is_rule(line: str) -> bool:
    """Whether a line is a rule, the line under a heading or under the head of a table, or a container."""
    head = line.lstrip(" \t")[:1]
    if not head or head not in "-*_=|:[":
        return False
    if head == ":" and _CONTAINER.match(line):
        return True
    if head == "[":
        return _CONTENTS.match(line) is not None
    return bool(_RULE.match(line) or ("-" in line and _TABLE_RULE.match(line) and "--" in line))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    opening, closing = _COMMENT
    start = text.find(opening)
    while start >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            return
        yield start, end + len(closing)
        start = text.find(opening, end)


def _raw(text: str) -> Iterator[tuple[int, int]]:
    """Elements whose content is no text, from tag to tag."""
    reached = 0
    unclosed: set[str] = set()
    for match in _RAW.finditer(text):
        name = match["name"].lower()
        if match.start() < reached or name in unclosed:
            continue
        end = re.compile(f"</{name}>", re.IGNORECASE).search(text, match.end())
        if end is None:
            unclosed.add(name)
            continue
        reached = end.end()
        yield match.start(), reached
