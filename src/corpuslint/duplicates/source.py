"""One document as the search for duplicates takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.model import Folded, Prepared


@dataclass(frozen=True, eq=False)
class Source:
    """One document to compare. `record` is its 1-based number in a file of records, else None.

    `folded` is what is compared, `read` gives the text it was folded from, asked for only where a copy is
    found; path and record together name one source. `placeholders` and `errors` are the ascending offsets
    (code points) of the placeholder findings and of the other findings of error severity: they decide which
    copy is the best one.
    """

    path: str
    record: int | None
    folded: Folded
    read: Callable[[], str]
    placeholders: Sequence[int] = ()
    errors: Sequence[int] = ()

    @classmethod
    def of(
        cls,
        path: str,
        record: int | None,
        text: str,
        prepared: Prepared | None = None,
        *,
        placeholders: Sequence[int] = (),
        errors: Sequence[int] = (),
    ) -> Source:
        """The source of a text that is at hand."""
        return cls(path, record, prepared or fold(text), lambda: text, placeholders, errors)

    @cached_property
    def text(self) -> str:
        """The text itself."""
        return self.read()

    @cached_property
    def prepared(self) -> Prepared:
        """The folded view with the way back to the text."""
        return self.folded if isinstance(self.folded, Prepared) else fold(self.text)
