"""Plain text and Markdown are told apart by content and never changed."""

import pytest

from corpuslint.corpus.formats import reader_for
from corpuslint.corpus.formats.text import is_markdown
from corpuslint.corpus.source import Text


def read(text: str, name: str) -> Text:
    (found,) = reader_for(name)(text.encode(), name)
    assert isinstance(found, Text)
    assert found.text == text
    return found


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# 管理办法\n\n## 第一章 总则\n\n第一条 为了规范管理，制定本办法。\n", True),
        ("\n# 管理办法\n\n<!-- 正文 -->\n\n第一条 为了规范管理。\n", True),
        ("工作总结\n## 一、成效\n正文\n## 二、问题\n正文\n## 三、打算\n", True),
        ("工作总结\n一、成效\n## 二、问题\n正文\n# 三、打算\n", False),
        ("# 工作总结\n一、成效\n", False),
        ("#话题#引发热议\n#1栋\n#2栋\n#3栋\n", False),
        ("**镇、**镇完成任务\n", False),
        ("", False),
    ],
)
def test_markdown_through_and_through(text: str, markdown: bool) -> None:
    assert is_markdown(text) is markdown
    assert read(text, "a.txt").format == ("markdown" if markdown else "text")


def test_the_extension_says_markdown() -> None:
    assert read("一句话。\r\n", "a.md").format == "markdown"
    assert read("一句话。", "A.MARKDOWN").format == "markdown"


def test_marks_and_damage_are_noted() -> None:
    (found,) = reader_for("a.txt")(b"\xef\xbb\xbf" + "各位代表".encode() + b"\xff", "a.txt")
    assert isinstance(found, Text)
    assert (found.text, found.had_bom, found.lossy) == ("各位代表\ufffd", True, True)
