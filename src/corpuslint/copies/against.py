"""Texts of a run compared with indexes of other corpora: `check --against`.

A file whose SHA-256 is in an index is a copy for certain, and is not looked at further. Where the text of a
document of an index is at hand, unchanged, the two are aligned as any two texts of a run are; where it is
not, the finding rests on the sketches and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpuslint.copies.texts import RunText
from corpuslint.copies.weight import (
    Copy,
    check_for,
    is_form,
    is_silent,
    opening,
    percent,
    place,
    severity,
    told_as,
)
from corpuslint.corpus.document import Document, Span
from corpuslint.corpus.reading import read_text
from corpuslint.corpus.source import Text
from corpuslint.corpus.views import comparable
from corpuslint.findings import Finding, Hit, Point, Related, points
from corpuslint.job import Job
from corpuslint.linting import finding

if TYPE_CHECKING:
    from datasketch import MinHashLSH

    from corpuslint.duplicates.index import Entry, Index
    from corpuslint.duplicates.overlap import Haystack, Passage

_ALIKE = 0.8  # estimated Jaccard similarity from which two documents are the same
_WHOLE = 0.9  # a passage of this share of a document is the document
_TOLD = 0.8  # a stretch of which this much has been told of is not told of again

_Name = tuple[str, int | None]  # path and record


@dataclass(frozen=True, slots=True)
class _Match:
    """What a text shares with one document of an index: folded characters, there and here, and how alike."""

    row: int
    kind: str
    here: Span
    there: Span
    similarity: float
    is_same_file: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """An index made ready to be asked.

    `rows` are the documents of the index by the SHA-256 of their file, and their record.
    """

    index: Index
    rows: Mapping[tuple[str, int | None], Sequence[int]]
    documents: MinHashLSH
    passages: Haystack


def read_references(paths: Sequence[str]) -> list[Reference]:
    """Read the indexes; `IndexFileError` for a file that is none."""
    import numpy as np

    from corpuslint.duplicates.candidates import lookup
    from corpuslint.duplicates.index import read
    from corpuslint.duplicates.overlap import Haystack
    from corpuslint.duplicates.sketch import PERMUTATIONS

    references = []
    for path in paths:
        index = read(Path(path))
        table = np.zeros((len(index.sketches), PERMUTATIONS), np.uint32)
        for row, sketch in enumerate(index.sketches):
            table[row] = sketch.signature
        rows: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
        for row, entry in enumerate(index.entries):
            rows[entry.sha256, entry.record].append(row)
        references.append(Reference(index, rows, lookup(table), Haystack(index.sketches)))
    return references


def compare_with(references: Sequence[Reference], texts: Sequence[RunText], job: Job) -> list[Finding]:
    """A finding for each stretch of a text that stands in a document of an index too.

    An index without a name is of this very corpus: the documents of the run are not looked for in it.
    """
    read = frozenset(text.name for text in texts)
    found: list[Finding] = []
    for text in texts:
        for reference in references:
            left_out = frozenset() if reference.index.name else read
            found += _Comparer(reference, text, job, left_out).findings()
    return found


class _Comparer:
    """One text against one index."""

    def __init__(self, reference: Reference, text: RunText, job: Job, left_out: frozenset[_Name]) -> None:
        from corpuslint.duplicates.index import Sketch

        self._index = reference.index
        self._left_out = left_out
        self._reference = reference
        self._text = text
        self._job = job
        self._document = text.document
        self._sketch = Sketch.of(text.compared, text.prepared)

    def findings(self) -> Iterator[Finding]:
        """The findings, the longest stretch first; each stretch is told of once, with the best copy."""
        if self._sketch.is_short:
            return
        told: list[Span] = []
        for match in sorted(self._matches(), key=_rank):
            if _is_told(match.here, told):
                continue
            told.append(match.here)
            yield from self._told(match)

    def _matches(self) -> Iterator[_Match]:
        from corpuslint.duplicates.candidates import similar

        whole = Span(0, self._sketch.length)
        for row in self._reference.rows.get((self._text.sha256, self._text.result.record), ()):
            if not self._is_left_out(row):
                yield _Match(row, "document", whole, whole, 1.0, is_same_file=True)
                return
        alike = set()
        for row in similar(self._reference.documents, self._sketch.signature):
            likeness = self._likeness(row)
            if likeness >= _ALIKE and not self._is_left_out(row):
                alike.add(row)
                yield _Match(row, "document", whole, Span(0, self._index.sketches[row].length), likeness)
        for passage in self._reference.passages.passages(self._sketch):
            if passage.document not in alike and not self._is_left_out(passage.document):
                yield self._as_match(passage)

    def _likeness(self, row: int) -> float:
        from corpuslint.duplicates.sketch import similarity

        return float(similarity(self._sketch.signature[None], self._index.sketches[row].signature[None])[0])

    def _is_left_out(self, row: int) -> bool:
        entry = self._index.entries[row]
        return (entry.path, entry.record) in self._left_out

    def _as_match(self, passage: Passage) -> _Match:
        here, there = Span(passage.start, passage.end), Span(passage.other, passage.other_end)
        kind = "document" if here.end - here.start >= _WHOLE * self._sketch.length else "passage"
        return _Match(passage.document, kind, here, there, passage.identity)

    def _told(self, match: _Match) -> Iterator[Finding]:
        """The findings on the text of the other document where there is one, else the one on its sketch."""
        entry = self._index.entries[match.row]
        if not match.is_same_file and not self._index.name:
            text = read_text(entry.path, entry.path, entry.record, entry.sha256)
            if text is not None:
                yield from self._aligned(entry, text)
                return
        yield from self._unread(match)

    def _unread(self, match: _Match) -> Iterator[Finding]:
        """The finding on a match where the other text was not looked at."""
        from corpuslint.duplicates.spans import text_span, with_punctuation

        span = text_span(self._text.compared, self._text.prepared, match.here.start, match.here.end)
        span = with_punctuation(self._text.compared, span)
        variant = "identical" if match.is_same_file else "sketched"
        values = {
            "other": _place(self._index, match.row, match.there),
            "percent": percent(min(match.similarity, 0.99)),
        }
        yield from self._finding(span, self._copy(span, match.kind, variant), values)

    def _aligned(self, entry: Entry, text: Text) -> Iterator[Finding]:
        """Findings for the families that the text and the other document make, compared word by word."""
        from corpuslint.duplicates.search import VARIANTS, Options, Source, find_families

        other = Source.of(entry.path, entry.record, comparable(text.text, text.format))
        document = Document(entry.path, text.text, record=entry.record)
        for family in find_families([self._text.source, other], Options()):
            there = next((member for member in family.members if member.source == 1), None)
            if there is None:
                continue
            start, end = points(document, there.span)
            for member in family.members:
                if member.source == 1:
                    continue
                variant = max(member.variant, there.variant, key=VARIANTS.index)
                contained = member.containment * there.containment
                values = {
                    "other": place(entry.path, entry.record, start, end),
                    "percent": percent(member.similarity * there.similarity),
                    "contained": percent(contained),
                }
                copy = self._copy(member.span, family.kind, variant, contained)
                yield from self._finding(member.span, copy, values, (entry, start, end))

    def _copy(self, span: Span, kind: str, variant: str, contained: float = 1.0) -> Copy:
        result = self._text.result
        kind = "document" if kind == "document" else "passage"  # nothing is boilerplate between two texts
        form = kind == "passage" and is_form(self._text.compared[slice(*span)])
        return Copy(result.path, result.genre, span.end - span.start, kind, variant, contained, form)

    def _finding(
        self,
        span: Span,
        copy: Copy,
        values: Mapping[str, str],
        other: tuple[Entry, Point, Point] | None = None,
    ) -> Iterator[Finding]:
        """The finding on a copy, if some check speaks of it; `other` is the place it is a copy of."""
        check = check_for(copy.kind, self._job.checks)
        if check is None or is_silent(check, copy, self._job):
            return
        told: dict[str, str | int] = {
            **values,
            "characters": copy.characters,
            "opening": opening(self._document.slice(span)),
        }
        hit = Hit(span, told, variant=told_as(check, copy))
        made = finding(self._document, check, hit, self._job.language, severity(check, copy, self._job))
        if other is not None:
            entry, start, end = other
            note = check.notes["elsewhere"].get(self._job.language)
            related = Related(entry.path, entry.record, start, end, note)
            made = msgspec.structs.replace(made, related=(related,))
        yield made


def _rank(match: _Match) -> tuple[int, float, int]:
    return (match.here.start - match.here.end, -match.similarity, match.row)


def _is_told(span: Span, told: Sequence[Span]) -> bool:
    shared = max((min(span.end, other.end) - max(span.start, other.start) for other in told), default=0)
    return shared >= _TOLD * (span.end - span.start)


def _place(index: Index, row: int, there: Span) -> str:
    """The approximate place in the other document: `corpus:path:12-30`."""
    entry, sketch = index.entries[row], index.sketches[row]
    path = entry.path if entry.record is None else f"{entry.path}#{entry.record}"
    first, last = sketch.line_at(there.start), sketch.line_at(there.end - 1)
    lines = str(first) if first == last else f"{first}-{last}"
    return f"{index.name}:{path}:{lines}" if index.name else f"{path}:{lines}"
