"""Sound outlines are silent; one defect planted in them is told once, at its place, for what it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.catalog import shipped
from corpuslint.corpus.parsing import parse
from corpuslint.findings import Finding
from corpuslint.linting import lint
from corpuslint.markers import MarkerFamily, written
from corpuslint.selection import select

CHECKS = tuple(select(shipped(), ["numbering", "heading-runon"]))
TOPS = (MarkerFamily.CHINESE, MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT)
BELOW = {
    MarkerFamily.CHINESE: (MarkerFamily.CHINESE_BRACKET, MarkerFamily.DIGIT, MarkerFamily.DIGIT_BRACKET),
    MarkerFamily.CHINESE_BRACKET: (MarkerFamily.DIGIT, MarkerFamily.DIGIT_BRACKET),
    MarkerFamily.DIGIT: (MarkerFamily.DIGIT_BRACKET, MarkerFamily.CIRCLED),
}
BODIES = (
    "各镇落实了责任，完成了全年任务。",
    "全县新修公路三十公里，方便了群众出行。",
    "财政部门足额安排经费，保障了工作运转。",
    "卫生院添置了设备，改善了就医条件。",
    "学校整修了校舍，增加了四百个学位。",
)
TITLE = "全县工作总结\n\n今年各项工作稳步推进，成效明显。\n"


@dataclass(frozen=True)
class Line:
    """One item: the list it belongs to, its number, how it is marked, its text."""

    list: int
    value: int
    marker: str
    body: str


@st.composite
def outlines(draw: st.DrawFn) -> list[Line]:
    """Two levels as reports have them: a list, and lists of one family under all of its items."""
    top = draw(st.sampled_from(TOPS))
    below = draw(st.sampled_from(BELOW[top]))
    has_children = draw(st.booleans())
    lines: list[Line] = []
    lists = 1
    for value in range(1, draw(st.integers(4, 7)) + 1):
        lines.append(_line(draw, 0, top, value))
        if has_children:
            size = draw(st.integers(4, 6))
            lines += [_line(draw, lists, below, child) for child in range(1, size + 1)]
            lists += 1
    return lines


def _line(draw: st.DrawFn, number: int, family: MarkerFamily, value: int) -> Line:
    return Line(number, value, written(family, value), draw(st.sampled_from(BODIES)))


@st.composite
def places(draw: st.DrawFn) -> tuple[list[Line], int]:
    """An outline, and an item of it with a sibling before and two behind."""
    lines = draw(outlines())
    sizes = {line.list: line.value for line in lines}
    inner = [at for at, line in enumerate(lines) if 2 <= line.value <= sizes[line.list] - 2]
    return lines, draw(st.sampled_from(inner))


def sibling(lines: list[Line], at: int, distance: int) -> int:
    """Where the item stands that comes so many numbers after another one in its list."""
    line = lines[at]
    return next(
        index
        for index, other in enumerate(lines)
        if (other.list, other.value) == (line.list, line.value + distance)
    )


def findings(lines: list[str]) -> list[Finding]:
    """What the checks say of a report with these lines."""
    linted = lint(parse("a.txt", TITLE + "\n".join(lines) + "\n"), CHECKS, "zh")
    assert not linted.failures
    return list(linted.findings)


def said(lines: list[str]) -> list[tuple[str, int]]:
    """Each finding: its check, and the index of its line."""
    return [(finding.check, finding.start.line - TITLE.count("\n") - 1) for finding in findings(lines)]


def texts(lines: list[Line]) -> list[str]:
    return [line.marker + line.body for line in lines]


@given(outlines())
@settings(max_examples=60, deadline=None)
def test_a_sound_outline_is_silent(lines: list[Line]) -> None:
    assert said(texts(lines)) == []


@given(places())
@settings(max_examples=60, deadline=None)
def test_an_item_that_was_dropped_is_a_gap_before_the_next(place: tuple[list[Line], int]) -> None:
    lines, at = place
    after = sibling(lines, at, 1)
    (found,) = findings(texts(lines[:at] + lines[after:]))
    assert (found.check, found.start.line) == ("numbering-gap", TITLE.count("\n") + 1 + at)
    assert f"缺少“{lines[at].marker.rstrip('、.')}”" in found.message
    assert f"“{lines[sibling(lines, at, -1)].marker}”之后" in found.message


@given(places())
@settings(max_examples=60, deadline=None)
def test_a_number_written_twice_is_a_repeat_at_the_second(place: tuple[list[Line], int]) -> None:
    lines, at = place
    before = lines[sibling(lines, at, -1)]
    planted = texts([*lines[:at], replace(lines[at], marker=before.marker), *lines[at + 1 :]])
    (found,) = findings(planted)
    assert (found.check, found.start.line) == ("numbering-repeat", TITLE.count("\n") + 1 + at)
    assert f"应为“{lines[at].marker}”" in found.message


@given(places(), st.sampled_from((MarkerFamily.CHINESE, MarkerFamily.DIGIT, MarkerFamily.CHINESE_BRACKET)))
@settings(max_examples=60, deadline=None)
def test_an_item_in_another_style_is_told_how_to_write_it(
    place: tuple[list[Line], int], family: MarkerFamily
) -> None:
    lines, at = place
    other = written(family, lines[at].value)
    if written(family, 1) in {line.marker for line in lines}:
        other = f"{lines[at].value})"
    (found,) = findings(texts([*lines[:at], replace(lines[at], marker=other), *lines[at + 1 :]]))
    assert (found.check, found.start.line) == ("numbering-style", TITLE.count("\n") + 1 + at)
    assert f"应写作“{lines[at].marker}”" in found.message


@given(places())
@settings(max_examples=60, deadline=None)
def test_two_that_changed_places_are_one_finding_at_the_first(place: tuple[list[Line], int]) -> None:
    lines, at = place
    after = sibling(lines, at, 1)
    planted = list(lines)
    planted[at] = replace(lines[at], marker=lines[after].marker)
    planted[after] = replace(lines[after], marker=lines[at].marker)
    assert said(texts(planted)) == [("numbering-order", at)]


@given(places())
@settings(max_examples=60, deadline=None)
def test_an_item_fused_with_the_line_before_is_no_gap(place: tuple[list[Line], int]) -> None:
    lines, at = place
    planted = texts(lines)
    planted[at - 1 : at + 1] = [planted[at - 1] + planted[at]]
    (found,) = findings(planted)
    assert (found.check, found.match) == ("heading-runon", lines[at].marker)
    assert found.start.line == TITLE.count("\n") + at


@given(places(), st.integers(2, 4))
@settings(max_examples=60, deadline=None)
def test_a_number_mistyped_is_told_the_number_that_was_due(
    place: tuple[list[Line], int], beyond: int
) -> None:
    lines, at = place
    family = next(
        family
        for family in (*TOPS, MarkerFamily.DIGIT_BRACKET, MarkerFamily.CIRCLED)
        if written(family, lines[at].value) == lines[at].marker
    )
    wrong = written(family, lines[at].value + 8 + beyond)
    (found,) = findings(texts([*lines[:at], replace(lines[at], marker=wrong), *lines[at + 1 :]]))
    assert (found.check, found.start.line) == ("numbering-order", TITLE.count("\n") + 1 + at)
    assert f"此处应为“{lines[at].marker}”" in found.message
