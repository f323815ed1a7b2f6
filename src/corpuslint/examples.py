"""The examples of check files: ⟦ ⟧ mark the spans that must be found."""

from __future__ import annotations

from dataclasses import dataclass

from corpuslint.catalog import Example
from corpuslint.wordings import Wording, wording

OPEN, CLOSE = "⟦", "⟧"


class MarkError(ValueError):
    """Marks that do not pair; `problem` says which."""

    def __init__(self, problem: Wording) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the spans (start, end) they stood around."""

    text: str
    spans: tuple[tuple[int, int], ...]


def unmark(source: str) -> Marked:
    """Take the marks out of an example; they do not nest. Raises `MarkError`."""
    text: list[str] = []
    spans: list[tuple[int, int]] = []
    start: int | None = None
    length = 0
    for character in source:
        if character == OPEN:
            if start is not None:
                raise MarkError(wording("selftest.mark-within"))
            start = length
        elif character == CLOSE:
            if start is None:
                raise MarkError(wording("selftest.mark-no-open"))
            spans.append((start, length))
            start = None
        else:
            text.append(character)
            length += 1
    if start is not None:
        raise MarkError(wording("selftest.mark-no-close"))
    return Marked("".join(text), tuple(spans))


def texts_of(example: Example) -> dict[str, Marked]:
    """The files of an example by name; a plain text is one file."""
    files = example.files or {example.name: example.text}
    return {name: unmark(text) for name, text in files.items()}
