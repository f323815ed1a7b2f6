"""Blocks: one a line that is not blank, with what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.blocks import split
from corpuslint.corpus.document import Block, BlockKind


def blocks(text: str) -> list[Block]:
    return list(split(text))


def test_a_block_is_a_line_without_the_space_around_it() -> None:
    text = "　　一、回顾\r\n\r\n\n  正文在此。 \n"
    first, second = blocks(text)
    assert text[first.span.start : first.span.end] == "一、回顾"
    assert text[second.span.start : second.span.end] == "正文在此。"
    assert (first.line, second.line) == (1, 4)
    assert (first.gap, second.gap) == (0, 2)


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert [block.line for block in blocks("甲\r乙\r\n丙")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("在全县教育工作会议上的讲话", BlockKind.HEADING),
        ("一、提高认识，增强责任感", BlockKind.HEADING),
        ("## 第一章 总则", BlockKind.HEADING),
        ("第一节 一般规定", BlockKind.HEADING),
        ("（一）抓好项目。新开工项目12个。", BlockKind.ITEM),
        ("一是抓好项目", BlockKind.ITEM),
        ("第一条 为了加强管理，制定本办法。", BlockKind.ITEM),
        ("同志们：", BlockKind.PARAGRAPH),
        ("今天召开全县教育工作会议。", BlockKind.PARAGRAPH),
        ("2024年3月5日", BlockKind.PARAGRAPH),
    ],
)
def test_a_line_is_a_heading_an_item_or_running_text(line: str, kind: BlockKind) -> None:
    (block,) = blocks(line)
    assert block.kind is kind


def test_a_numbered_sentence_is_a_heading_where_text_follows_it() -> None:
    heading, _ = blocks("1.做好防控工作。\n防控工作关系群众健康，必须抓紧抓好。")
    assert heading.kind is BlockKind.HEADING


def test_a_numbered_sentence_is_an_item_where_the_next_item_follows() -> None:
    item, _ = blocks("1.做好防控工作。\n2.做好救治工作。")
    assert item.kind is BlockKind.ITEM


def test_the_rest_of_a_broken_sentence_is_no_heading() -> None:
    long = "全县各级各部门要切实提高政治站位，把思想和行动统一到县委的决策部署上来，认真贯彻落实县委"
    long += "经济工作会议和"
    _, rest = blocks(f"{long}\n政府工作报告")
    assert rest.kind is BlockKind.PARAGRAPH


@given(st.text(alphabet="一二、（）\n\r 　。：讲话1.#a", max_size=60))
def test_blocks_cover_all_text_that_is_not_blank(text: str) -> None:
    found = blocks(text)
    assert [block.index for block in found] == list(range(len(found)))
    covered = "".join(text[block.span.start : block.span.end] for block in found)
    assert "".join(covered.split()) == "".join(text.split())
