"""What a walk leaves out: `.gitignore` files at every level, and the patterns of the settings.

Both follow git: the last pattern that matches decides, a deeper file before a shallower one, and nothing
below a folder that is left out comes back.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import Pattern

_IGNORE_FILE = ".gitignore"


class PatternError(ValueError):
    """A pattern that git would not understand."""

    def __init__(self, pattern: str) -> None:
        super().__init__(f"not a pattern in the syntax of .gitignore: {pattern!r}")
        self.pattern = pattern


@dataclass(frozen=True, slots=True)
class Layer:
    """Patterns and the folder (absolute) they are relative to.

    Patterns for folders stand without their closing slash, and those that only folders can match are not
    among those for files: a file is judged by its own name, its folders were judged before it.
    """

    base: str
    for_files: tuple[Pattern, ...]
    for_folders: tuple[Pattern, ...]

    def decides(self, path: str, *, is_folder: bool) -> bool | None:
        """True to leave out, False to take back in, None when no pattern matches the path itself."""
        relative = posix_relative(path, self.base)
        if relative == "." or relative.startswith("../"):
            return None
        for pattern in reversed(self.for_folders if is_folder else self.for_files):
            if _matches_itself(pattern, relative):
                return pattern.include
        return None

    def covers(self, path: str, *, is_folder: bool) -> bool:
        """Whether a path, or a folder it lies in, is left out."""
        parents = [str(parent) for parent in Path(path).parents]
        return any(self.decides(parent, is_folder=True) for parent in reversed(parents)) or bool(
            self.decides(path, is_folder=is_folder)
        )


def _matches_itself(pattern: Pattern, relative: str) -> bool:
    """Whether a pattern matches the path, and not merely one of the folders above it."""
    match = getattr(pattern.match_file(relative), "match", None)
    # pathspec's own mark for "matched a folder, and this lies in it".
    return match is not None and match.groupdict().get("ps_d") is None


def posix_relative(path: str, base: str) -> str:
    """`path` as seen from `base`, with forward slashes."""
    try:
        relative = os.path.relpath(path, base)
    except ValueError:  # another drive on Windows
        relative = path
    return relative.replace(os.sep, "/")


def is_left_out(layers: Sequence[Layer], path: str, *, is_folder: bool) -> bool:
    """What the deepest layer with an opinion says of an absolute path."""
    for layer in reversed(layers):
        decision = layer.decides(path, is_folder=is_folder)
        if decision is not None:
            return decision
    return False


def pattern_layer(lines: Iterable[str], base: str) -> Layer | None:
    """A layer of patterns, or None when there are none; raises `PatternError` for one that is no pattern."""
    trimmed = [_without_end(line) for line in lines]
    for_files = _patterns(line for line in trimmed if not line.endswith("/"))
    for_folders = _patterns(line.rstrip("/") for line in trimmed)
    return Layer(base, for_files, for_folders) if for_folders else None


def _patterns(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """Compiled patterns; comments, blank lines and a lone slash or exclamation mark match nothing."""
    wanted = [line for line in lines if line not in ("", "!") and not line.startswith("#")]
    if not wanted:
        return ()
    from pathspec import GitIgnoreSpec

    compiled: list[Pattern] = []
    for line in wanted:
        try:
            compiled += GitIgnoreSpec.from_lines([line], backend="simple").patterns
        except (ValueError, re.error):
            raise PatternError(line) from None
    return tuple(pattern for pattern in compiled if pattern.include is not None)


def _without_end(line: str) -> str:
    """A line without the blanks after it, which git ignores unless they are escaped."""
    return line if line.rstrip().endswith("\\") else line.rstrip()


def ignore_layer(folder: str) -> Layer | None:
    """The layer of a folder's own `.gitignore`, or None when it has none that can be read."""
    path = Path(folder, _IGNORE_FILE)
    try:
        if not path.is_file():
            return None
        lines = path.read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return None
    return pattern_layer([line for line in lines if _is_pattern(line)], folder)


def _is_pattern(line: str) -> bool:
    """Git passes over a line it does not understand, and so does a walk."""
    try:
        pattern_layer([line], "")
    except PatternError:
        return False
    return True


def inherited_layers(folder: str) -> list[Layer]:
    """The layers above a folder, from the top of its git work tree down; none outside a work tree."""
    if Path(folder, ".git").exists():
        return []
    above = [str(parent) for parent in Path(folder).parents]
    top = next((index for index, parent in enumerate(above) if Path(parent, ".git").exists()), None)
    if top is None:
        return []
    layers = (ignore_layer(parent) for parent in reversed(above[: top + 1]))
    return [layer for layer in layers if layer is not None]
