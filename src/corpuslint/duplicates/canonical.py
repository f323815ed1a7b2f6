"""Which copy is the best one, and why.

Placeholders and errors are counted against one copy, in the text that both have: in choosing against the
longest, which has most text in common with the others, in giving reasons against the chosen one. So each
copy has one number, and the order is the same whatever the number of copies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpuslint.corpus.document import Span
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.damage import excess
from corpuslint.duplicates.places import Stretch
from corpuslint.duplicates.spans import text_span

WHOLE = 0.9  # a passage of this share of a document's folded characters is the document
_AS_LONG = 0.98  # copies that differ by less are equally long


def span_of(collection: Collection, stretch: Stretch) -> tuple[int, Span]:
    """Index of the source a stretch lies in, and its span of the text, in code points."""
    document = collection.document_at(stretch.start)
    low = int(collection.starts[document])
    source = collection.sources[document]
    return document, text_span(source.text, source.prepared, stretch.start - low, stretch.end - low)


def is_whole(collection: Collection, stretch: Stretch) -> bool:
    """Whether the stretch is (nearly) all of its document."""
    low, high = collection.bounds(collection.document_at(stretch.start))
    return stretch.length >= WHOLE * (high - low)


def choose(collection: Collection, copies: Sequence[Stretch]) -> int:
    """Index of the best copy: each criterion is applied to the copies that the one before left over."""
    left = list(range(len(copies)))
    longest = max(copies, key=lambda copy: (copy.length, -copy.start))
    for _, measure in _criteria(collection, copies, longest):
        measured = [measure(copies[index]) for index in left]
        best = min(measured)
        left = [index for index, value in zip(left, measured, strict=True) if value == best]
    return left[0]


def reasons(collection: Collection, copies: Sequence[Stretch], chosen: int) -> tuple[str, ...]:
    """The criteria that tell the chosen copy from others, in the order applied.

    One by which another copy would be better is passed over: that copy was not verified against all others.
    """
    left = list(range(len(copies)))
    found: list[str] = []
    for reason, measure in _criteria(collection, copies, copies[chosen]):
        measured = {index: measure(copies[index]) for index in left}
        best = min(measured.values())
        if measured[chosen] == best < max(measured.values()):
            found.append(reason)
            left = [index for index in left if measured[index] == best]
    return tuple(found)


def _criteria(
    collection: Collection, copies: Sequence[Stretch], yardstick: Stretch
) -> list[tuple[str, Callable[[Stretch], int]]]:
    """Names of the criteria and what each measures; the smallest is the best."""
    damage = {copy: excess(collection, copy, yardstick) for copy in copies}
    longest = max(copy.length for copy in copies)
    return [
        ("fewest-placeholders", lambda copy: damage[copy].placeholders),
        ("fewest-errors", lambda copy: damage[copy].errors),
        ("longest", lambda copy: copy.length < _AS_LONG * longest),
        ("whole-document", lambda copy: not is_whole(collection, copy)),
        ("earliest", lambda copy: copy.start),
    ]
