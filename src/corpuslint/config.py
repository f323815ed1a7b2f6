"""Settings: where they are found, what they may say, how the command line wins over them."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, cast

import msgspec

from corpuslint import tomlfile
from corpuslint.catalog import Language
from corpuslint.expressions import late
from corpuslint.findings import Severity
from corpuslint.globs import problem_of
from corpuslint.tomlsyntax import place_of
from corpuslint.wordings import Wording, wording

FILE_NAME = "corpuslint.toml"
COMMAND_LINE, DEFAULT = "command line", "default"
_PYPROJECT = "pyproject.toml"
_TABLE = "tool.corpuslint"
_LANGUAGE = late(r"^[ \t]*language[ \t]*=[ \t]*[\"'](en|zh)[\"']", re.MULTILINE)

Genre = Literal["speech", "law", "court", "template"]
Count = Annotated[int, msgspec.Meta(ge=0)]


class Ignored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An `[[ignored]]` entry: findings that are right and stay, and why.

    It names one finding or family by `fingerprint`, or the findings of a `check` (or group) in the files of a
    `path` glob, narrowed to one matched text by `match`. After the day it `expires` it covers nothing.
    """

    reason: str
    fingerprint: str = ""
    check: str = ""
    path: str = ""
    match: str = ""
    expires: datetime.date | None = None


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Everything a project may set; keys are written with hyphens in the file.

    `roots` are read when the command line names no path. Globs (`exclude`, `per_file_ignores`, `genre`, the
    paths of `ignored`) are written as in `.gitignore`, relative to the file they stand in; `checks` are the
    project's own check files. `severity` is keyed by check or group, an id winning over its group; `genre` by
    glob, the last match winning. `limit` is how many findings of a check the full format shows for a file (0:
    all), `jobs` the number of worker processes (0: one a core).
    """

    roots: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    checks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    severity: dict[str, Severity] = {}
    genre: dict[str, Genre] = {}
    baseline: str | None = None
    language: Language | None = None
    fail_on: Severity = Severity.WARNING
    limit: Count = 5
    jobs: Count = 0
    ignored: tuple[Ignored, ...] = ()


class Loaded(msgspec.Struct, frozen=True):
    """Settings and where they come from.

    `root` is the folder their globs are relative to; `path` and `source` are the file and its text, if there
    is one; `overridden` names the fields that the command line set.
    """

    settings: Settings
    root: Path
    path: Path | None = None
    source: str = ""
    overridden: frozenset[str] = frozenset()
    isolated: bool = False

    def replace(self, changes: Mapping[str, Any]) -> Loaded:
        """The settings with what the command line says (None means it says nothing)."""
        said = {key: value for key, value in changes.items() if value is not None}
        return msgspec.structs.replace(
            self,
            settings=msgspec.structs.replace(self.settings, **said),
            overridden=self.overridden | frozenset(said),
        )

    def line(self, *keys: str, value: str = "") -> int:
        """The line of the file on which a key, or a value of it, is written; 0 where it is not there."""
        first = keys[0].partition("[")[0]
        if self.path is None or first not in _written(self.path, self.source):
            return 0
        return tomlfile.line_of(self.source, _steps(self.path, keys), value)

    def origin(self, field: str) -> str:
        """Where a setting comes from: the command line, `file:line`, or nowhere."""
        if field in self.overridden:
            return COMMAND_LINE
        line = self.line(_key(field))
        return f"{self.path}:{line}" if line else DEFAULT

    def error(self, key: str | tuple[str, ...], problem: Wording, value: str = "") -> tomlfile.TomlError:
        """An error that points at the file, and at the line of a key or of a value in it."""
        keys = (key,) if isinstance(key, str) else key
        reason = wording("settings.at-key", key=place_of(keys), reason=problem)
        if self.path is None:
            return tomlfile.TomlError(reason)
        return tomlfile.error_at(self.path, self.source, _steps(self.path, keys), reason, value)


def load(start: Path, explicit: Path | None = None, *, isolated: bool = False) -> Loaded:
    """Read the settings that hold for a folder.

    An explicit file wins; else the nearest `corpuslint.toml`, or `pyproject.toml` with a `[tool.corpuslint]`
    table, from `start` upwards. Raises `TomlError` where a file cannot be used.
    """
    if explicit is None and isolated:
        return Loaded(Settings(), start, isolated=True)
    path = explicit or _nearest_file(start)
    return Loaded(Settings(), start) if path is None else _read(path)


def spoken_language(start: Path, explicit: Path | None = None) -> Language | None:
    """The language the settings set, if they do, even where something else in them is wrong."""
    path = explicit or _nearest_file(start)
    try:
        source = path.read_text(encoding="utf-8-sig") if path else ""
    except (OSError, ValueError):
        return None
    if path and path.name == _PYPROJECT:
        source = source.partition(f"[{_TABLE}]")[2]
    found = _LANGUAGE.search(source)
    return cast(Language, found[1]) if found else None


def _nearest_file(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).exists():
            return folder / FILE_NAME
        if _speaks_of_us(folder / _PYPROJECT):
            return folder / _PYPROJECT
    return None


def _read(path: Path) -> Loaded:
    source = tomlfile.read(path)
    table = tomlfile.parse(path, source)
    within = ""
    if path.name == _PYPROJECT:
        within = _TABLE
        if "corpuslint" not in table.get("tool", {}):
            raise tomlfile.TomlError(wording("settings.no-table", path=str(path), table=_TABLE))
        table = table["tool"]["corpuslint"]
    if any(isinstance(entry, dict) for entry in _list(table, "ignore")):
        reason = wording("settings.at-key", key="ignore", reason=wording("settings.entry-among-names"))
        raise tomlfile.error_at(path, source, _steps(path, ("ignore",)), reason)
    loaded = Loaded(
        tomlfile.convert(table, Settings, path, source, within), path.resolve().parent, path, source
    )
    _require_globs(loaded)
    _require_entries(loaded)
    return loaded


def _speaks_of_us(path: Path) -> bool:
    """Whether a pyproject.toml speaks of corpuslint; one that is not valid TOML is not ours to report."""
    try:
        return "corpuslint" in tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False


def _require_globs(loaded: Loaded) -> None:
    """A glob that git would not understand, or that can match nothing, is an error."""
    for keys, glob, may_negate in _globs(loaded.settings):
        if problem := problem_of(glob, may_negate=may_negate):
            raise loaded.error(keys, problem, glob)


def _globs(settings: Settings) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Every glob of the settings with the keys it stands under, and whether a `!` may stand before it."""
    for glob in settings.exclude:
        yield ("exclude",), glob, True
    for glob in settings.per_file_ignores:
        yield ("per-file-ignores",), glob, False
    for glob in settings.genre:
        yield ("genre",), glob, False
    for number, entry in enumerate(settings.ignored):
        if entry.path:
            yield (f"ignored[{number}]", "path"), entry.path, False


def _require_entries(loaded: Loaded) -> None:
    """An entry that names no finding would cover everything, or nothing; one with no reason helps nobody."""
    for number, entry in enumerate(loaded.settings.ignored):
        if not entry.reason.strip():
            raise loaded.error((f"ignored[{number}]", "reason"), wording("settings.entry-reason"))
        by_place = bool(entry.check and entry.path)
        if bool(entry.fingerprint) == by_place or (entry.match and not by_place):
            raise loaded.error(f"ignored[{number}]", wording("settings.entry-names"))


def _list(table: Mapping[str, Any], key: str) -> list[Any]:
    value = table.get(key)
    return value if isinstance(value, list) else []


def _steps(path: Path, keys: tuple[str, ...]) -> tuple[str, ...]:
    return (_TABLE, *keys) if path.name == _PYPROJECT else keys


def _key(field: str) -> str:
    """A field as it is written in the file."""
    return field.replace("_", "-")


def _written(path: Path, source: str) -> Mapping[str, Any]:
    """The table of a settings file as it is written."""
    table = tomllib.loads(source)
    return table["tool"]["corpuslint"] if path.name == _PYPROJECT else table
