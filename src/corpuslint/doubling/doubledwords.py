"""A word written twice (完成完成), begun again (加强加党的), or doubled where two words share characters.

Words that touch explain some repetitions: 企业|创业|创新 reads as 业创 twice, 申请人|申请人民法院 as 申请人.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Span
from corpuslint.doubling.reduplication import (
    BEGUN,
    FUNCTION,
    MEASURED,
    NO_STUTTER,
    NO_WORD,
    NOUN_AND_VERB,
    NUMERALS,
    PHRASE_HEADS,
    TENTATIVE,
    TENTATIVE_LAST,
)
from corpuslint.doubling.repeats import short_repeats
from corpuslint.doubling.usage import Usage
from corpuslint.expressions import late
from corpuslint.prose.grammar import is_han
from corpuslint.prose.wordedges import begins_word, is_word

_LEAST, _MOST = 2, 16  # characters of a word or phrase
_PHRASE = 4  # characters of a phrase, whose repetition no words that touch explain
_USUAL = 2  # times a document writes something that it means
_STUTTER = late(r"(.)(?=(.)\1(..))")
_BEGUN_AGAIN = late("|".join(f"{verb}(?={verb[0]})" for verb in BEGUN))
_ASKED = late("[多哪什怎谁]")  # 拿多少拿多少, 想去哪去哪
_ENDS = "。！；"  # after these a verb may have been said twice on purpose
_BESIDE = 5  # characters before a doubled verb in which another one shows that it is meant


def doubled_words(usage: Usage) -> Iterator[tuple[Span, Span]]:
    """Two or more characters twice, unless meant (一个一个) or of words that touch; and the second copy."""
    pairs = list(short_repeats(usage.text, _LEAST, _MOST))
    for index, (span, stray) in enumerate(pairs):
        word = usage.text[span.start : stray.start]
        gaps = [span.start - before.end for before, _ in pairs[max(0, index - 1) : index]]
        gaps += [after.start - span.end for after, _ in pairs[index + 1 : index + 2]]
        is_meant = len(set(word)) == 1 or any(gap <= _BESIDE for gap in gaps) or _is_meant(usage, span, word)
        if not is_meant and not _is_met(usage, span, word):
            yield span, stray


def _is_meant(usage: Usage, span: Span, word: str) -> bool:
    text = usage.text
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    if word[0] in NUMERALS:
        return not before.isdecimal() and (word[0] in MEASURED or len(word) == _LEAST)
    if len(word) > _LEAST:
        return word[0] in PHRASE_HEADS or (len(word) <= _PHRASE and _ASKED.search(word) is not None)
    if word in TENTATIVE | NOUN_AND_VERB or not NO_WORD.isdisjoint(word) or word[0] in PHRASE_HEADS:
        return True
    if word[1] == "同":  # 同权|同价
        return True
    is_said = word in TENTATIVE_LAST and (after in _ENDS or after in "\n，")
    return is_said or after in ("再", "长")


def _is_met(usage: Usage, span: Span, word: str) -> bool:
    """Whether two words that share characters stand side by side: 企业|创业|创新, 申请人|申请人民法院."""
    text, start = usage.text, span.start
    before, after = text[max(0, start - 1) : start], text[span.end : span.end + 2]
    is_seam = len(word) < _PHRASE and is_word(before + word[0]) and is_word(word[-1] + word[0])
    if is_seam and (len(word) > _LEAST or is_word(word[1] + after[:1]) or not is_word(word)):
        return True
    if len(word) == _LEAST and word[1] in FUNCTION and not is_word(word):  # 大案|要案|要抓
        return True
    if len(word) < _PHRASE and _goes_on(usage, start, word, after):
        return True
    if usage.count(text[max(0, start - 1) : span.end], start) > _USUAL:
        return True
    if not (is_han(before or " ") and is_han(after[:1] or " ")):
        return False
    whole = usage.count(before + word + after[0], start)
    alone, longer = usage.count(before + word, start) - whole, usage.count(word + after[0], start) - whole
    return alone > 1 and longer > 1


def _goes_on(usage: Usage, start: int, word: str, after: str) -> bool:
    """Whether a word goes on after its repetition: 出版|出版物, 申请人|申请人民法院; no word begins there."""
    if not is_han(after[:1] or " ") or after[0] == "们":
        return False
    if len(word) > _LEAST:
        return is_word(word[:2]) and is_word(word[-1] + after[0])
    return is_word(word) and not begins_word(after) and usage.count(word + after[0], start) > _USUAL


def stutters(usage: Usage) -> Iterator[tuple[Span, Span]]:
    """A word begun again after itself: 加强加党的 where the document has 加强党的 and never 加党."""
    for match in _STUTTER.finditer(usage.text):
        first, second, rest = match.groups()
        if first == second or {first, second} & NO_STUTTER or not all(map(is_han, first + second + rest)):
            continue
        start = match.start()
        is_known = usage.count(first + second + rest, start) > 0
        if is_known and usage.count(second + first, start) == usage.count(first + rest[0], start) == 1:
            yield Span(start, start + 3), Span(start + 2, start + 3)


def begun_again(usage: Usage) -> Iterator[tuple[Span, Span]]:
    """A common verb begun again where no word begins like that: 提高提到3000元."""
    for match in _BEGUN_AGAIN.finditer(usage.text):
        end = match.end()
        if usage.text[end + 1 : end + 2] not in (*BEGUN[match[0]], match[0][1], "（", "("):
            yield Span(match.start(), end + 1), Span(end, end + 1)
