"""All that corpuslint says to people, in English and Chinese: a catalogue of phrases, looked up by key.

A key is `room.phrase`. Each room is a module of this package and nothing but a table, `PHRASES`, of phrases
with both languages side by side; it is imported when something of it is first said. What is found deep
within (why a file was not read, what is wrong with a setting) is passed on as a `Wording`, which has no
language yet, and is put into words where it is shown.

A phrase with a `|` has a form for one and a form for any other number: the value `count` decides.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Literal, TypeAlias, cast

import msgspec

Language: TypeAlias = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Phrases: TypeAlias = dict[str, tuple[str, str]]
Value: TypeAlias = "str | int | tuple[str, ...] | Wording"

_SEPARATORS = {"en": ", ", "zh": "、"}


class Wording(msgspec.Struct, frozen=True):
    """Something to say, in no language yet: the key of a phrase, and its values by name.

    A number is written with separators of thousands, a tuple as a list; `str()` says it in English.
    """

    key: str
    values: tuple[tuple[str, str | int | tuple[str, ...] | Wording], ...] = ()

    def __str__(self) -> str:
        return told(self, "en")


def wording(key: str, /, **values: Value) -> Wording:
    """Something to say, with its values."""
    return Wording(key, tuple(values.items()))


def say(key: str, language: Language, /, **values: Value) -> str:
    """A phrase in one language, with its values filled in; `KeyError` where there is none."""
    template = phrase(key)[LANGUAGES.index(language)]
    if "|" in template:
        one, many = template.split("|")
        template = one if values["count"] == 1 else many
    return template.format(**{name: _shown(value, language) for name, value in values.items()})


def told(what: str | Wording, language: Language) -> str:
    """A wording in one language; a string as it is."""
    return what if isinstance(what, str) else say(what.key, language, **dict(what.values))


def listed(items: tuple[str, ...] | list[str], language: Language) -> str:
    """A list as a sentence has it."""
    return _SEPARATORS[language].join(items)


def phrase(key: str) -> tuple[str, str]:
    """A phrase in English and Chinese, without its values."""
    room, _, name = key.partition(".")
    return _room(room)[name]


@cache
def _room(name: str) -> Phrases:
    return cast(Phrases, import_module(f"{__name__}.{name}").PHRASES)


def _shown(value: Value, language: Language) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return listed(value, language) if isinstance(value, tuple) else told(value, language)
