"""What a project accepts, gathered for a run: the entries in its settings, and the baseline beside them."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from pathlib import Path

from corpuslint.acceptance import baseline as baselines
from corpuslint.acceptance.accepted import Accepted, Scope
from corpuslint.config import Loaded

_NARROWING = frozenset({"select", "extend_select", "ignore", "per_file_ignores"})


def baseline_path(loaded: Loaded) -> Path:
    """Where the baseline of a project stands, whether it is there or not."""
    return loaded.root / (loaded.settings.baseline or baselines.FILE_NAME)


def gather(loaded: Loaded, today: datetime.date, *, with_baseline: bool = True) -> Accepted:
    """The entries and the baseline that hold; `TomlError` where a baseline was named and cannot be read."""
    path = baseline_path(loaded)
    named = loaded.settings.baseline is not None
    found = None
    if with_baseline and (named or (path.is_file() and not loaded.isolated)):
        found = baselines.read(path)
    entries = tuple((_place(loaded, n), entry) for n, entry in enumerate(loaded.settings.ignored))
    return Accepted(entries, found, path.name, today)


def scope(paths: Sequence[str], loaded: Loaded) -> Scope:
    """What a run over some paths can see of what is accepted."""
    folder = baseline_path(loaded).parent
    return Scope(
        base=glob_base(loaded),
        baseline_base=_relative(Path.cwd(), folder),
        roots=tuple(_relative(Path(path), folder) for path in paths),
        is_gone=lambda path: not (folder / path).exists(),
        is_whole=not loaded.overridden & _NARROWING and _covers_all(paths, loaded),
    )


def glob_root(loaded: Loaded) -> Path:
    """The folder that globs are relative to: that of the settings, if the run starts in it or below."""
    here = Path.cwd()
    return loaded.root if here.is_relative_to(loaded.root) else here


def glob_base(loaded: Loaded) -> str:
    """The path from the folder of the globs to where the run started; `""` where they are the same."""
    prefix = _relative(Path.cwd(), glob_root(loaded))
    return "" if prefix == "." else f"{prefix}/"


def _covers_all(paths: Sequence[str], loaded: Loaded) -> bool:
    """Whether the paths hold all roots of the settings; where none are set, whether they are folders."""
    named = [Path(path).resolve() for path in paths]
    if not loaded.settings.roots:
        return all(path.is_dir() for path in named)
    roots = [(loaded.root / root).resolve() for root in loaded.settings.roots]
    return all(any(root.is_relative_to(path) for path in named) for root in roots)


def _place(loaded: Loaded, number: int) -> str:
    """Where an entry stands in the settings, as `file:line`."""
    name = loaded.path.name if loaded.path else ""
    line = loaded.line(f"ignored[{number}]") or loaded.line("ignored")
    return f"{name}:{line}"


def _relative(path: Path, start: Path) -> str:
    return os.path.relpath(path, start).replace(os.sep, "/")
