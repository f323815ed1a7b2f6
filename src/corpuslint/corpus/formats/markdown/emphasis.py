"""Marks of emphasis: pairs of `*`, `**`, `_`, `__`, `~~`, `==` (CommonMark 6.2, GFM 6.5).

What opens and what closes is told from its neighbours, as CommonMark does it. Bold print is told more
leniently: Chinese writers close it right after a full stop, `**加强领导。**各级`, where CommonMark sees none.
An asterisk without a partner is a mask and stays.
"""

from __future__ import annotations

import unicodedata

from corpuslint.expressions import late

_RUN = late(r"\*{1,3}(?<!\*{4})(?!\*)|_{1,3}(?<!_{4})(?!_)|~~(?<!~~~)(?!~)|==(?<!===)(?!=)")
_PARAGRAPH_END = late(r"(?:\r\n|\r|\n)[ \t\u3000]{0,80}(?:\r\n|\r|\n)")


def emphasis_marks(text: str, shown: str) -> list[tuple[int, int]]:
    """Where the paired marks stand, ascending; `shown` is the text with other mark-up blanked."""
    ends = [match.start() for match in _PARAGRAPH_END.finditer(shown)]
    found: list[tuple[int, int]] = []
    waiting: dict[str, tuple[int, int]] = {}
    paragraph = 0
    for match in _RUN.finditer(shown):
        mark, span = match[0], match.span()
        while paragraph < len(ends) and ends[paragraph] < span[0]:
            waiting.clear()
            paragraph += 1
        if _is_escaped(text, span[0]):
            continue
        opens, closes = _flanks(text, *span)
        if closes and mark in waiting:
            found += (waiting.pop(mark), span)
        elif opens:
            waiting[mark] = span
    return sorted(found)


def _is_escaped(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run of marks may open emphasis, and whether it may close it."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    is_left, is_right = not after.isspace(), not before.isspace()
    if end - start >= 2 and text[start] != "_":
        return is_left, is_right
    is_left = is_left and (not _is_mark(after) or before.isspace() or _is_mark(before))
    is_right = is_right and (not _is_mark(before) or after.isspace() or _is_mark(after))
    if text[start] == "_":
        return is_left and (not is_right or _is_mark(before)), is_right and (not is_left or _is_mark(after))
    return is_left, is_right


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
