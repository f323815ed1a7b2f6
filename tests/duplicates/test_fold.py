"""Folding: what is equal after it, and that every symbol knows where it came from."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.duplicates.fold import LINE_BREAK, MASK, SENTENCE_BREAK, as_string, fold, folded_values

TEXTS = (
    st.text(alphabet=st.sampled_from("全市县会议报告AbxX某○＊*×12３，。！、“” \n\r　😀𠀀㎡①ﬁ%")) | st.text()
)


def folded(text: str) -> str:
    return as_string(fold(text).symbols)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("同志们：", "同志们:"),
        ("ＡＰＰ上线", "app上线"),
        ("完成 投资\n任务", "完成投资，任务。"),
        ("投资1,234万元", "投资１２万元"),
        ("投资xx万元", "投资35万元"),
        ("王某来到xx县", "王○来到**县"),
        ("20xx年", "202-年"),
        ("①完成", "3.完成"),
        ("全\u200b市", "全市"),
    ],
)
def test_equal_after_folding(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("全市", "全县"), ("十项", "12项"), ("𠀀字", "𠀁字")])
def test_different_after_folding(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_each_symbol_keeps_its_place() -> None:
    prepared = fold("“ab，12年”\n好。不")
    assert as_string(prepared.symbols) == f"ab{chr(MASK)}年好不"
    assert prepared.origins.tolist() == [1, 2, 4, 6, 9, 11]
    assert prepared.breaks.tolist() == [LINE_BREAK, 0, 0, 0, LINE_BREAK, SENTENCE_BREAK]


def test_characters_beyond_the_bmp_count_as_one() -> None:
    prepared = fold("𠀀村和𠀀镇")
    assert prepared.origins.tolist() == [0, 1, 2, 3, 4]
    assert prepared.symbols[0] == prepared.symbols[3]


def test_values_stay_when_only_width_and_punctuation_fold() -> None:
    assert folded_values("Ｘ项、１２个。") == "x项12个"


def test_an_empty_text_has_no_symbols() -> None:
    for text in ("", " \n，。"):
        prepared = fold(text)
        assert len(prepared.symbols) == len(prepared.origins) == len(prepared.breaks) == 0


@given(TEXTS)
def test_every_symbol_is_the_fold_of_the_character_at_its_origin(text: str) -> None:
    prepared = fold(text)
    assert prepared.symbols.dtype == np.uint16
    assert prepared.origins.dtype == np.uint32
    assert (np.diff(prepared.origins.astype(np.int64)) > 0).all()
    for symbol, origin in zip(prepared.symbols.tolist(), prepared.origins.tolist(), strict=True):
        assert fold(text[origin]).symbols.tolist() == [symbol]


@given(TEXTS)
def test_folding_what_was_folded_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once.replace(chr(MASK), "0")) == once
