import json

from corpuslint.report import SkippedEntry
from tests.output.made import copy, family, finding, outcome, related, written

TEXT = "同志们：\n全年完成投资***万元。\n"


def test_keys_stand_in_the_order_of_the_design() -> None:
    report = json.loads(written("json", outcome([finding(TEXT, "***")])))
    assert list(report) == [
        "schema_version",
        "tool",
        "run",
        "summary",
        "files",
        "findings",
        "families",
        "skipped",
        "failures",
        "notices",
    ]
    assert list(report["findings"][0]) == [
        "check",
        "severity",
        "confidence",
        "path",
        "record",
        "start",
        "end",
        "match",
        "message",
        "fingerprint",
        "status",
        "related",
        "edits",
    ]


def test_places_are_lines_columns_and_offsets_in_characters() -> None:
    text = "𠮷\r\n全年完成投资***万元。"
    (found,) = json.loads(written("json", outcome([finding(text, "***")])))["findings"]
    assert found["start"] == {"line": 2, "column": 7, "offset": 9}
    assert found["end"] == {"line": 2, "column": 10, "offset": 12}
    assert text[found["start"]["offset"] : found["end"]["offset"]] == found["match"] == "***"


def test_chinese_is_written_as_it_is() -> None:
    assert "全县上下" in written("json", outcome(skipped=[SkippedEntry("全县上下.pdf", "x")]))


def test_json_lines_hold_the_same_entries() -> None:
    copies = family(["a.txt", "b.txt"])
    made = outcome(
        [finding(TEXT, "***", related=[related(TEXT, "同志们")]), copy(copies, 1)],
        families=[copies],
        skipped=[SkippedEntry("a.pdf", "x")],
    )
    report = json.loads(written("json", made))
    lines = [json.loads(line) for line in written("jsonl", made).splitlines()]
    for kind, key in (("finding", "findings"), ("family", "families"), ("skipped", "skipped")):
        assert [line for line in lines if line["type"] == kind] == [
            {"type": kind, **entry} for entry in report[key]
        ]
    assert lines[-1]["type"] == "summary"
    assert report["summary"].items() <= lines[-1].items()
