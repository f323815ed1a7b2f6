"""Lists under headings, lists in lists, and lists that count by themselves: none is a defect."""

import pytest

from corpuslint.catalog import shipped
from corpuslint.corpus.parsing import parse
from corpuslint.linting import lint
from corpuslint.selection import select

NUMBERING = tuple(select(shipped(), ["numbering"]))


def found(text: str) -> list[tuple[str, str]]:
    linted = lint(parse("a.md", text, format="markdown"), NUMBERING)
    assert linted.failures == ()
    return [(finding.check, finding.match) for finding in linted.findings]


def section(number: int, items: int, mark: str = "###") -> str:
    lines = [f"{n}. 落实第{n}类场所的检查责任，建立台账；" for n in range(1, items + 1)]
    return f"{mark} {number}. 部门职责\n\n" + "\n".join(lines) + "\n\n"


def test_each_numbered_heading_has_its_own_list() -> None:
    assert (
        found("# 责任制\n\n" + "".join(section(n, items) for n, items in enumerate((17, 11, 3, 8, 2), 1)))
        == []
    )


def test_a_number_that_such_a_list_skips_is_told() -> None:
    text = (
        section(1, 5) + section(2, 6).replace("3. 落实第3类场所的检查责任，建立台账；\n", "") + section(3, 4)
    )
    assert found(text) == [("numbering-gap", "4.")]


def test_a_heading_that_is_skipped_is_told() -> None:
    assert found(section(1, 3) + section(2, 2) + section(4, 3)) == [("numbering-gap", "4.")]


def test_headings_of_two_levels_may_number_alike() -> None:
    text = "".join(f"## {n}. 章\n\n### 1. 节\n\n正文。\n\n### 2. 节\n\n正文。\n\n" for n in (1, 2, 3))
    assert found(text) == []


def test_a_list_within_a_list_is_told_by_its_indentation() -> None:
    assert found("1. 甲项工作\n   1. 子项\n   2. 子项\n2. 乙项工作\n   1. 子项\n3. 丙项工作\n") == []


@pytest.mark.parametrize("separator", [".", ")"])
def test_a_list_may_be_written_with_ones(separator: str) -> None:
    assert found("\n".join(f"1{separator} {word}项工作" for word in "甲乙丙丁")) == []


def test_a_number_written_twice_is_none_of_them() -> None:
    assert found("1. 甲项工作\n2. 乙项工作\n2. 丙项工作\n3. 丁项工作\n") != []


def test_a_heading_that_lost_its_marks_goes_on_with_its_list() -> None:
    assert found("## 一、总体要求\n\n正文。\n\n二、重点任务\n\n正文。\n\n## 三、工作要求\n\n正文。\n") == []


def test_headings_with_lines_under_them_have_levels_too() -> None:
    text = "".join(f"{n}. 职责\n====\n\n1. 甲；\n2. 乙；\n3. 丙。\n\n" for n in (1, 2, 3))
    assert found(text) == []
