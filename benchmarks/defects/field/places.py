"""All places where a form can stand, by the names the tables use."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.defects.field.lines import LINES
from benchmarks.defects.field.numbers import NUMBERS
from benchmarks.defects.field.spots import Place
from benchmarks.defects.field.values import VALUES
from benchmarks.defects.field.words import WORDS

PLACES: Mapping[str, Place] = {**VALUES, **WORDS, **LINES, **NUMBERS}
