"""A number in another shape than its list has it: one finding, at the marker, named for what it is."""

from __future__ import annotations

import pytest

from corpuslint.catalog import shipped
from corpuslint.corpus.parsing import parse
from corpuslint.linting import lint
from corpuslint.selection import select

CHECKS = tuple(select(shipped(), ["numbering", "heading"]))
HEADINGS = ("总体要求", "主要任务", "实施步骤", "保障措施", "有关要求")


def findings(markers: list[str]) -> list[tuple[str, str, str]]:
    """Check, match and message for a plan whose headings begin with the markers."""
    lines = ["全镇农村供水工作方案"]
    for marker, heading in zip(markers, HEADINGS, strict=False):
        lines += [marker + heading, "各村要压实责任，按期完成任务。"]
    result = lint(parse("a.txt", "\n\n".join(lines)), CHECKS)
    assert not result.failures
    return [(finding.check, finding.match.strip(), finding.message) for finding in result.findings]


@pytest.mark.parametrize(
    ("markers", "match", "expected"),
    [
        ("—、 二、 三、 四、", "—、", "一、"),
        ("－、 二、 三、 四、", "－、", "一、"),
        ("一、 ＝、 三、 四、", "＝、", "二、"),
        ("一、 二、 王、 四、", "王、", "三、"),
        ("一、 二、 ≡、 四、", "≡、", "三、"),
        ("一、 二、 三、 西、", "西、", "四、"),
        ("（—） （二） （三）", "（—）", "（一）"),
        ("（一） （=） （三）", "（=）", "（二）"),
        ("一、 二、 三・ 四、", "三・", "三、"),
        ("一、 二、 三、 四_", "四", "四、"),
        ("（一） （二） [三] （四）", "[三]", "（三）"),
        ("l、 2、 3、", "l、", "1、"),
        ("一、 二、 第三， 四、", "第三，", "三、"),
        ("一、 二、 ㈢ （四）", "", ""),
        ("（一） （二） ㈢ （四）", "㈢", "（三）"),
        ("1. 2. ⒊ 4.", "⒊", "3."),
        ("（一） （　二） （三）", "（　二）", "（二）"),
    ],
)
def test_the_marker_is_named_and_the_right_form(markers: str, match: str, expected: str) -> None:
    found = findings([marker.replace("_", " ") for marker in markers.split(" ")])
    if match:
        assert [name for _, name, _ in found] == [match]
        assert f"“{expected}”" in found[0][2]
    else:
        assert len(found) <= 2


@pytest.mark.parametrize(
    "markers",
    ["一、 二、 三、 四、", "（一） （二） （三）", "1. 2. 3.", "一、 1. 2. 二、", "一、 第一， 第二， 二、"],
)
def test_sound_lists_are_silent(markers: str) -> None:
    assert findings(markers.split(" ")) == []


def test_a_heading_without_its_number_is_told_at_the_heading() -> None:
    assert [name for _, name, _ in findings(["一、", "", "三、", "四、"])] == ["主要任务"]


def test_a_number_without_its_heading_is_told() -> None:
    text = "方案\n\n一、要求\n\n各村要压实责任。\n\n二、\n\n各村备足物资。\n\n三、保障\n\n成立专班。"
    result = lint(parse("a.txt", text), CHECKS)
    assert [(finding.check, finding.match) for finding in result.findings] == [("heading-empty", "二、")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("一些不足。首先，资源不足；其次，人才缺乏；最后，作风不实。", []),
        ("一些不足。首先，资源不足；再次，人才缺乏；最后，作风不实。", [("numbering-gap", "再次")]),
        ("一些不足。首先，资源不足；首先，人才缺乏；再次，作风不实。", [("numbering-repeat", "首先")]),
        ("一些不足。首先，资源不足；其次，人才缺乏；其次，作风不实。", [("numbering-repeat", "其次")]),
        ("一些不足。首先，资源不足；再次，人才缺乏；其次，作风不实。", [("numbering-order", "其次")]),
        ("一些不足。最重要的是资源不足。其次，人才缺乏；再次，作风不实。", []),
        ("首先，我代表镇党委表示感谢。会议开得很好。首先，成绩要肯定。", []),
    ],
)
def test_spoken_sequences(sentence: str, expected: list[tuple[str, str]]) -> None:
    result = lint(parse("a.txt", "工作中还有" + sentence), CHECKS)
    assert [
        (finding.check, finding.match)
        for finding in result.findings
        if finding.check in ("numbering-gap", "numbering-repeat", "numbering-order")
    ][: len(expected) or None] == expected
