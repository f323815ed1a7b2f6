"""What a run finds: hits of engines, findings, families of duplicates.

`Hit` is what an engine says (a place and the values its message needs). `Finding` is what a report says
(with check, severity, rendered message, lines and columns). `Family` is a set of places that say the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from corpuslint.corpus.document import Document, Span

_CONTEXT = 16  # characters either side that tell one place from another of the same match


class Severity(StrEnum):
    """How wrong: error (no clean text has it), warning (few and real), info (style, or contested)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Confidence(StrEnum):
    """How sure: high (precision 0.9 and above), medium (0.7 and above), low (off unless asked for)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Place:
    """A second place a hit speaks of, in the same document; `note` names one of the check's notes."""

    span: Span
    note: str


class Edit(msgspec.Struct, frozen=True):
    """A replacement that would mend a finding; offsets as in `Span`."""

    start: int
    end: int
    replacement: str
    safety: str = "unsafe"


@dataclass(frozen=True, slots=True)
class Hit:
    """What an engine found: a span and the values for the check's message.

    `variant` picks one of the check's `[messages]` (its plain `message` when empty); `severity` and
    `confidence` override the check's own.
    """

    span: Span
    values: Mapping[str, str | int] = field(default_factory=dict)
    variant: str = ""
    related: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None
    confidence: Confidence | None = None


class Point(msgspec.Struct, frozen=True):
    """A position in a report: 1-based line and column, and the offset, in code points."""

    line: int
    column: int
    offset: int


class Related(msgspec.Struct, frozen=True):
    """Another place that matters to a finding."""

    path: str
    record: int | None
    start: Point
    end: Point
    message: str


class Finding(msgspec.Struct, frozen=True):
    """One line of the report; the fields stand in the order of the JSON report."""

    check: str
    severity: Severity
    confidence: Confidence
    path: str
    record: int | None
    start: Point
    end: Point
    match: str
    message: str
    fingerprint: str
    status: str = "new"
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, int, str]:
        """Order of the report: path, record, offset, id."""
        return (self.path, self.record or 0, self.start.offset, self.end.offset, self.check)


class Member(msgspec.Struct, frozen=True):
    """One copy in a family. `similarity` is the identity of its alignment with the canonical copy.

    `containment` is the share of this member's text that stands in the canonical one; `role` is `keep` or
    `drop`. `fingerprint` names the text itself, white space left out, the same wherever the text stands.
    """

    path: str
    record: int | None
    start: Point
    end: Point
    similarity: float
    role: str
    containment: float
    fingerprint: str = ""


class Family(msgspec.Struct, frozen=True):
    """Places that say the same, with the best copy named.

    `kind` is `document`, `passage` or `boilerplate`; `variant` the weakest folding that makes the copies
    equal: `exact`, `folded`, `masked` or `near`. `characters` is the length of the canonical copy, `id` its
    fingerprint.
    """

    id: str
    kind: str
    variant: str
    characters: int
    similarity: float
    status: str
    canonical: int
    reasons: tuple[str, ...]
    members: tuple[Member, ...]


class EngineFailure(msgspec.Struct, frozen=True):
    """A defect of corpuslint itself: the check that broke, the file it broke on, what it said."""

    check: str
    path: str
    error: str


def points(document: Document, span: Span) -> tuple[Point, Point]:
    """Start and (exclusive) end of a span as they stand in reports."""
    return Point(*document.position(span.start)), Point(*document.end_position(span))


def fingerprint(check: str, document: Document, span: Span) -> str:
    """A name for a finding that survives moves and edits elsewhere.

    It hashes the check, the matched text and up to 16 characters of the same line on each side, white space
    left out. Two findings with the same text around them share it: what is accepted is counted, not just
    named.
    """
    line = document.line_span(document.position(span.start).line)
    before = document.quote(Span(max(line.start, span.start - _CONTEXT), span.start))
    after = document.quote(Span(span.end, min(max(line.end, span.end), span.end + _CONTEXT)))
    return _digest(check, before, document.quote(span), after)


def text_fingerprint(text: str) -> str:
    """A name for a text wherever it stands, white space left out."""
    return _digest(text)


def _digest(*parts: str) -> str:
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        digest.update("".join(part.split()).encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
