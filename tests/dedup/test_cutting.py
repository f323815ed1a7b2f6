"""Passages cut out of files; what stays is byte for byte what it was."""

import json

import pytest

from corpuslint.corpus.document import Span
from corpuslint.dedup.cutting import UncuttableError, cut, without_records, without_spans


@pytest.mark.parametrize(
    ("text", "passage", "left"),
    [
        ("甲。\n乙。\n丙。\n", "乙。", "甲。\n丙。\n"),
        ("甲。\r\n乙。\r\n丙。\r\n", "乙。", "甲。\r\n丙。\r\n"),
        ("甲。乙。丙。\n", "乙。", "甲。丙。\n"),
        ("甲。乙。\n丙。\n", "乙。", "甲。\n丙。\n"),
        ("甲。\n乙。丙。\n", "乙。", "甲。\n丙。\n"),
        ("甲。\n乙。\n丙。\n丁。", "乙。\n丙。", "甲。\n丁。"),
        ("甲。\n乙。", "乙。", "甲。\n"),
    ],
)
def test_a_line_goes_with_its_line_end_when_nothing_is_left_of_it(text: str, passage: str, left: str) -> None:
    start = text.index(passage)
    assert cut(text, [Span(start, start + len(passage))]) == left


def test_overlapping_passages_are_cut_once() -> None:
    assert cut("一二三四五六七", [Span(4, 6), Span(1, 3), Span(2, 5)]) == "一七"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encoding_and_mark_stay(encoding: str) -> None:
    text = "同志们：\n今天的会议很重要。\n请大家认真听讲，做好记录。\n"
    cut_text = text.replace("今天的会议很重要。\n", "")
    data = text.encode(encoding)
    start = text.index("今天")
    assert without_spans(data, "a.txt", [Span(start, start + 9)]).decode(encoding) == cut_text


def test_nothing_is_left_of_a_text_that_is_cut_whole() -> None:
    assert without_spans("甲乙丙\n".encode(), "a.txt", [Span(0, 3)]) == b""


@pytest.mark.parametrize("name", ["a.html", "a.docx", "a.htm"])
def test_no_passage_is_cut_out_of_markup(name: str) -> None:
    with pytest.raises(UncuttableError):
        without_spans(b"<p>x</p>", name, [Span(0, 1)])


def test_no_passage_is_cut_out_of_damaged_bytes() -> None:
    line = "会议强调，要抓好落实，务求实效。\n".encode()
    data = line * 5 + b"\xff\xfe\xe4\n" + line * 5
    with pytest.raises(UncuttableError):
        without_spans(data, "a.txt", [Span(0, 4)])


def test_records_go_and_others_are_cut_and_the_rest_stay_as_written() -> None:
    lines = [
        '{"id": 7,  "text": "\\u7532"}',
        "not a record",
        json.dumps({"content": "甲。\n乙。\n丙。", "n": 1.0}, ensure_ascii=False),
        '{"text": "丁"}',
    ]
    data = "\r\n".join(lines).encode()
    left = without_records(data, {4}, {3: [Span(3, 5)]}).decode().split("\n")
    assert left[:2] == [f"{lines[0]}\r", "not a record\r"]
    assert left[2].endswith("\r")
    assert json.loads(left[2]) == {"content": "甲。\n丙。", "n": 1.0}
    assert len(left) == 3


def test_a_file_of_which_every_record_goes_is_empty() -> None:
    assert without_records(b'\xef\xbb\xbf{"text": "x"}\n{"text": "y"}\n', {1, 2}, {}) == b""


def test_half_of_a_surrogate_pair_stays_an_escape() -> None:
    data = b'{"text": "\\ud83d ab"}'
    assert without_records(data, set(), {1: [Span(2, 3)]}) == b'{"text": "\\ud83d b"}'
