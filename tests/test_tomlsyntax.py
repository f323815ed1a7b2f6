"""Texts that are no TOML: each is told with a line of its own, in a sentence of ours."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.tomlsyntax import complaint
from corpuslint.wordings import LANGUAGES, told

PIECES = st.sampled_from(
    [
        *("a", "b.c", '"k"', " = ", "=", "[", "]", "[[", "]]", "{", "}", ",", "\n", "#", "1", "true", "x y"),
        *('"', "'", '"""', "'''", "\\", "\\u1", "\x01", "\t", "全县", "2027-02-30", "1_", "\r"),
    ]
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=24))
def test_every_complaint_has_a_line_and_words(pieces: list[str]) -> None:
    source = "".join(pieces)
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line, what = complaint(source, error)
        assert 1 <= line <= source.count("\n") + 1
        for language in LANGUAGES:
            assert told(what, language)


@pytest.mark.parametrize("source", ['a = """' + '"" ' * 20_000, "a = [" * 20_000, "a = '''" + "'' " * 20_000])
def test_a_long_text_is_told_too(source: str) -> None:
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        assert complaint(source, error)[0] == 1
    except RecursionError:
        pytest.fail("the parser is not the subject here")


@pytest.mark.parametrize(
    ("source", "line", "begins"),
    [
        ('# "\na = [ # ]\n  "]",\n', 2, "a: the array"),
        ("a = ']'\nb = { c = [1, 2], d = [\n", 2, "b: the array"),
        ('a = "x"\nb = """\n"" ]\n', 2, "b: the string"),
        ("[a]\nb = 1\n[a.b]\nc = 1\n", 3, "[a.b] is defined twice"),
        ("a.b = 1\na = 2\n", 2, '"a" is written twice'),
    ],
)
def test_what_is_not_closed_is_told_where_it_begins(source: str, line: int, begins: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(source)
    found, what = complaint(source, caught.value)
    assert (found, told(what, "en")[: len(begins)]) == (line, begins)
