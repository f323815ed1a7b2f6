"""No text of a corpus, and no name of a file, controls what reads a report."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpuslint.output import FORMATS, Options
from corpuslint.output.markdown import escaped
from tests.output import payloads
from tests.output.made import written

ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
JSON_FORMATS = ("json", "sarif", "gitlab", "rdjson")


def every_payload() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("text", payloads.HOSTILE.values(), ids=payloads.HOSTILE)


@every_payload()
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_acts_on_a_terminal_or_a_ci_log(name: str, text: str) -> None:
    shown = written(name, payloads.outcome(text), Options(limit=0))
    assert shown.encode("utf-8")
    assert ACTIVE.findall(shown) == []
    assert "##[" not in shown
    if name != "github":
        assert [line for line in shown.splitlines() if line.strip().startswith("::")] == []


@every_payload()
@pytest.mark.parametrize("name", ["full", "concise", "jsonl", "github"])
def test_no_text_adds_a_line(name: str, text: str) -> None:
    lines = written(name, payloads.outcome(text), Options(limit=0)).split("\n")
    plain = written(name, payloads.outcome(payloads.PLAIN), Options(limit=0)).split("\n")
    assert len(lines) == len(plain)


@every_payload()
def test_github_reads_only_annotations(text: str) -> None:
    for line in written("github", payloads.outcome(text)).splitlines():
        command, properties, data = runner_reads(line)
        assert command in ("error", "warning", "notice")
        assert set(properties) <= {"file", "line", "col", "endLine", "endColumn", "title"}
        assert data
        assert "\n" not in data


def runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner parses it (actions/runner, ActionCommand.TryParseV2)."""
    line = line.strip()
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    command, _, listed = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in listed.split(",") if pair]
    return command, {name: unescaped(value) for name, value in pairs}, unescaped(data)


def unescaped(text: str) -> str:
    for written_as, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written_as, character)
    return text


@every_payload()
@pytest.mark.parametrize("name", JSON_FORMATS)
def test_json_is_valid(name: str, text: str) -> None:
    assert json.loads(written(name, payloads.outcome(text)))


@every_payload()
def test_the_json_report_keeps_every_character(text: str) -> None:
    report = json.loads(written("json", payloads.outcome(text)))
    kept = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert {finding["match"] for finding in report["findings"]} == {kept}
    assert report["skipped"][0] == {"path": kept, "reason": kept, "code": ""}


@every_payload()
def test_every_line_of_jsonl_is_an_object_with_a_type(text: str) -> None:
    kinds = [json.loads(line)["type"] for line in written("jsonl", payloads.outcome(text)).splitlines()]
    assert kinds == ["finding"] * 13 + ["family"] + ["skipped"] * 2 + [
        "failure",
        "notice",
        "notice",
        "summary",
    ]


@every_payload()
def test_sarif_names_files_by_relative_references(text: str) -> None:
    log = json.loads(written("sarif", payloads.outcome("/" + text)))
    for uri in uris(log):
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), uri
        assert not uri.startswith("/")


def uris(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["uri"]] if "uri" in value else []
        return own + [uri for item in value.values() for uri in uris(item)]
    return [uri for item in value for uri in uris(item)] if isinstance(value, list) else []


@every_payload()
def test_sarif_links_only_to_related_places(text: str) -> None:
    log = json.loads(written("sarif", payloads.outcome(text)))
    for result in log["runs"][0]["results"]:
        message = re.sub(r"\\.", "", result["message"]["text"])
        assert len(re.findall(r"\[[^]]*\]\(\d+\)", message)) == len(result["relatedLocations"]) == 1


@every_payload()
def test_junit_has_the_same_elements_whatever_the_text(text: str) -> None:
    def skeleton(of: str) -> list[tuple[str, list[str]]]:
        root = ElementTree.fromstring(written("junit", payloads.outcome(of)))
        return sorted((element.tag, sorted(element.attrib)) for element in root.iter())

    assert skeleton(text) == skeleton(payloads.PLAIN)


class Tags(HTMLParser):
    """The tags and attributes of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def tags(markdown: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    parser = Tags()
    parser.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    return parser.found


@every_payload()
def test_markdown_has_the_same_elements_whatever_the_text(text: str) -> None:
    assert tags(written("markdown", payloads.outcome(text))) == tags(
        written("markdown", payloads.outcome(payloads.PLAIN))
    )


@given(st.text(alphabet="a `*_[]()<>&|!@#~$\\:/.-+=wW1\n\t字\x1b\ud800", max_size=30))
def test_escaped_text_is_shown_letter_by_letter(text: str) -> None:
    shown = MarkdownIt("commonmark").enable("strikethrough").render(f"x{escaped(text)}x")
    assert re.findall(r"<[^>]*>", shown) == ["<p>", "</p>"]
    assert not re.search(r"@\w", shown)


@pytest.mark.parametrize("text", ["字", "|", "<", "@", "\x1b"])
def test_a_markdown_summary_stays_below_one_mebibyte(text: str) -> None:
    from tests.output import made

    line = text * 5_000
    found = [
        made.finding(line, line, path=f"{line}{number}", message=line, check=f"residue-{number}")
        for number in range(300)
    ]
    families = [made.family([f"{line}{n}" for n in range(50)], text=line) for _ in range(100)]
    shown = written("markdown", made.outcome(found, families=families))
    assert len(shown.encode("utf-8")) < 1 << 20


@every_payload()
def test_a_colour_never_outlasts_its_line(text: str) -> None:
    for name in ("full", "concise"):
        for line in written(name, payloads.outcome(text), Options(color=True)).splitlines():
            codes = re.findall("\x1b\\[(\\d+)m", line)
            assert codes[1::2] == ["0"] * (len(codes) // 2)
            assert len(codes) % 2 == 0
