"""The outline: which documents a file holds, and how the sections of each nest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.document import Document
from corpuslint.corpus.parsing import parse
from corpuslint.outline.nesting import Relation


def titles(document: Document) -> list[str]:
    return ["".join(document.slice(block.span) for block in part.title) for part in document.outline.parts]


def nested(text: str) -> list[tuple[str, int]]:
    document = parse("a.txt", text)
    (part,) = document.outline.parts
    return [(document.slice(section.marker.span), section.level) for section in part.sections]


def relations(text: str) -> list[Relation]:
    (part,) = parse("a.txt", text).outline.parts
    return [step.relation for step in part.steps]


COMPILATION = """在全县农业工作会议上的讲话

同志们：

今天部署春季农业生产，请大家抓好落实。

各乡镇要抓住农时，备足物资。

谢谢大家！

在全县林业工作会议上的讲话

同志们：

今天部署春季造林，请大家抓好落实。

各乡镇要落实地块，备足苗木。

谢谢大家！
"""


def test_a_file_of_one_speech_is_one_part() -> None:
    document = parse("a.txt", "在全县教育工作会议上的讲话\n同志们：\n今天开会。\n一、总结\n好。\n")
    assert titles(document) == ["在全县教育工作会议上的讲话"]


def test_each_speech_of_a_compilation_is_a_part() -> None:
    document = parse("a.txt", COMPILATION)
    assert titles(document) == ["在全县农业工作会议上的讲话", "在全县林业工作会议上的讲话"]


def test_a_speech_without_title_begins_at_its_salutation() -> None:
    more = "各位领导、同志们：\n\n今天部署防汛工作。\n\n各乡镇要加强值守。\n\n确保安全。\n"
    document = parse("a.txt", COMPILATION + "\n" + more)
    assert titles(document) == ["在全县农业工作会议上的讲话", "在全县林业工作会议上的讲话", ""]
    assert document.slice(document.blocks[document.outline.parts[2].start].span) == "各位领导、同志们："


def test_a_news_item_in_a_compilation_is_a_part() -> None:
    news = "3月9日，全县卫生工作会议召开，县长出席会议。\n\n会上，宣读了表彰文件。\n\n会议要求抓好落实。\n"
    assert len(parse("a.txt", COMPILATION + "\n" + news).outline.parts) == 3


def test_pieces_marked_as_such_are_parts() -> None:
    text = (
        "篇一：工作总结范文\n一年来很好。\n一、工作\n好。\n篇二：工作总结范文\n半年来很好。\n一、工作\n好。\n"
    )
    assert len(parse("a.txt", text).outline.parts) == 2


def test_a_salutation_within_a_report_begins_no_part() -> None:
    text = (
        "各位代表：\n现在报告工作。\n一、回顾\n成绩很大。\n各位代表：\n成绩来之不易。\n二、打算\n再接再厉。\n"
    )
    assert len(parse("a.txt", text).outline.parts) == 1


@pytest.mark.parametrize(
    "link", ["小编推荐：水利工作总结", "精彩推荐：防汛工作会议讲话稿", "相关文章：农业工作总结范文"]
)
def test_a_link_of_the_page_in_the_middle_of_a_speech_begins_no_part(link: str) -> None:
    text = (
        "在全县水利工作会议上的讲话\n同志们：\n今天部署冬修水利，请大家抓好落实。\n一、认清形势\n时间紧，任务重。\n"
        f"{link}\n二、抓好落实\n各乡镇要备足物料，按期开工。\n三、严格督查\n每旬通报一次。\n谢谢大家！\n"
    )
    (part,) = parse("a.txt", text).outline.parts
    assert [step.relation for step in part.steps] == [Relation.FIRST, Relation.NEXT, Relation.NEXT]


def test_every_block_stands_in_one_part() -> None:
    document = parse("a.txt", COMPILATION)
    for block in document.blocks:
        part = document.outline.part_of(block.index)
        assert part.start <= block.index < part.end


def test_levels_are_those_the_document_uses() -> None:
    text = "一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n二、己\n1.庚\n"
    assert nested(text) == [
        ("一、", 0), ("（一）", 1), ("1.", 2), ("2.", 2), ("（二）", 1), ("二、", 0), ("1.", 1),
    ]  # fmt: skip


def test_a_document_may_turn_the_usual_levels_round() -> None:
    text = "1.甲\n（一）乙\n（二）丙\n2.丁\n（一）戊\n（二）己\n3.庚\n"
    assert [level for _, level in nested(text)] == [0, 1, 1, 0, 1, 1, 0]


def test_words_hang_below_the_numbers_they_follow() -> None:
    assert nested("一、甲\n一是乙\n二是丙\n二、丁\n") == [("一、", 0), ("一是", 1), ("二是", 1), ("二、", 0)]


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    (part,) = parse("a.txt", "一、甲\n正文。\n（一）乙\n二、丙\n").outline.parts
    first, child, second = part.sections
    assert (first.block, first.end, first.parent) == (0, 3, None)
    assert (child.end, child.parent) == (3, 0)
    assert second.end == 4


def test_articles_run_through_chapters() -> None:
    text = "第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 分则\n第三条 丙。\n"
    assert Relation.START not in relations(text)
    assert Relation.GAP not in relations(text)


def test_items_may_run_through_headings() -> None:
    text = "一、甲\n（一）乙。\n（二）丙。\n二、丁\n（三）戊。\n（四）己。\n"
    assert set(relations(text)) == {Relation.FIRST, Relation.NEXT}


def test_one_wrong_marker_is_blamed_once() -> None:
    text = "一、甲\n（一）乙\n（二）丙\n三、丁\n（四）戊\n二、己\n三、庚\n"
    assert [relation for relation in relations(text) if relation not in (Relation.FIRST, Relation.NEXT)] == [
        Relation.STYLE
    ]


def test_a_list_of_the_same_form_may_stand_inside_another() -> None:
    text = "一、甲\n好。\n二、乙\n主要有以下几点：\n一、丙；\n二、丁；\n三、戊。\n三、己\n好。\n"
    assert Relation.GAP not in relations(text)
    assert Relation.REPEAT not in relations(text)


def test_quoted_articles_are_not_the_documents_own() -> None:
    text = "一、修改\n将第三条修改为：“第三条 下列情形：\n（二）举报属实；\n（五）避免损失。”\n二、施行\n"
    assert [marker for marker, _ in nested(text)] == ["一、", "二、"]


ITEMS = [
    "一、甲",
    "二、乙",
    "三、丙",
    "（一）丁",
    "（二）戊。",
    "（四）己",
    "1.庚",
    "2、辛",
    "3.壬",
    "一是癸",
    "二是子",
]
OTHERS = [
    "第一章 总则",
    "第三条 略。",
    "正文在此，内容很多。",
    "在会议上的讲话",
    "同志们：",
    "",
    "“开",
    "关”",
    "附件1",
]
LINES = st.lists(st.sampled_from([*ITEMS, *OTHERS]), max_size=30)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_any_sequence_of_lines_has_an_outline(lines: list[str]) -> None:
    document = parse("a.txt", "\n".join(lines))
    parts = document.outline.parts
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert sum(part.end - part.start for part in parts) == len(document.blocks)
    for part in parts:
        assert [step.item for step in part.steps] == list(range(len(part.items)))
        for section in part.sections:
            assert part.start <= section.block < section.end <= part.end
            assert (section.parent is None) == (section.level == 0) or section.parent is not None


def test_a_line_repeated_a_thousand_times_opens_no_list_in_its_own_lists() -> None:
    (part,) = parse("a.txt", "一、加强组织领导\n" * 1000).outline.parts
    assert len(part.steps) == 1000
    assert max(step.depth for step in part.steps) < 3
