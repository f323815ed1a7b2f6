"""Numbering: each event is found where it happens, once, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.catalog import shipped
from corpuslint.corpus.parsing import parse
from corpuslint.engines.numbering import Params, run
from corpuslint.linting import lint
from corpuslint.numbering.fused import fused_markers
from corpuslint.selection import select
from tests.engines.support import Trial

EVENTS = ("gap", "repeat", "order", "start", "style", "separator", "orphan")


def events(text: str, genre: str = "speech") -> list[tuple[str, int, str]]:
    """Every event: its name, its line, what it stands on."""
    document = parse("a.txt", text, genre=genre)
    return sorted(
        (event, document.position(hit.span.start).line, document.slice(hit.span))
        for event in EVENTS
        for hit in run(document, Params(event))  # type: ignore[arg-type]
    )


def items(*markers: str) -> str:
    return "".join(f"{marker}各单位要抓好落实。\n" for marker in markers)


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (["一、", "二、", "四、", "五、"], [("gap", 3, "四、")]),
        (["（一）", "（三）", "（四）"], [("gap", 2, "（三）")]),
        (["1.", "2.", "2.", "4."], [("repeat", 3, "2.")]),
        (["1.", "1.", "2.", "3."], [("repeat", 2, "1.")]),
        (["（一）", "（二）", "（四）", "（四）", "（五）"], [("repeat", 3, "（四）")]),
        (["（一）", "（三）", "（二）", "（四）"], [("order", 2, "（三）")]),
        (["1.", "2.", "6.", "4.", "5."], [("order", 3, "6.")]),
        (["一、", "2、", "三、", "四、"], [("style", 2, "2、")]),
        (["1、", "二、", "三、"], [("style", 1, "1、")]),
        (["一、", "二、", "3、"], [("style", 3, "3、")]),
        (["1、", "2、", "3、", "4."], [("style", 4, "4.")]),
        (["（一）", "（二）、", "（三）"], [("separator", 2, "（二）、")]),
        (["（一）", "二）", "（三）"], [("separator", 2, "二）")]),
        (["一、", "二、、", "三、"], [("separator", 2, "二、、")]),
        (["①", "②", "④"], [("gap", 3, "④")]),
        (["（一）", "（二）", "㈣"], [("gap", 3, "㈣"), ("style", 3, "㈣")]),
    ],
)
def test_a_broken_list_is_one_event(markers: list[str], expected: list[tuple[str, int, str]]) -> None:
    assert events(items(*markers)) == expected


@pytest.mark.parametrize(
    "markers",
    [
        ["一、", "二、", "三、"],
        ["1、", "2、", "3、"],
        ["(一)", "(二)", "(三)"],
        ["第一条 ", "第二条 ", "第三条 "],
        ["一是", "二是", "三是"],
        ["首先，", "其次，", "第三，"],
        ["一、", "（一）", "（二）", "二、", "（一）", "（二）"],
        ["1.", "（1）", "（2）", "2.", "（1）", "3."],
        ["一、", "（一）", "（二）", "二、", "（三）", "（四）"],
        ["第九百八十九条 ", "第九百九十条 "],
    ],
)
def test_an_orderly_list_has_no_event(markers: list[str]) -> None:
    assert events(items(*markers)) == []


def test_an_item_fused_with_the_text_before_is_no_gap() -> None:
    text = "（一）抓学习。人人参与。（二）抓作风。事事认真。\n（三）抓落实。件件到位。\n"
    document = parse("a.txt", text)
    assert events(text) == []
    assert [document.slice(found.span) for found in fused_markers(document)] == ["（二）"]


def test_a_reference_to_an_item_is_not_the_missing_item() -> None:
    text = "（一）执行前款第（二）项的规定。\n（三）按照有关办法处理。\n"
    assert events(text) == [("gap", 2, "（三）")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要抓好：一是修路，二是通水，四是架线。", ("gap", 1, "四是")),
        ("要抓好：一是修路，二是通水，二是架线，四是建校。", ("repeat", 1, "二是")),
        ("要抓好：一是修路，三是通水，二是架线，四是建校。", ("order", 1, "三是")),
        ("演练到位。四是备物资，五是强值守。", ("start", 1, "四是")),
        ("要抓好：一是修路，二要通水，三是架线。", ("style", 1, "二要")),
        ("要抓好：一要修路，二要通水，三是架线。", ("style", 1, "三是")),
    ],
)
def test_a_broken_sequence_inside_a_paragraph(text: str, expected: tuple[str, int, str]) -> None:
    assert events(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "会议统一是非标准，这是目标之一是必然的，第一是大局。",
        "镇里要求：一是快，二是实。村里要求：一是稳，二是准。",
        "一是一，二是二，要实事求是。",
        "第一季度增长8%，第三季度增长9%。",
        "任务有十项：九是安全，十是稳定，十一是和谐。其他略。一是略。",
    ],
)
def test_words_that_only_look_like_a_sequence(text: str) -> None:
    assert [event for event in events(text) if event[0] != "start"] == []


def test_a_sequence_runs_over_paragraphs() -> None:
    assert events("一是修路。\n二是通水。\n四是架线。\n") == [("gap", 3, "四是")]
    assert events("存在问题：一是路难，二是水难。\n三是电难。\n") == []


def test_a_list_that_starts_late() -> None:
    text = "今年工作较好。\n同时存在不足。\n（二）抓改革。力度加大。\n（三）抓队伍。招聘医师。\n"
    assert events(text) == [("start", 3, "（二）")]


def test_a_file_that_begins_within_a_list_is_a_slice() -> None:
    assert events("（三）抓改革。力度加大。\n（四）抓队伍。招聘医师。\n") == []


def test_a_marker_broken_over_two_lines_is_no_gap() -> None:
    text = "（一）抓学习。\n（二）抓作风。\n（\n三）抓落实。\n（四）抓考核。\n"
    assert events(text) == [("gap", 3, "（\n三）")]


RESTART = "一、主要工作\n1.抓工业。新上项目。\n2.抓农业。{before}1.抓交通。新修公路。\n2.抓城建。{after}"


def test_a_list_that_starts_again_has_lost_its_heading() -> None:
    text = RESTART.format(before="调优结构。\n", after="扩建新区。\n")
    assert events(text) == [("orphan", 4, "1.")]


def test_the_lost_heading_stood_before_the_paragraph_that_opens_the_section() -> None:
    text = RESTART.format(before="调优结构。\n城乡建设步伐加快，面貌改善。\n", after="扩建新区。\n")
    assert events(text) == [("orphan", 4, "城乡建设步伐加快")]


@pytest.mark.parametrize(
    "before",
    [
        "调优结构。\n二、城乡建设\n",
        "调优结构。\n城乡建设情况\n",
        "调优结构。\n城乡建设主要做了以下工作：\n",
        "调优结构。\n在城乡建设方面，我们加大投入。\n",
    ],
)
def test_a_list_may_start_again_where_something_tells_of_it(before: str) -> None:
    assert events(RESTART.format(before=before, after="扩建新区。\n")) == []


def test_the_contents_are_not_the_list_that_starts_again() -> None:
    headings = ["一、工作回顾", "二、存在问题", "三、工作打算"]
    text = "\n".join(headings) + "\n" + "\n".join(f"{heading}\n情况如文，内容从略。" for heading in headings)
    assert events(text) == []


def test_points_announced_and_not_headed_are_lost_headings() -> None:
    text = (
        "同志们：\n下面，我讲两点意见。\n教育是民生之基，各级要抓紧抓好。\n（一）建校舍。要快。\n（二）招教师。要严。\n"
        "开学在即，各校要做好准备。\n（一）备教材。要齐。\n（二）保安全。要细。\n"
    )
    assert events(text) == [("orphan", 3, "教育是民生之基"), ("orphan", 6, "开学在即")]


def test_chapters_of_a_slice_may_start_anywhere() -> None:
    text = "民法典\n合同编\n选编\n第二章 合同的订立\n第四百六十九条 订立合同。\n第四百七十条 合同的内容。\n"
    assert events(text, "law") == []


def test_a_lost_first_chapter_is_found() -> None:
    text = "某市条例\n某年通过\n第一条 目的。\n第二条 范围。\n第二章 管理\n第三条 职责。\n第三章 附则\n"
    assert events(text, "law") == [("start", 5, "第二章")]


MARKERS = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二",
    "三）",
    "（四）、",
    "1.",
    "2、",
    "5，",
    "①",
    "第二章",
    "第五条 ",
]
WORDS = ["一是", "二是", "四要", "第一，", "第三，", "首先，", "抓好落实", "讲三点意见。", "同志们："]
MARKS = ["\n", "\n", "\n\n", "　", "。", "，", "“", "”", "："]
PIECES = st.lists(st.sampled_from([*MARKERS, *WORDS, *MARKS]), max_size=40)


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_any_text_is_judged_without_error_within_its_bounds(pieces: list[str]) -> None:
    for event in EVENTS:
        hits = Trial(run, Params(event)).assert_sound("".join(pieces))  # type: ignore[arg-type]
        assert len({hit.span for hit in hits}) == len(hits)


def test_a_document_with_a_title_that_begins_at_its_second_heading() -> None:
    text = "全镇防汛工作总结\n\n二、主要做法\n\n统一调度。\n\n三、打算\n\n检修闸门。"
    assert events(text) == [("start", 3, "二、")]


def test_a_first_item_whose_bracket_is_never_closed_is_not_missing() -> None:
    text = "总结如下。\n\n各村都备足了物资。\n\n（一大力抓好防汛。\n\n（二）抓好抗旱。\n\n（三）抓好管护。"
    assert [event for event, _, _ in events(text)] == []


def test_a_line_of_links_between_two_sections_begins_no_document() -> None:
    text = "一、做法\n\n统一调度。\n\n标签：工作总结 会议讲话 心得体会\n\n二、打算\n\n检修闸门。"
    assert events(text) == []


def test_markers_inside_tags_are_read() -> None:
    text = "会议提出要求。\n\n<p>一要抓紧。人人上阵。</p>\n\n二要抓细。户户过关。\n\n三要抓实。"
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "问：要哪些材料？\n答：1.申请书；\n2.身份证。\n问：多久办结？\n答：1.当日受理；\n2.十日办结。\n",
        "第六条 备案。\n第六条之一 用书面。\n（一）表；\n（二）证明。\n第六条之二 存三年。\n第七条 施行。\n",
        "第一条，要讲学习。大家记住。\n第二条，要讲团结。大家记住。\n第三条，要讲纪律。大家记住。\n",
        "目录\n一、回顾 1\n二、打算 3\n三、措施 5\n一、回顾\n成绩大。\n二、打算\n再干。\n三、措施\n抓。\n",
    ],
)
def test_numbers_that_begin_again_for_a_reason(text: str) -> None:
    assert events(text) == []


def test_a_sequence_in_another_paragraph_far_away_is_another_sequence() -> None:
    text = "一要抓早，二要抓细，三要抓实。" + "全镇上下齐心协力。" * 200 + "坚持“二要发展”的原则。"
    assert events(text) == []


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (["(一)", "(二)", "(二)", "(四)"], "应为“(三)”"),
        (["(一)", "(三)", "(四)"], "缺少“(二)”"),
        (["(一)", "(二)、", "(三)"], "应写作“(二)”"),
        (["1、", "2、", "2、", "4、"], "应为“3、”"),
        (["1．", "2．", "2．", "4．"], "应为“3．”"),
        (["1、", "2，", "3、"], "应写作“2、”"),
        (["(一)", "2.", "(三)", "(四)"], "应写作“(二)”"),
        (["１、", "３、", "４、"], "缺少“２”"),
    ],
)
def test_what_was_expected_is_written_as_the_list_writes_it(markers: list[str], expected: str) -> None:
    (finding,) = lint(parse("a.txt", items(*markers)), select(shipped(), ["numbering"]), "zh").findings
    assert expected in finding.message


@pytest.mark.parametrize("line", ["3.11月份调度一次；", "3.5名队员受到表彰；", "３．５名队员受到表彰；"])
def test_an_item_that_begins_with_a_figure_fills_its_place(line: str) -> None:
    assert events(f"1.开展检查；\n2.开展培训；\n{line}\n4.开展演练；\n") == []


def test_sub_numbers_are_not_the_item_above_them() -> None:
    text = "1.开展检查。\n2.开展培训。\n3.1培训对象确定。\n3.2培训内容确定。\n4.开展演练。\n"
    assert events(text) == [("gap", 5, "4.")]


def test_a_number_in_a_later_column_is_not_missing() -> None:
    text = "1.某县水利局    2.某县农业局\n3.某县林业局    4.某县商务局\n5.某县教育局    6.某县卫生局\n"
    assert events(text) == []
    assert fused_markers(parse("a.txt", text)) == ()


def test_a_gap_names_what_is_missing() -> None:
    sections = ["（一）", "（六）", "（一）", "（二）", "（六）", "（六）", "（三）", "（二）", "（六）"]
    document = parse("a.txt", items(*sections), genre="speech")
    gaps = [hit for hit in run(document, Params("gap")) if "missing" in hit.values]
    assert all(hit.values["missing"] for hit in gaps)
