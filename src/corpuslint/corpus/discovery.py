"""Which files make up the corpus: what was named, and what the named folders hold.

A file that was named is always taken; of a folder, the files in a format corpuslint reads. Every other file
of a folder is listed with the reason, except what nobody counts as part of a corpus: hidden files, folders
of tools, what `.gitignore` or the settings leave out. Nothing is opened here but `.gitignore`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from corpuslint.corpus.formats import extension, is_known
from corpuslint.corpus.ignoring import (
    Layer,
    PatternError,
    ignore_layer,
    inherited_layers,
    is_left_out,
    pattern_layer,
    posix_relative,
)
from corpuslint.corpus.source import Skipped, SourceFile, plain_reason
from corpuslint.errors import UserError
from corpuslint.expressions import late
from corpuslint.wordings import Wording, wording

_TOOL_FOLDERS = frozenset({"__pycache__", "__MACOSX", "node_modules", "venv"})
_OWN_FILES = frozenset({"corpuslint.toml", "corpuslint-baseline.toml"})
_LISTED = 1_000  # names of a folder that a mistyped one is compared with
_LOCK_PREFIX = "~$"  # what Word leaves beside a document that is open

_SPECIAL = (
    (stat.S_ISFIFO, "reading.pipe"),
    (stat.S_ISSOCK, "reading.socket"),
    (stat.S_ISBLK, "reading.device"),
    (stat.S_ISCHR, "reading.device"),
)

_SURROGATE = late("[\ud800-\udfff]")


class PathError(UserError):
    """A path or pattern that was given and cannot be meant; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files of a run, sorted by name, and what of the named paths is not read."""

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A regular file the walk came to; `real` is its path without symbolic links."""

    path: str
    real: str
    is_link: bool
    size: int


@dataclass(slots=True)
class _Walk:
    """What one call of `discover` collects."""

    root: str
    candidates: list[_Candidate] = field(default_factory=list)
    skipped: set[Skipped] = field(default_factory=set)

    def skip(self, path: str, reason: Wording) -> None:
        self.skipped.add(Skipped(report_name(path, self.root), reason))


def discover(
    paths: Sequence[str | Path],
    *,
    root: Path,
    exclude: Sequence[str] = (),
    exclude_root: Path | None = None,
    force_exclude: bool = False,
    respect_gitignore: bool = True,
) -> Discovery:
    """The files that `paths` name; names in the result are relative to `root`.

    `exclude` has the syntax of `.gitignore`, relative to `exclude_root` (`root` if not given). It leaves out
    what a walk meets, and with `force_exclude` also files and folders that were named. Raises `PathError` for
    a path that does not exist.
    """
    base = os.path.normpath(Path(root).absolute())
    walk = _Walk(base)
    excluded = _excluded(exclude, os.path.normpath((exclude_root or root).absolute()))
    for named in paths:
        path = os.path.normpath(Path(base, named))
        try:
            status = Path(path).stat()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            raise PathError(_missing(path, named, base)) from None
        except OSError as error:
            walk.skip(path, plain_reason(error))
            continue
        is_folder = stat.S_ISDIR(status.st_mode)
        if force_exclude and excluded is not None and excluded.covers(path, is_folder=is_folder):
            continue
        if is_folder:
            _walk_folder(walk, path, excluded, respect_gitignore=respect_gitignore)
        else:
            _take(walk, path, status, is_link=Path(path).is_symlink())
    return _without_repeats(walk)


def report_name(path: str, root: str) -> str:
    r"""What reports call a file: its path from `root`, with bytes that are no UTF-8 shown as `\xff`."""
    name = posix_relative(path, root)
    return _SURROGATE.sub(lambda match: f"\\x{ord(match[0]) & 0xFF:02x}", name)


def is_excluded(path: Path, exclude: Sequence[str], root: Path) -> bool:
    """Whether the `exclude` patterns of a folder leave out a file, which need not be there."""
    excluded = _excluded(exclude, os.path.normpath(root.absolute()))
    return excluded is not None and excluded.covers(os.path.normpath(path.absolute()), is_folder=False)


def _excluded(patterns: Sequence[str], base: str) -> Layer | None:
    try:
        return pattern_layer(patterns, base)
    except PatternError as error:
        raise PathError(wording("paths.exclude", pattern=error.pattern)) from None


