"""A character written twice: 的的, 加强强学习, 落落实.

Chinese doubles characters on purpose (人人, 双双), and a character meets itself where two words touch
(发展|展示, 水平|平安): of the doubled characters of clean official text next to none is a slip. So a pair
counts only with proof: a function word that never doubles, one of the words every report is made of with a
character twice, or words that the document has with the character once; and only where no two words can meet.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Span
from corpuslint.doubling.reduplication import (
    ALONE,
    FUNCTION,
    IDIOMS,
    LAST,
    NUMERALS,
    OFFICIAL,
    OPEN,
    REDUPLICATED,
    TOUCHING,
    UNITS,
)
from corpuslint.doubling.usage import Usage
from corpuslint.expressions import late
from corpuslint.prose.grammar import is_han
from corpuslint.prose.wordedges import ends_word, is_word, may_be_word

_CHARACTER = late(r"([一-鿿])\1")
_HEADS = frozenset("要从把将被对向使让")  # words that stand before any verb or noun
_NAMED = 2  # times a doubled character in the same words makes a name or a word of the document's own


def doubled_characters(usage: Usage) -> Iterator[tuple[Span, Span]]:
    """Each pair that nothing explains, and the second of the two."""
    text = usage.text
    for match in _CHARACTER.finditer(text):
        start, end = match.span()
        if _is_doubled(usage, text[start], start, end):
            yield Span(start, end), Span(start + 1, end)


def _is_doubled(usage: Usage, character: str, start: int, end: int) -> bool:
    text = usage.text
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if character in (before, after) or _is_pair(text[start - 2 : start]) or _is_pair(text[end : end + 2]):
        return False
    if character in FUNCTION:
        return _is_doubled_function(character, before, after)
    if before.isdecimal():
        return character in UNITS and not (character == "年" or is_word(character + after))  # 5家|家庭农场
    if after in IDIOMS.get(character, ()):
        return False
    is_slip = (
        _is_first_doubled(character, before, after)
        or _is_last_doubled(character, before, after)
        or _is_single_elsewhere(usage, start, end)
    )
    return is_slip and usage.count(before + 2 * character + after, start) < _NAMED


def _is_pair(characters: str) -> bool:
    return len(characters) == 2 and characters[0] == characters[1] and is_han(characters[0])


def _is_doubled_function(character: str, before: str, after: str) -> bool:
    if not (is_han(before or " ") or is_han(after or " ")):
        return False
    not_before, not_after = FUNCTION[character]
    return not (before and before in not_before) and not (after and after in not_after)


def _is_first_doubled(character: str, before: str, after: str) -> bool:
    """Whether the word that a pair begins is a usual one, and no word ends with the first of the pair."""
    ends = ends_word if before in _HEADS else may_be_word  # 要加 begins clauses, and is no word
    is_met = is_han(before or " ") and (ends(before + character) or character in LAST)
    return character + after in OFFICIAL and not is_met


def _is_last_doubled(character: str, before: str, after: str) -> bool:
    """Whether the word that a pair ends is a usual one, and no word begins with the second of the pair."""
    if character in OPEN:
        return False
    return before + character in OFFICIAL and not (is_han(after or " ") and may_be_word(character + after))


def _is_single_elsewhere(usage: Usage, start: int, end: int) -> bool:
    """Whether the document has the same words with the character once, and no two words meet here."""
    text = usage.text
    character, before, after = text[start], text[start - 1 : start], text[end : end + 1]
    if character in REDUPLICATED | ALONE | TOUCHING | OPEN or character in NUMERALS:
        return False
    around = text[max(0, start - 2) : start + 1] + text[end : end + 2]
    if len(around) < 5 or not all(map(is_han, around)):
        return False
    meets = may_be_word(before + character) and may_be_word(character + after)
    return not meets and usage.count(around, start) > 0
