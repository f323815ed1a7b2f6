"""The `ignore` command: an `[[ignored]]` entry put at the end of the settings, all else as it was."""

from __future__ import annotations

import codecs
import datetime
from pathlib import Path

from corpuslint import config, tomlfile
from corpuslint.atomic import replace_file
from corpuslint.commands.invocation import CommandError
from corpuslint.config import Ignored, Loaded, load
from corpuslint.expressions import late

_FINGERPRINT = late(r"[0-9a-f]{20}")


def ignore(
    fingerprint: str, reason: str, expires: datetime.date | None = None, explicit: Path | None = None
) -> str:
    """Add an entry to the settings that hold here (or to a new corpuslint.toml), and say where it stands."""
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise CommandError(
            f'"{fingerprint}" is no fingerprint: those are 20 digits and letters a-f, in the JSON report '
            "beside each finding and each member of a family"
        )
    if not reason.strip():
        raise CommandError("--reason is empty; say why this stays, for whoever reads it next year")
    loaded = load(Path.cwd(), explicit)
    for number, entry in enumerate(loaded.settings.ignored):
        if entry.fingerprint == fingerprint:
            line = loaded.line(f"ignored[{number}]")
            raise CommandError(f"{loaded.path}:{line}: {fingerprint} is ignored already; edit that entry")
    path = loaded.path or Path.cwd() / config.FILE_NAME
    entry = Ignored(reason, fingerprint, expires=expires)
    try:
        data = _with_entry(path.read_bytes() if loaded.path else b"", path, entry)
        _require_kept(data, path, loaded, entry)
        replace_file(path, data)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written ({error.strerror})") from None
    return f"{path.name}: {fingerprint} ignored"


def _with_entry(old: bytes, path: Path, entry: Ignored) -> bytes:
    """The bytes of the file with an entry after them, in its own kind of line end."""
    table = "tool.corpuslint.ignored" if path.name == "pyproject.toml" else "ignored"
    lines = [
        f"[[{table}]]",
        f'fingerprint = "{entry.fingerprint}"',
        f"reason = {tomlfile.quoted(entry.reason)}",
    ]
    if entry.expires is not None:
        lines.append(f"expires = {entry.expires.isoformat()}")
    end = "\r\n" if b"\r\n" in old else "\n"
    before = "" if not old.removeprefix(codecs.BOM_UTF8) else end if old.endswith(b"\n") else end * 2
    return old + (before + end.join(lines) + end).encode("utf-8")


def _require_kept(data: bytes, path: Path, loaded: Loaded, entry: Ignored) -> None:
    """The new text says what the old one said, and the entry: else the file is left alone."""
    source = data.decode("utf-8-sig")
    try:
        table = tomlfile.parse(path, source)
    except tomlfile.TomlError:
        line = loaded.line("ignored")
        raise CommandError(
            f"{path}:{line}: nothing can be added to an array in brackets; write its entries as [[ignored]] "
            "tables"
        ) from None
    if path.name == "pyproject.toml":
        table = table["tool"]["corpuslint"]
    settings = tomlfile.convert(table, config.Settings, path, source)
    if settings.ignored != (*loaded.settings.ignored, entry):
        raise CommandError(f"{path}: the entry cannot be added at the end of this file; write it by hand")
