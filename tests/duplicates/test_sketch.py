"""Signatures equal datasketch's, bit for bit."""

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.sketch import LEAST_LENGTH, is_empty, permutations, signature, similarity
from tests.duplicates.planted import Writer

_WORD = 1 << 64


def hash_of_shingle(shingle: bytes) -> int:
    """What `shingle_hashes` gives for the 10 bytes of five symbols, one step at a time."""
    value = 0
    for place in range(0, len(shingle), 2):
        value = (value * 0x9E3779B97F4A7C15 + int.from_bytes(shingle[place : place + 2], "little")) % _WORD
    value = (value ^ value >> 33) * 0xFF51AFD7ED558CCD % _WORD
    value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53 % _WORD
    return (value ^ value >> 33) >> 32


def of_datasketch(symbols: np.ndarray) -> np.ndarray:
    sketch = MinHash(num_perm=128, seed=1, scheme="affine32", hashfunc=hash_of_shingle)
    sketch.update_batch([symbols[start : start + 5].tobytes() for start in range(len(symbols) - 4)])
    return np.asarray(sketch.hashvalues)


@pytest.mark.parametrize("length", [40, 41, 515, 516, 517, 1029, 5000])
def test_a_signature_is_what_datasketch_gives(length: int) -> None:
    symbols = fold(Writer(7).paragraph(2 * length)).symbols[:length]
    assert len(symbols) == length
    assert signature(symbols).tolist() == of_datasketch(symbols).tolist()


def test_a_long_text_is_hashed_in_batches_without_a_seam() -> None:
    symbols = np.random.default_rng(3).integers(3, 1 << 16, (1 << 16) + 700).astype(np.uint16)
    assert signature(symbols).tolist() == of_datasketch(symbols).tolist()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(3, 0xFFFF), min_size=40, max_size=120))
def test_any_symbols_give_the_signature_of_datasketch(values: list[int]) -> None:
    symbols = np.array(values, dtype=np.uint16)
    assert signature(symbols).tolist() == of_datasketch(symbols).tolist()


def test_permutations_are_those_of_datasketch() -> None:
    ours = np.array(permutations())
    assert (ours == MinHash(num_perm=128, seed=1, scheme="affine32").permutations).all()


def test_a_masked_copy_has_the_signature_of_its_original() -> None:
    text = "全县新建改建农村公路312公里，完成投资4.6亿元，惠及86个行政村，群众出行时间平均缩短25分钟。"
    masked = "全县新建改建农村公路XX公里,完成投资X亿元,惠及X个行政村,群众出行时间平均缩短xx分钟。"
    assert (signature(fold(text).symbols) == signature(fold(masked).symbols)).all()


def test_texts_too_short_to_compare_are_similar_to_nothing() -> None:
    short = signature(fold("同志们：").symbols)
    nothing = signature(fold("").symbols)
    table = np.stack([short, nothing])
    assert is_empty(table).all()
    assert similarity(table, table).tolist() == [0.0, 0.0]
    assert not is_empty(signature(np.arange(100, 100 + LEAST_LENGTH, dtype=np.uint16))[None, :])[0]


def test_similarity_estimates_the_jaccard_similarity_of_the_shingles() -> None:
    writer = Writer(11)
    text = writer.paragraph(4000)
    edited = writer.edited(text, 0.03)
    left, right = fold(text).symbols, fold(edited).symbols
    sets = [
        {symbols[start : start + 5].tobytes() for start in range(len(symbols) - 4)}
        for symbols in (left, right)
    ]
    truth = len(sets[0] & sets[1]) / len(sets[0] | sets[1])
    estimate = similarity(signature(left)[None, :], signature(right)[None, :])[0]
    assert estimate == pytest.approx(truth, abs=0.13)  # three standard errors
