"""What the search for duplicates takes and gives; cheap to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpuslint.corpus.document import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Kind = Literal["document", "passage", "boilerplate"]
Variant = Literal["exact", "folded", "masked", "near"]
VARIANTS: tuple[Variant, ...] = ("exact", "folded", "masked", "near")  # each less alike than the one before

_SMALL_CORPUS = 3_500_000  # folded characters: about 10 MB of Chinese in UTF-8


@dataclass(frozen=True, slots=True)
class Options:
    """What counts as a passage, in folded characters, and how hard to look.

    `minimum` is the length of a near copy; text that is equal after folding counts from two thirds of it.
    `identity` is the least share of equal characters in a copy made of several parts. `thorough` samples
    every second anchor instead of every fourth: twice the time, a few more of the heavily edited copies.
    """

    minimum: int = 60
    identity: float = 0.6
    thorough: bool = False

    @property
    def exact_minimum(self) -> int:
        """Least length of a passage whose folded text is equal."""
        return max(1, self.minimum * 2 // 3)

    @property
    def least_score(self) -> int:
        """Least score of an alignment: its equal columns less one and a half times the edited ones."""
        return max(1, self.minimum // 2)

    @property
    def sampling(self) -> int:
        """One anchor is kept of this many."""
        return 2 if self.thorough else 4

    def shingle_width(self, characters: int) -> int:
        """Characters in a shingle: short ones survive more edits, and a small corpus has few chance hits."""
        return 6 if characters <= _SMALL_CORPUS else 8


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """What of a text is compared, and all that is kept of it between runs.

    `symbols`: uint16, shape (n,), what is compared. `breaks`: uint8, shape (n,), what ends before each
    symbol: 0 nothing, 1 a sentence, 2 a line.
    """

    symbols: NDArray[np.uint16]
    breaks: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Prepared(Folded):
    """The folded view of a text with the way back to it.

    `origins`: uint32, shape (n,), ascending, the code point of the text at which each symbol begins.
    """

    origins: NDArray[np.uint32]

    def without_origins(self) -> Folded:
        """The part that comparing needs; the rest is made again where a copy is found."""
        return Folded(self.symbols, self.breaks)


class FamilyMember(NamedTuple):
    """One copy: index of its source, its place in code points, and how it compares with the canonical copy.

    `similarity` is the identity of the alignment, `containment` the share of this copy's folded characters
    that stand in the canonical one; both run from 0 to 1. `variant` is the weakest folding that makes this
    copy equal to the canonical one.
    """

    source: int
    span: Span
    similarity: float
    containment: float
    variant: Variant = "exact"


@dataclass(frozen=True, slots=True)
class PassageFamily:
    """Places that say the same. `canonical` is an index into `members`, in order of path and place.

    `reasons` are the criteria that singled the canonical copy out, in the order they were applied:
    `fewest-placeholders`, `fewest-errors`, `longest`, `whole-document`, `earliest`. One that told no copies
    apart is not named.
    """

    kind: Kind
    variant: Variant
    members: tuple[FamilyMember, ...]
    canonical: int
    reasons: tuple[str, ...]
