from corpuslint.findings import EngineFailure, Severity
from corpuslint.output import Options
from corpuslint.report import Notice, SkippedEntry
from tests.output.made import copy, family, finding, outcome, related, written

TEXT = "同志们：\n全年完成投资***万元，新建校舍X栋。\n"


def test_a_finding_is_its_message_its_place_and_its_line_with_carets() -> None:
    made = outcome([finding(TEXT, "***")], {"a.txt": TEXT})
    assert written("full", made) == (
        "error[placeholder-symbol]: “***” stands where a value belongs\n"
        "  --> a.txt:2:7\n"
        "  |\n"
        "2 | 全年完成投资***万元，新建校舍X栋。\n"
        "  |             ^^^\n"
        "\n"
        "1 finding (1 error) in 1 file, 18 characters.\n".replace("18", str(len(TEXT)))
    )


def test_in_chinese_every_word_of_ours_is_chinese() -> None:
    made = outcome([finding(TEXT, "***", message="“{match}”处缺少实际内容")], {"a.txt": TEXT})
    shown = written("full", made, Options(language="zh"))
    assert shown.splitlines()[0] == "错误[placeholder-symbol]: “***”处缺少实际内容"
    assert shown.splitlines()[-1] == f"共1个问题（错误1个），检查了1个文件、{len(TEXT)}字。"


def test_related_places_follow() -> None:
    made = outcome([finding(TEXT, "X", related=[related(TEXT, "***", message="and here")])])
    assert "  = a.txt:2:7: and here\n" in written("full", made)


def test_a_finding_without_its_line_is_shown_all_the_same() -> None:
    assert written("full", outcome([finding(TEXT, "***")])).splitlines()[:2] == [
        "error[placeholder-symbol]: “***” stands where a value belongs",
        "  --> a.txt:2:7",
    ]


def many(count: int) -> list[str]:
    text = "".join(f"第{number}行X\n" for number in range(count))
    found = [finding(text, f"第{number}行X") for number in range(count)]
    return written("full", outcome(found, {"a.txt": text}), Options(limit=2)).splitlines()


def test_of_one_check_in_one_file_as_many_as_the_limit_are_shown_and_the_rest_counted() -> None:
    assert sum("-->" in line for line in many(7)) == 2
    assert "… a.txt: and 5 more of placeholder-symbol in this file" in many(7)


def test_no_rest_is_counted_where_there_is_none() -> None:
    assert not [line for line in many(2) if "more of" in line]


def test_a_record_is_named_with_its_number() -> None:
    made = outcome([finding(TEXT, "***", path="a.jsonl", record=12)])
    assert "  --> a.jsonl#12:2:7\n" in written("full", made)


def test_a_family_is_shown_once_with_the_beginning_of_its_text_and_the_best_copy() -> None:
    copies = family(["a.txt", "b.txt", "c.txt"])
    made = outcome([copy(copies, 1), copy(copies, 2)], families=[copies])
    assert written("full", made) == (
        "warning[duplicate-passage]: 3 copies, 10 characters, with edits\n"
        "  | 全县上下要真抓实干。\n"
        "  = a.txt:1  best copy: fewest placeholders, longest\n"
        "  - b.txt:1  99%\n"
        "  - c.txt:1  99%\n"
        "\n"
        "2 findings (2 warnings) in 2 files, 0 characters.\n"
        "1 family of duplicates: 30 characters stand in more than one place, 20 of them are copies.\n"
    )


def test_a_large_family_is_cut_and_says_so() -> None:
    shown = written("full", outcome(families=[family([f"{n:02}.txt" for n in range(20)])]))
    assert shown.count(".txt:1") == 12
    assert "    … +8\n" in shown


def test_what_is_accepted_is_not_shown() -> None:
    made = outcome([finding(TEXT, "***", status="accepted")], {"a.txt": TEXT})
    assert "-->" not in written("full", made)


def test_files_not_read_are_listed_with_their_reasons() -> None:
    shown = written("full", outcome(skipped=[SkippedEntry("a.pdf", "not a format corpuslint reads")]))
    assert shown.startswith("1 not read:\n  a.pdf: not a format corpuslint reads\n")


def test_a_failure_of_corpuslint_itself_names_check_and_file() -> None:
    made = outcome(failures=[EngineFailure("text-width", "a.txt", "IndexError: list index out of range")])
    assert written("full", made).startswith("corpuslint itself failed: check text-width on a.txt: IndexError")


def test_statistics_count_the_findings_of_each_check() -> None:
    found = [finding(TEXT, "***"), finding(TEXT, "X", check="placeholder-letter", severity=Severity.WARNING)]
    shown = written("full", outcome(found), Options(statistics=True))
    assert "      1  placeholder-letter\n      1  placeholder-symbol\n" in shown


def test_colour_only_where_it_is_asked_for() -> None:
    made = outcome([finding(TEXT, "***")], {"a.txt": TEXT})
    assert "\x1b" not in written("full", made)
    assert "\x1b[31merror[placeholder-symbol]\x1b[0m" in written("full", made, Options(color=True))


def test_accepted_entries_that_are_out_of_date_are_named() -> None:
    notices = [
        Notice("unused", "corpuslint.toml:3", "text-space in a.txt"),
        Notice("unused", "corpuslint-baseline.toml", "a.txt: text-space 0a1b", 2),
        Notice(
            "expired", "corpuslint.toml:7", "text-width in a.txt", reason="till June", expires="2026-06-30"
        ),
    ]
    unused, too_many, expired, _ = written("full", outcome(notices=notices)).splitlines()
    assert (
        unused
        == "corpuslint.toml:3: accepts text-space in a.txt, which is no longer found; take the entry out"
    )
    assert too_many == (
        "corpuslint-baseline.toml: accepts a.txt: text-space 0a1b 2 times too often; write the baseline again"
    )
    assert expired == (
        "corpuslint.toml:7: text-width in a.txt was accepted until 2026-06-30 (till June); "
        "mend the text or set a new date"
    )
