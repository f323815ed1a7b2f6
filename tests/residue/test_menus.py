import pytest

from corpuslint.corpus.parsing import parse
from corpuslint.residue.menus import is_breadcrumb, menu_cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("网站首页\t走进东河\t政务公开", ["网站首页", "走进东河", "政务公开"]),
        ("索引号：\t0012/2020\t主题分类：", []),
        ("姓名\t职务", []),
        ("王某\t教师\t36", []),
        ("全县小麦播种面积稳定在六十万亩以上\t农业\t首页", []),
    ],
)
def test_a_menu_is_a_row_of_short_cells(line: str, cells: list[str]) -> None:
    document = parse("a.html", line, format="html")
    assert list(menu_cells(document, document.blocks[0])) == cells


def test_a_line_of_a_text_file_is_no_row() -> None:
    document = parse("a.txt", "网站首页\t走进东河\t政务公开")
    assert list(menu_cells(document, document.blocks[0])) == []


@pytest.mark.parametrize(
    ("line", "format", "is_one"),
    [
        ("> 要闻", "html", True),
        ("> 要闻", "text", False),
        ("> 全县上下要真抓实干，确保完成任务。", "html", False),
        ("≥ 要闻", "html", False),
    ],
)
def test_a_breadcrumb_is_a_name_behind_its_sign_on_a_web_page(line: str, format: str, is_one: bool) -> None:
    document = parse("a", line, format=format)
    assert is_breadcrumb(document, document.blocks[0]) is is_one
