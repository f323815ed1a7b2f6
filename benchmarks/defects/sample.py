"""A sound document read for places to plant in: its lines, prose, headings, lists and inline ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

DIGITS = "一二三四五六七八九十"
_NUMBER = f"[{DIGITS}]{{1,3}}"
# Marker styles from the outermost to the innermost; the value is the first group.
_STYLES = {
    "一、": re.compile(rf"({_NUMBER})、"),
    "（一）": re.compile(rf"（({_NUMBER})）"),
    "1.": re.compile(r"(\d{1,2})\.(?!\d)"),
    "1）": re.compile(r"(\d{1,2})）"),
    "第一条": re.compile(rf"第({_NUMBER})条[　 ]"),
}
_DEPTHS = {style: depth for depth, style in enumerate(_STYLES)}
_ORDINAL = re.compile(rf"(?:^|(?<=[；。：，]))({_NUMBER})(?:是|要)", re.MULTILINE)


class Line(NamedTuple):
    """A line of text without its line end and the white space around it; offsets in code points."""

    start: int
    end: int
    text: str


class Item(NamedTuple):
    """A numbered line. `marker_end` is where its own words begin, `end` where the item after it stands.

    `end` of the last item of a list is the end of its line: how much of the rest belongs to it is not known.
    """

    style: str
    value: int
    start: int
    marker_end: int
    line_end: int
    end: int


class Ordinal(NamedTuple):
    """An ordinal such as 二是 before a clause; `end` is where the next ordinal of the chain begins."""

    value: int
    start: int
    marker_end: int
    end: int


def numeral(value: int) -> str:
    """A number up to 99 in Chinese numerals."""
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens - 1] + "十") + (
        DIGITS[ones - 1] if ones else ""
    )


def marker(style: str, value: int) -> str:
    """A marker as a style writes it."""
    number = numeral(value) if "一" in style else str(value)
    return style.replace("一" if "一" in style else "1", number) + ("　" if style == "第一条" else "")


def _value(written: str) -> int:
    return int(written) if written.isdigit() else next(n for n in range(1, 100) if numeral(n) == written)


@dataclass(frozen=True)
class Sample:
    """A sound text: `name` of its file, `genre` as corpuslint calls it."""

    name: str
    text: str
    genre: str = "speech"

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines that are not blank."""
        found = re.finditer(r"[^\s](?:[^\n]*[^\s])?", self.text)
        return tuple(Line(*match.span(), match[0]) for match in found)

    @cached_property
    def prose(self) -> tuple[Line, ...]:
        """Lines of running text: long, and closed by a full stop."""
        return tuple(line for line in self.lines if len(line.text) >= 40 and line.text[-1] in "。！")

    @cached_property
    def title(self) -> Line:
        """The first line."""
        return self.lines[0]

    @cached_property
    def lists(self) -> tuple[tuple[Item, ...], ...]:
        """Runs of items that follow one another by one, with no outer marker between them."""
        open_lists: dict[str, list[Item]] = {}
        closed: list[list[Item]] = []
        for item in self._items():
            ended = [style for style in open_lists if _closes(item.style, style)]
            closed.extend(open_lists.pop(style) for style in ended)
            if item.style in open_lists and item.value != open_lists[item.style][-1].value + 1:
                closed.append(open_lists.pop(item.style))
            open_lists.setdefault(item.style, []).append(item)
        return tuple(_with_ends(items) for items in (*closed, *open_lists.values()))

    def _items(self) -> Iterator[Item]:
        for line in self.lines:
            for style, pattern in _STYLES.items():
                if match := pattern.match(line.text):
                    value = _value(match[1])
                    yield Item(style, value, line.start, line.start + match.end(), line.end, line.end)

    @cached_property
    def chains(self) -> tuple[tuple[Ordinal, ...], ...]:
        """Inline ordinals from the first on, at least three."""
        chains: list[list[Ordinal]] = []
        for match in _ORDINAL.finditer(self.text):
            ordinal = Ordinal(_value(match[1]), match.start(), match.end(), match.end())
            if ordinal.value == 1:
                chains.append([ordinal])
            elif chains and ordinal.value == chains[-1][-1].value + 1:
                chains[-1][-1] = chains[-1][-1]._replace(end=ordinal.start)
                chains[-1].append(ordinal)
        return tuple(tuple(chain) for chain in chains if len(chain) >= 3)

    @cached_property
    def headings(self) -> tuple[Item, ...]:
        """Numbered lines that are short, have no closing punctuation and stand over other text."""
        return tuple(
            item
            for items in self.lists
            for item in items
            if item.line_end - item.start <= 32
            and self.text[item.line_end - 1] not in "。；：，！"
            and (follower := self.after(item.line_end)) is not None
            and len(follower.text) > 40
        )

    def after(self, offset: int) -> Line | None:
        """The first line that begins at or after an offset."""
        return next((line for line in self.lines if line.start >= offset), None)


def _closes(style: str, other: str) -> bool:
    """Whether a marker ends the lists of another style: an outer one does; articles run on by themselves."""
    if other == "第一条":
        return False
    return style == "第一条" or _DEPTHS[style] < _DEPTHS[other]


def _with_ends(items: list[Item]) -> tuple[Item, ...]:
    followers = [item.start for item in items[1:]]
    return (*(item._replace(end=end) for item, end in zip(items, followers, strict=False)), items[-1])
