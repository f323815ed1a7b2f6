"""Engines of other installed packages, offered under the entry point group `corpuslint.engines`.

Only what is installed is looked at. The folder a run starts in may be the corpus, and nothing there is code.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from corpuslint.errors import EngineError

GROUP = "corpuslint.engines"


def find(name: str) -> Any:
    """The module of an installed engine; `KeyError` where there is none, `EngineError` where it is broken."""
    from importlib.metadata import distributions

    here = Path.cwd()
    places = [place for place in sys.path if place and Path(place).resolve() != here]
    for distribution in distributions(path=places):
        for entry in distribution.entry_points:
            if entry.group == GROUP and entry.name == name:
                return _loaded(name, entry, distribution.metadata["Name"])
    raise KeyError(name)


def _loaded(name: str, entry: Any, package: str) -> Any:
    try:
        engine = entry.load()
    except Exception as error:  # whatever another package's import raises
        raise EngineError(
            f'the engine "{name}" of {package} cannot be imported ({type(error).__name__}: {error})'
        ) from None
    for needed in ("Params", "run"):
        if not hasattr(engine, needed):
            raise EngineError(f'the engine "{name}" of {package} has no `{needed}`; it needs Params and run')
    return engine
