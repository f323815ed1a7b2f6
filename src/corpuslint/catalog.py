"""The catalogue: check files read into checks.

A check is one TOML file. Everything a run needs stands before its `[docs]` table; the documentation and the
examples that follow are most of the file, so they are read only where they are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from corpuslint import engines, tomlfile
from corpuslint.errors import EngineError, UserError
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Severity
from corpuslint.hints import hinted, nearest
from corpuslint.wordings import Language as Language
from corpuslint.wordings import wording

_DOCS = late(r"^\[docs\][ \t]*$", re.MULTILINE)


class SelectionError(UserError):
    """A name that is neither a check nor a group; the message gives the nearest one."""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in both languages."""

    en: str
    zh: str

    def get(self, language: Language) -> str:
        """The sentence in one language."""
        return self.en if language == "en" else self.zh


class DocsText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a check exists, what to do, what it misses, and the norm behind it."""

    why: str
    advice: str
    limits: str
    source: str


class Docs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The documentation of a check: English at the top, Chinese under `zh`."""

    why: str
    advice: str
    limits: str
    source: str
    zh: DocsText

    def get(self, language: Language) -> DocsText:
        """The documentation in one language."""
        if language == "zh":
            return self.zh
        return DocsText(self.why, self.advice, self.limits, self.source)


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that tests its check: `text`, or several `files`; ⟦ ⟧ mark what must be found.

    `name`, `genre` and `encoding` say what file the text is taken for; `why` says in one language, or in
    both, why it is an example.
    """

    text: str = ""
    files: dict[str, str] = {}
    why: str | Text = ""
    name: str = "example.txt"
    genre: str = "speech"
    encoding: str = "utf-8"

    def reason(self, language: Language) -> str:
        """Why it is an example, in one language if it says so in both; empty where it does not."""
        return self.why if isinstance(self.why, str) else self.why.get(language)


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part of a check file that a run needs."""

    id: str
    title: Text
    severity: Severity
    engine: str
    message: Text
    confidence: Confidence = Confidence.HIGH
    default: bool = True
    yields_to: tuple[str, ...] = ()
    genres: dict[str, Literal["off", "summary", "error", "warning", "info"]] = {}
    messages: dict[str, Text] = {}
    notes: dict[str, Text] = {}
    params: dict[str, Any] = {}


class Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How well a check does, as `benchmarks/quality.py` measures it and writes it down.

    `recall` is the share of `labels` found in the sample corpora, `precision` that of right ones among the
    `findings` there, `planted_recall` the share of `plants` (defects planted in sound texts) found, and
    `field_recall` that of `field_plants` (the same in the many forms of the field). A rate of nothing is left
    out.
    """

    labels: int
    findings: int
    plants: int
    recall: float | None = None
    precision: float | None = None
    planted_recall: float | None = None
    field_plants: int | None = None
    field_recall: float | None = None


class Tail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part of a check file that explains and tests it."""

    docs: Docs
    measured: Measured | None = None
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()


class Check(msgspec.Struct, frozen=True):
    """A check as a run uses it.

    `yields_to` names checks whose hits win where both stand on the same characters. `genres` says what
    becomes of the check in documents of a genre: `off`, `summary` (one info finding with the count) or
    another severity. A check with `default` false runs only when it is selected by name.
    """

    id: str
    title: Text
    severity: Severity
    confidence: Confidence
    engine: str
    message: Text
    messages: dict[str, Text]
    notes: dict[str, Text]
    params: Any
    default: bool
    yields_to: tuple[str, ...]
    genres: dict[str, str]
    source: str

    @property
    def group(self) -> str:
        """The word before the first hyphen of the id."""
        return self.id.partition("-")[0]

    @property
    def is_on_by_default(self) -> bool:
        """Whether a run without `--select` uses it."""
        return self.default and self.confidence is not Confidence.LOW


class Explanation(msgspec.Struct, frozen=True):
    """What a check file says beyond what a run needs."""

    docs: Docs
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    measured: Measured | None = None


def checks_folder() -> Path:
    """Where the shipped checks stand: in the package, or at the top of the repository it is run from."""
    here = Path(__file__).resolve()
    packaged = here.with_name("checks")
    return packaged if packaged.is_dir() else here.parents[2] / "checks"


