"""The `ignore` command: an `[[ignored]]` entry put at the end of the settings, all else as it was."""

from __future__ import annotations

import codecs
import datetime
from pathlib import Path

from corpuslint import config, tomlfile
from corpuslint.atomic import replace_file
from corpuslint.commands.invocation import CommandError
from corpuslint.config import Ignored, Loaded, load
from corpuslint.corpus.source import plain_reason
from corpuslint.expressions import late
from corpuslint.wordings import Wording, wording

_FINGERPRINT = late(r"[0-9a-f]{20}")


def ignore(
    fingerprint: str, reason: str, expires: datetime.date | None = None, explicit: Path | None = None
) -> Wording:
    """Add an entry to the settings that hold here (or to a new corpuslint.toml), and say where it stands."""
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise CommandError(wording("commands.no-fingerprint", text=fingerprint))
    if not reason.strip():
        raise CommandError(wording("commands.reason-empty"))
    loaded = load(Path.cwd(), explicit)
    for number, entry in enumerate(loaded.settings.ignored):
        if entry.fingerprint == fingerprint:
            place = f"{loaded.path}:{loaded.line(f'ignored[{number}]')}"
            told = wording("commands.ignored-already", place=place, fingerprint=fingerprint)
            raise CommandError(told)
    path = loaded.path or Path.cwd() / config.FILE_NAME
    entry = Ignored(reason, fingerprint, expires=expires)
    try:
        data = _with_entry(path.read_bytes() if loaded.path else b"", path, entry)
        _require_kept(data, path, loaded, entry)
        replace_file(path, data)
    except OSError as error:
        told = wording("commands.unwritable", path=str(path), reason=plain_reason(error))
        raise CommandError(told) from None
    return wording("commands.ignored", path=path.name, fingerprint=fingerprint)


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
        place = f"{path}:{loaded.line('ignored')}"
        raise CommandError(wording("commands.ignored-array", place=place)) from None
    if path.name == "pyproject.toml":
        table = table["tool"]["corpuslint"]
    settings = tomlfile.convert(table, config.Settings, path, source)
    if settings.ignored != (*loaded.settings.ignored, entry):
        raise CommandError(wording("commands.ignored-by-hand", path=str(path)))
