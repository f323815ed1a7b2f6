"""A plant: the edited text, and the lines it shows on."""

from __future__ import annotations

from benchmarks.defects.plant import Edit, Kind, Site, moved, plant
from benchmarks.defects.sample import Sample
from hypothesis import given
from hypothesis import strategies as st

KIND = Kind("test", ("text",), {})
SAMPLE = Sample("a.txt", "标题\n第一行。\n第二行。\n")


def test_a_replacement_shows_on_its_line() -> None:
    planting = plant(SAMPLE, KIND, "shape", Site((Edit(3, 5, "X"),)))
    assert planting.text == "标题\nX行。\n第二行。\n"
    assert planting.lines == {2}


def test_an_inserted_line_is_the_line_that_shows() -> None:
    planting = plant(SAMPLE, KIND, "shape", Site((Edit(7, 7, "\n编辑：小王"),)))
    assert planting.text.splitlines()[2] == "编辑：小王"
    assert planting.lines == {3}


def test_a_dropped_line_shows_at_what_follows() -> None:
    planting = plant(SAMPLE, KIND, "shape", Site((Edit(3, 8, ""),), (8,)))
    assert planting.text == "标题\n第二行。\n"
    assert planting.lines == {2}


def test_only_the_named_edits_count_where_some_are_named() -> None:
    site = Site((Edit(0, 2, "甲"), Edit(8, 10, "乙")), shown_by=(1,))
    planting = plant(SAMPLE, KIND, "shape", site)
    assert planting.lines == {3}
    assert planting.edited == {1, 3}


@given(st.text("甲乙\n", min_size=4), st.integers(0, 3), st.text("丙\n", max_size=4))
def test_what_stands_after_the_edits_keeps_its_place(text: str, start: int, replacement: str) -> None:
    edits = (Edit(start, start + 1, replacement),)
    planting = plant(Sample("a.txt", text), KIND, "shape", Site(edits))
    for offset in range(start + 1, len(text)):
        assert planting.text[moved(offset, edits)] == text[offset]
