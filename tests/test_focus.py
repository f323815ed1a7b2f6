"""A report narrowed to some files says what touches them, and counts nothing else."""

from __future__ import annotations

import msgspec
import pytest

from corpuslint.focus import narrowed
from corpuslint.output import Options, load
from corpuslint.report import Outcome, Report, SkippedEntry
from tests.runs import CLEAN, COPIES, MASKED, MASKS, PASSAGE, report_of

OTHER = (
    "教育系统要把校舍安全排查放在首位，对每一间教室、每一处食堂逐一登记造册，发现隐患当天上报、限期整改、专人复查，"
    "开学之前由分管负责同志带队验收签字，验收不合格的一律不得使用，坚决守住师生安全的底线，让家长放心、让社会满意。"
)
FILES = {
    "old/a.txt": f"{PASSAGE}\n{CLEAN[0]}\n{MASKED}\n",
    "old/b.txt": f"{CLEAN[1]}\n{PASSAGE}\n",
    "new/c.txt": f"{OTHER}\n{CLEAN[2]}\n",
    "new/d.txt": f"{CLEAN[3]}\n{OTHER}\n{MASKED}\n",
}


@pytest.fixture(scope="module")
def report() -> Report:
    """Two families, one in each folder, and a masked date in each."""
    return report_of(FILES, (*MASKS, *COPIES))


def told(report: Report) -> list[tuple[str, str]]:
    return [(finding.check, finding.path) for finding in report.findings]


def places(report: Report) -> list[list[str]]:
    return [[member.path for member in family.members] for family in report.families]


def test_only_what_touches_the_file_is_left(report: Report) -> None:
    found = narrowed(report, ["new/d.txt"])
    assert told(found) == [("duplicate-document", "new/d.txt"), ("placeholder-date", "new/d.txt")]
    assert places(found) == [["new/c.txt", "new/d.txt"]]


def test_a_new_text_that_is_the_best_copy_is_told_at_the_old_one(report: Report) -> None:
    (family,) = narrowed(report, ["new/c.txt"]).families
    best = family.members[family.canonical].path
    found = narrowed(report, [best])
    assert [check for check, path in told(found) if path != best] == ["duplicate-document"]


def test_an_old_copy_of_the_same_family_is_not_told_again() -> None:
    three = {**FILES, "old/e.txt": f"{CLEAN[4]}\n{PASSAGE}\n"}
    whole = report_of(three, COPIES)
    best = whole.families[-1].members[whole.families[-1].canonical].path
    copies = sorted({"old/a.txt", "old/b.txt", "old/e.txt"} - {best})
    found = narrowed(whole, copies[:1])
    assert [path for _, path in told(found)] == copies[:1]
    assert places(found) == [["old/a.txt", "old/b.txt", "old/e.txt"]]


def test_a_folder_stands_for_its_files(report: Report) -> None:
    assert told(narrowed(report, ["old"])) == told(narrowed(report, ["old/a.txt", "old/b.txt"]))
    assert told(narrowed(report, ["."])) == told(report)


@pytest.mark.parametrize("path", ["ol", "old/a", "d.txt", "README.md"])
def test_part_of_a_name_is_another_name(report: Report, path: str) -> None:
    assert told(narrowed(report, [path])) == []


def test_counts_and_shares_speak_of_what_is_left(report: Report) -> None:
    found = narrowed(report, ["new"])
    summary = found.summary
    assert (summary.files, summary.characters) == (report.summary.files, report.summary.characters)
    assert summary.findings == len(found.findings) == sum(summary.by_check.values())
    assert summary.families == 1
    assert summary.covered_characters < report.summary.covered_characters
    assert {file.path for file in found.files if file.covered} == {"new/c.txt", "new/d.txt"}
    assert {file.path for file in found.files if file.findings} <= {"new/c.txt", "new/d.txt"}


def test_a_report_narrowed_to_everything_counts_as_before(report: Report) -> None:
    whole = narrowed(report, ["."])
    assert whole.summary == report.summary
    assert whole.files == report.files


def test_nothing_in_focus_leaves_nothing(report: Report) -> None:
    found = narrowed(report, [])
    assert (found.findings, found.families, found.run.focus) == ((), (), ())
    assert found.summary.redundant_characters == 0


def test_of_what_was_not_read_only_the_files_in_focus_are_listed(report: Report) -> None:
    skipped = (SkippedEntry("new/x.pdf", "not a format"), SkippedEntry("old/y.pdf", "not a format"))
    found = narrowed(msgspec.structs.replace(report, skipped=skipped), ["new"])
    assert found.skipped == skipped[:1]
    assert found.summary.skipped == 1


def test_the_reader_is_told_that_the_report_is_narrowed(report: Report) -> None:
    found = Outcome(narrowed(report, ["new/c.txt", "new/d.txt"]))
    assert "Only what touches 2 paths is reported." in "".join(load("concise").write(found, Options()))
    assert '"focus": [' in "".join(load("json").write(found, Options()))
    assert "focus" not in "".join(load("json").write(Outcome(report), Options()))
