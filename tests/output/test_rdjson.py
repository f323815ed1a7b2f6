import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.findings import Edit
from corpuslint.output.rdjson import _ByteColumns
from tests.output.made import finding, outcome, related, written
from tests.output.test_excerpt import Watched


def diagnostics(text: str, *found: Any, format: str = "text") -> Any:
    made = outcome(found, {"a.txt": text}, format=format)
    return json.loads(written("rdjson", made))["diagnostics"]


@pytest.mark.parametrize(
    ("text", "match", "start", "end"),
    [
        ("total X units", "X", (1, 7), (1, 8)),
        ("投资X亿元", "X", (1, 7), (1, 8)),
        ("投资××亿元", "××", (1, 7), (1, 11)),
        ("𠮷地某市", "某市", (1, 8), (1, 14)),
        ("一、\r\n投资X亿元", "X", (2, 7), (2, 8)),
        ("投资\n𠮷某亿元", "资\n𠮷某", (1, 4), (2, 8)),
        ("投资\n亿元", "资\n", (1, 4), (1, 7)),
    ],
)
def test_columns_count_bytes(text: str, match: str, start: Any, end: Any) -> None:
    (one,) = diagnostics(text, finding(text, match))
    span = one["location"]["range"]
    assert (span["start"]["line"], span["start"]["column"]) == start
    assert (span["end"]["line"], span["end"]["column"]) == end


def test_a_diagnostic() -> None:
    text = "全年，，完成投资X亿元。"
    one = finding(text, "X", related=[related(text, "，，")], edits=[Edit(2, 4, "，")])
    (shown,) = diagnostics(text, one)
    assert shown == {
        "message": "“X” stands where a value belongs",
        "location": {
            "path": "a.txt",
            "range": {"start": {"line": 1, "column": 25}, "end": {"line": 1, "column": 26}},
        },
        "severity": "ERROR",
        "code": {"value": "placeholder-symbol"},
        "related_locations": [
            {"message": "see here", "location": {"path": "a.txt", "range": {"start": {"line": 1}}}}
        ],
        "suggestions": [
            {
                "range": {"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 13}},
                "text": "，",
            }
        ],
    }


def test_a_match_that_begins_its_line_needs_no_other_text() -> None:
    text = "全县上下要真抓实干，\n务求实效。"
    (shown,) = json.loads(written("rdjson", outcome([finding(text, text)])))["diagnostics"]
    assert shown["location"]["range"] == {"start": {"line": 1, "column": 1}, "end": {"line": 2, "column": 16}}


def test_without_its_line_a_diagnostic_has_no_columns() -> None:
    text = "完成投资X亿元。"
    (shown,) = json.loads(written("rdjson", outcome([finding(text, "X")])))["diagnostics"]
    assert shown["location"]["range"] == {"start": {"line": 1}}


def test_an_edit_on_another_line_is_no_suggestion() -> None:
    text = "全年，，\n完成投资X亿元。"
    (shown,) = diagnostics(text, finding(text, "X", edits=[Edit(2, 4, "，")]))
    assert "suggestions" not in shown


def test_where_the_text_is_not_the_file_there_are_no_columns() -> None:
    text = "一、\n投资X亿元"
    (shown,) = diagnostics(text, finding(text, "X"), format="docx")
    assert shown["location"]["range"] == {"start": {"line": 1}}
    assert shown["message"].startswith("line 2 of the text: ")


@given(st.text(), st.lists(st.integers(0, 40), max_size=8))
def test_byte_columns_in_any_order(line: str, columns: list[int]) -> None:
    counted = _ByteColumns(line)
    for column in (min(column, len(line)) + 1 for column in columns):
        assert counted.at(column) == 1 + len(line[: column - 1].encode("utf-8", "surrogatepass"))


def test_a_line_with_many_findings_is_counted_once() -> None:
    line = Watched("投资X亿元。" * 20_000)
    counted = _ByteColumns(line)
    for number in range(20_000):
        assert counted.at(number * 6 + 3) == number * 16 + 7
    assert line.seen <= len(line)
