"""TOML into typed structs, with errors that name file, line, key and the nearest right key."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from corpuslint.errors import UserError
from corpuslint.expressions import late

_T = TypeVar("_T")
_UNKNOWN_FIELD = late(r"unknown field `(?P<key>[^`]*)`")
_AT = late(r" - at `(?:key in )?\$?\.?(?P<path>[^`]*)`")
_INDEX = late(r"\[(\d+)\]")
_QUOTED = late(r"'([^']+)'")


class TomlError(UserError):
    """A TOML file that cannot be used; the message names file, line and remedy."""


def read(path: Path) -> str:
    """The text of a TOML file; `TomlError` where it cannot be read or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TomlError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise TomlError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from None


def parse(path: Path, source: str) -> dict[str, Any]:
    """The tables of a TOML text; `TomlError` with the line where it is not valid."""
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{path}:{line[1]}" if line else str(path)
        raise TomlError(f"{where}: not valid TOML: {error}") from None


def convert(value: Any, kind: type[_T], path: Path, source: str, within: str = "") -> _T:
    """Read a table into a struct; `within` names the table it stands in, for messages."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        raise _validation_error(error, kind, path, source, within) from None


def error_at(path: Path, source: str, key: str | tuple[str, ...], reason: str, value: str = "") -> TomlError:
    """An error that points at the line of a key, or of a value that stands after it; see `line_of`."""
    return TomlError(f"{path}:{line_of(source, key, value)}: {reason}")


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


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint at what was probably meant."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known: {', '.join(names)}" if names else ""


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
    error: msgspec.ValidationError, kind: type, path: Path, source: str, within: str
) -> TomlError:
    text = str(error)
    at = _AT.search(text)
    inner = at["path"] if at else ""
    place = ".".join(filter(None, (within, inner)))
    steps = tuple(filter(None, (within, *inner.split("."))))
    if unknown := _UNKNOWN_FIELD.search(text):
        hint = nearest(unknown["key"], _field_names(_kind_at(kind, inner)))
        where = f" in [{place}]" if place else ""
        reason = f'unknown key "{unknown["key"]}"{where}; {hint}'.rstrip("; ")
        return error_at(path, source, (*steps, unknown["key"]), reason)
    reason = f"{place}: {_AT.sub('', text)}" if place else _AT.sub("", text)
    value = _QUOTED.search(text)
    return error_at(path, source, steps, reason, value[1] if value else "")


def _kind_at(kind: type, inner: str) -> type | None:
    """The struct that stands at a place of another, or None where the place is no struct."""
    from msgspec import inspect

    found: Any = inspect.type_info(kind)
    for step in filter(None, inner.split(".")):
        if not isinstance(found, inspect.StructType):
            return None
        fields = {field.encode_name: field.type for field in found.fields}
        found = fields.get(re.sub(r"\[.*", "", step))
        for _ in re.findall(r"\[", step):
            found = getattr(found, "item_type", None) or getattr(found, "value_type", None)
    return found.cls if isinstance(found, inspect.StructType) else None


def _field_names(kind: type | None) -> tuple[str, ...]:
    """The keys of a struct as they are written in the file."""
    return tuple(getattr(kind, "__struct_encode_fields__", ()))
