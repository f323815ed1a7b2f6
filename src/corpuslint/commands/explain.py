"""Checks explained: what `corpuslint explain` and `corpuslint checks` print."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from corpuslint.catalog import Check, Example, Language, Measured, read_explanation
from corpuslint.config import load
from corpuslint.errors import UserError
from corpuslint.hints import hinted, nearest
from corpuslint.output.terminal import cells, visible
from corpuslint.output.wording import say, severity
from corpuslint.selection import catalogue
from corpuslint.wordings import wording

_MEASURED_WITH = "python benchmarks/quality.py"


class UnknownCheckError(UserError):
    """No check has that id; the message gives the nearest one."""


class _Entry(msgspec.Struct):
    """A check as `corpuslint checks --output-format json` lists it."""

    id: str
    group: str
    severity: str
    confidence: str
    default: bool
    title: str


def explanation(name: str, language: Language) -> str:
    """A check as a page of text."""
    checks = catalogue(load(Path.cwd()))
    check = next((check for check in checks if check.id == name), None)
    if check is None:
        known = [check.id for check in checks]
        unknown = wording("commands.unknown-check", name=name)
        hint = nearest(name, known, or_all=False) or wording("commands.list-checks")
        raise UnknownCheckError(hinted(unknown, hint))
    told = read_explanation(Path(check.source))
    docs = told.docs.get(language)
    sections = [
        say("qualities", language, id=check.id, qualities=_qualities(check, language)),
        check.title.get(language),
        _section("why", docs.why, language),
        _section("advice", docs.advice, language),
        _section("limits", docs.limits, language),
        *_measured(told.measured, language),
        _section("source", docs.source, language),
        _section("bad", _examples(told.bad, language), language),
        _section("good", _examples(told.good, language), language),
    ]
    return "\n".join(sections) + "\n"


def _qualities(check: Check, language: Language) -> tuple[str, ...]:
    off = [] if check.is_on_by_default else [say("off", language)]
    return severity(check.severity, language), say(f"confidence-{check.confidence}", language), *off


def _section(name: str, body: str, language: Language) -> str:
    return f"\n{say(f'heading-{name}', language)}\n" + "\n".join(
        f"  {line}" for line in body.strip().splitlines()
    )


def _measured(measured: Measured | None, language: Language) -> list[str]:
    """The figures a check file keeps, as a section; none where it keeps none."""
    if measured is None:
        return []
    figures = (
        ("measured-recall", measured.labels, measured.recall),
        ("measured-precision", measured.findings, measured.precision),
        ("measured-plants", measured.plants, measured.planted_recall),
        ("measured-field", measured.field_plants or 0, measured.field_recall),
    )
    told = [
        say(key, language, count=count, share=f"{share:.1%}")
        for key, count, share in figures
        if share is not None
    ]
    told.append(say("measured-with", language, command=_MEASURED_WITH))
    return [_section("measured", "\n".join(told), language)]


def _examples(examples: Sequence[Example], language: Language) -> str:
    return "\n".join(_example(example, language) for example in examples)


def _example(example: Example, language: Language) -> str:
    text = example.text or "\n".join(f"[{name}]\n{body.strip()}" for name, body in example.files.items())
    shown = "\n".join(visible(line) for line in text.strip().splitlines())
    why = example.reason(language)
    return f"{shown}\n    ({why})" if why else shown


def listing(output_format: str, language: Language) -> str:
    """All checks, those that ship and a project's own, as a table or as JSON."""
    checks = catalogue(load(Path.cwd()))
    if output_format == "json":
        entries = [
            _Entry(c.id, c.group, c.severity, c.confidence, c.is_on_by_default, c.title.get(language))
            for c in checks
        ]
        return msgspec.json.format(msgspec.json.encode(entries), indent=2).decode() + "\n"
    width = max(cells(check.id) for check in checks)
    return "".join(_row(check, width, language) for check in checks)


def _row(check: Check, width: int, language: Language) -> str:
    off = "" if check.is_on_by_default else say("off-mark", language)
    level = severity(check.severity, language)
    return f"{check.id:<{width}}  {level}{' ' * (9 - cells(level))}{check.title.get(language)}{off}\n"
