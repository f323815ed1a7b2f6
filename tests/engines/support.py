"""What the tests of the engines share: an engine tried on a text, and what holds for every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from hypothesis import strategies as st

from corpuslint.corpus.document import Document
from corpuslint.corpus.parsing import parse
from corpuslint.findings import Hit

ParamsType = TypeVar("ParamsType")


def around(*phrases: str, alphabet: str) -> st.SearchStrategy[str]:
    """Texts that hold what an engine looks for, whole and cut short, amid characters of its own alphabet."""
    whole = st.sampled_from(phrases)
    cut = whole.flatmap(lambda phrase: st.integers(0, len(phrase)).map(lambda end: phrase[:end]))
    pieces = st.one_of(whole, whole, cut, st.text(alphabet=alphabet, max_size=8))
    return st.lists(pieces, max_size=10).map("".join)


@dataclass(frozen=True)
class Trial(Generic[ParamsType]):
    """An engine's `run` with the parameters it is tried with."""

    run: Callable[[Document, ParamsType], Iterator[Hit]]
    params: ParamsType

    def hits(self, text: str, *, encoding: str = "utf-8", format: str = "text") -> list[Hit]:
        """What the engine finds, in its own order."""
        return list(self.run(parse("a.txt", text, encoding=encoding, format=format), self.params))

    def pairs(self, text: str) -> list[tuple[Hit, str]]:
        """Each hit with the text of its span."""
        document = parse("a.txt", text)
        return [(hit, document.slice(hit.span)) for hit in self.run(document, self.params)]

    def found(self, text: str) -> list[tuple[str, str]]:
        """The variant of each hit with the text of its span."""
        return [(hit.variant, match) for hit, match in self.pairs(text)]

    def matches(self, text: str) -> list[str]:
        """The text of each hit's span."""
        return [match for _, match in self.pairs(text)]

    def repaired(self, text: str) -> str:
        """The text after every edit, safe or not; from the last to the first, so that offsets stay true."""
        edits = [edit for hit in self.hits(text) for edit in hit.edits]
        for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        return text

    def assert_sound(self, text: str) -> list[Hit]:
        """Any text is read without error, to the same hits each time, all inside it; returns the hits."""
        document = parse("a.txt", text)
        hits = list(self.run(document, self.params))
        assert hits == list(self.run(document, self.params))
        assert hits == self.hits(text)
        for hit in hits:
            assert 0 <= hit.span.start < hit.span.end <= len(text)
            assert document.slice(hit.span) == text[hit.span.start : hit.span.end]
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in hit.edits)
            assert all(0 <= place.span.start <= place.span.end <= len(text) for place in hit.related)
        return hits
