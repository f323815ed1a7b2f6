"""Marks put into a text against copying: pinyin in brackets, random signs, words set apart by dots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late

_GLOSSES = 3  # pinyin in brackets after so many characters is no gloss of a rare one
_LEVEL_ONE = (b"\xb0", b"\xd8")  # first bytes in GB 2312 of the common half of its characters, and the end
_TONES = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
_GLOSS = late(
    r"[（(](?<=[一-鿿].)(?=[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]"
)
_TOKENS = late(r"[!-~]{1,2}(?: {1,2}[!-~]{1,2}){4,80}(?![!-~])")
_ODD_SIGNS = 2  # different ones in such a run
_ODD = frozenset("!@#$%^&~?;:{}[]|\\_\"'`<>")
_DOTS = late(r"[.．｜][^.．｜]{1,2}[.．｜]")
_DOTTED = late(
    r"[.．](?<=[一-鿿].)[一-鿿]{1,2}(?:[.．][一-鿿]{1,2}?){1,6}(?![一-鿿]?[.．])"
    r"|(?:｜[一-鿿]){2,9}｜"
)


class Mark(NamedTuple):
    """A mark against copying, and the text without it (empty where nothing is left)."""

    span: Span
    text: str = ""


def marks_against_copying(document: Document) -> Iterator[Mark]:
    """Yield each mark, with the characters it was put between."""
    text = document.text
    for span in _glosses(document):
        yield Mark(span, _GLOSS.sub("", document.slice(span)))
    for span in _random_signs(document):
        yield Mark(span)
    for match in _DOTTED.finditer(text) if _DOTS.search(text) else ():
        start = match.start() - (match.group()[0] in ".．")
        word = text[start : match.end()]
        yield Mark(
            Span(start, match.end()), "".join(character for character in word if character not in ".．｜")
        )


def _glosses(document: Document) -> Iterator[Span]:
    """Characters glossed in pinyin one after another, and where there are many, the first of each line."""
    if _TONES.isdisjoint(document.alphabet):
        return
    runs: list[Span] = []
    glosses = list(_GLOSS.finditer(document.text))
    for match in glosses:
        if runs and runs[-1].end == match.start() - 1:
            runs[-1] = Span(runs[-1].start, match.end())
        else:
            runs.append(Span(match.start() - 1, match.end()))
    lines: set[int] = set()
    for span in runs:
        line = document.position(span.start).line
        if _is_common_word(document.slice(span)) or (len(glosses) >= _GLOSSES and line not in lines):
            yield span
        lines.add(line)


def _is_common_word(glossed: str) -> bool:
    """Whether two or more characters are glossed, one of them so common that nobody needs its reading."""
    characters = [character for character in glossed if "一" <= character <= "鿿"]
    return len(characters) > 1 and any(
        _LEVEL_ONE[0] <= character.encode("gb2312", "ignore")[:1] < _LEVEL_ONE[1] for character in characters
    )


def _random_signs(document: Document) -> Iterator[Span]:
    """Runs of single letters, digits and signs with spaces between, as forum software sows them."""
    if len(_ODD & document.alphabet) < _ODD_SIGNS:
        return
    text = document.text
    for match in _TOKENS.finditer(text):
        signs = match.group().replace(" ", "")
        letters = sum(character.isalnum() for character in signs)
        is_whole = match.start() == 0 or not "!" <= text[match.start() - 1] <= "~"
        if is_whole and letters >= 2 and len(signs) - letters >= 2 and len(_ODD & set(signs)) >= _ODD_SIGNS:
            yield Span(*match.span())
