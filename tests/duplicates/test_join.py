"""Seeds: all pairs of few, and of many the pairs that share more than a phrase."""

import numpy as np
import pytest

from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.join import Groups, group_equal, join, pack
from corpuslint.duplicates.source import Source
from tests.duplicates.planted import Writer


def collection(*texts: str) -> Collection:
    return Collection.of([Source.of(f"{n:04}", None, text) for n, text in enumerate(texts)])


def linked_documents(found: Collection, width: int = 6) -> set[tuple[int, int]]:
    seeds = join(found, width, 1)
    pairs = found.documents_of(seeds.left), found.documents_of(seeds.right)
    return set(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True))


def runs(groups: Groups) -> list[list[int]]:
    return [
        groups.places[start : start + size].tolist()
        for start, size in zip(groups.starts.tolist(), groups.sizes.tolist(), strict=True)
    ]


def test_equal_hashes_are_one_group_and_lone_ones_none() -> None:
    hashes = np.array([5, 3, 5, 9, 3, 3], dtype=np.uint64) << np.uint64(40)
    packed = pack(hashes, np.array([70, 10, 20, 60, 50, 90]), 7)
    assert runs(group_equal(packed, 7)) == [[10, 50, 90], [20, 70]]


@pytest.mark.parametrize("count", [0, 1])
def test_no_two_hashes_make_no_group(count: int) -> None:
    assert runs(group_equal(np.zeros(count, np.uint64), 7)) == []


def test_a_few_places_give_all_their_pairs() -> None:
    assert linked_documents(collection(*["河长制办公室每月通报一次巡河情况"] * 3)) == {(0, 1), (0, 2), (1, 2)}


def test_windows_do_not_run_over_the_end_of_a_document() -> None:
    assert linked_documents(collection("河长制办公", "室每月通报", "河长制办公室每月通报")) == set()


def test_a_phrase_of_fifty_documents_links_none_of_them() -> None:
    writer = Writer(3, stock=0)
    found = collection(*(f"{writer.paragraph(80)}坚持底线思维{writer.paragraph(80)}" for _ in range(50)))
    seeds = join(found, 6, 1)
    texts = [found.slice(int(place), int(place) + 6) for place in seeds.left]
    assert "坚持底线思维" not in texts


def test_a_text_copied_into_fifty_documents_links_all_of_them_to_the_first() -> None:
    writer = Writer(4, stock=0)
    copied = writer.paragraph(200)
    found = collection(*(writer.paragraph(80) + copied + writer.paragraph(80) for _ in range(50)))
    assert {(0, other) for other in range(1, 50)} <= linked_documents(found)
