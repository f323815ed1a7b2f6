"""A project's own checks: the check files its settings name, read in full and run under a time limit.

A shipped check is trusted and tested before it ships; one of these is neither. Its documentation and examples
are read too, its engine is `pattern` (run as `timed`) or one of an installed package, and its messages hold
nothing but names in braces.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from glob import glob
from pathlib import Path

import msgspec

from corpuslint import engines, tomlfile
from corpuslint.catalog import Check, Head, Text, build, read_explanation, read_head
from corpuslint.config import Loaded
from corpuslint.engines.timed import TIMEOUT
from corpuslint.hints import hinted, nearest
from corpuslint.wordings import Wording, wording

_STOPPED = Text(
    "the pattern {pattern} was stopped: it took more than {seconds} s on this text; nothing else of this "
    "check is reported here. Bound its repeats, e.g. {{0,20}} for * and +, and nest none of them",
    "模式{pattern}超过{seconds}秒仍未结束，已中止；该检查在此文中的其他结果不再列出。"
    "请为重复次数设上限（如{{0,20}}），且不要嵌套",
)


def read_own_checks(loaded: Loaded, shipped: Sequence[Check]) -> list[Check]:
    """The checks that the settings name, by id; `TomlError` where a file is missing or cannot be used."""
    taken = {check.id: check.source for check in shipped}
    found: list[Check] = []
    for path in _paths(loaded):
        check = read_own_check(path)
        if check.id in taken:
            told = wording("settings.id-taken", id=check.id, owner=taken[check.id])
            if any(check.id == one.id for one in shipped):
                told = wording("settings.id-of-ours", id=check.id)
            raise tomlfile.error_at(path, tomlfile.read(path), "id", told)
        taken[check.id] = str(path)
        found.append(check)
    return sorted(found, key=lambda check: check.id)


def read_own_check(path: Path) -> Check:
    """One check file of a project, all of it; `TomlError` names what is wrong and where."""
    source, head = read_head(path)
    if head.engine in engines.NAMES and head.engine != "pattern":
        told = wording("settings.engine-of-ours", name=head.engine)
        raise tomlfile.error_at(path, source, "engine", told)
    read_explanation(path)
    _require_plain_messages(head, path, source)
    if head.engine != "pattern":
        return build(head, path, source, head.engine)
    check = build(head, path, source, "timed")
    return msgspec.structs.replace(check, messages={**check.messages, TIMEOUT: _STOPPED})


def _paths(loaded: Loaded) -> list[Path]:
    """The files that the globs under `checks` name, each once."""
    paths: dict[Path, None] = {}
    for pattern in loaded.settings.checks:
        # Not Path.glob: that refuses absolute patterns.
        names = sorted(glob(pattern, root_dir=loaded.root, recursive=True))  # noqa: PTH207
        files = [loaded.root / name for name in names if (loaded.root / name).is_file()]
        if not files:
            told = wording("settings.no-checks", path=pattern, folder=str(loaded.root))
            raise loaded.error("checks", told, pattern)
        paths.update(dict.fromkeys(files))
    return list(paths)


def _require_plain_messages(head: Head, path: Path, source: str) -> None:
    """Messages are templates: `{match}` and its like, no attributes, no formats."""
    known = {"match"} if head.engine == "pattern" else None
    for key, text in _messages(head):
        for template in (text.en, text.zh):
            if problem := _problem(template, known):
                told = wording("settings.at-key", key=key, reason=problem)
                raise tomlfile.error_at(path, source, key, told)


def _messages(head: Head) -> Iterable[tuple[str, Text]]:
    yield "message", head.message
    yield from (("messages", text) for text in head.messages.values())
    yield from (("notes", text) for text in head.notes.values())


def _problem(template: str, known: set[str] | None) -> Wording | None:
    """What is wrong with a message; None where nothing is."""
    shown = repr(template)
    try:
        fields = [field for field in string.Formatter().parse(template) if field[1] is not None]
    except ValueError as error:
        return wording("settings.message-broken", template=shown, error=str(error))
    for _, name, form, conversion in fields:
        if not str(name).isidentifier() or form or conversion:
            return wording("settings.message-format", template=shown)
        if known is not None and name not in known:
            told = wording("settings.message-value", template=shown, name=str(name))
            return hinted(told, nearest(str(name), known))
    return None
