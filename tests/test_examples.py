"""Marks in examples."""

import pytest

from corpuslint.catalog import Example
from corpuslint.examples import MarkError, texts_of, unmark


def test_marks_are_taken_out_and_kept_as_spans() -> None:
    marked = unmark("投资⟦X⟧亿元，⟦某某⟧县")
    assert marked.text == "投资X亿元，某某县"
    assert [marked.text[start:end] for start, end in marked.spans] == ["X", "某某"]


@pytest.mark.parametrize("source", ["⟦甲⟦乙⟧", "甲⟧", "⟦甲"])
def test_marks_that_do_not_pair_are_an_error(source: str) -> None:
    with pytest.raises(MarkError):
        unmark(source)


def test_a_text_is_a_file_of_its_name() -> None:
    assert list(texts_of(Example(text="甲", name="a.md"))) == ["a.md"]
    assert list(texts_of(Example(files={"a.txt": "甲", "b.txt": "乙"}))) == ["a.txt", "b.txt"]
