"""The band sort and the datasketch index propose the same pairs of documents."""

import numpy as np

from corpuslint.duplicates.candidates import BANDS, REACH, ROWS, band_pairs, lean, lookup, similar
from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.sketch import signature
from tests.duplicates.planted import Writer


def table_of(texts: list[str]) -> np.ndarray:
    return np.stack([signature(fold(text).symbols) for text in texts])


def pairs_of_lookup(table: np.ndarray) -> list[list[int]]:
    index = lookup(table)
    return sorted(
        [row, other] for row in range(len(table)) for other in similar(index, table[row]) if row < other
    )


def test_band_sort_and_lookup_find_the_same_pairs() -> None:
    writer = Writer(5)
    originals = [writer.paragraph(600) for _ in range(60)]
    copies = [writer.edited(text, rate) for text in originals for rate in (0.0, 0.01, 0.02, 0.04)]
    table = table_of(originals + copies + ["", "同志们："])
    pairs = band_pairs(table).tolist()
    assert len(pairs) > 60
    assert pairs == pairs_of_lookup(table)


def test_signatures_that_share_one_band_and_nothing_else_are_candidates() -> None:
    table = np.random.default_rng(1).integers(0, 1 << 32, (3, BANDS * ROWS), dtype=np.uint32)
    table[2, 40:48] = table[0, 40:48]
    assert band_pairs(table).tolist() == [[0, 2]] == pairs_of_lookup(table)


def test_seven_equal_values_of_a_band_are_not_enough() -> None:
    table = np.random.default_rng(1).integers(0, 1 << 32, (2, BANDS * ROWS), dtype=np.uint32)
    table[1, 40:47] = table[0, 40:47]
    assert band_pairs(table).tolist() == [] == pairs_of_lookup(table)


def test_empty_documents_are_candidates_of_nothing() -> None:
    table = table_of(["", "", "同志们：", "同志们："])
    assert band_pairs(table).tolist() == []
    assert similar(lookup(table), table[0]) == []


def test_many_equal_documents_stay_connected_without_all_their_pairs() -> None:
    count = 10 * REACH
    table = np.repeat(table_of([Writer(2).paragraph(300)]), count, axis=0)
    pairs = band_pairs(table)
    assert len(pairs) < count * (REACH + 1)
    assert {(row, row + 1) for row in range(count - 1)} <= {(left, right) for left, right in pairs.tolist()}


def test_a_row_is_a_datasketch_value() -> None:
    table = table_of([Writer(2).paragraph(300)] * 2)
    assert lean(table[0]).jaccard(lean(table[1])) == 1.0
