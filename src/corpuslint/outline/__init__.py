"""The outline of a file: the documents it holds and the sections their markers make."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from corpuslint.corpus.blocks import Block
from corpuslint.outline.nesting import Item, Step
from corpuslint.outline.numbering import read_nesting
from corpuslint.outline.parts import PartStart, part_starts
from corpuslint.outline.sections import Section, read_items, read_sections

__all__ = ["Outline", "Part", "Section", "read_outline"]


@dataclass(frozen=True, slots=True)
class Part:
    """One document within a file: its blocks `start` to `end`, its title (one or more blocks), its sections.

    A file of one document has one part; a compilation of speeches has one for each. `items` are its numbered
    markers, `steps` how they follow one another.
    """

    start: int
    end: int
    title: tuple[Block, ...]
    sections: tuple[Section, ...]
    items: tuple[Item, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """All parts of a file, in order; together they hold every block."""

    parts: tuple[Part, ...]

    def part_of(self, block: int) -> Part:
        """The part that holds the block of that index."""
        index = bisect_right(self.parts, block, key=lambda part: part.start) - 1
        if index < 0 or block >= self.parts[index].end:
            raise IndexError(block)
        return self.parts[index]


def read_outline(text: str, blocks: tuple[Block, ...]) -> Outline:
    """Find the parts of a file and the sections of each."""
    starts = part_starts(text, blocks)
    if not starts:
        return Outline(())
    ends = [start.start for start in starts[1:]] + [len(blocks)]
    return Outline(
        tuple(_read_part(text, blocks, start, end) for start, end in zip(starts, ends, strict=True))
    )


def _read_part(text: str, blocks: tuple[Block, ...], start: PartStart, end: int) -> Part:
    own = blocks[start.start : end]
    items = read_items(text, own)
    steps = tuple(read_nesting(items))
    return Part(start.start, end, start.title, read_sections(own, end, items, steps), items, steps)
