"""What would be lost with a copy: the characters of it that the copy that is kept does not have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

import msgspec

from corpuslint.corpus.document import Span
from corpuslint.findings import Family, Member

_NEAR = 32  # characters in which the end of a sentence is looked for
_INDENTS = " \t\u3000"
_OPENING = "“‘「『（(《【"
_CLOSING = "”’」』）)》】 \u3000"
_LINE_ENDS = "\r\n"
_ENDS = "。！？!?；;：:…" + _LINE_ENDS  # what may stand before a sentence


class Drop(msgspec.Struct, frozen=True):
    """A member that goes, by the index of its family and its own."""

    family: int
    member: int


class Loss(NamedTuple):
    """Characters that only the dropped copy has, and the weakest folding that makes the two equal.

    Punctuation, spaces, width, case and masks do not count; figures do for which the kept copy has others, or
    a mask. `variant` is `exact`, `folded`, `masked` or `near`, as of a family. `is_part` tells of a copy that
    begins or ends within a sentence: what is left of the sentence would make no sense.
    """

    characters: int
    variant: str
    is_part: bool = False

    @property
    def is_none(self) -> bool:
        """Whether the kept copy has all that the dropped one says, in the same words and whole sentences."""
        return not self.characters and self.variant != "near" and not self.is_part


class ReadTexts(Protocol):
    """Texts by path and record."""

    def __getitem__(self, name: tuple[str, int | None], /) -> str: ...


class Losses:
    """The losses of the copies of families, each computed once."""

    def __init__(self, families: Sequence[Family], texts: ReadTexts) -> None:
        self._families = families
        self._texts = texts
        self._known: dict[Drop, Loss] = {}

    def of(self, drop: Drop) -> Loss:
        """What is lost with one copy."""
        if drop not in self._known:
            family = self._families[drop.family]
            one, best = family.members[drop.member], family.members[family.canonical]
            text, span = self._side(one)
            loss = _loss((text, span), self._side(best))
            self._known[drop] = loss._replace(is_part=_is_part(text, span))
        return self._known[drop]

    def _side(self, member: Member) -> tuple[str, Span]:
        return self._texts[member.path, member.record], Span(member.start.offset, member.end.offset)

    def beyond(self, text: tuple[str, int | None], members: Iterable[Member]) -> int:
        """Characters of a text outside of passages in it that ascend on both ends."""
        from corpuslint.duplicates.fold import folded_values

        whole, reached, rest = self._texts[text], 0, []
        for member in members:
            rest.append(whole[reached : max(reached, member.start.offset)])
            reached = member.end.offset
        return len(folded_values("".join([*rest, whole[reached:]])))


def _loss(copy: tuple[str, Span], kept: tuple[str, Span]) -> Loss:
    from corpuslint.duplicates.fold import folded_values

    one, other = (text[slice(*span)] for text, span in (copy, kept))
    if _joined(one) == _joined(other):
        return Loss(0, "exact")
    if folded_values(one) == folded_values(other):
        return Loss(0, "folded")
    return _aligned_loss(one, other)


def _aligned_loss(one: str, other: str) -> Loss:
    """The loss of a copy that differs in more than punctuation."""
    import numpy as np

    from corpuslint.duplicates.align import blocks_of
    from corpuslint.duplicates.fold import MASK, folded_values
    from corpuslint.duplicates.pairing import Side, is_masked, pair, text_at
    from corpuslint.duplicates.source import Source

    sides = (Side(Source.of("", None, text), Span(0, len(text))) for text in (one, other))
    copies = pair(*sides)
    is_value = copies.here.folded.symbols == MASK
    characters = int(((copies.partners < 0) & ~is_value).sum())
    for index in np.flatnonzero(is_value).tolist():
        value, partner = text_at(copies.here, index), int(copies.partners[index])
        if not is_masked(value) and (
            partner < 0 or index in copies.changed or is_masked(text_at(copies.there, partner))
        ):
            characters += len(folded_values(value))
    blocks = blocks_of(*copies.symbols, copies.runs)
    return Loss(characters, "masked" if all(block.equal or block.masking for block in blocks) else "near")


def _is_part(text: str, span: Span) -> bool:
    """Whether a span begins or ends within a sentence."""
    before = text[max(0, span.start - _NEAR) : span.start].rstrip(_INDENTS + _OPENING)
    last, after = text[span.start : span.end][-_NEAR:].rstrip(_CLOSING), text[span.end : span.end + 1]
    starts = not before.strip() or before[-1] in _ENDS
    return not starts or not (not after or after in _LINE_ENDS or last[-1:] in _ENDS)


def _joined(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())
