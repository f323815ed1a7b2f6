"""What is left of a Markdown file once its mark-up is blanked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.formats.markdown.prose import prose

MARKS = (
    "* ** *** _ __ ~~ == ` ``` ~~~ [ ] ( ) ]( ![ [[ ]] [^1] [^1]: <br> </p> <p <!-- --> &emsp; &amp; --- +++ "
    "| # \\ > - : ::: http://a.cn/b_c?d=1 data:image/png;base64,AA"
)
PIECES = st.one_of(
    st.sampled_from(MARKS.split()),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", "    ", "1. ", "- [x] ", "title: 通知\n", "---\n"]),
    st.text(alphabet="会议强调（一）、，。a1 \u3000\t\x0b\x85\u2028𠮷", max_size=6),
)


def words(text: str) -> str:
    """The view without its white space."""
    return "".join(prose(text).split())


@given(st.lists(PIECES, max_size=30).map("".join))
def test_offsets_and_line_ends_are_those_of_the_file(text: str) -> None:
    shown = prose(text)
    assert len(shown) == len(text)
    for written, seen in zip(text, shown, strict=True):
        assert seen in (written, " ") or (written, seen) == ("*", "-")
        assert (written in "\r\n") == (seen in "\r\n")


@pytest.mark.parametrize(
    "text, left",
    [
        ('![图片](https://a.cn/b_(1).png?x=1#y "题")后', "后"),
        ("![扫码](data:image/png;base64,iVBORw0KGgo=)", ""),
        ("![[附图 1.png]]与[[通知|办法]]", "与办法"),
        ("见[《办法》](/files/办法(2023).pdf)和[通知](<a b.md> '题')。", "见《办法》和通知。"),
        ("*[下载 ](/files/红头 文件.pdf)*", "下载"),
        ('见[办法][1]和[甲][乙]。\n\n[1]: https://a.cn/1.pdf "题"', "见办法和[甲][乙]。"),
        ("据统计[^1]增长。\n\n[^1]: 初步核算。", "据统计增长。初步核算。"),
        ("网址：https://a.cn/b_c?d=1&e=2，请登录www.b.cn查询", "网址：，请登录查询"),
        ("邮箱<a@b.cn>，主页<https://a.cn/x>", "邮箱，主页"),
        ("**加强领导。**各级*重视*，~~删~~==亮==，***重***", "加强领导。各级重视，删亮，重"),
        ("一行**起\n二行**止", "一行起二行止"),
        ("&emsp;&emsp;(一)总体&nbsp;要求&#12288;", "(一)总体要求"),
        ("写成&amp;nbsp;的实体", "写成nbsp;的实体"),
        ("一行<br>二行<br/><span style='a\nb'>三</span>\\\n四", "一行二行三四"),
        ("<!-- 注\n释 -->正文<style>p {}</style>", "正文"),
        ("字段`unit_name`和`单位`", "字段和单位"),
        ("- [x] 完成\n- [ ] 未完", "-完成-未完"),
        ("* 甲\n  * **乙**", "-甲-乙"),
        ("## 标题 ##\n正文\n---\n***\n===", "##标题正文"),
        ("| 甲 | 乙 |\n| :-- | --: |\n| 1 | 2 |", "|甲|乙||1|2|"),
        (":::tip\n注意\n:::\n[toc]", "注意"),
        ("张\\*\\*、1\\. 不是", "张**、1.不是"),
    ],
)
def test_markup_is_blanked(text: str, left: str) -> None:
    assert words(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "县委*建工作，李某等同志",  # a mask
        "____年__月__日，姓名：____",
        "file_name_a与A_B_C",
        "当x<y 时，z>3；R&D、AT&T；5#楼",
        "[2012]10号、[甲]（乙）",
        "<b 没有闭合",
        "！[图]（全角）",
        "**没有另一半",
        "    四格缩进的正文。",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert prose(text) == text


def test_front_matter_is_no_text() -> None:
    assert words("\ufeff---\ntitle: 通知\ntags:\n  - 消防\n---\n正文") == "正文"
    assert words("+++\ntitle = '通知'\n+++\n正文") == "正文"


def test_a_rule_on_top_is_no_front_matter() -> None:
    assert words("---\n这里是正文，不是字段。\n---\n又一段。") == "这里是正文，不是字段。又一段。"
    assert words("---\ntitle: 没有结束") == "title:没有结束"


def test_fenced_code_is_no_text_and_an_open_fence_hides_nothing() -> None:
    assert words("前\n```sql\nselect 单位\n```\n后") == "前后"
    assert words("前\n~~~\n```\n~~~\n后") == "前后"
    assert words("前\n```\n后面的正文。") == "前后面的正文。"
