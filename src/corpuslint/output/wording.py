"""The sentences of the text formats: phrases of the room `report`, and numbers with their nouns."""

from __future__ import annotations

from corpuslint import wordings
from corpuslint.findings import Severity
from corpuslint.wordings import Language, Value


def say(key: str, language: Language, /, **values: Value) -> str:
    """A phrase in one language with its values filled in."""
    return wordings.say(f"report.{key}", language, **values)


def count_of(noun: str, count: int, language: Language) -> str:
    """A number with its noun: `1 file`, `3 files`."""
    return wordings.say(f"counts.{noun}", language, count=count)


def word(key: str, language: Language) -> str:
    """A machine word of the report as people say it; an unknown one as it is."""
    try:
        return say(key, language)
    except KeyError:
        return key


def severity(value: Severity, language: Language) -> str:
    """A severity as people say it."""
    return say(f"severity-{value}", language)
