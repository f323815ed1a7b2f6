"""What of a text is compared, and that a run finds the same whether results were kept or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.copies.texts import RunText, texts_of_run
from corpuslint.corpus.source import Text
from corpuslint.corpus.views import comparable, readable
from corpuslint.duplicates.fold import as_string, fold
from corpuslint.job import FileResult, Job, check_text
from tests.runs import COPIES, PASSAGE

FORMATS = st.sampled_from(["text", "markdown", "html", "docx", "jsonl"])


@given(st.text(alphabet="首页：:1\t\n\r >*[](图)", max_size=60), FORMATS)
def test_a_view_has_the_offsets_and_lines_of_the_text(text: str, format: str) -> None:
    for view in (readable(text, format), comparable(text, format)):
        assert len(view) == len(text)
        assert [at for at, sign in enumerate(view) if sign in "\r\n"] == [
            at for at, sign in enumerate(text) if sign in "\r\n"
        ]


def test_plain_text_is_compared_as_it_stands() -> None:
    assert comparable("**镇\t首页\t概况\t公开", "text") == "**镇\t首页\t概况\t公开"


@pytest.mark.parametrize(
    "line",
    [
        "首页\t走进青阳\t政务公开\t办事服务",
        "索 引 号：\t011001/2023-00087\t主题分类：\t交通",
        "标　　题：\t关于做好防汛抗旱工作的通知",
        "当前位置：首页 > 政务公开 > 文件",
    ],
)
def test_what_every_page_of_a_site_has_is_not_compared(line: str) -> None:
    assert comparable(f"前\n{line}\n后", "html").split() == ["前", "后"]


@pytest.mark.parametrize("line", ["县道\t126\t12000", "GDP>5%，CPI<3%，均好于预期。", "类别\t里程"])
def test_rows_of_figures_are_compared(line: str) -> None:
    assert comparable(line, "html") == line


@given(
    st.lists(st.sampled_from(["**甲**", "[乙](http://a.cn/1)", "丙。", "![丁](x.png)", "\n\n", "`戊`"])).map(
        "".join
    )
)
def test_a_text_folds_the_same_from_its_file_and_from_its_kept_result(text: str) -> None:
    """The view a result was kept with, and the one made again where its text is asked for."""
    result = check_text(Job(COPIES, "en", compare=True), "a.md", Text(text, "utf-8", format="markdown"))
    (run_text,) = texts_of_run([FileResult("a.md", "", (result,), ())])
    assert isinstance(run_text, RunText)
    assert as_string(run_text.prepared.symbols) == as_string(result.folded.symbols)
    assert as_string(fold(run_text.compared).symbols) == as_string(result.folded.symbols)


def test_addresses_make_no_copies() -> None:
    image = "![图片](https://mmbiz.example.cn/sz_mmbiz_png/KvaQ9x{}/640?wx_fmt=png&tp=webp&from=5&wx_lazy=1#imgIndex={})"
    text = f"{image.format('ab12', 1)}\n\n活动在市民广场举行。\n\n{image.format('cd34', 2)}\n"
    assert "mmbiz" in text and "mmbiz" not in comparable(text, "markdown")
    assert comparable(PASSAGE, "markdown") == PASSAGE
