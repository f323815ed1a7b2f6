"""The texts of a run: what was found in each, and the text itself where it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpuslint.corpus.document import Document
from corpuslint.corpus.reading import read_text
from corpuslint.corpus.views import comparable
from corpuslint.job import FileResult, TextResult

if TYPE_CHECKING:
    from corpuslint.duplicates.search import Prepared, Source


class ChangedError(Exception):
    """A file is no longer what it was when the run began; the message names it."""


@dataclass(frozen=True, eq=False)
class RunText:
    """One text of a run. A text whose result was kept is read again only where something needs it."""

    result: TextResult
    sha256: str
    location: Path

    @property
    def name(self) -> tuple[str, int | None]:
        """Path and record: what tells it from the other texts of the run."""
        return self.result.path, self.result.record

    @cached_property
    def text(self) -> str:
        """The text; `ChangedError` where its file is gone or another one by now."""
        if self.result.text is not None:
            return self.result.text
        text = read_text(self.location, self.result.path, self.result.record, self.sha256)
        if text is None:
            raise ChangedError(self.result.path)
        return text.text

    @cached_property
    def compared(self) -> str:
        """What of the text is compared with others, every offset as it is in the text."""
        return comparable(self.text, self.result.format)

    @cached_property
    def document(self) -> Document:
        """The text with its lines, not parsed into blocks."""
        result = self.result
        return Document(result.path, self.text, genre=result.genre, record=result.record)

    @cached_property
    def source(self) -> Source:
        """The text as the search for duplicates takes it."""
        from corpuslint.duplicates.search import Source

        result, flaws = self.result, self.result.flaws
        return Source(
            *self.name,
            result.folded,
            lambda: self.compared,
            placeholders=flaws.placeholders,
            errors=flaws.errors,
        )

    @property
    def prepared(self) -> Prepared:
        """The folded view of the text with the way back to it."""
        return self.source.prepared


def texts_of_run(results: Sequence[FileResult], locations: Mapping[str, Path] | None = None) -> list[RunText]:
    """The texts of all results, in their order; `locations` says where the files of kept results stand."""
    places = locations or {}
    return [
        RunText(text, result.sha256, places.get(result.path, Path(result.path)))
        for result in results
        for text in result.texts
    ]
