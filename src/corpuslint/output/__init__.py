"""Reports written down: one module a format, each with `write(outcome, options) -> Iterator[str]`.

Writers take what a run found and yield text; they never read files of the corpus and know nothing of engines.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

import msgspec

if TYPE_CHECKING:
    from corpuslint.catalog import Language
    from corpuslint.report import Outcome

# Every format is a module of this package, loaded when it is asked for.
FORMATS = (
    "full",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
    "markdown",
)
# Those that look at the lines findings begin on.
NEEDS_LINES = frozenset({"full", "rdjson"})


class Options(msgspec.Struct, frozen=True):
    """How a report is written; `limit` is how many findings of a check are shown for a file (0: all)."""

    language: Language = "en"
    color: bool = False
    limit: int = 5
    statistics: bool = False


class Writer(Protocol):
    """What a format's module offers."""

    @staticmethod
    def write(outcome: Outcome, options: Options) -> Iterator[str]:
        """Yield the report piece by piece."""


def load(name: str) -> Writer:
    """Import the writer of a format; `KeyError` where there is none."""
    if name not in FORMATS:
        raise KeyError(name)
    return cast(Writer, import_module(f"{__name__}.{name}"))
