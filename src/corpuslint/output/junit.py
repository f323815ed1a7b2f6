"""JUnit XML: a suite a file, a case a finding.

Errors and warnings are failures; infos pass, with what they say as the output of their case; a file that was
not read is a skipped case; a failure of corpuslint itself is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from corpuslint.findings import Finding, Severity
from corpuslint.output import Options, region
from corpuslint.output.choice import pending
from corpuslint.output.terminal import shortened, visible
from corpuslint.report import Outcome, Report


class _Case(NamedTuple):
    """A test case: `kind` is failure, error, skipped, or empty for one that passes."""

    kind: str
    head: str
    body: str


class _Suite(NamedTuple):
    """The cases of one file."""

    name: str
    cases: list[_Case]


def write(outcome: Outcome, options: Options) -> Iterator[str]:
    """Yield the suites in the order of their files, then what was not read, then failures of corpuslint."""
    report = outcome.report
    suites = [*_files(report, options), *_unread(report), *_broken(report)]
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<testsuites name="corpuslint" {_counts([case for suite in suites for case in suite.cases])}>\n'
    for suite in suites:
        yield f"  <testsuite name={_attribute(suite.name)} {_counts(suite.cases)}>\n"
        for case in suite.cases:
            yield f"    <testcase {case.head}>{case.body}</testcase>\n"
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _files(report: Report, options: Options) -> Iterator[_Suite]:
    """A suite for each file read, and for each that a finding names."""
    formats = region.formats(report)
    found = {path: list(of) for path, of in groupby(pending(report), key=lambda finding: finding.path)}
    for path in sorted({*formats, *found}):
        cases = [_case(finding, formats.get(path, "text"), options) for finding in found.get(path, ())]
        yield _Suite(path, cases or [_Case("", _head("clean", path), "")])


def _unread(report: Report) -> Iterator[_Suite]:
    cases = [
        _Case("skipped", _head("not read", skip.path), f"<skipped message={_attribute(skip.reason)}/>")
        for skip in report.skipped
    ]
    if cases:
        yield _Suite("not read", cases)


def _broken(report: Report) -> Iterator[_Suite]:
    cases = [
        _Case("error", _head(failure.check, failure.path), f"<error message={_attribute(failure.error)}/>")
        for failure in report.failures
    ]
    if cases:
        yield _Suite("corpuslint", cases)


def _case(finding: Finding, format: str, options: Options) -> _Case:
    line = region.region(finding, format).start_line
    message = region.message(finding, format, options.language)
    head = _head(f"{finding.check} {finding.start.line}:{finding.start.column}", finding.path)
    head += f' line="{line}"'
    if finding.severity is Severity.INFO:
        return _Case("", head, f"<system-out>{_text(message)}</system-out>")
    opening = f'<failure type="{finding.severity}" message={_attribute(message)}>'
    return _Case("failure", head, f"{opening}{_text(f'{finding.path}:{line}: {message}')}</failure>")


def _counts(cases: Sequence[_Case]) -> str:
    kinds = Counter(case.kind for case in cases)
    failures, errors, skipped = kinds["failure"], kinds["error"], kinds["skipped"]
    return f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="{skipped}"'


def _head(name: str, path: str) -> str:
    return f"name={_attribute(name)} classname={_attribute(path)}"


def _attribute(text: str) -> str:
    return quoteattr(visible(shortened(text)))


def _text(text: str) -> str:
    return escape(visible(text))
