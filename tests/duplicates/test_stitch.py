"""Stitching: parts of one copy become one match, other matches stay apart."""

from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.match import Match
from corpuslint.duplicates.model import Options
from corpuslint.duplicates.source import Source
from corpuslint.duplicates.stitch import stitch

TWO = Collection.of([Source.of(name, None, "字" * 5000) for name in "ab"])
B = 5001  # where the second document begins


def match(left: int, right: int, length: int) -> Match:
    return Match(left, left + length, B + right, B + right + length, length, length, True)


def stitched(*matches: Match) -> list[Match]:
    return stitch(TWO, matches, Options())


def test_parts_with_a_paragraph_cut_out_between_them_are_one() -> None:
    assert stitched(match(0, 0, 300), match(400, 300, 200)) == [Match(0, 600, B, B + 500, 500, 600, False)]


def test_the_gap_counts_as_unequal_and_may_not_outweigh_the_parts() -> None:
    parts = [match(0, 0, 100), match(250, 250, 100)]
    assert stitched(*parts) == parts


def test_parts_in_another_order_stay_apart() -> None:
    parts = [match(0, 1000, 300), match(300, 0, 300)]
    assert stitched(*parts) == parts


def test_overlapping_parts_on_one_diagonal_are_counted_once() -> None:
    assert stitched(match(0, 0, 300), match(200, 200, 300)) == [Match(0, 500, B, B + 500, 500, 500, True)]


def test_a_match_inside_a_longer_one_of_the_same_places_is_dropped() -> None:
    assert stitched(match(0, 0, 300), match(50, 80, 100)) == [match(0, 0, 300)]
