"""Automatic lists: which number Word writes before a paragraph (ECMA-376 part 1, 17.9).

A paragraph names a list (`numId`) and a level, itself or through its style; the list names an abstract
definition whose levels say how the number looks. Lists of one definition count on together, unless a list
overrides where it starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from corpuslint.corpus.formats.docx.numerals import write_number
from corpuslint.corpus.formats.docx.package import Event, whole
from corpuslint.corpus.formats.docx.styles import Style
from corpuslint.expressions import late

_PLACE = late("%([1-9])")
_ENDS_OPEN = late(r"[\w〇]\Z")  # 第一章, 1.1: a label that needs a space before the text
_LONGEST_CHAIN = 32  # styles based on styles, lists linked to styles


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number starts, looks (`template`, with %1 for level 1) and restarts."""

    start: int = 0  # what the standard says of a level that names none
    form: str = "decimal"
    template: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, Level] = field(default_factory=dict)
    linked_style: str = ""


@dataclass(slots=True)
class _List:
    abstract: str = ""
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    lists: dict[str, _List] = field(default_factory=dict)
    abstracts: dict[str, _Abstract] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, style: str, list_id: str, level: int | None) -> str:
        """The number before the next paragraph, with the space it needs; empty when it has none.

        `list_id` and `level` are the paragraph's own ("" and None when it leaves them to its style).
        """
        if not list_id:
            list_id, style_level, style = self._of_style(style)
            level = style_level if level is None else level
        abstract = self._abstract_of(list_id)
        if abstract is None:
            return ""
        levels = {**self.abstracts[abstract].levels, **self.lists[list_id].levels}
        if level is None:
            level = next((number for number, known in levels.items() if style and known.style == style), 0)
        if level not in levels:
            return ""
        counts = self._advance(list_id, abstract, level, levels)
        return _written(levels, level, counts)

    def _of_style(self, style: str) -> tuple[str, int | None, str]:
        """List, level and name of the nearest style in the chain that names a list."""
        for _ in range(_LONGEST_CHAIN):
            found = self.styles.get(style)
            if found is None:
                break
            if found.list_id:
                return found.list_id, found.level, style
            style = found.based_on
        return "", None, ""

    def _abstract_of(self, list_id: str) -> str | None:
        """The definition behind a list, through the list style it may be linked to."""
        for _ in range(_LONGEST_CHAIN):
            known = self.lists.get(list_id)
            abstract = self.abstracts.get(known.abstract) if known else None
            if known is None or abstract is None:
                return None
            linked = self.styles.get(abstract.linked_style)
            if abstract.levels or linked is None:
                return known.abstract
            list_id = linked.list_id
        return None

    def _advance(self, list_id: str, abstract: str, level: int, levels: dict[int, Level]) -> dict[int, int]:
        """Counts one paragraph and starts the deeper levels anew."""
        counts = self._counts.setdefault(abstract, {})
        override = self.lists[list_id].starts.get(level)
        if override is not None and (list_id, level) not in self._started:
            counts[level] = override
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start
        self._started.add((list_id, level))
        for deeper in [number for number in counts if number > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if level < (deeper if restart is None else restart):
                del counts[deeper]
        return counts


def _written(levels: dict[int, Level], level: int, counts: dict[int, int]) -> str:
    """The label of a level: its template with the counts filled in."""
    shown = levels[level]
    if shown.form == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        known = levels.get(place, Level(start=1))
        form = "decimal" if shown.is_legal else known.form
        return write_number(counts.get(place, known.start), form)

    label = _PLACE.sub(number, shown.template)
    return label + " " if _ENDS_OPEN.search(label) else label


def read_numbering(styles: Mapping[str, Style], events: Iterable[Event]) -> Numbering:
    """The lists of a document; a level belongs to the definition or the list it stands in."""
    found = Numbering(styles)
    abstract, listed = _Abstract(), _List()
    levels = abstract.levels
    number = 0
    for kind, name, attributes, _ in events:
        if kind != "start":
            continue
        value = attributes.get("val", "")
        if name == "w:abstractNum":
            abstract = found.abstracts.setdefault(attributes.get("abstractNumId", ""), _Abstract())
            levels = abstract.levels
        elif name == "w:num":
            listed = found.lists.setdefault(attributes.get("numId", ""), _List())
            levels = listed.levels
        elif name == "w:numStyleLink":
            abstract.linked_style = value
        elif name == "w:abstractNumId":
            listed.abstract = value
        elif name == "w:startOverride":
            listed.starts[number] = whole(value)
        elif name in ("w:lvl", "w:lvlOverride"):
            number = whole(attributes.get("ilvl", ""))
        _read_level(levels, number, name, attributes)
    return found


def _read_level(levels: dict[int, Level], number: int, name: str, attributes: Mapping[str, str]) -> None:
    """Begins a level, or adds a property to the one that is open."""
    if name == "w:lvl":
        levels[number] = Level()
    elif number in levels:
        levels[number] = _with_property(levels[number], name, attributes)


def _with_property(level: Level, name: str, attributes: Mapping[str, str]) -> Level:
    """A level with one more of its properties known."""
    value = attributes.get("val", "")
    if name == "w:start":
        return replace(level, start=whole(value))
    if name == "w:numFmt":
        return replace(level, form=value)
    if name == "w:lvlText":
        return replace(level, template=value)
    if name == "w:lvlRestart":
        return replace(level, restart=whole(value))
    if name == "w:isLgl":
        return replace(level, is_legal=_is_on(attributes))
    if name == "w:pStyle":
        return replace(level, style=value)
    return level


def _is_on(attributes: Mapping[str, str]) -> bool:
    """Whether an on/off element is on: it is unless it says otherwise."""
    return attributes.get("val", "1") not in ("0", "false", "off")
