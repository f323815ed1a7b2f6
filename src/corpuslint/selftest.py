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
    checks_folder,
    judges,
    read_check,
    read_explanation,
    shipped,
)
from corpuslint.config import load
from corpuslint.copies.comparison import NOTHING, compare
from corpuslint.copies.texts import texts_of_run
from corpuslint.corpus.source import Text
from corpuslint.errors import UserError
from corpuslint.examples import MarkError, texts_of
from corpuslint.findings import Finding
from corpuslint.job import FileResult, Job, check_text
from corpuslint.output.terminal import visible
from corpuslint.patterns import compiled
from corpuslint.selection import catalogue
from corpuslint.wordings import LANGUAGES, Language, Wording, say, told, wording

LEAST_BAD, LEAST_GOOD = 2, 3


@dataclass(frozen=True, slots=True)
class Case:
    """One thing a check must do; `problems` runs it and says what is wrong."""

    check: str
    name: Wording
    problems: Callable[[], list[Wording]]


@dataclass(frozen=True, slots=True)
class _Tested:
    """A check with its examples, among all the checks of a run."""

    check: Check
    told: Explanation
    others: Sequence[Check]


def run_selftest(
    files: Sequence[Path], config: Path | None = None, *, isolated: bool = False, language: Language = "en"
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
            name = told(case.name, language)
            lines.append(say("selftest.failed", language, check=visible(case.check), case=name))
            lines += [f"    {visible(told(problem, language))}" for problem in problems]
    checks = wording("counts.check", count=len(tested))
    lines.append(say("selftest.total", language, passed=total - failed, failed=failed, checks=checks))
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
        yield Case(check.id, wording("selftest.enough"), partial(_few, one))
        yield Case(check.id, wording("selftest.hit"), partial(_idle_patterns, one))
        yield Case(check.id, wording("selftest.yields"), partial(_unknown_yields, one, known))
        for number, example in enumerate(one.told.bad, 1):
            yield Case(check.id, wording("selftest.exact", number=number), partial(_inexact, one, example))
            yield Case(check.id, wording("selftest.with-all", number=number), partial(_hidden, one, example))
            yield Case(
                check.id, wording("selftest.renders", number=number), partial(_unrendered, one, example)
            )
        for number, example in enumerate(one.told.good, 1):
            yield Case(check.id, wording("selftest.clean", number=number), partial(_unclean, one, example))


def _read(path: Path, everything: Sequence[Check]) -> Check:
    """A check file that was named: shipped ones as they ship, any other as a project's own."""
    if path.resolve().parent == checks_folder().resolve():
        return read_check(path)
    from corpuslint.ownchecks import read_own_check

    check = read_own_check(path)
    if any(check.id == other.id and path.resolve() != Path(other.source).resolve() for other in everything):
        told_taken = wording("settings.id-taken-too", id=check.id)
        raise UserError(wording("settings.at", place=str(path), reason=told_taken))
    return check


def _compares(check: Check) -> bool:
    return engines.is_corpus_engine(engines.load(check.engine))


def _few(tested: _Tested) -> list[Wording]:
    examples = tested.told
    problems = []
    if len(examples.bad) < LEAST_BAD:
        problems.append(wording("selftest.few-bad", count=len(examples.bad), least=LEAST_BAD))
    if len(examples.good) < LEAST_GOOD:
        problems.append(wording("selftest.few-good", count=len(examples.good), least=LEAST_GOOD))
    unexplained = [n for n, example in enumerate(examples.good, 1) if not example.why]
    return problems + [wording("selftest.no-why", number=number) for number in unexplained]


def _idle_patterns(tested: _Tested) -> list[Wording]:
    engine = engines.load(tested.check.engine)
    compile_one = getattr(engine, "compiled", compiled)
    try:
        texts = [marked.text for example in tested.told.bad for marked in texts_of(example).values()]
    except MarkError as error:
        return [error.problem]
    patterns = getattr(tested.check.params, "patterns", ())
    return [
        wording("selftest.idle", pattern=repr(pattern))
        for pattern in patterns
        if not any(_is_hit(compile_one(pattern), text) for text in texts)
    ]


def _is_hit(pattern: re.Pattern[str], text: str) -> bool:
    if isinstance(pattern, re.Pattern):
        return pattern.search(text) is not None
    try:
        return pattern.search(text, timeout=1.0) is not None
    except TimeoutError:
        return True  # the example itself will tell


def _unknown_yields(tested: _Tested, known: set[str]) -> list[Wording]:
    check = tested.check
    problems = [wording("selftest.no-check", name=name) for name in check.yields_to if name not in known]
    return problems + ([wording("selftest.yields-to-itself")] if check.id in check.yields_to else [])


def _inexact(tested: _Tested, example: Example) -> list[Wording]:
    return _judged(tested, example, [tested.check], exactly=True)


def _hidden(tested: _Tested, example: Example) -> list[Wording]:
    return _judged(tested, example, _with(tested), exactly=False)


def _judged(tested: _Tested, example: Example, checks: Sequence[Check], *, exactly: bool) -> list[Wording]:
    """What is marked and not found, and (`exactly`) found and not marked."""
    try:
        marked = texts_of(example)
        findings = _findings(example, checks)
    except (MarkError, _BrokenError) as error:
        return [error.problem]
    wanted = {(name, *span): text.text[slice(*span)] for name, text in marked.items() for span in text.spans}
    if not wanted:
        return [wording("selftest.unmarked")]
    found = {(f.path, f.start.offset, f.end.offset): f.match for f in findings if f.check == tested.check.id}
    problems = [
        wording("selftest.missed", path=key[0], offset=key[1], text=wanted[key])
        for key in sorted(wanted.keys() - found.keys())
    ]
    if exactly:
        extra = sorted(found.keys() - wanted.keys())
        problems += [wording("selftest.extra", path=key[0], offset=key[1], text=found[key]) for key in extra]
        count = sum(1 for f in findings if f.check == tested.check.id)
        if not problems and count != len(wanted):
            places = wording("counts.place", count=len(wanted))
            problems.append(wording("selftest.count", count=count, places=places))
    return problems


def _unclean(tested: _Tested, example: Example) -> list[Wording]:
    try:
        findings = _findings(example, _with(tested))
    except (MarkError, _BrokenError) as error:
        return [error.problem]
    return [
        wording(
            "selftest.unclean",
            check=f.check,
            place=f"{f.path}:{f.start.line}:{f.start.column}",
            match=f.match,
            message=f.message,
        )
        for f in findings
    ]


def _unrendered(tested: _Tested, example: Example) -> list[Wording]:
    problems = []
    for language in LANGUAGES:
        try:
            marked = texts_of(example)
            findings = _findings(example, [tested.check], language)
        except (MarkError, _BrokenError) as error:
            return [error.problem]
        for one in findings:
            if "{" in one.message.replace(one.match, ""):
                problems.append(wording("selftest.brace", language=language, message=repr(one.message)))
            if marked[one.path].text[one.start.offset : one.end.offset] != one.match:
                shown, at = repr(one.match), one.start.offset
                problems.append(wording("selftest.other-text", language=language, match=shown, offset=at))
    return problems


def _with(tested: _Tested) -> list[Check]:
    """All the checks that are on, and the tested one."""
    return [*(other for other in tested.others if other.id != tested.check.id), tested.check]


class _BrokenError(Exception):
    """A check that failed on an example."""

    def __init__(self, problem: Wording) -> None:
        super().__init__(str(problem))
        self.problem = problem


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
        raise _BrokenError(wording("selftest.broken", check=failure.check, error=failure.error))
    comparison = compare(texts_of_run(results), job) if compares else NOTHING
    return [*(finding for text in texts for finding in text.findings), *comparison.findings]


def _format(name: str) -> str:
    return "markdown" if PurePath(name).suffix == ".md" else "text"
