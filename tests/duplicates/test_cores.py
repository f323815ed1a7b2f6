"""Cores: the equal text around a chain, what bounds it, and where it may be cut."""

import numpy as np

from corpuslint.duplicates.chain import Chains, equal_steps
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.cores import Core, cores
from corpuslint.duplicates.model import Options
from corpuslint.duplicates.search import prepare
from corpuslint.duplicates.source import Source
from tests.duplicates.planted import Writer

WIDTH = 6


def collection(*texts: str) -> Collection:
    return Collection.of([Source.of(f"{n:04}", None, text) for n, text in enumerate(texts)])


def core_of(found: Collection, *seeds: tuple[int, int]) -> Core:
    left, right = np.array(seeds, dtype=np.int64).T
    (core,) = cores(found, Chains(left, right, np.array([0, len(seeds)])), WIDTH)
    return core


def test_a_core_goes_as_far_as_the_text_is_equal() -> None:
    copied = Writer(1, stock=0).paragraph(300)
    found = collection(f"甲乙丙{copied}丁", f"子{copied}丑寅")
    length = len(prepare(copied, Options()).symbols)
    begins = int(found.starts[1]) + 1
    core = core_of(found, (100, 100 - 3 + begins), (120, 120 - 3 + begins))
    assert core.region == (3, 3 + length, begins, begins + length)
    assert core.limits == (0, 4 + length, begins - 1, begins + length + 2)


def test_the_ends_of_a_core_are_cuts_and_all_cuts_lie_on_its_diagonal() -> None:
    copied = Writer(2, stock=0).paragraph(1200)
    found = collection(f"甲乙丙{copied}丁", f"子{copied}丑寅")
    shift = int(found.starts[1]) - 2
    core = core_of(found, *((place, place + shift) for place in range(10, 1000, 20)))
    assert core.cuts[0] == (core.region[0], core.region[2])
    assert core.cuts[-1] == (core.region[1], core.region[3])
    assert len(core.cuts) > 4
    assert {right - left for left, right in core.cuts} == {shift}


def test_two_sides_in_one_document_never_overlap() -> None:
    found = collection("河长制办公室每月通报" * 40)
    core = core_of(found, (0, 10), (30, 40), (60, 70))
    left, left_end, right, right_end = core.region
    assert left_end <= right
    assert core.limits[1] <= core.limits[2]
    assert (left, right_end - right) == (0, left_end - left)


def test_equal_steps_stop_at_the_ends_of_documents_and_at_the_limit() -> None:
    found = collection("春耕备耕工作", "春耕备耕工作")
    places = np.array([0, 5]), np.array([7, 12])
    assert equal_steps(found.symbols, *places, 1, 100).tolist() == [5, 0]
    assert equal_steps(found.symbols, *places, -1, 100).tolist() == [0, 5]
    assert equal_steps(found.symbols, *places, 1, 3).tolist() == [3, 0]


def test_no_chains_have_no_cores() -> None:
    none = np.zeros(0, np.int64)
    assert list(cores(collection("春耕"), Chains(none, none, np.zeros(1, np.int64)), WIDTH)) == []


def test_two_diagonals_of_one_document_have_a_core() -> None:
    repeated = Writer(7, stock=0).paragraph(40)
    found = collection(repeated * 3)
    length = len(prepare(repeated, Options()).symbols)
    core = core_of(found, (0, length), (1, 2 * length + 1))
    assert core.region[0] < core.region[2]
