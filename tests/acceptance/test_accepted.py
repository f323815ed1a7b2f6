"""What is accepted stays accepted through moves and edits elsewhere; what is added to it is new."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.acceptance.accepted import Accepted, Scope, accept
from corpuslint.config import Ignored
from corpuslint.report import Report
from tests.runs import (
    CLEAN,
    COPIES,
    MASKED,
    MASKS,
    OTHER_MASKED,
    PASSAGE,
    TODAY,
    accepted_with,
    baseline_of,
    new_in,
    report_of,
)

LINES = st.lists(st.sampled_from([*CLEAN, MASKED, OTHER_MASKED]), max_size=8)
CLEAN_LINES = st.lists(st.sampled_from(CLEAN), max_size=4)
NAMES = st.sampled_from(["a.txt", "b.txt", "讲话/c.txt", "讲话/d.txt"])
FILES = st.dictionaries(NAMES, LINES, min_size=1)


def joined(files: Mapping[str, list[str]]) -> dict[str, str]:
    return {path: "".join(f"{line}\n" for line in lines) for path, lines in files.items()}


@given(FILES, CLEAN_LINES, st.integers(0, 8), NAMES)
def test_text_on_other_lines_changes_nothing(
    files: dict[str, list[str]], inserted: list[str], at: int, name: str
) -> None:
    edited = {**files, name: [*files.get(name, [])[:at], *inserted, *files.get(name, [])[at:]]}
    report = accepted_with(baseline_of(joined(files)), joined(edited))
    assert new_in(report) == []
    assert report.notices == ()


@given(FILES, st.permutations(["a.txt", "b.txt", "讲话/c.txt", "讲话/d.txt"]))
def test_files_may_change_their_names(files: dict[str, list[str]], names: list[str]) -> None:
    order = sorted(["a.txt", "b.txt", "讲话/c.txt", "讲话/d.txt"])
    renamed = {names[order.index(path)]: lines for path, lines in files.items()}
    report = accepted_with(baseline_of(joined(files)), joined(renamed))
    assert new_in(report) == []
    assert report.notices == ()


@given(FILES, NAMES, st.integers(0, 8))
def test_one_more_of_what_is_accepted_is_new(files: dict[str, list[str]], name: str, at: int) -> None:
    lines = files.get(name, [])
    edited = {**files, name: [*lines[:at], MASKED, *lines[at:]]}
    report = accepted_with(baseline_of(joined(files)), joined(edited))
    assert [match for _, match in new_in(report)] == ["20xx年"]


@given(FILES)
def test_what_is_gone_is_noticed_and_counted(files: dict[str, list[str]]) -> None:
    cleaned = {path: [line for line in lines if line != MASKED] for path, lines in files.items()}
    report = accepted_with(baseline_of(joined(files)), joined(cleaned))
    assert new_in(report) == []
    assert sum(notice.count for notice in report.notices) == sum(
        lines.count(MASKED) for lines in files.values()
    )


def test_accepted_findings_stay_in_the_report_and_out_of_the_counts() -> None:
    files = {"a.txt": f"{MASKED}\n{OTHER_MASKED}\n"}
    report = accepted_with(baseline_of({"a.txt": f"{MASKED}\n"}), files)
    assert [finding.status for finding in report.findings] == ["accepted", "new"]
    assert (report.summary.findings, report.summary.accepted) == (1, 1)
    assert report.summary.by_check == {"placeholder-letter": 1}
    assert report.files[0].findings == 1


def test_a_report_with_nothing_accepted_is_left_as_it_is() -> None:
    report = report_of({"a.txt": MASKED})
    assert accept(report, Accepted(today=TODAY), Scope()) is report


# Families of duplicates.

COPIES_LINES = st.lists(st.sampled_from(CLEAN), max_size=3)


@settings(max_examples=15, deadline=None)
@given(st.permutations(["a.txt", "b.txt", "c.txt"]), COPIES_LINES, COPIES_LINES)
def test_a_family_survives_new_names_and_edits_around_it(
    names: list[str], before: list[str], after: list[str]
) -> None:
    accepted = baseline_of({"a.txt": PASSAGE, "b.txt": f"第一季度的情况。\n{PASSAGE}\n"}, COPIES)
    lines = ["第一季度的情况。", *before, PASSAGE, *after]
    report = accepted_with(accepted, {names[0]: PASSAGE, names[1]: "\n".join(lines)}, COPIES)
    assert [family.status for family in report.families] == ["accepted"]
    assert new_in(report) == []
    assert report.notices == ()


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(["0.txt", "aa.txt", "z.txt"]), st.sampled_from([PASSAGE, PASSAGE.replace("二十", "XX")])
)
def test_one_more_copy_of_an_accepted_family_is_new(name: str, copy: str) -> None:
    files = {"a.txt": f"开头。\n{PASSAGE}\n", "b.txt": f"第一季度的情况。\n{PASSAGE}\n"}
    report = accepted_with(baseline_of(files, COPIES), {**files, name: f"另一份材料。\n{copy}\n"}, COPIES)
    assert [family.status for family in report.families] == ["new"]
    speaks_of = {finding.path for finding in report.findings if finding.status == "new"} | {
        place.path for finding in report.findings if finding.status == "new" for place in finding.related
    }
    assert name in speaks_of


def test_old_copies_stay_accepted_beside_a_new_one() -> None:
    files = {"a.txt": f"开头。\n{PASSAGE}\n", "b.txt": f"情况。\n{PASSAGE}\n", "c.txt": f"三。\n{PASSAGE}\n"}
    report = accepted_with(baseline_of(files, COPIES), {**files, "d.txt": f"四。\n{PASSAGE}\n"}, COPIES)
    assert [(finding.path, finding.status) for finding in report.findings] == [
        ("b.txt", "accepted"),
        ("c.txt", "accepted"),
        ("d.txt", "new"),
    ]


def test_a_copy_that_was_edited_is_no_new_one() -> None:
    files = {"a.txt": f"开头。\n{PASSAGE}\n", "b.txt": f"情况。\n{PASSAGE}\n"}
    edited = {**files, "b.txt": files["b.txt"].replace("春旱", "春季干旱")}
    report = accepted_with(baseline_of(files, COPIES), edited, COPIES)
    assert len(report.findings) == 1
    assert new_in(report) == []
    assert report.notices == ()


def test_a_copy_that_is_gone_is_noticed() -> None:
    files = {"a.txt": f"开头。\n{PASSAGE}\n", "b.txt": f"情况。\n{PASSAGE}\n", "c.txt": f"三。\n{PASSAGE}\n"}
    report = accepted_with(
        baseline_of(files, COPIES), {path: text for path, text in files.items() if path != "c.txt"}, COPIES
    )
    assert new_in(report) == []
    (notice,) = report.notices
    assert (notice.kind, notice.count) == ("unused", 1)
    assert notice.entry.startswith("c.txt: duplicate-document ")


# Runs that see only a part.


def test_a_run_over_some_files_says_nothing_of_the_others() -> None:
    accepted = baseline_of({"a.txt": MASKED, "b.txt": MASKED})
    report = accepted_with(
        accepted, {"a.txt": MASKED}, scope=Scope(roots=("a.txt",), is_gone=lambda path: False)
    )
    assert new_in(report) == []
    assert report.notices == ()


def test_what_is_accepted_in_a_file_that_was_not_read_serves_no_other() -> None:
    accepted = baseline_of({"a.txt": MASKED})
    report = accepted_with(
        accepted, {"b.txt": MASKED}, scope=Scope(roots=("b.txt",), is_gone=lambda path: False)
    )
    assert new_in(report) == [("b.txt", "20xx年")]


def test_a_run_of_some_checks_says_nothing_of_the_others() -> None:
    accepted = baseline_of({"a.txt": f"{MASKED}{OTHER_MASKED}"})
    only = tuple(check for check in MASKS if check.id == "placeholder-date")
    assert accepted_with(accepted, {"a.txt": f"{MASKED}{OTHER_MASKED}"}, only).notices == ()


def test_paths_are_those_seen_from_the_baseline() -> None:
    accepted = baseline_of({"corpus/a.txt": MASKED})
    scope = Scope(baseline_base="corpus", roots=("corpus",), is_gone=lambda path: False)
    report = accepted_with(accepted, {"a.txt": MASKED}, scope=scope)
    assert new_in(report) == []
    assert report.notices == ()


# [[ignored]] entries.


def ignored(*entries: Ignored, files: Mapping[str, str], scope: Scope | None = None) -> Report:
    placed = tuple((f"corpuslint.toml:{number}", entry) for number, entry in enumerate(entries, 1))
    checks = (*MASKS, *COPIES)
    return accept(report_of(files, checks), Accepted(placed, today=TODAY), scope or Scope())


def test_an_entry_by_fingerprint_covers_the_finding_wherever_it_stands() -> None:
    (finding,) = report_of({"a.txt": MASKED}).findings
    entry = Ignored("a name of the form", fingerprint=finding.fingerprint)
    report = ignored(entry, files={"b.txt": MASKED, "c.txt": f"{MASKED}\n{OTHER_MASKED}"})
    assert new_in(report) == [("c.txt", "X")]
    assert report.notices == ()


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        (Ignored("r", check="placeholder-date", path="drafts/"), ["X", "20xx年", "X"]),
        (Ignored("r", check="placeholder", path="drafts/*.txt"), ["20xx年", "X"]),
        (Ignored("r", check="placeholder", path="*.txt", match="X"), ["20xx年", "20xx年"]),
    ],
)
def test_an_entry_by_check_and_path_covers_what_it_says(entry: Ignored, left: list[str]) -> None:
    text = f"{MASKED}\n{OTHER_MASKED}\n"
    report = ignored(entry, files={"drafts/a.txt": text, "b.txt": text})
    assert sorted(match for _, match in new_in(report)) == sorted(left)


def test_an_entry_covers_a_family_with_every_copy_it_will_ever_have() -> None:
    files = {"a.txt": f"开头。\n{PASSAGE}\n", "b.txt": f"情况。\n{PASSAGE}\n", "c.txt": f"三。\n{PASSAGE}\n"}
    (family,) = report_of(files, COPIES).families
    report = ignored(Ignored("the oath", fingerprint=family.id), files=files)
    assert new_in(report) == []
    assert [family.status for family in report.families] == ["accepted"]


def test_an_expired_entry_covers_nothing_and_says_so() -> None:
    day_before = TODAY - datetime.timedelta(days=1)
    report = ignored(Ignored("r", check="placeholder", path="*", expires=day_before), files={"a.txt": MASKED})
    assert new_in(report) == [("a.txt", "20xx年")]
    (notice,) = report.notices
    assert (notice.kind, notice.source, notice.expires) == ("expired", "corpuslint.toml:1", "2026-05-31")


def test_an_entry_holds_on_its_last_day() -> None:
    report = ignored(Ignored("r", check="placeholder", path="*", expires=TODAY), files={"a.txt": MASKED})
    assert new_in(report) == []


def test_an_entry_that_covers_nothing_is_noticed() -> None:
    files = {"a.txt": CLEAN[0]}
    entries = [Ignored("r", fingerprint="0" * 20), Ignored("r", check="placeholder", path="*")]
    assert [notice.source for notice in ignored(*entries, files=files).notices] == [
        "corpuslint.toml:1",
        "corpuslint.toml:2",
    ]


def test_a_part_run_notices_only_entries_whose_files_it_read() -> None:
    scope = Scope(is_whole=False)
    entries = [
        Ignored("r", fingerprint="0" * 20),
        Ignored("r", check="placeholder", path="other/"),
        Ignored("r", check="numbering", path="*"),
        Ignored("r", check="placeholder", path="*"),
    ]
    report = ignored(*entries, files={"a.txt": CLEAN[0]}, scope=scope)
    assert [notice.source for notice in report.notices] == ["corpuslint.toml:4"]
