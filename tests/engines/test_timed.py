"""Patterns of a project's own checks: what they find, and that none of them can hang a run."""

from __future__ import annotations

import pytest

from corpuslint.engines import timed
from corpuslint.findings import Hit
from tests.engines.support import Trial


def hits(text: str, *patterns: str, **rules: object) -> list[Hit]:
    return Trial(timed.run, timed.Params(patterns=patterns, **rules)).hits(text)  # type: ignore[arg-type]


def matched(text: str, *patterns: str, **rules: object) -> list[str]:
    return [text[hit.span.start : hit.span.end] for hit in hits(text, *patterns, **rules)]


def test_it_finds_what_the_pattern_engine_finds() -> None:
    assert matched("甲乙\n乙甲\n", "甲(?P<at>乙)", "^乙") == ["乙", "乙"]
    assert matched("购置X光机，投入X元", "X", unless=("X光机",)) == ["X"]


def test_it_writes_out_the_neighbours_of_a_value() -> None:
    assert matched("增加甲万元，表彰甲同志", "甲(?=«unit»)") == ["甲"]


def test_it_knows_what_regex_knows() -> None:
    assert matched("共12人", r"\p{Han}(?=\d)") == ["共"]


@pytest.mark.parametrize("pattern", ["(a+)+$", "(?:a|a)+$", "(a|aa)+$"])
def test_a_pattern_without_end_is_stopped_and_named(monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    monkeypatch.setattr(timed, "LIMIT", 0.05)
    found = hits("甲\n" + "a" * 5000 + "b\n", pattern)
    assert [hit.variant for hit in found] == [timed.TIMEOUT]
    assert found[0].values == {"pattern": pattern, "seconds": "0.05"}
    assert found[0].span.start == 2


def test_the_limit_is_for_the_whole_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timed, "LIMIT", 0.05)
    (hit,) = hits(("a" * 60 + "b\n") * 500, "(?:a|a)+$")
    assert hit.variant == timed.TIMEOUT


def test_an_exception_is_under_the_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timed, "LIMIT", 0.05)
    (hit,) = hits("a" * 5000 + "b", "b", unless=("(?:a|a)+$",))
    assert hit.values["pattern"] == "(?:a|a)+$"


def test_what_is_no_pattern_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="missing"):
        timed.compiled("(")
