"""Placeholder findings told what stands behind the mask, where a copy of the text has it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from corpuslint.catalog import Language
from corpuslint.corpus.document import Document, Span
from corpuslint.findings import Finding, Point, Related, points
from corpuslint.wordings import say

if TYPE_CHECKING:
    from corpuslint.copies.texts import RunText
    from corpuslint.duplicates.recovery import Evidence
    from corpuslint.duplicates.search import PassageFamily

PREFIX = "placeholder-"

_SAID: dict[Evidence, str] = {
    "same": "findings.value-same",
    "figures": "findings.value-figures",
    "near": "findings.value-near",
}

Key = tuple[str, int | None, int, int, str]  # path, record, start, end, check


def key_of(finding: Finding) -> Key:
    """What tells a finding from every other one of a run."""
    return finding.path, finding.record, finding.start.offset, finding.end.offset, finding.check


def recovered(
    families: Sequence[PassageFamily],
    texts: Sequence[RunText],
    language: Language,
) -> dict[Key, Finding]:
    """The placeholder findings that a copy fills in, told with the value and its place.

    The canonical copy is asked for the values of the others, and the others for those of the canonical one;
    the first answer stays.
    """
    placeholders = [_placeholders(text.result.findings) for text in texts]
    answered: dict[Key, Finding] = {}
    for family in families:
        if family.kind == "boilerplate":
            continue
        for member in range(len(family.members)):
            if member != family.canonical:
                for here, there in ((member, family.canonical), (family.canonical, member)):
                    _answer(answered, family, (here, there), texts, placeholders, language)
    return answered


def _answer(
    answered: dict[Key, Finding],
    family: PassageFamily,
    pair: tuple[int, int],
    texts: Sequence[RunText],
    placeholders: Sequence[Sequence[Finding]],
    language: Language,
) -> None:
    """Fill in the placeholders of the first copy of a pair from the second."""
    from corpuslint.duplicates.pairing import Side
    from corpuslint.duplicates.recovery import recover

    here, there = (family.members[index] for index in pair)
    asked = {
        _span(finding): finding
        for finding in _within(placeholders[here.source], here.span)
        if key_of(finding) not in answered
    }
    if not asked:
        return
    one, other = (Side(texts[member.source].source, member.span) for member in (here, there))
    answer = recover(one, other, list(asked))
    key = _SAID[answer.evidence]
    percent = min(99, int(min(here.similarity, there.similarity) * 100))  # the canonical copy is at 1
    for placeholder, value in answer.values:
        finding = asked[placeholder]
        told = _told(finding, texts[there.source].document, value, language, key, percent)
        answered[key_of(finding)] = told


def _placeholders(findings: Sequence[Finding]) -> list[Finding]:
    return sorted((f for f in findings if f.check.startswith(PREFIX)), key=lambda f: f.start.offset)


def _within(findings: Sequence[Finding], span: Span) -> Iterator[Finding]:
    first = bisect_left(findings, span.start, key=lambda finding: finding.start.offset)
    last = bisect_left(findings, span.end, key=lambda finding: finding.start.offset)
    return (finding for finding in findings[first:last] if finding.end.offset <= span.end)


def _span(finding: Finding) -> Span:
    return Span(finding.start.offset, finding.end.offset)


def _told(
    finding: Finding, document: Document, value: Span, language: Language, key: str, percent: int
) -> Finding:
    text = document.slice(value)
    start, end = points(document, value)
    note = Related(document.path, document.record, start, end, say("findings.value", language, value=text))
    place = _place(document, start)
    message = say(key, language, message=finding.message, place=place, value=text, percent=percent)
    return msgspec.structs.replace(finding, message=message, related=(*finding.related, note))


def _place(document: Document, start: Point) -> str:
    """A place as people write it."""
    record = "" if document.record is None else f"#{document.record}"
    return f"{document.path}{record}:{start.line}"


def amended(findings: Sequence[Finding], answers: Mapping[Key, Finding]) -> tuple[Finding, ...]:
    """The findings, those that were answered as they are told now."""
    if not answers:
        return tuple(findings)
    return tuple(answers.get(key_of(finding), finding) for finding in findings)
