"""Findings of two runs paired: the same fingerprint in the same file first, then in a file it moved to."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Key(NamedTuple):
    """What tells a finding from others: several of one file may share it."""

    fingerprint: str
    path: str


def pair(
    old: Sequence[Key], new: Sequence[Key], may_move: Callable[[Key], bool] = lambda key: True
) -> list[int | None]:
    """For each new key the index of the old one it was, or None where it was not there before.

    Every old key is used once. One that its own file no longer needs serves another file in the order of
    `new`, if `may_move` allows it.
    """
    at_home: defaultdict[Key, deque[int]] = defaultdict(deque)
    for index, key in enumerate(old):
        at_home[key].append(index)
    partners: list[int | None] = [at_home[key].popleft() if at_home.get(key) else None for key in new]
    movable: defaultdict[str, deque[int]] = defaultdict(deque)
    for index in sorted(index for left in at_home.values() for index in left):
        if may_move(old[index]):
            movable[old[index].fingerprint].append(index)
    for number, key in enumerate(new):
        if partners[number] is None and movable.get(key.fingerprint):
            partners[number] = movable[key.fingerprint].popleft()
    return partners


def pair_copies(
    old: Sequence[tuple[int, Key]],
    new: Sequence[tuple[int, Key]],
    may_move: Callable[[Key], bool] = lambda key: True,
) -> list[int | None]:
    """The same for copies, each with the number of its family.

    A copy whose text was edited has another fingerprint. It is still the one that its file had in the family
    that the copies beside it come from.
    """
    partners = pair([key for _, key in old], [key for _, key in new], may_move)
    origins: defaultdict[int, set[int]] = defaultdict(set)
    for (family, _), partner in zip(new, partners, strict=True):
        if partner is not None:
            origins[family].add(old[partner][0])
    left: defaultdict[tuple[int, str], deque[int]] = defaultdict(deque)
    used = set(partners)
    for index, (family, key) in enumerate(old):
        if index not in used:
            left[family, key.path].append(index)
    for number, (family, key) in enumerate(new):
        for origin in sorted(origins[family]):
            if partners[number] is None and left.get((origin, key.path)):
                partners[number] = left[origin, key.path].popleft()
    return partners
