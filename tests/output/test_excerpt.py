from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.output.excerpt import WIDTH, excerpt, opening
from corpuslint.output.terminal import cells, visible


def drawn(line: str, column: int, length: int) -> list[str]:
    """The text and its carets, as they stand one above the other in cells."""
    shown = excerpt(line, column, length)
    return [shown.text, " " * shown.indent + "^" * shown.width]


@pytest.mark.parametrize(
    ("line", "column", "length", "expected"),
    [
        ("total: X units", 8, 1, ["total: X units", "       ^"]),
        ("投资X亿元", 3, 1, ["投资X亿元", "    ^"]),
        ("投资××亿元", 3, 2, ["投资××亿元", "    ^^"]),
        ("投资某某亿元", 3, 2, ["投资某某亿元", "    ^^^^"]),
        ("𠮷X", 2, 1, ["𠮷X", "  ^"]),
        ("🀄X", 2, 1, ["🀄X", "  ^"]),
        ("e\u0301X", 3, 1, ["e\u0301X", " ^"]),
        ("e\u0301X", 2, 1, ["e\u0301X", " ^"]),
        ("\tX", 2, 1, [" X", " ^"]),
        ("a\tb", 2, 1, ["a b", " ^"]),
        ("\x1b[1mX", 5, 1, ["<U+001B>[1mX", "           ^"]),
        ("全\u200b县", 2, 1, ["全<U+200B>县", "  ^^^^^^^^"]),
        ("\u3000\u3000一、", 3, 2, ["\u3000\u3000一、", "    ^^^^"]),
        ("县", 2, 0, ["县", "  ^"]),
        ("", 1, 0, ["", "^"]),
        ("ab", 9, 3, ["ab", "  ^"]),
        ("##[group]", 3, 7, ["##\u200a[group]", "  ^^^^^^^^"]),
    ],
)
def test_carets_stand_under_the_match(line: str, column: int, length: int, expected: list[str]) -> None:
    assert drawn(line, column, length) == expected


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown = excerpt("前" * 1000 + "X" + "后" * 1000, 1001, 1)
    assert shown.text == "…" + "前" * 16 + "X" + "后" * 31 + "…"
    assert (shown.indent, shown.width) == (33, 1)


def test_a_match_that_runs_on_past_the_line_is_marked_to_its_end() -> None:
    assert drawn("投资", 1, 500) == ["投资", "^^^^"]


def test_a_command_is_broken_up_also_where_the_match_begins_within_it() -> None:
    for line in ("##[set-env name=A;]b", "::error::b"):
        for column in range(1, len(line)):
            text = excerpt(line, column, 1).text
            assert "##[" not in text
            assert "::" not in text


CHARACTERS = st.sampled_from("ax字，𠮷🀄“①\u0301\u3000\t\x1b\u202e\u200b\ue000\ud800:#[ ")
LINES = st.text(CHARACTERS, max_size=60) | st.text(CHARACTERS, min_size=100, max_size=200)


@given(LINES, st.integers(1, 220), st.integers(0, 220))
def test_carets_cover_exactly_the_visible_match(line: str, column: int, length: int) -> None:
    shown = excerpt(line, column, length)
    plain = bare(visible(line[column - 1 : column - 1 + length]))
    begins = [index for index in range(len(shown.text) + 1) if cells(shown.text[:index]) == shown.indent]
    covered = {
        shown.text[begin:end]
        for begin in begins
        for end in range(begin, len(shown.text) + 1)
        if cells(shown.text[begin:end]) == shown.width
    }
    cut = shown.text.endswith("…")
    assert any(is_match(bare(text), plain, cut) for text in covered) or not cells(plain)


def bare(text: str) -> str:
    """Without the hair spaces that break commands up, which belong to neither side."""
    return text.replace("\u200a", "")


def is_match(covered: str, match: str, cut: bool) -> bool:
    return covered == match or (cut and len(covered) > 0 and match.startswith(covered))


@given(LINES, st.integers(1, 220), st.integers(0, 220))
def test_an_excerpt_fits_the_screen(line: str, column: int, length: int) -> None:
    shown = excerpt(line, column, length)
    widest_character = 10  # <U+10FFFF>
    assert cells(bare(shown.text)) <= WIDTH + 2 * widest_character


class Watched(str):
    """A line that notes how much of it is looked at, and refuses to be gone through as a whole."""

    __slots__ = ("seen",)

    def __getitem__(self, index: Any) -> str:
        part = str.__getitem__(self, index)
        self.seen = getattr(self, "seen", 0) + len(part)
        return part

    def __iter__(self) -> Any:
        raise AssertionError("the whole line was gone through")

    def encode(self, *_: Any) -> bytes:
        raise AssertionError("the whole line was encoded")

    strip = lstrip = rstrip = splitlines = split = partition = translate = __iter__  # type: ignore[assignment]


def test_of_a_huge_line_only_what_is_shown_is_looked_at() -> None:
    line = Watched("字" * 10_000_000)
    excerpt(line, 5_000_000, 5_000_000)
    assert line.seen < 1_000


def test_of_a_huge_passage_only_the_beginning_is_looked_at() -> None:
    passage = Watched("\u3000\u3000全县" * 1_000_000)
    assert opening(passage).startswith("全县 全县")
    assert passage.seen < 1_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全县上下。", "全县上下。"),
        ("\n\u3000\u3000全县上下。\n", "全县上下。"),
        ("同志们：\n\u3000\u3000全县上下。\n", "同志们： 全县上下。"),
        ("字" * 60, "字" * 48 + "…"),
        ("", ""),
    ],
)
def test_the_opening_of_a_passage(text: str, shown: str) -> None:
    assert opening(text) == shown
