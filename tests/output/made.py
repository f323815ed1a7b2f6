"""Findings, families and outcomes made by hand: positions are computed from the text they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint.catalog import shipped
from corpuslint.corpus.document import Document, Span
from corpuslint.findings import (
    Confidence,
    Edit,
    EngineFailure,
    Family,
    Finding,
    Member,
    Related,
    Severity,
    fingerprint,
    points,
)
from corpuslint.output import Options, load
from corpuslint.report import (
    SCHEMA_VERSION,
    FileEntry,
    Notice,
    Outcome,
    Report,
    Run,
    SkippedEntry,
    Summary,
    Tool,
)


def finding(
    text: str,
    match: str,
    *,
    path: str = "a.txt",
    check: str = "placeholder-symbol",
    severity: Severity = Severity.ERROR,
    confidence: Confidence = Confidence.HIGH,
    message: str = "“{match}” stands where a value belongs",
    record: int | None = None,
    related: Sequence[Related] = (),
    edits: Sequence[Edit] = (),
    status: str = "new",
) -> Finding:
    """A finding at the first place a match stands in a text."""
    document = Document(path, text, record=record)
    span = Span(text.index(match), text.index(match) + len(match))
    start, end = points(document, span)
    return Finding(
        check,
        severity,
        confidence,
        path,
        record,
        start,
        end,
        match,
        message.replace("{match}", match),
        fingerprint(check, document, span),
        status,
        tuple(related),
        tuple(edits),
    )


def related(text: str, match: str, *, path: str = "a.txt", message: str = "see here") -> Related:
    span = Span(text.index(match), text.index(match) + len(match))
    return Related(path, None, *points(Document(path, text), span), message=message)


def family(paths: Sequence[str], *, text: str = "全县上下要真抓实干。", kind: str = "passage") -> Family:
    """A family with a copy at the start of each file; the first is the best one."""
    start, end = points(Document(paths[0], text), Span(0, len(text)))
    members = tuple(
        Member(path, None, start, end, 1.0 if index == 0 else 0.9876, "drop" if index else "keep", 1.0)
        for index, path in enumerate(paths)
    )
    return Family(
        "f0", kind, "near", len(text), 0.9876, "new", 0, ("fewest-placeholders", "longest"), members
    )


def copy(of: Family, index: int, *, text: str = "全县上下要真抓实干。") -> Finding:
    """The finding a family gives at one of its copies."""
    best = of.members[of.canonical]
    return finding(
        text,
        text,
        path=of.members[index].path,
        check="duplicate-passage",
        severity=Severity.WARNING,
        message=f"repeats {best.path}:1",
        related=[Related(best.path, None, best.start, best.end, "the best copy")],
    )


def outcome(
    findings: Sequence[Finding] = (),
    texts: dict[str, str] | None = None,
    *,
    families: Sequence[Family] = (),
    skipped: Sequence[SkippedEntry] = (),
    failures: Sequence[EngineFailure] = (),
    notices: Sequence[Notice] = (),
    format: str = "text",
) -> Outcome:
    """An outcome with these findings; `texts` by path give the lines they stand on."""
    texts = texts or {}
    found = sorted(findings, key=lambda one: one.sort_key)
    paths = sorted({*texts, *(one.path for one in found)})
    per_check = sorted({one.check for one in found})
    report = Report(
        SCHEMA_VERSION,
        Tool("corpuslint", "1.2.3"),
        Run(("corpus",), "0123456789abcdef", tuple(per_check)),
        Summary(
            len(paths),
            sum(map(len, texts.values())),
            len(found),
            {check: sum(one.check == check for one in found) for check in per_check},
            {
                level: sum(one.severity is level for one in found)
                for level in Severity
                if any(one.severity is level for one in found)
            },
            len(skipped),
            len(families),
            30 if families else 0,
            20 if families else 0,
        ),
        tuple(
            FileEntry(path, "0" * 64, "utf-8", format, len(texts.get(path, "")), 0, 0.0, 0.0)
            for path in paths
        ),
        tuple(found),
        tuple(families),
        tuple(skipped),
        tuple(failures),
        tuple(notices),
    )
    lines = {
        (one.path, one.record, one.start.line): document.slice(document.line_span(one.start.line))
        for one in found
        if one.path in texts
        for document in [Document(one.path, texts[one.path])]
    }
    ran = tuple(check for check in shipped() if check.id in per_check)
    return Outcome(report, lines, ran)


def written(name: str, made: Outcome, options: Options = Options()) -> str:  # noqa: B008 (frozen)
    """What a format writes."""
    return "".join(load(name).write(made, options))
