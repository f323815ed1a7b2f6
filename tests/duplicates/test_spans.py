"""Spans: from symbols to the text, with the punctuation that belongs to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.document import Span
from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.spans import text_span, with_punctuation


def spanned(text: str, first: int, last: int) -> str:
    span = with_punctuation(text, text_span(text, fold(text), first, last))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("  “要完成任务。”\n下一段", 0, 5, "“要完成任务。”"),
        ("会议要求，“完成任务”，并报告", 4, 8, "“完成任务”，"),
        ("他说（完成任务）后离开", 2, 6, "（完成任务）"),
        ("共1,234人参加", 0, 2, "共1,234"),
        ("共1,234 人", 1, 2, "1,234"),
        ("涨幅为xx%左右", 3, 4, "xx%"),
        ("𠀀村完成任务。", 2, 6, "完成任务。"),
        ("甲。\n\n乙完成。\n", 1, 4, "乙完成。"),
        ("•　完成任务　\r\n", 0, 4, "•　完成任务"),
    ],
)
def test_span_of_symbols(text: str, first: int, last: int, expected: str) -> None:
    assert spanned(text, first, last) == expected


def test_a_line_of_forty_thousand_spaces_stays_outside() -> None:
    text = "完成任务" + " " * 40_000 + "。"
    assert with_punctuation(text, Span(0, 4)) == Span(0, 4)


@given(st.text(alphabet=st.sampled_from("全市会12xX，。“”（） \n😀𠀀")), st.data())
def test_folding_the_span_gives_the_symbols_back(text: str, data: st.DataObject) -> None:
    prepared = fold(text)
    count = len(prepared.symbols)
    if not count:
        return
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first + 1, count))
    span = text_span(text, prepared, first, last)
    wide = with_punctuation(text, span)
    assert wide.start <= span.start < span.end <= wide.end
    for stretch in (span, wide):
        assert (
            fold(text[stretch.start : stretch.end]).symbols.tolist() == prepared.symbols[first:last].tolist()
        )
