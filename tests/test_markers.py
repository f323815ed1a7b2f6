"""A line's leading marker: its family and number first, its separator as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.document import Span
from corpuslint.markers import Marker, MarkerFamily, read_marker, written

F = MarkerFamily


def read(line: str) -> Marker | None:
    return read_marker(line, Span(0, len(line)))


@pytest.mark.parametrize(
    ("line", "family", "value"),
    [
        ("一、工作回顾", F.CHINESE, 1),
        ("十二、附则", F.CHINESE, 12),
        ("（一）抓好落实", F.CHINESE_BRACKET, 1),
        ("(十一)抓好落实", F.CHINESE_BRACKET, 11),
        ("㈢抓好落实", F.CHINESE_BRACKET, 3),
        ("1.加强领导", F.DIGIT, 1),
        ("１２．加强领导", F.DIGIT, 12),
        ("1、加强领导", F.DIGIT, 1),
        ("1.2024年的工作", F.DIGIT, 1),
        ("⒊加强领导", F.DIGIT, 3),
        ("（1）加强领导", F.DIGIT_BRACKET, 1),
        ("⑵加强领导", F.DIGIT_BRACKET, 2),
        ("2）加强领导", F.DIGIT_PAREN, 2),
        ("③加强领导", F.CIRCLED, 3),
        ("Ⅳ、加强领导", F.ROMAN, 4),
        ("叁、加强领导", F.FORMAL, 3),
        ("1.2 编制依据", F.DECIMAL, 2),
        ("第二编 物权", F.VOLUME, 2),
        ("第三章　附则", F.CHAPTER, 3),
        ("第 一 节 一般规定", F.SECTION, 1),
        ("第一百零三条 本法自公布之日起施行。", F.ARTICLE, 103),
        ("## 第一章 总则", F.CHAPTER, 1),
        ("第一，提高认识", F.ORDINAL, 1),
        ("第二点，抓住重点", F.ORDINAL, 2),
        ("首先，提高认识", F.SEQUENCE, 1),
        ("其二，抓住重点", F.FIRSTLY, 2),
        ("三是抓好落实", F.IS, 3),
        ("一是一体推进改革", F.IS, 1),
        ("二要转变作风", F.MUST, 2),
        ("十一是抓好收尾", F.IS, 11),
    ],
)
def test_marker_is_read(line: str, family: MarkerFamily, value: int) -> None:
    marker = read(line)
    assert marker is not None
    assert (marker.family, marker.value) == (family, value)


@pytest.mark.parametrize(
    ("line", "family", "value", "separator"),
    [
        ("（四）、加强管理", F.CHINESE_BRACKET, 4, "、"),
        ("一. 工作回顾", F.CHINESE, 1, "."),
        ("一、、工作回顾", F.CHINESE, 1, "、、"),
        ("1.、加强管理", F.DIGIT, 1, ".、"),
        ("二，存在问题", F.CHINESE, 2, "，"),
    ],
)
def test_a_wrong_separator_never_changes_the_number(
    line: str, family: MarkerFamily, value: int, separator: str
) -> None:
    marker = read(line)
    assert marker is not None
    assert (marker.family, marker.value, marker.separator) == (family, value, separator)


@pytest.mark.parametrize("line", ["（一加强管理", "一）加强管理", "（二、加强管理"])
def test_a_marker_may_lack_a_bracket(line: str) -> None:
    marker = read(line)
    assert marker is not None
    assert marker.is_broken
    assert marker.family is F.CHINESE_BRACKET


@pytest.mark.parametrize(
    "line",
    [
        "21.5+2就业之家",
        "1.5亿元资金到位",
        "2021年工作总结",
        "3、4月份完成",
        "9、20爱牙日",
        "192.168.1.1",
        "二、三产业协调发展",
        "一、二线城市",
        "（四）、（五）项所列人员",
        "（一）至（三）项",
        "（三）项规定的情形",
        "第三条规定的情形除外",
        "第一书记驻村帮扶",
        "第一季度增长8%",
        "第一时间赶到现场",
        "一要素一清单",
        "三能力建设",
        "（一方面要抓，另一方面要管）",
        "（三年行动计划）",
        "统一是前提",
        "“第三条 有下列情形之一的",
        "二〇二一年",
        "",
    ],
)
def test_a_look_alike_is_no_marker(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("family", "value", "form"),
    [
        (F.CHINESE, 3, "三、"),
        (F.CHINESE_BRACKET, 12, "（十二）"),
        (F.DIGIT, 4, "4."),
        (F.DIGIT_BRACKET, 2, "（2）"),
        (F.CIRCLED, 5, "⑤"),
        (F.CHAPTER, 10, "第十章"),
        (F.IS, 2, "二是"),
        (F.LETTER, 3, "C."),
        (F.FORMAL, 2, "贰、"),
        (F.ROMAN, 4, "Ⅳ."),
    ],
)
def test_a_number_is_written_as_its_family_writes_it(family: MarkerFamily, value: int, form: str) -> None:
    assert written(family, value) == form


@given(st.text(alphabet="一二三十百第章条节（()）、.．0123456789①⑴是要 　#*是其首先次壹ⅣA", max_size=20))
def test_any_line_is_read_without_error_and_within_its_span(line: str) -> None:
    marker = read(line)
    if marker is not None:
        assert 0 <= marker.span.start < marker.span.end <= len(line)
        assert marker.value >= 1


@given(st.sampled_from([F.CHINESE, F.CHINESE_BRACKET, F.DIGIT_BRACKET, F.IS, F.CHAPTER]), st.integers(1, 30))
def test_what_is_written_reads_back(family: MarkerFamily, value: int) -> None:
    marker = read(written(family, value) + "抓好落实")
    assert marker is not None
    assert (marker.family, marker.value) == (family, value)


@pytest.mark.parametrize("leftover", ["<p>", '<span class="t">', "[bookmark: _Toc1]", "\u200b", "<p>\u200e "])
def test_what_a_converter_left_before_a_marker_does_not_hide_it(leftover: str) -> None:
    marker = read(f"{leftover}二、工作打算")
    assert marker is not None
    assert (marker.family, marker.value, marker.span.start) == (F.CHINESE, 2, len(leftover))
