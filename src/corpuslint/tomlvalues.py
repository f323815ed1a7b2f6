"""What of a value does not fit the type it is read into: where it stands, what was found, what is wanted.

`msgspec` decides whether a value fits and reads it; only where it does not is the place looked for here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import inspect

from corpuslint.hints import hinted, nearest
from corpuslint.tomlsyntax import place_of
from corpuslint.wordings import Wording, wording

_LONGEST = 40  # characters of a string that a message shows
_PLAIN: dict[type, tuple[type | tuple[type, ...], str]] = {
    inspect.StrType: (str, "settings.want-text"),
    inspect.BoolType: (bool, "settings.want-flag"),
    inspect.FloatType: ((int, float), "settings.want-number"),
    inspect.DateType: (datetime.date, "settings.want-date"),
}
_LISTS = (inspect.VarTupleType, inspect.ListType, inspect.SetType, inspect.FrozenSetType)


class Misfit(NamedTuple):
    """The keys that lead to what does not fit, what is wrong with it, and the text to look for there.

    With `is_own` the reason names the place itself.
    """

    steps: tuple[str, ...]
    reason: Wording
    value: str = ""
    is_own: bool = False


def misfit(value: Any, kind: Any, within: str = "") -> Misfit | None:
    """The first thing in a value that does not fit a type; `within` names the table the value stands in."""
    return next(_misfits(value, inspect.type_info(kind), (within,) if within else ()), None)


def _misfits(value: Any, wanted: Any, steps: tuple[str, ...]) -> Iterator[Misfit]:
    if isinstance(wanted, inspect.UnionType):
        yield from _in_union(value, wanted, steps)
    elif isinstance(wanted, inspect.StructType) and isinstance(value, Mapping):
        yield from _in_struct(value, wanted, steps)
    elif isinstance(wanted, inspect.DictType) and isinstance(value, Mapping):
        for key, item in value.items():
            yield from _misfits(item, wanted.value_type, (*steps, key))
    elif isinstance(wanted, _LISTS) and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _misfits(item, wanted.item_type, (*steps[:-1], f"{steps[-1]}[{number}]"))
    elif not _fits(value, wanted):
        told = wording("settings.wrong", found=_found(value), wanted=_wanted(wanted))
        names = _names(wanted)
        if isinstance(value, str) and names:
            told = hinted(told, nearest(value, names, or_all=False))
        yield Misfit(steps, told, value if isinstance(value, str) else "")


def _in_union(value: Any, wanted: inspect.UnionType, steps: tuple[str, ...]) -> Iterator[Misfit]:
    """A value fits a union where it fits one of its types; else it is held against the likeliest."""
    kinds = [kind for kind in wanted.types if not isinstance(kind, inspect.NoneType)]
    told = [next(_misfits(value, kind, steps), None) for kind in kinds]
    if all(told):
        deep = [one for one in told if one is not None and len(one.steps) > len(steps)]
        if deep or len(kinds) == 1:
            yield from deep[:1] or [one for one in told if one is not None]
        else:
            yield Misfit(steps, wording("settings.wrong", found=_found(value), wanted=_wanted(wanted)))


def _in_struct(
    value: Mapping[str, Any], wanted: inspect.StructType, steps: tuple[str, ...]
) -> Iterator[Misfit]:
    fields = {field.encode_name: field for field in wanted.fields}
    place = place_of(steps)
    for key, item in value.items():
        if key in fields:
            yield from _misfits(item, fields[key].type, (*steps, key))
        elif wanted.forbid_unknown_fields:
            told = wording("settings.unknown-key-in", key=key, place=place)
            told = told if place else wording("settings.unknown-key", key=key)
            yield Misfit((*steps, key), hinted(told, nearest(key, fields)), is_own=True)
    for key, field in fields.items():
        if field.required and key not in value:
            told = wording("settings.missing-key", key=key, wanted=_wanted(field.type))
            yield Misfit(steps, told)


def _fits(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, inspect.AnyType):
        return True
    if isinstance(wanted, inspect.LiteralType):
        return value in wanted.values
    if isinstance(wanted, inspect.EnumType):
        return value in _names(wanted)
    if isinstance(wanted, inspect.IntType):
        return _is_whole(value) and _is_within(value, wanted.ge, wanted.le)
    if type(wanted) in _PLAIN:
        kind, _ = _PLAIN[type(wanted)]
        is_flag = isinstance(value, bool) and kind is not bool
        return isinstance(value, kind) and not is_flag and not isinstance(value, datetime.datetime)
    return False


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_within(value: int, least: int | None, most: int | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _names(wanted: Any) -> tuple[str, ...]:
    """The words a type allows, where it allows only some."""
    if isinstance(wanted, inspect.EnumType):
        return tuple(str(member.value) for member in wanted.cls)
    return tuple(map(str, wanted.values)) if isinstance(wanted, inspect.LiteralType) else ()


def _wanted(wanted: Any) -> Wording:
    """What a type takes."""
    if names := _names(wanted):
        return wording("settings.want-one-of", names=names)
    if isinstance(wanted, inspect.UnionType):
        kinds = [_wanted(kind) for kind in wanted.types if not isinstance(kind, inspect.NoneType)]
        return kinds[0] if len(kinds) == 1 else wording("settings.want-either", one=kinds[0], other=kinds[1])
    if isinstance(wanted, inspect.IntType):
        return _wanted_whole(wanted)
    if isinstance(wanted, inspect.DictType):
        return wording("settings.want-table-of", item=_wanted(wanted.value_type))
    if isinstance(wanted, _LISTS):
        return wording("settings.want-list", item=_wanted(wanted.item_type))
    return wording(_PLAIN[type(wanted)][1] if type(wanted) in _PLAIN else "settings.want-table")


def _wanted_whole(wanted: inspect.IntType) -> Wording:
    if wanted.ge is None:
        return wording("settings.want-whole")
    if wanted.le is None:
        return wording("settings.want-whole-from", least=wanted.ge)
    return wording("settings.want-whole-between", least=wanted.ge, most=wanted.le)


def _found(value: Any) -> Wording:
    """What stands in the file, as its author would call it."""
    if isinstance(value, str):
        shown = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
        return wording("settings.found-text", value=shown)
    if isinstance(value, bool):
        return wording("settings.found-flag", value=str(value).lower())
    if isinstance(value, int | float):
        return wording("settings.found-number", value=str(value))
    if isinstance(value, datetime.date):  # a date with a time is one too
        return wording("settings.found-date", value=str(value))
    if isinstance(value, datetime.time):
        return wording("settings.found-time", value=str(value))
    return wording("settings.found-list" if isinstance(value, list) else "settings.found-table")
