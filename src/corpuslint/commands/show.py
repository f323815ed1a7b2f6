"""What holds before anything is run: the settings and where each comes from, the files that would be read."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import msgspec

from corpuslint import __version__, tomlfile
from corpuslint.config import Loaded
from corpuslint.output.terminal import visible
from corpuslint.runner import Request, files_of
from corpuslint.selection import chosen


def shown_settings(loaded: Loaded) -> str:
    """Every setting with its value and its origin, and the checks they add up to, as TOML."""
    checks = ", ".join(tomlfile.quoted(check.id) for check in chosen(loaded))
    lines = [f"# corpuslint {__version__}, settings file: {loaded.path or 'none'}"]
    names = zip(loaded.settings.__struct_fields__, loaded.settings.__struct_encode_fields__, strict=True)
    for field, key in names:
        value = getattr(loaded.settings, field)
        said = f"{key} = {_toml(value)}" if value is not None else f"# {key} is not set"
        lines.append(f"{said}  # {loaded.origin(field)}")
    lines.append(f"# checks that run: {checks}")
    return "".join(f"{visible(line)}\n" for line in lines)


def shown_files(request: Request, loaded: Loaded) -> str:
    """The files a run would read, one a line."""
    if request.stdin is not None:
        return f"{visible(request.paths[0])}\n"
    return "".join(f"{visible(file.name)}\n" for file in files_of(request, loaded).files)


def _toml(value: Any) -> str:
    """A value as TOML writes it, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return tomlfile.quoted(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, msgspec.Struct):
        value = {key: item for key, item in msgspec.structs.asdict(value).items() if item}
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{tomlfile.quoted(str(key))} = {_toml(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return f"[{', '.join(_toml(item) for item in value)}]"
