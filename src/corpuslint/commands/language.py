"""The language of a command line: known before anything is read, for its errors and its help."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from corpuslint.wordings import LANGUAGES, Language


class Speech:
    """What a command line says about the language: `--language`, else the settings, else the locale.

    The words are looked at as they stand, for a command line may be wrong in some other place.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        # A copy: the parser takes the words away one by one.
        end = arguments.index("--") if "--" in arguments else len(arguments)
        self._words = list(arguments[:end])

    @cached_property
    def language(self) -> Language:
        """The language to speak."""
        said = self._option("--language")
        if said in LANGUAGES:
            return said
        if "--isolated" not in self._words:
            from corpuslint.config import spoken_language

            config = self._option("--config")
            if spoken := spoken_language(Path.cwd(), Path(config) if config else None):
                return spoken
        return of_locale()

    def _option(self, name: str) -> str | None:
        """The last value of an option."""
        found = None
        for index, word in enumerate(self._words):
            if word == name and index + 1 < len(self._words):
                found = self._words[index + 1]
            elif word.startswith(f"{name}="):
                found = word.partition("=")[2]
        return found


def of_locale() -> Language:
    """Chinese where the locale says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
