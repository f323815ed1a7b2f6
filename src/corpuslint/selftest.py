"""Check files tested by their own examples: what `corpuslint selftest` and the test suite run.

Each `[[bad]]` text gives exactly the findings that ⟦ ⟧ mark, alone and with all checks on; each `[[good]]`
text gives none under any check; each pattern is hit by some bad text; each message has all its values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from corpuslint import engines
from corpuslint.catalog import (
    Check,
    Example,
    Explanation,
    Language,
    checks_folder,
    judges,
    read_check,
    read_explanation,
    shipped,
)
from corpuslint.comparison import NOTHING, compare
from corpuslint.config import load
from corpuslint.corpus.source import Text
from corpuslint.errors import UserError
from corpuslint.examples import MarkError, texts_of
from corpuslint.findings import Finding
from corpuslint.job import FileResult, Job, check_text
from corpuslint.output.terminal import visible
from corpuslint.selection import catalogue

LEAST_BAD, LEAST_GOOD = 2, 3
_LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing a check must do; `problems` runs it and says what is wrong."""

    check: str
    name: str
    problems: Callable[[], list[str]]


@dataclass(frozen=True, slots=True)
class _Tested:
    """A check with its examples, among all the checks of a run."""

    check: Check
    told: Explanation
    others: Sequence[Check]


def run_selftest(
    files: Sequence[Path], config: Path | None = None, *, isolated: bool = False
) -> tuple[str, bool]:
    """Test check files (all there are, where none is named); the report, and whether anything failed."""
    loaded = load(Path.cwd(), config, isolated=isolated)
    everything = catalogue(loaded)
    named = [_read(path, everything) for path in files]
    known = {check.id: check for check in (*everything, *named)}
    tested = named or list(everything)
    lines: list[str] = []
    failed = total = 0
    for case in cases(tested, tuple(known.values())):
        total += 1
        if problems := case.problems():
            failed += 1
            lines += [
                f"FAILED {visible(case.check)}: {case.name}",
                *(f"    {visible(told)}" for told in problems),
            ]
    lines.append(f"{total - failed} passed, {failed} failed in {len(tested)} checks")
    return "".join(f"{line}\n" for line in lines), failed > 0


def cases(tested: Sequence[Check], everything: Sequence[Check]) -> Iterator[Case]:
    """All that must hold of some checks, where `everything` is all the checks there are."""
    on = [check for check in everything if check.is_on_by_default]
    documents = [check for check in on if not _compares(check)]
    known = {check.id for check in everything}
    for check in tested:
        # Comparing texts is slow, and an example of one text has nothing to be compared with.
        others = on if _compares(check) else documents
        one = _Tested(check, read_explanation(Path(check.source)), others)
        yield Case(check.id, "has enough examples", partial(_few, one))
        yield Case(check.id, "every pattern is hit by a bad example", partial(_idle_patterns, one))
        yield Case(check.id, "yields to checks there are", partial(_unknown_yields, one, known))
        for number, example in enumerate(one.told.bad, 1):
            name = f"bad example {number}"
            yield Case(check.id, f"{name} is found exactly", partial(_inexact, one, example))
            yield Case(check.id, f"{name} is found with all checks on", partial(_hidden, one, example))
            yield Case(check.id, f"{name} renders in both languages", partial(_unrendered, one, example))
        for number, example in enumerate(one.told.good, 1):
            yield Case(
                check.id, f"good example {number} is clean under every check", partial(_unclean, one, example)
            )


def _read(path: Path, everything: Sequence[Check]) -> Check:
    """A check file that was named: shipped ones as they ship, any other as a project's own."""
    if path.resolve().parent == checks_folder().resolve():
        return read_check(path)
    from corpuslint.ownchecks import read_own_check

    check = read_own_check(path)
    if any(check.id == other.id and path.resolve() != Path(other.source).resolve() for other in everything):
        raise UserError(f'{path}: the id "{check.id}" is taken by another check; choose another')
    return check


def _compares(check: Check) -> bool:
    return engines.is_corpus_engine(engines.load(check.engine))


def _few(tested: _Tested) -> list[str]:
    told = tested.told
    problems = []
    if len(told.bad) < LEAST_BAD:
        problems.append(f"{len(told.bad)} [[bad]] examples; write at least {LEAST_BAD}")
    if len(told.good) < LEAST_GOOD:
        problems.append(f"{len(told.good)} [[good]] examples; write at least {LEAST_GOOD}")
    unexplained = [n for n, example in enumerate(told.good, 1) if not example.why]
    return problems + [f"good example {number} does not say why it is one" for number in unexplained]


