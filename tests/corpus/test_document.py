"""Positions: lines and columns from offsets, for every kind of line end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.document import Position, Span
from corpuslint.corpus.parsing import parse


def test_lines_and_columns_count_from_one() -> None:
    document = parse("a.txt", "甲乙\n丙丁")
    assert document.position(0) == Position(1, 1, 0)
    assert document.position(4) == Position(2, 2, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_one_line(end: str) -> None:
    document = parse("a.txt", f"甲{end}乙{end}丙")
    assert document.position(document.text.index("丙")).line == 3
    assert document.slice(document.line_span(2)) == "乙"


def test_a_span_ends_on_the_line_of_its_last_character() -> None:
    document = parse("a.txt", "甲乙\n丙")
    assert document.end_position(Span(0, 3)) == Position(1, 4, 3)
    assert document.end_position(Span(3, 4)) == Position(2, 2, 4)


def test_the_block_at_an_offset() -> None:
    document = parse("a.txt", "甲乙\n\n丙丁")
    block = document.block_at(5)
    assert block is not None
    assert document.slice(block.span) == "丙丁"
    assert document.block_at(2) is None


def test_the_body_of_a_block_leaves_its_marker_out() -> None:
    document = parse("a.txt", "（一）抓好落实")
    assert document.slice(document.blocks[0].body) == "抓好落实"


@pytest.mark.parametrize("text", ["", "\n\n", "　 \r\n"])
def test_a_blank_document_has_no_blocks_and_no_parts(text: str) -> None:
    document = parse("a.txt", text)
    assert document.blocks == ()
    assert document.outline.parts == ()


@given(st.text(alphabet="甲乙\n\r、一", max_size=40), st.integers(0, 40))
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    document = parse("a.txt", text)
    offset = min(offset, len(text))
    position = document.position(offset)
    assert document.line_starts[position.line - 1] + position.column - 1 == offset
