"""Passages found by anchors alone: where they stand on both sides, and how alike they are."""

import pytest

from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.index import Sketch
from corpuslint.duplicates.overlap import Haystack, Passage
from tests.duplicates.planted import Writer


def sketch(text: str) -> Sketch:
    return Sketch.of(text, fold(text))


def found(text: str, *others: str) -> list[Passage]:
    return Haystack([sketch(other) for other in others]).passages(sketch(text))


def test_a_pasted_passage_is_found_at_its_place_on_both_sides() -> None:
    writer = Writer(3)
    passage, before, after = writer.paragraph(300), writer.paragraph(500), writer.paragraph(400)
    text = f"{writer.paragraph(200)}\n{passage}\n{writer.paragraph(200)}"
    other = f"{before}\n{passage}\n{after}"
    (one,) = found(text, writer.paragraph(800), other)
    assert one.document == 1
    folded = fold(passage).symbols.tobytes()
    start = fold(text).symbols.tobytes().index(folded) // 2
    there = fold(other).symbols.tobytes().index(folded) // 2
    length = len(folded) // 2
    assert (one.start, one.other) == pytest.approx((start, there), abs=20)
    assert (one.end, one.other_end) == pytest.approx((start + length, there + length), abs=20)
    assert one.identity > 0.98


@pytest.mark.parametrize("rate", [0.02, 0.05, 0.1])
def test_identity_is_estimated(rate: float) -> None:
    writer = Writer(9)
    text = writer.paragraph(3000)
    passages = found(text, writer.edited(text, rate))
    assert sum(one.end - one.start for one in passages) > 0.8 * len(fold(text).symbols)
    assert all(one.identity == pytest.approx(1 - rate, abs=0.05) for one in passages)


def test_texts_that_share_stock_phrases_share_no_passage() -> None:
    writer = Writer(1)
    others = [writer.paragraph(1500) for _ in range(20)]
    assert found(writer.paragraph(1500), *others) == []


def test_nothing_is_found_in_an_empty_index_or_for_an_empty_text() -> None:
    assert found(Writer(1).paragraph(300)) == []
    assert found("", Writer(1).paragraph(300)) == []


def test_a_mass_copy_is_looked_up_in_its_first_places_only() -> None:
    writer = Writer(6)
    speech = writer.paragraph(700)
    passages = found(speech, *[speech] * 300)
    assert {one.document for one in passages} == set(range(12))
