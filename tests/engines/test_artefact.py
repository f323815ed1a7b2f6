"""What stands around a heading: found at the heading, and no hindrance to reading its number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.catalog import shipped
from corpuslint.corpus.parsing import parse
from corpuslint.linting import lint
from corpuslint.selection import select

CHECKS = tuple(select(shipped(), ["numbering", "heading"]))
HEADINGS = ("总体要求", "主要任务", "实施步骤", "保障措施", "有关要求")
NUMERALS = "一二三四五"
LEADS = ("■", "★ ", "·", "➢", "▶ ", "- ", "* ", "#", "# ", "> ", r"\# ", "__", "\uf06c")
WRAPS = ("【】", "“”", "［］")
TAILS = ("[编辑]", "{#a1}", "↑", "#", "^", "…", "\t5", "......3", "【1】", "[2]", " 返回目录")


def document(odd: int, before: str = "", after: str = "") -> str:
    """A plan of five numbered headings, one of them with something before and after it."""
    lines = ["全镇农村供水工作方案"]
    for at, heading in enumerate(HEADINGS):
        line = f"{NUMERALS[at]}、{heading}"
        lines += [f"{before}{line}{after}" if at == odd else line, "各村要压实责任，按期完成任务。"]
    return "\n\n".join(lines)


def findings(text: str, format: str = "text") -> list[tuple[str, int]]:
    result = lint(parse("a.txt", text, format=format), CHECKS)
    assert not result.failures
    return [(finding.check, finding.start.line) for finding in result.findings]


def line_of(odd: int) -> int:
    return 3 + 4 * odd


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("odd", range(5))
def test_a_bullet_is_told_at_its_heading_and_nowhere_else(lead: str, odd: int) -> None:
    assert findings(document(odd, lead)) == [("heading-artefact", line_of(odd))]


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize("odd", range(5))
def test_a_heading_in_brackets_keeps_its_number(wrap: str, odd: int) -> None:
    assert findings(document(odd, *wrap)) == [("heading-artefact", line_of(odd))]


@pytest.mark.parametrize("tail", TAILS)
def test_what_hangs_on_a_heading_is_told(tail: str) -> None:
    assert findings(document(2, after=tail)) == [("heading-artefact", line_of(2))]


def test_a_decoration_of_all_headings_is_a_style() -> None:
    text = document(9)
    for numeral in NUMERALS:
        text = text.replace(f"{numeral}、", f"★{numeral}、")
    assert findings(text) == []


@pytest.mark.parametrize("lead", ["- ", "* ", "# ", "> "])
def test_markdown_has_its_marks_by_right(lead: str) -> None:
    assert findings(document(2, lead), format="markdown") == []


def test_the_entries_of_a_contents_end_with_pages() -> None:
    entries = "\n".join(f"{NUMERALS[at]}、{HEADINGS[at]}......{at + 1}" for at in range(5))
    assert findings("目录\n\n" + entries) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各村已经落实了防汛物资和人员。\n\n•\n\n镇里组织了三次检查和演练。", [("heading-artefact", 3)]),
        ("栏目\n\n-\n\n数量\n\n-\n\n单位", []),
        ("学习贯彻全会精神心得体会.doc\n\n全会意义重大，影响深远。", [("heading-artefact", 1)]),
        ("在全县春耕生产会议上的讲话0302改\n\n同志们：\n\n大家辛苦了。", [("heading-artefact", 1)]),
    ],
)
def test_lines_without_text_and_names_of_files(text: str, expected: list[tuple[str, int]]) -> None:
    assert [found for found in findings(text) if found[0] == "heading-artefact"] == expected


@given(st.text(alphabet="■·-#*【】“”一二、（）[编辑]{#a1}…\t5。\n 甲乙", max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for finding in lint(parse("a.txt", text), CHECKS).findings:
        assert text[finding.start.offset : finding.end.offset] == finding.match
