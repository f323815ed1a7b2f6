"""Parameters of the duplicate checks; the comparison itself is the package `corpuslint.duplicates`."""

from __future__ import annotations

from typing import Literal

import msgspec

SCOPE = "corpus"


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which families a check reports: whole `document`s or `passage`s.

    Copies of fewer than `stock` characters are info, whatever the check's severity: speeches share formulas
    of that length without one being pasted from the other. So are edited copies of which a smaller share than
    `rewritten` stands in the other one: the reports of two years say much in the same words.
    """

    kind: Literal["document", "passage"]
    stock: int = 0
    rewritten: float = 0.0
