"""Two reports compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import Check
from corpuslint.cli import main
from corpuslint.difference import Difference, ReportError, difference, read_report
from corpuslint.report import Report
from tests.runs import (
    CLEAN,
    COPIES,
    MASKED,
    MASKS,
    OTHER_MASKED,
    PASSAGE,
    accepted_with,
    baseline_of,
    report_of,
)

LINES = st.lists(st.sampled_from([CLEAN[0], MASKED, OTHER_MASKED]), max_size=5).map("\n".join)
FILES = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.txt"]), LINES)


def between(old: Mapping[str, str], new: Mapping[str, str], checks: tuple[Check, ...] = MASKS) -> Difference:
    return difference(report_of(old, checks), report_of(new, checks))


def test_new_fixed_moved_and_unchanged() -> None:
    found = between(
        {"a.txt": f"{MASKED}\n{OTHER_MASKED}\n", "b.txt": MASKED},
        {"a.txt": f"{CLEAN[0]}\n{MASKED}\n", "c.txt": f"{MASKED}\n{MASKED}\n"},
    )
    assert [(one.path, one.start.line) for one in found.new] == [("c.txt", 2)]
    assert [(one.path, one.match) for one in found.fixed] == [("a.txt", "X")]
    assert [(one.before, one.finding.path) for one in found.moved] == [("b.txt", "c.txt")]
    assert msgspec.structs.astuple(found.totals) == (1, 1, 1, 1)


@given(FILES)
def test_a_report_does_not_differ_from_itself(files: dict[str, str]) -> None:
    found = between(files, files)
    assert (found.new, found.fixed, found.moved, found.families) == ((), (), (), ())


@given(FILES, FILES)
def test_backwards_the_new_is_the_fixed(old: dict[str, str], new: dict[str, str]) -> None:
    there, back = between(old, new), between(new, old)
    assert sorted(one.match for one in there.new) == sorted(one.match for one in back.fixed)
    assert there.totals.unchanged == back.totals.unchanged


A, B, C = (f"第{number}份材料说明。\n{PASSAGE}\n" for number in "一二三")


@pytest.mark.parametrize(
    ("old", "new", "changes", "totals"),
    [
        ({"a.txt": A}, {"a.txt": A, "b.txt": B}, [("new", 2, 0)], (1, 0)),
        ({"a.txt": A, "b.txt": B}, {"a.txt": A}, [("fixed", 0, 2)], (0, 1)),
        ({"a.txt": A, "b.txt": B}, {"a.txt": A, "b.txt": B, "c.txt": C}, [("grown", 1, 0)], (1, 0)),
        ({"a.txt": A, "b.txt": B, "c.txt": C}, {"a.txt": A, "b.txt": B}, [("shrunk", 0, 1)], (0, 1)),
        ({"a.txt": A, "b.txt": B}, {"a.txt": A, "z.txt": B}, [("moved", 0, 0)], (0, 0)),
        ({"a.txt": A, "b.txt": B}, {"b.txt": B, "a.txt": f"{CLEAN[0]}\n{A}"}, [], (0, 0)),
    ],
)
def test_families_come_go_grow_and_shrink(
    old: dict[str, str], new: dict[str, str], changes: list[tuple[str, int, int]], totals: tuple[int, int]
) -> None:
    found = between(old, new, COPIES)
    assert [(change.change, change.added, change.removed) for change in found.families] == changes
    assert (found.totals.new, found.totals.fixed) == totals


def test_what_is_accepted_is_not_new() -> None:
    accepted = accepted_with(baseline_of({"a.txt": MASKED}), {"a.txt": MASKED})
    assert difference(report_of({"a.txt": CLEAN[0]}), accepted).new == ()


# The command.


def run(*args: str) -> Result:
    return CliRunner().invoke(
        main, ["diff", *args], env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"}
    )


def write(path: Path, report: Report) -> str:
    path.write_bytes(msgspec.json.encode(report))
    return str(path)


@pytest.fixture
def reports(tmp_path: Path) -> tuple[str, str]:
    old = report_of({"a.txt": f"{MASKED}\n{OTHER_MASKED}\n"})
    new = report_of({"a.txt": f"{MASKED}\n{MASKED}\n"})
    return write(tmp_path / "old.json", old), write(tmp_path / "new.json", new)


def test_text_has_a_line_for_each_and_the_totals(reports: tuple[str, str]) -> None:
    result = run(*reports)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "+ a.txt:2:6: error placeholder-date the date “20xx年” is masked; write it in full",
        "- a.txt:2:8: error placeholder-letter “X” stands where a number or a name belongs; fill it in",
        "1 new, 1 fixed, 0 moved, 1 unchanged; families: unchanged",
    ]


def test_json_has_the_findings(reports: tuple[str, str]) -> None:
    found = json.loads(run(*reports, "--output-format", "json").stdout)
    assert found["schema_version"] == 1
    assert found["totals"] == {"new": 1, "fixed": 1, "moved": 0, "unchanged": 1}
    assert [one["check"] for one in found["new"]] == ["placeholder-date"]


def test_only_what_is_new_and_grave_enough_fails(reports: tuple[str, str], tmp_path: Path) -> None:
    old, new = reports
    assert run(old, old).exit_code == 0
    report = read_report(Path(new))
    mild = tuple(msgspec.structs.replace(one, severity="info") for one in report.findings)
    path = write(tmp_path / "mild.json", msgspec.structs.replace(report, findings=mild))
    assert run(old, path).exit_code == 0
    assert run(old, path, "--fail-on", "info").exit_code == 1


def test_it_speaks_chinese(reports: tuple[str, str]) -> None:
    assert "新增1个，修复1个" in run(*reports, "--language", "zh").stdout


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a report of corpuslint; write one with --output-format json"),
        (b"[1]", "not a report of corpuslint"),
        (b"\xff", "not a report of corpuslint"),
        (b'{"a": 1}', "not a report of corpuslint"),
        (b'{"schema_version": 2}', "a report of version 2; this corpuslint reads version 1"),
        (b'{"schema_version": 1}', "a damaged report (Object missing required field `tool`)"),
    ],
)
def test_a_file_that_is_no_report_is_named(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "old.json"
    path.write_bytes(data)
    result = run(str(path), str(path))
    assert result.exit_code == 2
    assert f"{path}: {told}" in result.stderr


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="cannot be read"):
        read_report(tmp_path / "none.json")


def test_a_report_of_before_parses_without_what_was_added_since(tmp_path: Path) -> None:
    table = msgspec.to_builtins(report_of({"a.txt": A, "b.txt": B}, COPIES))
    del table["notices"], table["failures"], table["summary"]["accepted"]
    for family in table["families"]:
        for member in family["members"]:
            del member["fingerprint"]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    assert read_report(path).summary.accepted == 0