def _missing(path: str, named: str | Path, root: str) -> Wording:
    """What to say of a path that is not there; a name beside it that is nearly the same may be meant."""
    shown = _SURROGATE.sub("?", str(named))
    if Path(path).is_symlink():
        return wording("paths.link-to-nothing", path=shown)
    near = _near(path)
    if near:
        meant = posix_relative(str(Path(path).with_name(near)), root)
        return wording("paths.missing-near", path=shown, root=_SURROGATE.sub("?", root), near=meant)
    return wording("paths.missing", path=shown, root=_SURROGATE.sub("?", root))


def _near(path: str) -> str | None:
    """What stands in the same folder under nearly the same name."""
    try:
        names = [one.name for one in Path(path).parent.iterdir() if not _SURROGATE.search(one.name)]
    except (OSError, ValueError):
        return None
    return next(iter(get_close_matches(Path(path).name, sorted(names)[:_LISTED], n=1, cutoff=0.7)), None)


def _walk_folder(walk: _Walk, top: str, excluded: Layer | None, *, respect_gitignore: bool) -> None:
    """Collects the files below a folder, one folder at a time so that depth is no limit."""
    inherited = inherited_layers(top) if respect_gitignore else []
    pending = [(top, os.path.realpath(top), inherited)]
    while pending:
        folder, real, layers = pending.pop()
        own = ignore_layer(folder) if respect_gitignore else None
        if own is not None:
            layers = [*layers, own]
        for entry in _entries(walk, folder):
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
                if _is_left_out(entry, layers, excluded, is_folder=is_folder):
                    continue
                if is_folder:
                    pending.append((entry.path, str(Path(real, entry.name)), layers))
                else:
                    _visit(walk, entry, real)
            except OSError as error:
                walk.skip(entry.path, plain_reason(error))


def _entries(walk: _Walk, folder: str) -> list[os.DirEntry[str]]:
    """The entries of a folder by name; a folder that cannot be listed is skipped."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        walk.skip(folder, plain_reason(error))
        return []


def _is_left_out(
    entry: os.DirEntry[str], layers: Sequence[Layer], excluded: Layer | None, *, is_folder: bool
) -> bool:
    """Hidden files, folders of tools, what programs leave behind, and what patterns leave out."""
    name = entry.name
    if name.startswith((".", _LOCK_PREFIX)) or name in _TOOL_FOLDERS or name in _OWN_FILES:
        return True
    if excluded is not None and is_left_out([excluded], entry.path, is_folder=is_folder):
        return True
    return is_left_out(layers, entry.path, is_folder=is_folder)


def _visit(walk: _Walk, entry: os.DirEntry[str], real_folder: str) -> None:
    """Takes or skips one entry of a folder that is no folder itself."""
    is_link = entry.is_symlink()
    try:
        status = entry.stat()
    except FileNotFoundError:
        walk.skip(entry.path, wording("reading.link-to-nothing" if is_link else "reading.gone"))
        return
    if stat.S_ISDIR(status.st_mode):
        walk.skip(entry.path, wording("reading.link-to-folder"))
    elif not is_known(entry.name):
        suffix = extension(entry.name)
        told = wording("reading.format", extension=suffix) if suffix else wording("reading.no-extension")
        walk.skip(entry.path, told)
    else:
        real = None if is_link else str(Path(real_folder, entry.name))
        _take(walk, entry.path, status, is_link=is_link, real=real)


def _take(walk: _Walk, path: str, status: os.stat_result, *, is_link: bool, real: str | None = None) -> None:
    """Adds a regular file to the candidates; pipes, sockets and devices are never opened."""
    if stat.S_ISREG(status.st_mode):
        walk.candidates.append(_Candidate(path, real or os.path.realpath(path), is_link, status.st_size))
        return
    key = next((key for test, key in _SPECIAL if test(status.st_mode)), "reading.irregular")
    walk.skip(path, wording(key))


def _without_repeats(walk: _Walk) -> Discovery:
    """Each file once: under its own name before that of a link, and before later names."""
    taken: dict[str, SourceFile] = {}
    named = [(found.is_link, report_name(found.path, walk.root), found) for found in walk.candidates]
    for _, name, candidate in sorted(named, key=lambda entry: entry[:2]):
        first = taken.setdefault(candidate.real, SourceFile(Path(candidate.path), name, candidate.size))
        if first.name != name:
            walk.skipped.add(Skipped(name, wording("reading.same-file", path=first.name)))
    skipped = tuple(sorted(walk.skipped, key=lambda skip: skip.sort_key))
    return Discovery(tuple(sorted(taken.values(), key=lambda file: file.name)), skipped)
