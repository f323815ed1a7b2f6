"""JSON that is safe wherever it is read: in a terminal, in a CI log, by a strict parser."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from corpuslint.expressions import late

# What JSON allows within strings and a terminal or a CI runner would act on. Outside of strings none of it
# can stand, so the escapes never touch the structure.
_ACTIVE = late("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|##\\[")
_SURROGATE = late("[\ud800-\udfff]")


def encode(value: Any) -> str:
    """A value as one line of JSON; the characters stay what they are, some are written as escapes.

    Lone surrogates, which no UTF-8 file can hold, become U+FFFD.
    """
    try:
        text = msgspec.json.encode(value)
    except UnicodeEncodeError:
        text = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))
    return _ACTIVE.sub(_escaped, text.decode("utf-8"))


def indented(value: Any) -> str:
    """A value as JSON with two spaces of indent and a newline at the end."""
    return msgspec.json.format(encode(value), indent=2) + "\n"


def _escaped(match: re.Match[str]) -> str:
    return "##\\u005b" if match[0] == "##[" else f"\\u{ord(match[0]):04x}"


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(item) for item in value]
    return value
