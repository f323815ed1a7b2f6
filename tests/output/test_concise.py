from corpuslint.findings import Severity
from corpuslint.output import Options
from tests.output.made import finding, outcome, written

TEXT = "同志们：\n全年完成投资***万元，新建校舍X栋。\n"


def test_one_line_a_finding_and_the_totals() -> None:
    found = [finding(TEXT, "***"), finding(TEXT, "X", severity=Severity.INFO)]
    assert written("concise", outcome(found)).splitlines() == [
        "a.txt:2:7: error placeholder-symbol “***” stands where a value belongs",
        "a.txt:2:17: info placeholder-symbol “X” stands where a value belongs",
        "2 findings (1 error, 1 info) in 1 file, 0 characters.",
    ]


def test_a_clean_run_says_what_was_read() -> None:
    clean = outcome(texts={"a.txt": "全县", "b.txt": "上下"})
    assert written("concise", clean) == "Nothing found in 2 files (4 characters).\n"
    assert written("concise", clean, Options(language="zh")) == "未发现问题：共2个文件，4字。\n"


def test_a_huge_match_does_not_make_a_huge_line() -> None:
    text = "字" * 100_000
    assert max(map(len, written("concise", outcome([finding(text, text)])).splitlines())) < 400
