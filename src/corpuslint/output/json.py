"""The JSON report: one object, two spaces of indent, UTF-8, a newline at the end."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.output import Options, jsontext
from corpuslint.report import Outcome


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the report as JSON."""
    yield jsontext.indented(outcome.report)
