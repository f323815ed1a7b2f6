"""One line a finding: `path:line:column: severity check message`."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.findings import Finding
from corpuslint.output import Options
from corpuslint.output.choice import pending
from corpuslint.output.summary import closing
from corpuslint.output.terminal import paint, place, severity_style, shortened, visible
from corpuslint.output.wording import severity
from corpuslint.report import Outcome


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield every finding on a line of its own, then the summary."""
    for finding in pending(outcome.report):
        yield _line(finding, options) + "\n"
    yield from closing(outcome.report, options)


def _line(finding: Finding, options: Options) -> str:
    level = paint(
        severity(finding.severity, options.language), severity_style(finding.severity), color=options.color
    )
    return f"{place(finding)}: {level} {finding.check} {visible(shortened(finding.message))}"
