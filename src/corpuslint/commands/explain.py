"""Checks explained: what `corpuslint explain` and `corpuslint checks` print."""

from __future__ import annotations

from pathlib import Path

import msgspec

from corpuslint import tomlfile
from corpuslint.catalog import Check, Example, Language, Measured, read_explanation
from corpuslint.config import load
from corpuslint.errors import UserError
from corpuslint.output.terminal import cells, visible
from corpuslint.output.wording import HEADINGS, say
from corpuslint.selection import catalogue

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
        raise UnknownCheckError(f'no check is called "{name}"; {tomlfile.nearest(name, known)}')
    told = read_explanation(Path(check.source))
    docs = told.docs.get(language)
    why, advice, limits, source, found, left = HEADINGS[language]
    sections = [
        f"{check.id} ({', '.join(_qualities(check))})",
        check.title.get(language),
        _section(why, docs.why),
        _section(advice, docs.advice),
        _section(limits, docs.limits),
        *_measured(told.measured, language),
        _section(source, docs.source),
        _section(found, "\n".join(_example(example) for example in told.bad)),
        _section(left, "\n".join(_example(example) for example in told.good)),
    ]
    return "\n".join(sections) + "\n"


def _qualities(check: Check) -> list[str]:
    off = [] if check.is_on_by_default else ["off by default"]
    return [check.severity.value, f"{check.confidence} confidence", *off]


def _section(heading: str, body: str) -> str:
    return f"\n{heading}\n" + "\n".join(f"  {line}" for line in body.strip().splitlines())


def _measured(measured: Measured | None, language: Language) -> list[str]:
    """The figures a check file keeps, as a section; none where it keeps none."""
    if measured is None:
        return []
    figures = (
        ("measured-recall", measured.labels, measured.recall),
        ("measured-precision", measured.findings, measured.precision),
        ("measured-plants", measured.plants, measured.planted_recall),
    )
    told = [
        say(key, language, count=count, share=f"{share:.1%}")
        for key, count, share in figures
        if share is not None
    ]
    told.append(say("measured-with", language, command=_MEASURED_WITH))
    return [_section(say("measured", language), "\n".join(told))]


def _example(example: Example) -> str:
    text = example.text or "\n".join(f"[{name}]\n{body.strip()}" for name, body in example.files.items())
    shown = "\n".join(visible(line) for line in text.strip().splitlines())
    return f"{shown}\n    ({example.why})" if example.why else shown


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
    off = "" if check.is_on_by_default else " (off)"
    return f"{check.id:<{width}}  {check.severity:<7}  {check.title.get(language)}{off}\n"
