"""What other signs have put in place of figures, spaces and quotation marks: 2O23年, 党组??书记, &党要管党&.

Optical recognition reads 0 as O and 1 as l; an encoding without Chinese writes ? for what it lacks; a page
that strips ldquo; leaves the & of it. Each is certain from what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.corpus.document import Span
from corpuslint.expressions import late


class LookAlike(NamedTuple):
    """A sign that stands for another: where, of what kind, and what it stands for."""

    span: Span
    kind: str
    meant: str


_FIGURES = str.maketrans("OoQlI|SsB", "000111558")
_UNIT = (
    r"(?:年|月|日|人|%|％|‰|万|亿|元|所|个|家|户|名|项|次|周年|公里|千米|平方|亩|公顷|吨|分|时|届|期|条|岁|座|处|场|篇|件|台|套"
    r"|世纪|余|多|倍|天|周|米|批|点|村|镇|乡)"
)
_LETTERS = "OoQlI|SsB"
_LETTER = late("[OoQlI|SsB]")
_LONGEST_FIGURE = 12
_FIGURE = late(
    r"(?<![0-9A-Za-z.·－-])(?=[0-9OoQlI|]{0,12}[0-9])[0-9OoQlI|][0-9OoQlI|SsB.,]{0,12}(?<![.,])(?="
    + _UNIT
    + r")"
)
_ASKING = frozenset("吗呢么谁哪几何否吧啊呀嘛")
_QUESTIONS = late(
    r"(?<=[一-鿿，。、；：“”《》])(?<!\?)\?{2,3}(?=[一-鿿])(?![年月日号时点万亿元个名户项人家次件篇处条县市区镇乡村同])"
    r"|(?<=[一-鿿])(?<!？)？{3,8}(?=[一-鿿，。、；])|？{4,8}(?=[一-鿿])"
)
_BLANKS = late(
    r"(?m)^[ \t\u3000]{0,8}(?P<head>\?{1,6})(?=[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.]|[一-鿿])"
    r"|(?<=[一-鿿])(?P<gap> \?)(?=[一-鿿])"
)
_AMPERSANDS = late(r"&(?![A-Za-z#])(?P<words>[一-鿿、，]{2,24})&(?![A-Za-z#])")


def letters_in_figures(text: str) -> Iterator[LookAlike]:
    """Figures in which a letter stands for a digit, before a unit (2O23年, l00周年, 4S所)."""
    end = 0
    for letter in _LETTER.finditer(text):
        start = letter.start()
        while (
            start > max(end, letter.start() - _LONGEST_FIGURE)
            and text[start - 1] in "0123456789.," + _LETTERS
        ):
            start -= 1
        match = _FIGURE.match(text, start)
        if match and start >= end and match.end() > letter.start():
            end = match.end()
            yield LookAlike(Span(start, end), "figure", match.group().translate(_FIGURES))


def question_marks(text: str) -> Iterator[LookAlike]:
    """Question marks inside a sentence that asks nothing: a character is lost."""
    for match in _QUESTIONS.finditer(text):
        if _ASKING.isdisjoint(text[max(0, match.start() - 12) : match.start()].rpartition("。")[2]):
            yield LookAlike(Span(*match.span()), "lost", "")
    blanks = [match for match in _BLANKS.finditer(text) if match.group("head") or match.group("gap")]
    for match in blanks:
        yield LookAlike(Span(*match.span(match.lastgroup or 0)), "blank", "")


def ampersands(text: str) -> Iterator[LookAlike]:
    """Words between two & that were &ldquo; and &rdquo;."""
    for match in _AMPERSANDS.finditer(text):
        yield LookAlike(Span(*match.span()), "ampersand", f"“{match['words']}”")
