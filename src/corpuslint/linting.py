"""One document against the checks: run the engines, settle which hit wins, write the findings down."""

from __future__ import annotations

import traceback
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from corpuslint import engines
from corpuslint.catalog import Check, Language
from corpuslint.corpus.document import Document, Span
from corpuslint.findings import Edit, EngineFailure, Finding, Hit, Related, Severity, fingerprint, points
from corpuslint.wordings import say


class Linted(msgspec.Struct, frozen=True):
    """What the checks say of one document."""

    findings: tuple[Finding, ...]
    failures: tuple[EngineFailure, ...] = ()


def lint(document: Document, checks: Sequence[Check], language: Language = "en") -> Linted:
    """Run every document check; an engine that raises is a failure of its check, never of the run."""
    hits: dict[str, list[Hit]] = {}
    failures: list[EngineFailure] = []
    for check in checks:
        engine = engines.load(check.engine)
        if engines.is_corpus_engine(engine) or check.genres.get(document.genre) == "off":
            continue
        try:
            found = (hit for hit in engine.run(document, check.params) if not document.is_markup(hit.span))
            hits[check.id] = sorted(found, key=lambda hit: hit.span)
        except Exception as error:  # an engine's defect must not cost the reader the other findings
            failures.append(EngineFailure(check.id, document.path, _told(error)))
    findings: list[Finding] = []
    for check in checks:
        try:
            findings += _findings(document, check, _winning(check, hits), language)
        except Exception as error:  # an engine that gives its message too few values
            failures.append(EngineFailure(check.id, document.path, _told(error)))
    return Linted(tuple(sorted(findings, key=lambda finding: finding.sort_key)), tuple(failures))


def _told(error: Exception) -> str:
    """An exception as one line: its kind, what it says, and where it was raised."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"


def _winning(check: Check, hits: Mapping[str, list[Hit]]) -> list[Hit]:
    """A check's hits without those that stand where a check it yields to has one."""
    own = hits.get(check.id, [])
    stronger = sorted(hit.span for name in check.yields_to for hit in hits.get(name, ()))
    if not stronger:
        return own
    longest = max(span.end - span.start for span in stronger)
    return [hit for hit in own if not _is_covered(hit.span, stronger, longest)]


def _is_covered(span: Span, others: list[Span], longest: int) -> bool:
    """Whether a span overlaps one of the sorted spans, none of which is longer than `longest`."""
    index = bisect_left(others, Span(span.start - longest, 0))
    while index < len(others) and others[index].start < max(span.end, span.start + 1):
        if span.overlaps(others[index]):
            return True
        index += 1
    return False


def _findings(document: Document, check: Check, hits: list[Hit], language: Language) -> list[Finding]:
    """Findings of one check, as its genre rule wants them."""
    if not hits:
        return []
    rule = check.genres.get(document.genre, "")
    if rule == "summary":
        first = finding(document, check, hits[0], language, Severity.INFO)
        told = say("findings.summary", language, count=len(hits), message=first.message)
        return [msgspec.structs.replace(first, message=told)]
    severity = Severity(rule) if rule else None
    return [finding(document, check, hit, language, severity) for hit in hits]


def finding(
    document: Document, check: Check, hit: Hit, language: Language, severity: Severity | None = None
) -> Finding:
    """Write a hit down as a finding: message rendered, places as lines and columns."""
    start, end = points(document, hit.span)
    match = document.quote(hit.span)
    template = check.messages[hit.variant] if hit.variant else check.message
    values = {"match": match, **hit.values}
    return Finding(
        check=check.id,
        severity=severity or hit.severity or check.severity,
        confidence=hit.confidence or check.confidence,
        path=document.path,
        record=document.record,
        start=start,
        end=end,
        match=match,
        message=template.get(language).format_map(values),
        fingerprint=fingerprint(check.id, document, hit.span),
        related=tuple(
            Related(
                document.path,
                document.record,
                *points(document, place.span),
                message=check.notes[place.note].get(language).format_map(values),
            )
            for place in hit.related
        ),
        edits=tuple(edit for edit in hit.edits if _is_plain(document, edit)),
    )


def _is_plain(document: Document, edit: Edit) -> bool:
    """Whether an edit replaces what its engine has read: no mark-up is changed with it."""
    span = Span(edit.start, edit.end)
    return document.slice(span) == document.quote(span)
