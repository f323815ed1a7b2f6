from xml.etree import ElementTree

from corpuslint.findings import EngineFailure, Severity
from corpuslint.report import SkippedEntry
from tests.output.made import finding, outcome, written

TEXT = "同志们：\n全年完成投资***万元，新建校舍X栋。\n"


def test_findings_fail_infos_and_clean_files_pass_unread_files_are_skipped() -> None:
    made = outcome(
        [
            finding(TEXT, "***"),
            finding(TEXT, "X", severity=Severity.INFO),
            finding(TEXT, "X", path="b.txt", severity=Severity.WARNING),
        ],
        {"c.txt": "全县。"},
        skipped=[SkippedEntry("d.pdf", "not a format corpuslint reads")],
        failures=[EngineFailure("text-width", "a.txt", "IndexError")],
    )
    root = ElementTree.fromstring(written("junit", made))
    assert root.attrib == {"name": "corpuslint", "tests": "6", "failures": "2", "errors": "1", "skipped": "1"}
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [
        ("a.txt", "2", "1"),
        ("b.txt", "1", "1"),
        ("c.txt", "1", "0"),
        ("not read", "1", "0"),
        ("corpuslint", "1", "0"),
    ]
    assert [[child.tag for child in case] for case in root.iter("testcase")] == [
        ["failure"],
        ["system-out"],
        ["failure"],
        [],
        ["skipped"],
        ["error"],
    ]


def test_a_case_says_what_and_where() -> None:
    (case,) = ElementTree.fromstring(written("junit", outcome([finding(TEXT, "***")]))).iter("testcase")
    assert case.attrib == {"name": "placeholder-symbol 2:7", "classname": "a.txt", "line": "2"}
    assert case[0].attrib == {"type": "error", "message": "“***” stands where a value belongs"}
    assert case[0].text == "a.txt:2: “***” stands where a value belongs"