def _idle_patterns(tested: _Tested) -> list[str]:
    engine = engines.load(tested.check.engine)
    compiled = getattr(engine, "compiled", partial(re.compile, flags=re.MULTILINE))
    try:
        texts = [marked.text for example in tested.told.bad for marked in texts_of(example).values()]
    except MarkError as error:
        return [str(error)]
    patterns = getattr(tested.check.params, "patterns", ())
    return [
        f"no bad example has what {pattern!r} looks for"
        for pattern in patterns
        if not any(_is_hit(compiled(pattern), text) for text in texts)
    ]


def _is_hit(pattern: re.Pattern[str], text: str) -> bool:
    if isinstance(pattern, re.Pattern):
        return pattern.search(text) is not None
    try:
        return pattern.search(text, timeout=1.0) is not None
    except TimeoutError:
        return True  # the example itself will tell


def _unknown_yields(tested: _Tested, known: set[str]) -> list[str]:
    check = tested.check
    problems = [f"there is no check {name}" for name in check.yields_to if name not in known]
    return problems + (["a check cannot yield to itself"] if check.id in check.yields_to else [])


def _inexact(tested: _Tested, example: Example) -> list[str]:
    return _judged(tested, example, [tested.check], exactly=True)


def _hidden(tested: _Tested, example: Example) -> list[str]:
    return _judged(tested, example, _with(tested), exactly=False)


def _judged(tested: _Tested, example: Example, checks: Sequence[Check], *, exactly: bool) -> list[str]:
    """What is marked and not found, and (`exactly`) found and not marked."""
    try:
        marked = texts_of(example)
        findings = _findings(example, checks)
    except (MarkError, _BrokenError) as error:
        return [str(error)]
    wanted = {(name, *span): text.text[slice(*span)] for name, text in marked.items() for span in text.spans}
    if not wanted:
        return ["a bad example marks what must be found with ⟦ ⟧"]
    found = {(f.path, f.start.offset, f.end.offset): f.match for f in findings if f.check == tested.check.id}
    problems = [
        f"not found in {key[0]} at {key[1]}: {wanted[key]}" for key in sorted(wanted.keys() - found.keys())
    ]
    if exactly:
        extra = sorted(found.keys() - wanted.keys())
        problems += [f"found but not marked in {key[0]} at {key[1]}: {found[key]}" for key in extra]
        count = sum(1 for f in findings if f.check == tested.check.id)
        if not problems and count != len(wanted):
            problems.append(f"{count} findings where {len(wanted)} places are marked")
    return problems


def _unclean(tested: _Tested, example: Example) -> list[str]:
    try:
        findings = _findings(example, _with(tested))
    except (MarkError, _BrokenError) as error:
        return [str(error)]
    return [
        f"{f.check} at {f.path}:{f.start.line}:{f.start.column}: {f.match}: {f.message}" for f in findings
    ]


def _unrendered(tested: _Tested, example: Example) -> list[str]:
    problems = []
    for language in _LANGUAGES:
        try:
            marked = texts_of(example)
            findings = _findings(example, [tested.check], language)
        except (MarkError, _BrokenError) as error:
            return [str(error)]
        for one in findings:
            if "{" in one.message.replace(one.match, ""):
                problems.append(f"{language}: a brace is left in {one.message!r}")
            if marked[one.path].text[one.start.offset : one.end.offset] != one.match:
                problems.append(f"{language}: {one.match!r} is not what stands at {one.start.offset}")
    return problems


def _with(tested: _Tested) -> list[Check]:
    """All the checks that are on, and the tested one."""
    return [*(other for other in tested.others if other.id != tested.check.id), tested.check]


class _BrokenError(Exception):
    """A check that failed on an example."""


def _findings(example: Example, checks: Sequence[Check], language: Language = "en") -> list[Finding]:
    """What checks find in an example; raises `_BrokenError` where one fails."""
    compares = any(_compares(check) for check in checks)
    genres = tuple((name, example.genre) for name in texts_of(example))
    deciding = judges(shipped()) if compares else ()
    job = Job(tuple(checks), language, genres=genres, compare=compares, judges=deciding)
    results = []
    for name, marked in texts_of(example).items():
        text = Text(marked.text, example.encoding, format=_format(name))
        results.append(FileResult(name, "", (check_text(job, name, text),), ()))
    texts = [text for result in results for text in result.texts]
    for failure in (failure for text in texts for failure in text.failures):
        raise _BrokenError(f"{failure.check} failed: {failure.error}")
    comparison = compare(results, job) if compares else NOTHING
    return [*(finding for text in texts for finding in text.findings), *comparison.findings]


def _format(name: str) -> str:
    return "markdown" if PurePath(name).suffix == ".md" else "text"