@cache
def shipped() -> tuple[Check, ...]:
    """All checks that come with corpuslint, by id."""
    paths = sorted(checks_folder().glob("*.toml"))
    if not paths:
        raise tomlfile.TomlError(wording("settings.no-shipped-checks", folder=str(checks_folder())))
    # Their patterns are compiled where they are used: all at once they are most of a small run, and the
    # test suite has compiled every one of them.
    return tuple(read_check(path, verify=False) for path in paths)


def read_check(path: Path, *, verify: bool = True) -> Check:
    """Read the part of a check file that a run needs; `TomlError` names what is wrong and where.

    `verify` compiles its patterns, so that a wrong one is named with its line before anything is read.
    """
    source, head = read_head(path)
    return build(head, path, source, head.engine, verify=verify)


def read_head(path: Path) -> tuple[str, Head]:
    """The text of a check file, and what stands before its documentation."""
    source = tomlfile.read(path)
    docs = _DOCS.search(source)
    table = tomlfile.parse(path, source[: docs.start()] if docs else source)
    head = tomlfile.convert(table, Head, path, source)
    if head.id != path.stem:
        told = wording("settings.id-not-name", id=head.id, name=path.name)
        raise tomlfile.error_at(path, source, "id", told)
    return source, head


def build(head: Head, path: Path, source: str, engine_name: str, *, verify: bool = True) -> Check:
    """A check from its file and the engine that runs it, its parameters typed by that engine."""
    try:
        engine = engines.load(engine_name)
    except KeyError:
        near = nearest(engine_name, engines.NAMES)
        told = hinted(wording("settings.no-engine", name=engine_name), near)
        raise tomlfile.error_at(path, source, "engine", told) from None
    except EngineError as error:
        raise tomlfile.error_at(
            path, source, "engine", wording("settings.engine-broken", error=str(error))
        ) from None
    params = tomlfile.convert(head.params, engine.Params, path, source, within="params")
    if verify:
        _require_patterns(engine, params, path, source)
    fields = {name: getattr(head, name) for name in Head.__struct_fields__ if name != "params"}
    return Check(**{**fields, "engine": engine_name}, params=params, source=str(path))


def read_explanation(path: Path) -> Explanation:
    """Read the documentation and the examples of a check file."""
    source = tomlfile.read(path)
    table = tomlfile.parse(path, source)
    tail = {name: table[name] for name in Tail.__struct_fields__ if name in table}
    known = (*Head.__struct_fields__, *Tail.__struct_fields__)
    for key in sorted(set(table) - set(known)):
        told = hinted(wording("settings.unknown-key", key=key), nearest(key, known))
        raise tomlfile.error_at(path, source, key, told)
    read = tomlfile.convert(tail, Tail, path, source)
    return Explanation(read.docs, read.bad, read.good, read.measured)


def judges(checks: Sequence[Check]) -> tuple[Check, ...]:
    """The checks that tell a good copy of a text from a damaged one: those of errors, and what they yield to.

    Whatever a run selects, these decide which copy is the best, so that the choice is the same in every run.
    """
    by_id = {check.id: check for check in checks}
    wanted = [check for check in checks if check.severity is Severity.ERROR and check.is_on_by_default]
    found: dict[str, Check] = {}
    while wanted:
        check = wanted.pop()
        if check.id not in found:
            found[check.id] = check
            wanted += [by_id[name] for name in check.yields_to if name in by_id]
    return tuple(check for check in checks if check.id in found)


def _require_patterns(engine: engines.Engine, params: Any, path: Path, source: str) -> None:
    """A regular expression that does not compile is an error of the check file, not of a run."""
    compile = getattr(engine, "compiled", re.compile)
    for name in ("patterns", "unless", "weak"):
        for pattern in getattr(params, name, ()):
            try:
                compile(pattern)
            except (re.error, ValueError) as error:
                told = wording("settings.bad-pattern", name=name, pattern=repr(pattern), error=str(error))
                raise tomlfile.error_at(path, source, ("params", name), told) from None
