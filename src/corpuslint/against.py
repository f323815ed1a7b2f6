"""Texts of a run compared with indexes of other corpora: `check --against`.

Where the text of a document of an index is at hand, unchanged, the two are aligned as any two texts of a run
are; where it is not, the finding rests on the sketches and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpuslint.catalog import Check, Language
from corpuslint.comparison import place
from corpuslint.corpus.document import Document, Span
from corpuslint.corpus.reading import read_bytes, texts_of
from corpuslint.corpus.source import Unreadable
from corpuslint.findings import Finding, Hit, Related, Severity, points
from corpuslint.job import FileResult, Job, TextResult, is_ignored
from corpuslint.linting import finding

if TYPE_CHECKING:
    from datasketch import MinHashLSH

    from corpuslint.duplicates.index import Entry, Index
    from corpuslint.duplicates.overlap import Haystack, Passage

_ALIKE = 0.8  # estimated Jaccard similarity from which two documents are the same
_WHOLE = 0.9  # a passage of this share of a document is the document
_TOLD = 0.8  # a stretch of which this much has been told of is not told of again

_MESSAGES = {
    "document": {
        "en": "whole document duplicated: {characters} characters, about {percent}% the same as {other}",
        "zh": "整篇重复（{characters}字），与{other}约{percent}%相同",
    },
    "passage": {
        "en": "passage duplicated: {characters} characters, about {percent}% the same as {other}",
        "zh": "段落重复（{characters}字），与{other}约{percent}%相同",
    },
}
_BY_SKETCH = {
    "en": "{message} (estimated from its sketch; the text itself was not compared)",
    "zh": "{message}（据指纹估计，未比对原文）",
}


_NOTE = {"en": "stands here too", "zh": "另见此处"}

_Name = tuple[str, int | None]  # path and record


@dataclass(frozen=True, slots=True)
class _Match:
    """What a text shares with one document of an index: folded characters, there and here, and how alike."""

    row: int
    kind: str
    here: Span
    there: Span
    similarity: float


@dataclass(frozen=True, slots=True)
class Reference:
    """An index made ready to be asked."""

    index: Index
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
        references.append(Reference(index, lookup(table), Haystack(index.sketches)))
    return references


def compare_with(references: Sequence[Reference], results: Sequence[FileResult], job: Job) -> list[Finding]:
    """A finding for each stretch of a text that stands in a document of an index too.

    An index without a name is of this very corpus: the documents of the run are not looked for in it.
    """
    texts = [text for result in results for text in result.texts]
    read = frozenset((text.path, text.record) for text in texts)
    found: list[Finding] = []
    for text in texts:
        for reference in references:
            left_out = frozenset() if reference.index.name else read
            found += _Comparer(reference, text, job, left_out).findings()
    return found


class _Comparer:
    """One text against one index."""

    def __init__(self, reference: Reference, text: TextResult, job: Job, left_out: frozenset[_Name]) -> None:
        from corpuslint.duplicates.index import Sketch

        self._index = reference.index
        self._left_out = left_out
        self._reference = reference
        self._text = text
        self._job = job
        self._document = Document(text.path, text.text, genre=text.genre, record=text.record)
        self._sketch = Sketch.of(text.text, text.prepared)

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
        text = None if self._index.name else _text_of(entry)
        if text is None:
            check = self._check(match.kind)
            if check is not None:
                yield self._estimated(check, match, entry)
            return
        yield from self._aligned(entry, text)

    def _check(self, kind: str) -> Check | None:
        for check in self._job.checks:
            if check.engine == "duplicates" and check.params.kind == kind:
                is_off = check.genres.get(self._text.genre) == "off"
                return None if is_off or is_ignored(self._job, check, self._text.path) else check
        return None

    def _estimated(self, check: Check, match: _Match, entry: Entry) -> Finding:
        from corpuslint.duplicates.spans import text_span, with_punctuation

        span = text_span(self._text.text, self._text.prepared, match.here.start, match.here.end)
        span = with_punctuation(self._text.text, span)
        language: Language = self._job.language
        message = _MESSAGES[match.kind][language].format(
            characters=span.end - span.start,
            percent=min(99, int(match.similarity * 100 + 0.5)),
            other=_place(self._index, match.row, match.there),
        )
        made = self._finding(check, Hit(span, {"other": "", "characters": 0}))
        return msgspec.structs.replace(made, message=_BY_SKETCH[language].format(message=message))

    def _aligned(self, entry: Entry, text: str) -> Iterator[Finding]:
        """Findings for the families that the text and the other document make, compared word by word."""
        from corpuslint.duplicates.search import Options, Source, find_families, prepare

        options = Options()
        own = Source(self._text.path, self._text.record, self._text.text, self._text.prepared)
        other = Source(entry.path, entry.record, text, prepare(text, options))
        document = Document(entry.path, text, record=entry.record)
        for family in find_families([own, other], options):
            here = [member for member in family.members if member.source == 0]
            there = next((member for member in family.members if member.source == 1), None)
            check = self._check("document" if family.kind == "document" else "passage")
            if there is None or check is None:
                continue
            start, end = points(document, there.span)
            for member in here:
                values: dict[str, str | int] = {
                    "other": place(entry.path, entry.record, start, end),
                    "percent": f"{min(99, int(member.similarity * there.similarity * 100 + 0.5))}%",
                    "characters": member.span.end - member.span.start,
                    "copies": len(family.members),
                }
                made = self._finding(check, Hit(member.span, values, variant=family.variant))
                note = Related(entry.path, entry.record, start, end, _NOTE[self._job.language])
                yield msgspec.structs.replace(made, related=(note,))

    def _finding(self, check: Check, hit: Hit) -> Finding:
        severity = self._job.severities.get(check.id) or self._job.severities.get(check.group)
        if severity is None and (rule := check.genres.get(self._text.genre)):
            severity = Severity(rule) if rule in [*Severity] else Severity.INFO
        if severity is None and hit.span.end - hit.span.start < check.params.stock:
            severity = Severity.INFO
        return finding(self._document, check, hit, self._job.language, severity)


def _rank(match: _Match) -> tuple[int, float, int]:
    return (match.here.start - match.here.end, -match.similarity, match.row)


def _is_told(span: Span, told: Sequence[Span]) -> bool:
    shared = max((min(span.end, other.end) - max(span.start, other.start) for other in told), default=0)
    return shared >= _TOLD * (span.end - span.start)


def _text_of(entry: Entry) -> str | None:
    """The text of an entry, if its file stands where it stood and has not changed."""
    try:
        data = read_bytes(entry.path)
    except (OSError, ValueError, Unreadable):
        return None
    if sha256(data).hexdigest() != entry.sha256:
        return None
    texts, _ = texts_of(data, entry.path)
    return next((text.text for text in texts if text.record == entry.record), None)


def _place(index: Index, row: int, there: Span) -> str:
    """The approximate place in the other document: `corpus:path:12-30`."""
    entry, sketch = index.entries[row], index.sketches[row]
    path = entry.path if entry.record is None else f"{entry.path}#{entry.record}"
    first, last = sketch.line_at(there.start), sketch.line_at(there.end - 1)
    lines = str(first) if first == last else f"{first}-{last}"
    return f"{index.name}:{path}:{lines}" if index.name else f"{path}:{lines}"
