"""The engines: one module each, named here and imported when a check asks for it.

A document engine is a module with

- `Params`: a frozen `msgspec.Struct` (unknown fields forbidden) that types a check's `[params]`;
- `run(document, params)`: yields a `Hit` for each place it finds, in any order.

A corpus engine has `Params` and `SCOPE = "corpus"`: it compares documents, and the runner calls it once for
all of them. Engines know nothing of checks, severities or languages, and never import each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

import msgspec

from corpuslint.corpus.document import Document
from corpuslint.findings import Hit

NAMES: tuple[str, ...] = (
    "artefact",
    "balance",
    "characters",
    "chrome",
    "continuity",
    "dates",
    "declared_count",
    "doubled",
    "dropped",
    "duplicates",
    "encoding",
    "figures",
    "heading",
    "markup",
    "mojibake",
    "numbering",
    "page",
    "pattern",
    "punctuation",
    "runon",
    "space",
    "template",
    "timed",
    "title",
    "truncation",
    "width",
)


class Engine(Protocol):
    """What a document engine's module offers."""

    Params: type[msgspec.Struct]

    @staticmethod
    def run(document: Document, params: Any) -> Iterator[Hit]:
        """Find what the parameters describe."""


@cache
def load(name: str) -> Engine:
    """Import the engine of that name; `KeyError` where there is none.

    Engines of other packages are found by their entry points, and looked for only under a name that is not
    one of ours.
    """
    if name in NAMES:
        return cast(Engine, import_module(f"corpuslint.engines.{name}"))
    from corpuslint.installed import find

    return cast(Engine, find(name))


def is_corpus_engine(engine: Engine) -> bool:
    """Whether the engine compares documents rather than reading one."""
    return getattr(engine, "SCOPE", "document") == "corpus"
