"""What a terminal may be shown: corpus text made harmless, widths in cells, colours.

Text of a corpus can hold escape sequences, bidirectional controls and commands for CI runners (CWE-150).
Everything a terminal or a CI log reads passes through `visible`.
"""

from __future__ import annotations

import re
import unicodedata

from corpuslint.expressions import late
from corpuslint.findings import Finding, Member, Related, Severity

# Characters that act on a terminal, or that nobody would see there: controls (Cc), formatting characters (Cf:
# bidirectional, zero-width, tags), line and paragraph separators, Hangul fillers, surrogates, private use
# and noncharacters. Ranges rather than `unicodedata.category`, so that every Python writes the same bytes.
_UNSEEN = late(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U0010ffff]"
)
# A runner obeys `::name::` at the start of a line, white space or not, and `##[name]` wherever it stands.
_COLONS = late(":(?=:)")
_LEGACY_COMMAND = late(r"##(?=\[)")
_HAIR_SPACE = "\u200a"
_WIDE = frozenset("WF")
_STYLES = {"red": "31", "yellow": "33", "blue": "34", "cyan": "36", "bold": "1", "dim": "2"}
_SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_LONGEST = 300  # code points of a message or a path; longer ones are cut in the middle


def visible(text: str) -> str:
    """The text as a terminal or a CI log may have it.

    Control characters and others that cannot be seen are shown as `<U+001B>`, a tab as a space. `::` and
    `##[` are broken up by a hair space, wherever they stand: a writer may put the text at a line's start.
    """
    return _COLONS.sub(":" + _HAIR_SPACE, named(text))


def named(text: str) -> str:
    """The same, but for `::`: for names that stand where colons are escaped in another way."""
    return _LEGACY_COMMAND.sub("##" + _HAIR_SPACE, _UNSEEN.sub(_name, text))


def _name(match: re.Match[str]) -> str:
    return " " if match[0] == "\t" else f"<U+{ord(match[0]):04X}>"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The text, cut in the middle where it is longer; both ends stay, for a message says its piece there."""
    if len(text) <= longest:
        return text
    tail = longest // 3
    return f"{text[: longest - tail - 1]}…{text[-tail:]}"


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: Chinese characters two, combining marks none.

    Characters of ambiguous width (“ ” ① …) count one cell, as terminals show them unless told otherwise
    (Unicode Standard Annex 11).
    """
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if "\u1160" <= character <= "\u11ff" or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def paint(text: str, style: str, *, color: bool) -> str:
    """The text in a colour or weight, where colour is wanted."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color else text


def severity_style(severity: Severity) -> str:
    """The colour of a severity."""
    return _SEVERITY_STYLES[severity]


def place(at: Finding | Related) -> str:
    """Where something stands, as editors and terminals link it: `path:line:column`, `path#record:…`."""
    where = at.path if at.record is None else f"{at.path}#{at.record}"
    return f"{visible(where)}:{at.start.line}:{at.start.column}"


def lines(member: Member) -> str:
    """The lines a copy takes: `3`, or `3-17`."""
    first, last = member.start.line, member.end.line
    return str(first) if first == last else f"{first}-{last}"
