"""A corpus with copies planted in it, made from a seed: the same seed and size give the same bytes.

The text is a character chain learnt from this repository's own sample corpora, with whole clauses of them
strewn in: stock phrases recur as they do in real reports, and no stretch of 40 characters does by chance.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpuslint.corpus.decoding import decode

FIXTURES = Path(__file__).parent.parent / "fixtures"
EDIT_RATES = (1, 2, 3, 5, 8, 10, 15)  # per cent of the characters
SHARE = 0.015  # copies of each kind, as a share of the documents
WHOLE = 0.25  # share of the copies that are a document of their own
MASS_COPIES = 300
STOCK_SHARE = 0.06  # documents that close with a formula
FORMULAS = 6
LEAST_DOCUMENTS = 200
LEAST = 90  # characters of a planted passage


class Place(NamedTuple):
    """A stretch of a text, in code points."""

    document: int
    start: int
    end: int


@dataclass
class Planted:
    """Texts; `groups` are sets of places that hold the same, with the kind of copy; `stock` are formulas."""

    texts: list[str]
    groups: list[tuple[str, list[Place]]] = field(default_factory=list)
    stock: list[Place] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes in UTF-8."""
        return sum(len(text.encode()) for text in self.texts)


class Chain:
    """A first-order chain of characters: what follows a character in the sample corpora."""

    def __init__(self, sample: str, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        codes = np.frombuffer(sample.encode("utf-16-le"), dtype="<u2")
        order = np.argsort(codes[:-1], kind="stable")
        self._followers = codes[1:][order]
        characters, starts, sizes = np.unique(codes[:-1][order], return_index=True, return_counts=True)
        self._characters = characters
        self._starts = np.zeros(1 << 16, dtype=np.int64)
        self._sizes = np.zeros(1 << 16, dtype=np.int64)
        self._starts[characters], self._sizes[characters] = starts, sizes

    def streams(self, count: int, length: int) -> list[str]:
        """So many texts of this length, walked side by side."""
        state = self._random.choice(self._characters, count)
        table: NDArray[np.uint16] = np.empty((length, count), dtype=np.uint16)
        for row in range(length):
            drawn = (self._random.random(count) * self._sizes[state]).astype(np.int64)
            state = self._followers[self._starts[state] + drawn]
            table[row] = state
        return [column.tobytes().decode("utf-16-le") for column in np.ascontiguousarray(table.T)]


class Author:
    """Writes documents, and copies passages the ways people do."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        sample = "".join(_sample_lines())
        self._chain = Chain(sample, seed)
        clauses = {clause for clause in re.split(r"[，。；：、！？]", sample) if 8 <= len(clause) <= 20}
        self._clauses = sorted(clauses)
        self._frequent = sorted(re.findall(r"[\u4e00-\u9fff]", sample))

    def documents(self, count: int) -> list[list[str]]:
        """Documents as lists of paragraphs, 300 to 1,400 characters long."""
        documents: list[list[str]] = []
        for start in range(0, count, 5000):
            streams = self._chain.streams(min(5000, count - start), 1400)
            documents += [self._paragraphs(stream[: self.random.randint(300, 1400)]) for stream in streams]
        return documents

    def _paragraphs(self, stream: str) -> list[str]:
        paragraphs = [""]
        for sentence in stream.split("。"):
            if self.random.random() < 0.15:
                sentence = f"{self.random.choice(self._clauses)}，{sentence}"
            paragraphs[-1] += f"{sentence}。"
            if len(paragraphs[-1]) > 60 and self.random.random() < 0.5:
                paragraphs.append("")
        return [paragraph for paragraph in paragraphs if paragraph]

    def formula(self) -> str:
        """A closing formula of 40 to 55 characters."""
        text = ""
        while len(text) < 40:
            text += self.random.choice(self._clauses)[:15] + "，"
        return text[:-1] + "。"

    def edited(self, text: str, rate: float) -> str:
        """Replace, drop or insert this share of the characters; punctuation and line ends stay."""
        written = []
        for character in text:
            roll = self.random.random()
            if roll >= rate or not character.isalnum():
                written.append(character)
            elif roll < rate * 0.6:
                written.append(self.random.choice(self._frequent))
            elif roll < rate * 0.8:
                written.append(character + self.random.choice(self._frequent))
        return "".join(written)

    def masked(self, text: str) -> str:
        """Figures, and about one in forty runs of two or three characters, masked."""
        mask = self.random.choice("xX某×○*")
        text = re.sub(r"[0-9]+", mask, text)
        written, place = "", 0
        while place < len(text):
            step = self.random.randint(20, 60)
            width = self.random.randint(2, 3)
            name = text[place + step : place + step + width]
            written += text[place : place + step] + (mask * len(name) if name.isalpha() else name)
            place += step + width
        return written

    def wrapped(self, text: str) -> str:
        """The text in lines of one length, whatever stands at their ends."""
        joined = text.replace("\n", "")
        return "\n".join(joined[start : start + 34] for start in range(0, len(joined), 34))


def _sample_lines() -> Iterator[str]:
    """Lines of running text of the sample corpora."""
    for path in sorted(FIXTURES.glob("*/*.txt")):
        for line in decode(path.read_bytes()).text.splitlines():
            if len(line) > 40:
                yield line.strip()


def _copyists(author: Author) -> dict[str, Callable[[str], str]]:
    copyists: dict[str, Callable[[str], str]] = {"exact": str}
    for percent in EDIT_RATES:
        copyists[f"edited {percent} %"] = _editor(author, percent / 100)
    copyists["masked"] = author.masked
    copyists["masked and edited"] = lambda text: author.edited(author.masked(text), 0.08)
    copyists["re-wrapped"] = author.wrapped
    copyists["re-wrapped and edited"] = lambda text: author.wrapped(author.edited(text, 0.05))
    return copyists


def _editor(author: Author, rate: float) -> Callable[[str], str]:
    return lambda text: author.edited(text, rate)


def planted(documents: int, seed: int = 1) -> Planted:
    """A corpus of so many documents, 200 or more, with copies of every kind."""
    if documents < LEAST_DOCUMENTS:
        raise ValueError(f"{documents} documents cannot hold copies of every kind; ask for {LEAST_DOCUMENTS}")
    return _Planter(documents, seed).run()


class _Planter:
    """Each document is the source or the target of at most one copy, so that every pair is known."""

    def __init__(self, documents: int, seed: int) -> None:
        self._author = Author(seed)
        self._random = self._author.random
        self._parts = self._author.documents(documents)
        self._free = list(range(documents))
        self._random.shuffle(self._free)
        self._count = max(4, int(documents * SHARE))
        self._marks: list[tuple[str, list[tuple[int, int, int]]]] = []  # document, first and last part
        self._stock: list[int] = []

    def run(self) -> Planted:
        """Plant, then write the texts down with the place of each part."""
        self._plant_mass_copy(min(MASS_COPIES, len(self._parts) // 10))
        for kind, copy in _copyists(self._author).items():
            for _ in range(self._count):
                self._plant(kind, copy)
        for _ in range(self._count):
            self._plant_excerpt()
            self._plant_repeat()
        self._plant_formulas()
        return self._written()

    def _plant(self, kind: str, copy: Callable[[str], str]) -> None:
        source, target = self._free.pop(), self._free.pop()
        first, last = self._passage(source)
        whole = self._random.random() < WHOLE
        if whole:
            first, last = 0, len(self._parts[source])
        passage = copy("\n".join(self._parts[source][first:last]))
        if whole:
            self._parts[target] = [passage]
            place = (target, 0, 1)
        else:
            place = self._pasted(target, passage)
        self._marks.append((kind, [(source, first, last), place]))

    def _plant_excerpt(self) -> None:
        """One to three sentences, in the middle of a paragraph of another document."""
        source, target = self._free.pop(), self._free.pop()
        sentences = [part for part in re.split(r"(?<=。)", "".join(self._parts[source])) if part]
        start = self._random.randrange(max(1, len(sentences) // 2))
        end = start + 1
        while len("".join(sentences[start:end])) < LEAST and end < len(sentences):
            end += 1
        excerpt = "".join(sentences[start:end])
        self._parts[source] = ["".join(sentences[:start]), excerpt, "".join(sentences[end:])]
        self._marks.append(("excerpt", [(source, 1, 2), self._pasted(target, excerpt)]))

    def _plant_repeat(self) -> None:
        """A passage twice in one document."""
        target = self._free.pop()
        first, last = self._passage(target)
        self._parts[target].append("\n".join(self._parts[target][first:last]))
        count = len(self._parts[target])
        self._marks.append(("repeat in one file", [(target, first, last), (target, count - 1, count)]))

    def _plant_mass_copy(self, copies: int) -> None:
        """One speech of about 700 characters, with 2 % edits, in many documents."""
        source = self._free.pop()
        self._parts[source] = ["".join("".join(self._parts[source]).split("\n"))[:700]]
        places = [(source, 0, 1)]
        for _ in range(copies):
            passage = self._author.edited(self._parts[source][0], 0.02)
            places.append(self._pasted(self._free.pop(), passage))
        self._marks.append(("mass copy", places))

    def _plant_formulas(self) -> None:
        formulas = [self._author.formula() for _ in range(FORMULAS)]
        for document in self._random.sample(range(len(self._parts)), int(len(self._parts) * STOCK_SHARE)):
            self._parts[document].append(self._random.choice(formulas))
            self._stock.append(document)

    def _passage(self, document: int) -> tuple[int, int]:
        """One to five paragraphs, first and last (exclusive), at least 90 characters."""
        parts = self._parts[document]
        first = self._random.randrange(len(parts))
        last = min(len(parts), first + self._random.randint(1, 5))
        while sum(map(len, parts[first:last])) < LEAST and (first > 0 or last < len(parts)):
            first, last = max(0, first - 1), min(len(parts), last + 1)
        return first, last

    def _pasted(self, document: int, passage: str) -> tuple[int, int, int]:
        index = self._random.randint(0, len(self._parts[document]))
        self._parts[document].insert(index, passage)
        return document, index, index + 1

    def _written(self) -> Planted:
        starts = []
        for parts in self._parts:
            offsets = [0]
            for part in parts:
                offsets.append(offsets[-1] + len(part) + 1)
            starts.append(offsets)
        groups = [
            (kind, [Place(d, starts[d][first], starts[d][last] - 1) for d, first, last in places])
            for kind, places in self._marks
        ]
        stock = [Place(d, starts[d][-2], starts[d][-1] - 1) for d in self._stock]
        return Planted(["\n".join(parts) + "\n" for parts in self._parts], groups, stock)
