"""Old findings paired with new ones."""

from hypothesis import given
from hypothesis import strategies as st

from corpuslint.matching import Key, pair, pair_copies

KEYS = st.lists(
    st.builds(Key, st.sampled_from("abc"), st.sampled_from(["1.txt", "2.txt", "3.txt"])), max_size=8
)


def test_the_same_file_comes_before_a_move() -> None:
    old = [Key("a", "1.txt"), Key("a", "2.txt")]
    assert pair(old, [Key("a", "3.txt"), Key("a", "2.txt")]) == [0, 1]


def test_one_more_of_the_same_has_no_partner() -> None:
    assert pair([Key("a", "1.txt")], [Key("a", "1.txt"), Key("a", "1.txt")]) == [0, None]


def test_what_may_not_move_serves_its_own_file_only() -> None:
    old = [Key("a", "1.txt"), Key("a", "2.txt")]
    new = [Key("a", "2.txt"), Key("a", "3.txt")]
    assert pair(old, new, lambda key: False) == [1, None]


def test_an_edited_copy_is_known_by_its_file_and_by_the_copies_beside_it() -> None:
    old = [(0, Key("a", "1.txt")), (0, Key("b", "2.txt")), (1, Key("c", "2.txt"))]
    new = [(7, Key("a", "1.txt")), (7, Key("d", "2.txt")), (7, Key("e", "2.txt")), (8, Key("f", "2.txt"))]
    assert pair_copies(old, new) == [0, 1, None, None]


@given(KEYS, KEYS)
def test_partners_share_their_fingerprint_and_are_used_once(old: list[Key], new: list[Key]) -> None:
    partners = pair(old, new)
    used = [partner for partner in partners if partner is not None]
    assert len(used) == len(set(used))
    for key, partner in zip(new, partners, strict=True):
        assert partner is None or old[partner].fingerprint == key.fingerprint


@given(KEYS, KEYS)
def test_as_many_are_paired_as_there_are(old: list[Key], new: list[Key]) -> None:
    partners = pair(old, new)
    for name in "abc":
        paired = sum(
            key.fingerprint == name and partner is not None
            for key, partner in zip(new, partners, strict=True)
        )
        counts = [sum(key.fingerprint == name for key in keys) for keys in (old, new)]
        assert paired == min(counts)
