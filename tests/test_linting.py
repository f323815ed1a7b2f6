"""One document against checks: precedence, genres, broken engines, and findings as they are written down."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint import engines
from corpuslint.catalog import Check, Text
from corpuslint.corpus.document import Document, Span
from corpuslint.corpus.parsing import parse
from corpuslint.engines import pattern
from corpuslint.findings import Confidence, Edit, Hit, Place, Severity, fingerprint
from corpuslint.linting import lint


def make_check(name: str, *patterns: str, **fields: Any) -> Check:
    settings: dict[str, Any] = {
        "id": name,
        "title": Text("t", "t"),
        "severity": Severity.WARNING,
        "confidence": Confidence.HIGH,
        "engine": "pattern",
        "message": Text("“{match}” found", "发现“{match}”"),
        "messages": {},
        "notes": {},
        "params": pattern.Params(patterns=patterns),
        "default": True,
        "yields_to": (),
        "genres": {},
        "source": "",
    }
    return Check(**{**settings, **fields})


def matches(text: str, *checks: Check, genre: str = "speech") -> list[tuple[str, str]]:
    findings = lint(parse("a.txt", text, genre=genre), checks).findings
    return [(finding.check, finding.match) for finding in findings]


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = matches("乙甲\n甲", make_check("a-one", "甲"), make_check("a-two", "乙"))
    assert found == [("a-two", "乙"), ("a-one", "甲"), ("a-one", "甲")]


def test_line_column_and_offset_count_code_points() -> None:
    (finding,) = lint(parse("a.txt", "第一行\r\n𠮷𠮷甲乙\n"), [make_check("a-one", "甲乙")]).findings
    assert (finding.start.line, finding.start.column, finding.start.offset) == (2, 3, 7)
    assert (finding.end.line, finding.end.column, finding.end.offset) == (2, 5, 9)


def test_a_check_yields_where_a_stronger_one_has_the_place() -> None:
    weak, strong = make_check("a-weak", "甲", yields_to=("a-strong",)), make_check("a-strong", "乙甲乙")
    assert matches("甲，乙甲乙，甲", weak, strong) == [
        ("a-weak", "甲"),
        ("a-strong", "乙甲乙"),
        ("a-weak", "甲"),
    ]
    assert matches("甲，乙甲乙", weak) == [("a-weak", "甲"), ("a-weak", "甲")]


def test_a_genre_can_switch_a_check_off() -> None:
    assert matches("甲", make_check("a-one", "甲", genres={"law": "off"}), genre="law") == []


def test_a_genre_can_sum_a_check_up_in_one_info() -> None:
    check = make_check("a-one", "甲", genres={"court": "summary"})
    (finding,) = lint(parse("a.txt", "甲。甲。甲。", genre="court"), [check]).findings
    assert finding.severity is Severity.INFO
    assert finding.message == "3 in this text; first: “甲” found"


def test_a_genre_can_change_the_severity() -> None:
    check = make_check("a-one", "甲", genres={"template": "info"})
    (finding,) = lint(parse("a.txt", "甲", genre="template"), [check]).findings
    assert finding.severity is Severity.INFO


def test_messages_come_in_the_language_asked_for() -> None:
    (finding,) = lint(parse("a.txt", "甲"), [make_check("a-one", "甲")], "zh").findings
    assert finding.message == "发现“甲”"


def broken(document: Document, params: object) -> Iterator[Hit]:
    raise ValueError("no such thing")
    yield Hit(Span(0, 0))


def test_an_engine_that_raises_is_reported_and_costs_no_other_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = SimpleNamespace(Params=pattern.Params, run=broken)
    load = engines.load
    monkeypatch.setattr(engines, "load", lambda name: engine if name == "broken" else load(name))
    linted = lint(
        parse("a.txt", "甲"), [make_check("a-bad", "甲", engine="broken"), make_check("a-one", "甲")]
    )
    assert [finding.check for finding in linted.findings] == ["a-one"]
    (failure,) = linted.failures
    assert (failure.check, failure.path) == ("a-bad", "a.txt")
    assert failure.error.startswith("ValueError: no such thing (test_linting.py:")


def related(document: Document, params: object) -> Iterator[Hit]:
    yield Hit(Span(3, 4), {"number": 3}, "other", (Place(Span(0, 1), "first"),))


def test_variants_values_and_related_places_are_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = SimpleNamespace(Params=pattern.Params, run=related)
    monkeypatch.setattr(engines, "load", lambda name: engine)
    check = make_check(
        "a-one",
        "甲",
        messages={"other": Text("{number} of {match}", "")},
        notes={"first": Text("see {number}", "")},
    )
    (finding,) = lint(parse("a.txt", "乙\n\n丙"), [check]).findings
    assert finding.message == "3 of 丙"
    assert [(place.start.line, place.message) for place in finding.related] == [(1, "see 3")]


@given(st.text(alphabet="甲乙 \r\n\u3000𠮷。", max_size=60))
def test_every_finding_stands_where_it_says(text: str) -> None:
    document = parse("a.txt", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in lint(document, [make_check("a-one", "甲+|𠮷")]).findings:
        assert text[finding.start.offset : finding.end.offset] == finding.match
        assert lines[finding.start.line - 1][finding.start.column - 1 :].startswith(finding.match)


@given(st.integers(0, 30), st.text(alphabet="子丑寅卯。\n", max_size=30))
def test_a_fingerprint_survives_text_put_before_and_after(blank: int, other: str) -> None:
    line = "全县共完成投资甲亿元，比上年有较大增长。"
    moved = other + "\n" * (blank + 1) + line + "\n" + other
    one, two = Document("a.txt", line), Document("b.txt", moved)
    start = moved.index(line) + line.index("甲")
    assert fingerprint("x", one, Span(7, 8)) == fingerprint("x", two, Span(start, start + 1))


def test_a_fingerprint_tells_checks_matches_and_places_apart() -> None:
    document = Document("a.txt", "完成甲项，新增甲个")
    names = {
        fingerprint("x", document, Span(2, 3)),
        fingerprint("y", document, Span(2, 3)),
        fingerprint("x", document, Span(7, 8)),
        fingerprint("x", document, Span(2, 4)),
    }
    assert len(names) == 4


def test_findings_keep_the_field_order_of_the_report() -> None:
    (finding,) = lint(parse("a.txt", "甲"), [make_check("a-one", "甲")]).findings
    assert list(msgspec.to_builtins(finding)) == [
        *(
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
        ),
        *("status", "related", "edits"),
    ]


def test_mark_up_of_a_format_is_quoted_and_never_edited() -> None:
    text = "会议**强调**，要&nbsp;抓好落实。"
    document = parse("a.md", text, format="markdown")
    assert len(document.text) == len(text)
    whole = Span(0, len(text))
    assert (document.quote(whole), document.slice(whole)) == (text, "会议  强调  ，要      抓好落实。")
    (finding,) = lint(document, [make_check("a-one", "强调 {2}，要 +")]).findings
    assert finding.match == "强调**，要&nbsp;"
    assert lint(document, [make_check("a-two", " {6}")]).findings == ()


def test_an_edit_that_would_change_mark_up_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(document: Document, params: object) -> Iterator[Hit]:
        yield Hit(Span(0, 8), edits=(Edit(0, 2, "会商"), Edit(2, 6, "强调")))

    monkeypatch.setattr(engines, "load", lambda name: SimpleNamespace(run=run, Params=pattern.Params))
    document = parse("a.md", "会议**强调**", format="markdown")
    (finding,) = lint(document, [make_check("a-one", "甲")]).findings
    assert finding.edits == (Edit(0, 2, "会商"),)
