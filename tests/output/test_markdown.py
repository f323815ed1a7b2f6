from corpuslint.findings import Severity
from corpuslint.output import Options
from corpuslint.output.markdown import escaped
from corpuslint.report import SkippedEntry
from tests.output.made import copy, family, finding, outcome, written

TEXT = "同志们：\n全年完成投资***万元，新建校舍X栋。\n"


def test_counts_worst_findings_duplicates_and_what_was_not_read() -> None:
    copies = family(["a.txt", "b.txt"])
    made = outcome(
        [finding(TEXT, "***"), finding(TEXT, "X", severity=Severity.INFO), copy(copies, 1)],
        families=[copies],
        skipped=[SkippedEntry("a.pdf", "not a format corpuslint reads")],
    )
    assert written("markdown", made) == (
        "## corpuslint\n\n"
        "3 findings (1 error, 1 warning, 1 info) in 2 files, 0 characters.\n\n"
        "1 family of duplicates: 30 characters stand in more than one place, 20 of them are copies.\n\n"
        "| Check | Severity | Findings |\n| --- | --- | --- |\n"
        "| placeholder-symbol | error | 1 |\n"
        "| duplicate-passage | warning | 1 |\n"
        "| placeholder-symbol | info | 1 |\n\n"
        "### Worst findings\n\n"
        "| Place | Severity | Check | Message |\n| --- | --- | --- | --- |\n"
        "| a.txt:2:7 | error | placeholder-symbol | “\\*\\*\\*” stands where a value belongs |\n"
        "| b.txt:1:1 | warning | duplicate-passage | repeats a.txt:1 |\n"
        "| a.txt:2:17 | info | placeholder-symbol | “X” stands where a value belongs |\n\n"
        "### Duplicates\n\n"
        "| Characters | Likeness | Best copy | Other copies |\n| --- | --- | --- | --- |\n"
        "| 10 | with edits | a.txt:1 | b.txt:1 |\n\n"
        "### Not read\n\n"
        "- a.pdf: not a format corpuslint reads\n"
    )


def test_a_clean_run_is_one_sentence() -> None:
    shown = written("markdown", outcome(texts={"a.txt": "全县"}), Options(language="zh"))
    assert shown == "## corpuslint\n\n未发现问题：共1个文件，2字。\n"


def test_what_is_left_out_is_counted() -> None:
    found = [finding(TEXT, "X", path=f"{number:03}.txt") for number in range(130)]
    shown = written("markdown", outcome(found))
    assert shown.count("| error | placeholder-symbol |") == 100
    assert shown.endswith("\n… and 30 more\n")


def test_text_of_the_corpus_stays_text() -> None:
    assert escaped("|") == "\\|"
    assert escaped("`a`") == "\\`a\\`"
    assert escaped("<b>") == "&lt;b&gt;"
    assert escaped("@octocat") == "@\u200aoctocat"
    assert escaped("![x](http://a)") == "\\!\\[x\\](http\\://a)"
