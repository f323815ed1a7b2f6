"""Why a text is no TOML, told for the one who wrote it: the line, what stands there, the remedy.

The parser says where it stopped. What is never closed is stopped at far from where it began, so that is
looked for; its other complaints are put into words of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from corpuslint.expressions import late
from corpuslint.wordings import Wording, wording

_BARE = late(r"[\w.\-]+(\[\d+\])*", re.ASCII)
_PLACE = late(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
# What can hold a bracket that closes nothing, and what opens or closes.
_TOKEN = late(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|' + r"'''(?:[^']|'{1,2}(?!'))*'{3,5}|"
    r'"(?:[^"\\\n]|\\[^\n])*"|' + r"'[^'\n]*'|#[^\n]*|"
    r'(?P<quote>"""|' + r"'''|[\"'])|(?P<open>[\[{])|(?P<close>[\]}])",
    re.DOTALL,
)
_KEY = late(r"^[ \t]*(?P<key>[^=\[#\n]{1,200}?)[ \t]*=", re.MULTILINE)
_HEADER = late(r"^[ \t]*\[{1,2}[ \t]*(?P<table>[^\]\n]{1,200}?)[ \t]*\]")
_ESCAPE = late(r"\\(?:u[0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|.?)")
_LONGEST = 40  # characters of the text that a message shows

_OPENED = {"[": "settings.syntax-array", "{": "settings.syntax-inline"}


def complaint(source: str, error: Exception) -> tuple[int, Wording]:
    """The 1-based line, and what is wrong there, for an error of `tomllib` about a text."""
    message = str(error)
    place = _PLACE.search(message)
    position = len(source)
    if place and place[1]:
        position = _start_of(source, int(place[1])) + int(place[2]) - 1
    kind = message[: place.start()] if place else message
    if _is_of_what_is_open(kind, source[position:]) and (found := _unclosed(source, position)):
        return found
    line = _line_at(source, position)
    told = next((told for beginning, told in _COMPLAINTS if kind.startswith(beginning)), None)
    reason = told(source, position) if told else wording("settings.syntax", error=kind)
    return line, reason if told in _OF_LINES else _at_key(source, line, reason)


def _is_of_what_is_open(kind: str, rest: str) -> bool:
    """Whether the parser stopped where something should have been closed, or a value should have followed."""
    if kind.startswith(("Illegal character", "Invalid value")):
        return not rest.strip() or (kind.startswith("Illegal") and rest[:1] in "\r\n")
    return kind.startswith(("Unclosed", "Unterminated", "Expected \"'", "Expected '\""))


def _at_key(source: str, line: int, reason: Wording) -> Wording:
    """What is wrong with a value, with the key it stands under."""
    key = _KEY.match(_text_of_line(source, line))
    return wording("settings.at-key", key=key["key"].strip("\"'"), reason=reason) if key else reason


def _unclosed(source: str, position: int) -> tuple[int, Wording] | None:
    """Where what is open at a position began; None where nothing is."""
    opened: list[tuple[int, str]] = []
    for token in _TOKEN.finditer(source):
        if token["quote"]:
            line = _line_at(source, token.start())
            return line, _at_key(source, line, wording("settings.syntax-string"))
        if token.start() >= position:
            break
        if token["open"]:
            opened.append((token.start(), _OPENED[token["open"]]))
        elif token["close"] and opened:
            opened.pop()
    if not opened:
        return None
    start, key = opened[-1]
    line = _line_at(source, start)
    return line, _at_key(source, line, wording(key))


def _repeated(source: str, position: int) -> Wording:
    line = _text_of_line(source, _line_at(source, position))
    if header := _HEADER.match(line):
        return wording("settings.syntax-table-twice", table=header["table"])
    # Within an inline table the parser stops right behind the second one.
    within = re.findall(r"([\w.\"'-]{1,80})[ \t]{0,9}=", source[max(0, position - 400) : position])
    name = within[-1] if within else line.partition("=")[0].strip()
    return wording("settings.syntax-twice", key=name.strip("\"'"))


def _other_form(source: str, position: int) -> Wording:
    line = _text_of_line(source, _line_at(source, position))
    found = _HEADER.match(line) or _KEY.match(line)
    return wording("settings.syntax-other-form", key=found[1] if found else _shown(line))


def _no_line(source: str, position: int) -> Wording:
    line = _text_of_line(source, _line_at(source, position))
    return wording("settings.syntax-no-equals", found=_shown(line.strip()))


def _rest(source: str, position: int) -> Wording:
    found = _rest_of_line(source, position)
    if found[:1] < " ":
        return _control(source, position)
    return wording("settings.syntax-rest", found=_shown(found))


def _value(source: str, position: int) -> Wording:
    found = _rest_of_line(source, position)
    if not found or found.startswith("#"):
        return wording("settings.syntax-no-value")
    return wording("settings.syntax-value", found=_shown(found))


def _date(source: str, position: int) -> Wording:
    return wording("settings.syntax-date", found=_shown(_rest_of_line(source, position)))


def _header(source: str, position: int) -> Wording:
    return wording("settings.syntax-header")


def _escape(source: str, position: int) -> Wording:
    backslash = source.rfind("\\", 0, position + 1)
    found = _ESCAPE.match(source, max(backslash, 0))
    return wording("settings.syntax-escape", found=found[0] if found else "\\")


def _control(source: str, position: int) -> Wording:
    return wording("settings.syntax-control", found=f"U+{ord(source[position : position + 1] or ' '):04X}")


_COMPLAINTS: tuple[tuple[str, Callable[[str, int], Wording]], ...] = (
    ("Cannot overwrite a value", _repeated),
    ("Cannot declare", _repeated),
    ("Duplicate inline table key", _repeated),
    ("Cannot redefine namespace", _other_form),
    ("Cannot mutate immutable namespace", _other_form),
    ("Expected '=' after a key", _no_line),
    ("Invalid statement", _no_line),
    ("Invalid initial character for a key part", _no_line),
    ("Expected newline or end of document", _rest),
    ("Invalid value", _value),
    ("Invalid date or datetime", _date),
    ("Expected ']", _header),
    ("Unescaped '\\\\'", _escape),
    ("Unescaped '\\'", _escape),
    ("Invalid hex value", _escape),
    ("Escaped character", _escape),
    ("Found invalid character", _control),
    ("Illegal character", _control),
)


# What speaks of a line and not of the value on it.
_OF_LINES = (_repeated, _other_form, _no_line, _header)


def _starts(source: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", source))]


def _start_of(source: str, line: int) -> int:
    starts = _starts(source)
    return starts[min(line, len(starts)) - 1]


def _line_at(source: str, position: int) -> int:
    return bisect_right(_starts(source), min(position, len(source)))


def _text_of_line(source: str, line: int) -> str:
    return source[_start_of(source, line) :].partition("\n")[0]


def _rest_of_line(source: str, position: int) -> str:
    return source[position:].partition("\n")[0].strip()


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def place_of(steps: tuple[str, ...]) -> str:
    """Keys as TOML writes them one behind the other; those that are no bare words stand in quotes."""
    return ".".join(step if _BARE.fullmatch(step) else f'"{step}"' for step in steps)
