"""Where foreign text can be put: on a line of its own, or into a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from benchmarks.defects.plant import Edit, Shape, Site
from benchmarks.defects.sample import Sample


def head(sample: Sample) -> Sequence[int]:
    """Where a line may stand near the top: before the title, and after it."""
    return (0, sample.title.end + 1)


def foot(sample: Sample) -> Sequence[int]:
    """After the last line."""
    return (len(sample.text.rstrip("\n")) + 1,)


def between(sample: Sample) -> Sequence[int]:
    """Between two paragraphs of running text."""
    return [line.end + 1 for line in sample.prose[:-1]]


def line(texts: Sequence[str], *where: Callable[[Sample], Sequence[int]]) -> Shape:
    """A line of its own at each of the places; `texts` take turns, so that every text has its places."""

    def shape(sample: Sample) -> Iterator[Site]:
        for places in where:
            for at in places(sample):
                for text in texts:
                    end_of_text = at > len(sample.text)
                    at_in_text = min(at, len(sample.text))
                    yield Site((Edit(at_in_text, at_in_text, f"\n{text}" if end_of_text else f"{text}\n"),))

    return shape


def glued(texts: Sequence[str], pattern: str = r"[一-鿿](?<![一二三四五六七八九十])(?=[一-鿿]{3})") -> Shape:
    """In the middle of running text, with nothing around it."""
    place = re.compile(pattern)

    def shape(sample: Sample) -> Iterator[Site]:
        for line in sample.prose:
            for match in place.finditer(sample.text, line.start + 12, line.end - 6):
                for text in texts:
                    yield Site((Edit(match.end(), match.end(), text),))

    return shape
