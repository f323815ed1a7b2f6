"""The folder `.corpuslint_cache`: what is kept between runs, and may be deleted at any time."""

from __future__ import annotations

from pathlib import Path

from corpuslint.atomic import replace_file

FOLDER = ".corpuslint_cache"

_FILES = {
    # https://bford.info/cachedir/: backup programs leave such a folder out
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Kept by corpuslint; may be deleted.\n",
    ".gitignore": b"*\n",
}


def cache_folder(root: Path) -> Path:
    """The folder beside the settings, made if it is not there; raises `OSError`."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    for name, content in _FILES.items():
        if not (folder / name).exists():
            replace_file(folder / name, content)
    return folder
