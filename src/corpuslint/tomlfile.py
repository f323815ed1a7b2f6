"""TOML into typed structs, with errors that name file, line, key and the nearest right key."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from corpuslint.errors import UserError
from corpuslint.expressions import late
from corpuslint.tomlsyntax import place_of
from corpuslint.wordings import Wording, wording

_T = TypeVar("_T")
_INDEX = late(r"\[(\d+)\]")
_AT = late(r" - at `[^`]*`$")


class TomlError(UserError):
    """A TOML file that cannot be used; the message names file, line and remedy."""


def read(path: Path) -> str:
    """The text of a TOML file; `TomlError` where it cannot be read or is not UTF-8."""
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        raise TomlError(wording("settings.is-folder", path=str(path))) from None
    except FileNotFoundError:
        raise TomlError(wording("settings.no-file", path=str(path))) from None
    except OSError as error:
        from corpuslint.corpus.source import plain_reason

        raise TomlError(wording("settings.unreadable", path=str(path), reason=plain_reason(error))) from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = str(data.count(b"\n", 0, error.start) + 1)
        told = wording("settings.not-utf-8", path=str(path), line=line, byte=error.start + 1)
        raise TomlError(told) from None


def parse(path: Path, source: str) -> dict[str, Any]:
    """The tables of a TOML text; `TomlError` with the line where it is not valid."""
    try:
        return tomllib.loads(source)
    except RecursionError:
        reason = wording("settings.syntax-deep")
        raise TomlError(wording("settings.at", place=str(path), reason=reason)) from None
    except tomllib.TOMLDecodeError as error:
        from corpuslint.tomlsyntax import complaint

        line, told = complaint(source, error)
        raise TomlError(wording("settings.at", place=f"{path}:{line}", reason=told)) from None


def convert(value: Any, kind: type[_T], path: Path, source: str, within: str = "") -> _T:
    """Read a table into a struct; `within` names the table it stands in, for messages."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        raise _validation_error(value, kind, path, source, within, error) from None


def error_at(
    path: Path, source: str, key: str | tuple[str, ...], reason: str | Wording, value: str = ""
) -> TomlError:
    """An error that points at the line of a key, or of a value that stands after it; see `line_of`."""
    place = f"{path}:{line_of(source, key, value)}"
    return TomlError(wording("settings.at", place=place, reason=reason))


def line_of(source: str, key: str | tuple[str, ...], value: str = "") -> int:
    """The line (from 1) a key or a value after it stands on; 1 where neither is written out.

    A tuple of keys leads inwards: the table, the key in it. `key[2]` is the third table of an array.
    """
    position = 0
    for step in (key,) if isinstance(key, str) else key:
        position = _find(source, step, position)
    if value:
        found = re.compile(rf"(?<![\w-]){re.escape(value)}(?![\w-])").search(source, position)
        position = found.start() if found else position
    return source.count("\n", 0, position) + 1


def quoted(text: str) -> str:
    """A string as TOML writes it, on one line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _find(source: str, step: str, position: int) -> int:
    """Where a key or a table of that name begins, from a position on; the position where it does not."""
    index = _INDEX.search(step)
    name = re.escape(re.sub(r"\[.*", "", step))
    if not name:
        return position
    header = re.compile(rf"^[ \t]*\[+[ \t]*(?:[^\]\n]*\.)?[\"']?{name}[\"']?[ \t]*[\].]", re.MULTILINE)
    headers = [match.start() for match in header.finditer(source, position)]
    if index and len(headers) > int(index[1]):
        return headers[int(index[1])]
    key = re.compile(rf"^[ \t]*[\"']?{name}[\"']?[ \t]*[=.]", re.MULTILINE).search(source, position)
    starts = [*headers[:1], *([key.start()] if key else [])]
    return min(starts, default=position)


def _validation_error(
    value: Any, kind: type, path: Path, source: str, within: str, error: msgspec.ValidationError
) -> TomlError:
    from corpuslint.tomlvalues import misfit

    found = misfit(value, kind, within)
    if found is None:
        return error_at(path, source, within, wording("settings.invalid", error=_AT.sub("", str(error))))
    place = place_of(found.steps)
    reason = found.reason
    if place and not found.is_own:
        reason = wording("settings.at-key", key=place, reason=reason)
    return error_at(path, source, found.steps, reason, found.value)
