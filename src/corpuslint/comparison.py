"""The texts of a run compared: families of duplicates, and the findings they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from corpuslint.catalog import Check
from corpuslint.corpus.document import Document, Span
from corpuslint.findings import (
    Family,
    Finding,
    Hit,
    Member,
    Point,
    Related,
    Severity,
    points,
    text_fingerprint,
)
from corpuslint.job import FileResult, Job, TextResult, is_ignored
from corpuslint.linting import finding
from corpuslint.recovered import Key, recovered

if TYPE_CHECKING:
    from corpuslint.duplicates.search import PassageFamily, Source

_KEEP, _DROP = "keep", "drop"


class Comparison(msgspec.Struct, frozen=True):
    """Families, a finding for each copy that is not the best one, and characters per path.

    `covered` counts the characters of a file that stand in some family, `redundant` those of copies that
    are not canonical. `answers` are the placeholder findings that a copy fills in, told anew.
    """

    families: tuple[Family, ...]
    findings: tuple[Finding, ...]
    covered: Mapping[str, int]
    redundant: Mapping[str, int]
    answers: Mapping[Key, Finding] = {}

    def with_findings(self, findings: Sequence[Finding]) -> Comparison:
        """The same with more findings: those of texts that stand in another corpus too."""
        return msgspec.structs.replace(self, findings=(*self.findings, *findings))


NOTHING = Comparison((), (), {}, {})


def compare(results: Sequence[FileResult], job: Job) -> Comparison:
    """Find what stands in more than one place among the texts of a run."""
    from corpuslint.duplicates.search import Options, coverage, find_families

    texts = [text for result in results for text in result.texts]
    sources = [_source(text) for text in texts]
    found = find_families(sources, Options())
    documents = [Document(text.path, text.text, genre=text.genre, record=text.record) for text in texts]
    reported = [
        (family, raw, told)
        for raw in found
        for family in [_family(raw, documents)]
        if (check := _check_for(family, job.checks)) is not None
        if (told := tuple(_findings(check, family, raw, documents, job)))
    ]
    reported.sort(key=lambda item: _place(item[0]))
    kept = [raw for _, raw, _ in reported]
    counts = coverage(sources, kept)
    return Comparison(
        tuple(family for family, _, _ in reported),
        tuple(one for _, _, told in reported for one in told),
        _by_path(texts, [count.covered for count in counts]),
        _by_path(texts, [count.redundant for count in counts]),
        recovered(kept, sources, documents, [text.findings for text in texts], job.language),
    )


def _source(text: TextResult) -> Source:
    from corpuslint.duplicates.search import Source

    flaws = text.flaws
    return Source(text.path, text.record, text.text, text.prepared, flaws.placeholders, flaws.errors)


def _check_for(family: Family, checks: Sequence[Check]) -> Check | None:
    """The selected check that reports families of this kind."""
    kind = "document" if family.kind == "document" else "passage"
    for check in checks:
        if check.engine == "duplicates" and check.params.kind == kind:
            return check
    return None


def _family(raw: PassageFamily, documents: Sequence[Document]) -> Family:
    """A family as it stands in the report: members by path and place, positions as lines and columns."""
    order = sorted(range(len(raw.members)), key=lambda index: _member_key(raw, index, documents))
    canonical = order.index(raw.canonical)
    members = tuple(
        _member(raw, index, documents, _KEEP if index == raw.canonical else _DROP) for index in order
    )
    best = raw.members[raw.canonical].span
    others = [member.similarity for member in members if member.role == _DROP]
    return Family(
        id=members[canonical].fingerprint,
        kind=raw.kind,
        variant=raw.variant,
        characters=best.end - best.start,
        similarity=min(others, default=1.0),
        status="new",
        canonical=canonical,
        reasons=raw.reasons,
        members=members,
    )


def _member_key(raw: PassageFamily, index: int, documents: Sequence[Document]) -> tuple[str, int, int, int]:
    member = raw.members[index]
    document = documents[member.source]
    return (document.path, document.record or 0, member.span.start, member.span.end)


def _member(raw: PassageFamily, index: int, documents: Sequence[Document], role: str) -> Member:
    member = raw.members[index]
    document = documents[member.source]
    start, end = points(document, member.span)
    similarity, containment = round(member.similarity, 4), round(member.containment, 4)
    name = text_fingerprint(document.slice(member.span))
    return Member(document.path, document.record, start, end, similarity, role, containment, name)


def _findings(
    check: Check, family: Family, raw: PassageFamily, documents: Sequence[Document], job: Job
) -> Iterator[Finding]:
    """One finding at each member that is not canonical, related to the canonical one.

    None where the settings leave the check out for the member's file.
    """
    best = family.members[family.canonical]
    by_place = {(documents[m.source].path, documents[m.source].record, m.span.start): m for m in raw.members}
    for member in family.members:
        if member.role == _KEEP or is_ignored(job, check, member.path):
            continue
        source = by_place[member.path, member.record, member.start.offset]
        hit = Hit(
            source.span,
            values={
                "other": place(best.path, best.record, best.start, best.end),
                "percent": _percent(member.similarity),
                "characters": source.span.end - source.span.start,
                "copies": len(family.members),
            },
            variant="boilerplate" if family.kind == "boilerplate" else family.variant,
        )
        document = documents[source.source]
        severity = _severity(check, family, document, source.span, job)
        made = finding(document, check, hit, job.language, severity)
        note = check.notes["canonical"].get(job.language)
        yield msgspec.structs.replace(
            made, related=(Related(best.path, best.record, best.start, best.end, note),)
        )


def _severity(check: Check, family: Family, document: Document, span: Span, job: Job) -> Severity:
    """How much a copy matters: the settings first, then its genre, then whether it may be a stock phrase."""
    if wanted := job.severities.get(check.id) or job.severities.get(check.group):
        return wanted
    if rule := check.genres.get(document.genre):
        return Severity(rule) if rule in [*Severity] else Severity.INFO
    is_stock = family.kind == "boilerplate" or span.end - span.start < check.params.stock
    return Severity.INFO if is_stock else check.severity


def place(path: str, record: int | None, start: Point, end: Point) -> str:
    """A place as people write it: `path:3-17`, or `path#12:3-17` for a record."""
    where = path if record is None else f"{path}#{record}"
    lines = str(start.line) if start.line == end.line else f"{start.line}-{end.line}"
    return f"{where}:{lines}"


def _percent(share: float) -> str:
    """A share in whole per cent; only what is equal is called 100%."""
    return f"{min(int(share * 100 + 0.5), 100 if share == 1 else 99)}%"


def _place(family: Family) -> tuple[str, int, int]:
    first = family.members[0]
    return (first.path, first.record or 0, first.start.offset)


def _by_path(texts: Sequence[TextResult], counts: Sequence[int]) -> dict[str, int]:
    """Counts of texts added up by file."""
    total: dict[str, int] = {}
    for text, count in zip(texts, counts, strict=True):
        total[text.path] = total.get(text.path, 0) + count
    return total
