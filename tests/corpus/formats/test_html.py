"""Web pages as a browser shows them."""

import builtins
from typing import Any

import pytest

from corpuslint.corpus.document import BlockKind
from corpuslint.corpus.parsing import parse
from corpuslint.corpus.reading import texts_of


def shown(page: str) -> str:
    texts, skipped = texts_of(page.encode(), "a.html")
    assert skipped == []
    assert texts[0].format == "html"
    return texts[0].text


def test_blocks_are_lines_and_entities_characters() -> None:
    page = "<h1>工作&middot;总结</h1><p>一、<b>成效</b>&nbsp;&amp;<p>第一行<br>第二行<ul><li>甲<li>乙</ul>"
    assert shown(page) == "工作·总结\n一、成效 &\n第一行\n第二行\n甲\n乙\n"


def test_site_chrome_is_kept_and_what_is_never_shown_is_not() -> None:
    page = (
        "<head><title>标题</title><style>p{}</style></head><nav><a>首页</a> &gt; <a>范文</a></nav>"
        "<script>var x = '<p>';</script><!-- 注 --><p hidden>藏</p><i style='Display : none'>藏</i>"
        "<template>藏</template><p>正文</p><footer>版权所有</footer>"
    )
    assert shown(page) == "首页 > 范文\n正文\n版权所有\n"


def test_white_space_of_the_source_is_no_text() -> None:
    assert (
        shown("<p>\n  各位\n    代表，\n<b>\n大家</b>好\t ok\n go </p>\n\n<p>   </p>")
        == "各位代表，大家好 ok go\n"
    )
    assert shown("<p>甲 乙</p>") == "甲 乙\n"


def test_a_pre_keeps_its_lines() -> None:
    assert shown("<pre>  一\n\n    二</pre><p>三</p>") == "  一\n    二\n三\n"


def test_table_rows_are_lines() -> None:
    page = "<table><tr><th>县<th>数</tr><tr><td>甲</td><td>1</td></tr></table>"
    assert shown(page) == "县\t数\n甲\t1\n"
    assert shown("<table><tr><td><p>一</p><p>二</p></td></tr></table>") == "一\n二\n"


def test_a_page_in_gb18030() -> None:
    page = "<html><meta charset=gb2312><body class='content'><p>全县卫生健康工作会议</p></body></html>"
    texts, _ = texts_of(page.encode("gb18030"), "a.htm")
    assert (texts[0].text, texts[0].encoding) == ("全县卫生健康工作会议\n", "gb18030")


def test_nesting_that_would_take_for_ever_is_refused() -> None:
    texts, skipped = texts_of(b"<div>" * 100_000 + b"x", "a.html")
    assert texts == []
    assert [entry.told("en") for entry in skipped] == ["a web page nested more than 4,096 elements deep"]


def test_ordinary_pages_nest_little() -> None:
    page = "<p>正文<br><img><li>" * 5000 + "<script>" + "i<n;" * 5000 + "</script>" + "<b>x</b>" * 5000
    assert "正文" in shown(page)


def test_a_page_without_text() -> None:
    texts, skipped = texts_of(b"<html><body><script>x</script></body></html>", "a.html")
    assert (texts, [entry.told("en") for entry in skipped]) == ([], ["nothing but white space"])


def test_without_selectolax_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("selectolax"):
            raise ImportError(name)
        return real_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    texts, skipped = texts_of("<p>正文</p>".encode(), "a.html")
    assert texts == []
    assert [entry.told("en") for entry in skipped] == [
        "reading HTML needs selectolax: pip install selectolax"
    ]


def test_fixed_spaces_lay_out_and_are_no_text() -> None:
    assert (
        shown("<p>&nbsp;&nbsp; &nbsp;各位代表：</p><p>&nbsp;</p><p>完毕。&nbsp;&nbsp;</p>")
        == "　　各位代表：\n完毕。\n"
    )
    assert (
        shown("<p>&emsp;&emsp;一、目标</p><p>&nbsp;首页&nbsp;–&nbsp;概况</p>")
        == "　　一、目标\n首页 – 概况\n"
    )
    assert shown("<p>市长&nbsp;&nbsp;&nbsp;顾明</p><p>龚　正</p>") == "市长  顾明\n龚　正\n"
    assert shown("<pre>一&nbsp;二</pre>") == "一\xa0二\n"


def test_cells_have_no_space_around_them() -> None:
    page = "<table><tr><td><b>标　题：</b></td> <td> 通知 </td><td></td></tr><tr><td>&nbsp;</td></tr></table>"
    assert shown(page) == "标　题：\t通知\n"


def test_a_menu_is_one_row() -> None:
    page = (
        "<ul><li><a>首页</a><li><a>走进青阳</a><ul><li><a>青阳概况</a><li><a>历史沿革</a></ul>"
        "<li style='display:none'>http://a.cn<li>|<li><a>公开</a></ul>"
        "<nav><a>甲</a> | <a>乙</a> | <a>丙</a></nav>"
    )
    assert shown(page) == "首页\t走进青阳\t青阳概况\t历史沿革\t公开\n甲\t乙\t丙\n"


@pytest.mark.parametrize(
    "inside",
    [
        "<li><a>首页</a><li><a>概况</a>",
        "<li><a>首页</a><li><a>概况</a><li>一、加强领导",
        "<li><a>首页</a><li><a>概况</a><li><a>关于做好2024年防汛抗旱工作的通知</a>",
        "<li>加强领导<li>压实责任<li>严格考核",
    ],
)
def test_a_list_with_text_is_no_menu(inside: str) -> None:
    assert "\t" not in shown(f"<ul>{inside}</ul>")


def test_a_row_is_neither_heading_nor_item() -> None:
    text = "发文机关：\t区政府\n一、目标\t任务\n一、总体要求\n"
    kinds = [block.kind for block in parse("a.html", text, format="html").blocks]
    assert kinds == [BlockKind.ROW, BlockKind.ROW, BlockKind.HEADING]
    assert BlockKind.ROW not in [block.kind for block in parse("a.txt", text).blocks]
