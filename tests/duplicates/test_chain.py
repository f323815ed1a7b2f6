"""Chains: seeds along a diagonal, cut at jumps and gaps."""

import numpy as np

from corpuslint.duplicates.chain import chain
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.join import Seeds
from corpuslint.duplicates.model import Prepared
from corpuslint.duplicates.source import Source


def documents(*lengths: int) -> Collection:
    empty = [
        Prepared(
            np.random.default_rng(length).integers(1, 60_000, length).astype(np.uint16),
            np.zeros(length, np.uint8),
            np.arange(length, dtype=np.uint32),
        )
        for length in lengths
    ]
    return Collection.of([Source.of(str(n), None, "", prepared) for n, prepared in enumerate(empty)])


def chained(collection: Collection, *pairs: tuple[int, int]) -> list[list[tuple[int, int]]]:
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    chains = chain(collection, Seeds(left, right), 6)
    seeds = list(zip(chains.left.tolist(), chains.right.tolist(), strict=True))
    return [seeds[start:end] for start, end in zip(chains.starts[:-1], chains.starts[1:], strict=True)]


def test_seeds_on_one_diagonal_are_a_chain() -> None:
    two = documents(1000, 1000)
    assert chained(two, (40, 1041), (10, 1011), (60, 1063)) == [[(10, 1011), (40, 1041), (60, 1063)]]


def test_a_lone_seed_is_none() -> None:
    assert chained(documents(1000, 1000), (40, 1041)) == []
    assert chained(documents(1000, 1000)) == []


def test_a_long_gap_cuts() -> None:
    two = documents(1000, 1000)
    assert len(chained(two, (10, 1011), (20, 1021), (400, 1401), (410, 1411))) == 2


def test_a_short_gap_with_something_put_in_does_not() -> None:
    two = documents(1000, 1000)
    assert len(chained(two, (10, 1011), (20, 1021), (60, 1101), (70, 1111))) == 1


def test_another_diagonal_is_another_chain() -> None:
    two = documents(1000, 1000)
    assert len(chained(two, (10, 1011), (30, 1031), (15, 1516), (35, 1536))) == 2


def test_a_far_lone_seed_does_not_bridge_two_diagonals() -> None:
    one = documents(2000)
    chains = chained(one, (155, 443), (226, 688), (240, 702), (280, 742))
    assert chains == [[(226, 688), (240, 702), (280, 742)]]


def test_two_seeds_of_one_phrase_are_no_chain() -> None:
    two = documents(1000, 1001)
    assert chained(two, (10, 1011), (13, 1014)) == []


def test_a_phrase_goes_as_far_as_the_text_is_equal() -> None:
    two = documents(1000, 1001)
    two.symbols[1005:1030] = two.symbols[4:29]
    assert chained(two, (10, 1011), (13, 1014)) == [[(10, 1011), (13, 1014)]]
