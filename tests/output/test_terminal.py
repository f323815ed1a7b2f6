import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.output.terminal import cells, named, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全县，投资X亿元。", "全县，投资X亿元。"),
        ("a\tb", "a b"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\nb\r", "a<U+000A>b<U+000D>"),
        ("\u202eabc", "<U+202E>abc"),
        ("全\u200b县", "全<U+200B>县"),
        ("\ufeff", "<U+FEFF>"),
        ("\ud800", "<U+D800>"),
        ("\ue5e5", "<U+E5E5>"),
        ("\U000e0041", "<U+E0041>"),
        ("::error::x", ":\u200a:error:\u200a:x"),
        (":::", ":\u200a:\u200a:"),
        ("##[group]", "##\u200a[group]"),
        ("# 标题", "# 标题"),
        ("葛\U000e0100", "葛\U000e0100"),
    ],
)
def test_what_a_terminal_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_controls_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Co", "Zl", "Zp") for character in shown)
    assert "::" not in shown
    assert "##[" not in shown


@given(st.text(alphabet="a:#[\x1b字", max_size=8), st.text(alphabet="a:#[\x1b字", max_size=8))
def test_the_beginning_of_a_text_is_shown_alike_whatever_follows(head: str, tail: str) -> None:
    assert visible(head + tail).startswith(visible(head))


def test_a_name_keeps_its_colons() -> None:
    assert named("a::b\x1b##[.txt") == "a::b<U+001B>##\u200a[.txt"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("全县", 4),
        ("，", 2),
        ("“①”", 3),
        ("e\u0301", 1),
        ("𠮷", 2),
        ("🀄", 2),
        ("\u3000", 2),
        ("ｘ", 2),
        ("㍿", 2),
        ("葛\U000e0100", 2),
        ("각", 2),
        ("\u1100\u1161", 2),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_a_long_message_keeps_both_ends() -> None:
    assert shortened("头" * 1000 + "尾" * 1000, 9) == "头头头头头…尾尾尾"
    assert shortened("123456789", 9) == "123456789"
