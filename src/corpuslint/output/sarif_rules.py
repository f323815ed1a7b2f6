"""The rules of a SARIF log, written from the check files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpuslint.catalog import Check, Language, read_explanation
from corpuslint.findings import Severity
from corpuslint.output.wording import say
from corpuslint.report import Outcome

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def rules(outcome: Outcome, language: Language) -> list[dict[str, Any]]:
    """A rule for each check that ran or that a finding names, by id."""
    known = {check.id: check for check in outcome.checks}
    named = sorted({*known, *(finding.check for finding in outcome.report.findings)})
    return [_rule(known[name], language) if name in known else {"id": name} for name in named]


def _rule(check: Check, language: Language) -> dict[str, Any]:
    docs = read_explanation(Path(check.source)).docs.get(language)
    why, advice, limits, source = (
        say(f"heading-{part}", language) for part in ("why", "advice", "limits", "source")
    )
    sections = ((why, docs.why), (advice, docs.advice), (limits, docs.limits), (source, docs.source))
    return {
        "id": check.id,
        "name": check.id,
        "shortDescription": {"text": check.title.get(language)},
        "fullDescription": {"text": docs.why.strip()},
        "help": {
            "text": "\n\n".join(f"{heading}: {body.strip()}" for heading, body in sections),
            "markdown": "\n\n".join(f"## {heading}\n\n{body.strip()}" for heading, body in sections),
        },
        "defaultConfiguration": {"enabled": check.is_on_by_default, "level": LEVELS[check.severity]},
        "properties": {
            "tags": [check.group],
            "precision": check.confidence.value,
            "problem.severity": _PROBLEMS[check.severity],
        },
    }
