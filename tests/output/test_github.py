from corpuslint.findings import Severity
from corpuslint.report import SkippedEntry
from tests.output.made import finding, outcome, written

TEXT = "同志们：\n全年完成投资***万元，\n新建校舍X栋。\n"


def test_an_annotation_names_the_place_in_characters_and_the_check() -> None:
    assert written("github", outcome([finding(TEXT, "***")])).splitlines()[0] == (
        "::error file=a.txt,line=2,col=7,endLine=2,endColumn=10,title=corpuslint placeholder-symbol::"
        "“***” stands where a value belongs"
    )


def test_over_several_lines_there_are_no_columns() -> None:
    (line, _) = written("github", outcome([finding(TEXT, "***万元，\n新建")])).splitlines()
    assert line.startswith("::error file=a.txt,line=2,endLine=3,title=")


def test_names_and_messages_are_escaped_as_the_runner_reads_them() -> None:
    made = outcome([finding(TEXT, "X", path="50%,a:b.txt", message="100%：缺{match}")])
    (line, _) = written("github", made).splitlines()
    assert line.startswith("::error file=50%25%2Ca%3Ab.txt,line=3,")
    assert line.endswith("::100%25：缺X")


def test_a_record_is_pointed_at_by_its_line_in_the_file() -> None:
    made = outcome([finding(TEXT, "X", path="a.jsonl", record=12)], format="jsonl")
    (line, _) = written("github", made).splitlines()
    assert line.startswith("::error file=a.jsonl,line=12,title=")
    assert line.endswith("::record 12, line 3: “X” stands where a value belongs")


def test_ten_of_a_level_the_worst_first_then_one_notice_with_the_totals() -> None:
    found = [
        finding(TEXT, "X", path=f"{level}{number:02}.txt", severity=level)
        for level in Severity
        for number in range(15)
    ]
    lines = written("github", outcome(found, skipped=[SkippedEntry("a.pdf", "x")])).splitlines()
    assert [line[2:].split(" ")[0] for line in lines] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert lines[-1] == (
        "::notice title=corpuslint::45 findings (15 errors, 15 warnings, 15 info) in 45 files, 0 characters. "
        "Annotated: the worst 29 of 45; the full list is in the log or the report file. 1 not read."
    )


def test_what_is_accepted_is_not_annotated() -> None:
    assert written("github", outcome([finding(TEXT, "X", status="accepted")])).count("\n") == 1
