"""Verification: chains become matches with exact ends and a measured identity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from corpuslint.duplicates.align import (
    Block,
    Run,
    best_segments,
    blocks_of,
    equal_runs,
    longest_ascending,
    reaches,
)
from corpuslint.duplicates.chain import Chains
from corpuslint.duplicates.collection import Collection
from corpuslint.duplicates.cores import Core, Cuts, Region, cores
from corpuslint.duplicates.ends import Breaks, completed, trimmed
from corpuslint.duplicates.known import Known
from corpuslint.duplicates.match import Match
from corpuslint.duplicates.model import Options
from corpuslint.duplicates.shingles import sample

_MARGINS = (48, 768, 0)  # characters tried beyond a chain's ends, more while the copy goes on
_EDGE = 8
_SHORT = 512  # characters on a side up to which alignment costs less than its pieces would
_WHOLE = 2048  # alignment is quadratic: longer regions are aligned in pieces
_PIECE = 512
_LONGEST = 4096
_CUT_WIDTH, _CUT_SAMPLING = 12, 4


def verify(collection: Collection, chains: Chains, options: Options, width: int) -> list[Match]:
    """Align every chain and keep the stretches long and alike enough. `width` is that of a shingle."""
    known = Known()
    for core in cores(collection, chains, width):
        if not known.tells(core.region):
            for match in _align_outwards(collection, core, options):
                known.add(match)
    return known.matches


def _align_outwards(collection: Collection, core: Core, options: Options) -> list[Match]:
    """Align a core and what is around it, and further out where a copy goes on to the very edge of that."""
    before = after = _MARGINS[0]
    limits = core.limits
    matches: list[Match] = []
    for margin in _MARGINS[1:]:
        region = _widened(core.region, limits, before, after)
        matches = list(align_region(collection, region, options, core.cuts))
        goes_back = any(
            min(match.left - region[0], match.right - region[2]) <= _EDGE for match in matches
        ) and not _is_at(region[0::2], limits[0::2])
        goes_on = any(
            min(region[1] - match.left_end, region[3] - match.right_end) <= _EDGE for match in matches
        ) and not _is_at(region[1::2], limits[1::2])
        if not goes_back and not goes_on:
            break
        before, after = (margin if goes_back else before), (margin if goes_on else after)
    return matches


def _widened(core: Region, limits: Region, before: int, after: int) -> Region:
    return (
        max(limits[0], core[0] - before),
        min(limits[1], core[1] + after),
        max(limits[2], core[2] - before),
        min(limits[3], core[3] + after),
    )


def _is_at(ends: tuple[int, ...], limits: tuple[int, ...]) -> bool:
    """Whether one of the two sides can go no further."""
    return any(end == limit for end, limit in zip(ends, limits, strict=True))


def align_region(
    collection: Collection, region: Region, options: Options, cuts: Cuts | None = None
) -> Iterator[Match]:
    """The matches within a region, the best one first. `cuts` are places where it may be cut."""
    left, left_end, right, right_end = region
    first, second = collection.slice(left, left_end), collection.slice(right, right_end)
    runs = equal_runs(first, second, _offsets_of_cuts(collection, region, cuts or []))
    if not reaches(first, second, runs, options.least_score):
        return
    breaks = _breaks(collection, region)
    for segment in best_segments(blocks_of(first, second, runs), options.least_score):
        segment = trimmed(segment, breaks)
        if not segment:
            continue
        match = completed(_match(segment, left, right), collection.breaks.data)
        least = options.exact_minimum if match.equal == match.columns else options.minimum
        if match.length >= least and match.identity >= options.identity:
            yield match


def aligned(collection: Collection, region: Region) -> list[Run]:
    """The equal stretches of the two sides of a region, as offsets into them; a long one is cut in pieces."""
    left, left_end, right, right_end = region
    cuts = _cuts(collection, region) if max(left_end - left, right_end - right) > _WHOLE else []
    return equal_runs(collection.slice(left, left_end), collection.slice(right, right_end), cuts)


def _offsets_of_cuts(collection: Collection, region: Region, cuts: Cuts) -> Cuts:
    """Where a region is cut, as offsets: at the given places, unless that leaves a piece over 2,048 long."""
    left, left_end, right, right_end = region
    if max(left_end - left, right_end - right) <= _SHORT:
        return []
    near = [cut for cut in cuts if left <= cut[0] <= left_end and right <= cut[1] <= right_end]
    inside = longest_ascending([at - left for at, _ in near], [other - right for _, other in near])
    ends = [(0, 0), *inside, (left_end - left, right_end - right)]
    longest = max(max(end - start, other_end - other) for (start, other), (end, other_end) in pairwise(ends))
    return _cuts(collection, region) if longest > _WHOLE else inside


def _cuts(collection: Collection, region: Region) -> list[tuple[int, int]]:
    """Offsets at which a long region is cut, ascending on both sides, at most 4,096 apart.

    Cuts are k-grams that occur on both sides, about one in 512 characters; a stretch without any is cut in
    equal parts, so that the time stays linear whatever the text.
    """
    left, left_end, right, right_end = region
    first, second = (
        sample(collection.symbols[start:end], _CUT_WIDTH, _CUT_SAMPLING)
        for start, end in ((left, left_end), (right, right_end))
    )
    hashes, index = np.unique(first.hashes, return_index=True)
    other_hashes, other_index = np.unique(second.hashes, return_index=True)
    _, common, other_common = np.intersect1d(hashes, other_hashes, assume_unique=True, return_indices=True)
    lefts, rights = first.positions[index[common]], second.positions[other_index[other_common]]
    order = np.argsort(lefts)
    _, kept = np.unique(lefts[order] // _PIECE, return_index=True)
    kept = order[kept]
    cuts = longest_ascending(lefts[kept].tolist(), rights[kept].tolist())
    return _with_equal_parts(cuts, left_end - left, right_end - right)


def _with_equal_parts(cuts: list[tuple[int, int]], left: int, right: int) -> list[tuple[int, int]]:
    """Add cuts where two are further apart than 4,096; `left` and `right` are the lengths of the sides."""
    filled: list[tuple[int, int]] = []
    start, other = 0, 0
    for end, other_end in [*cuts, (left, right)]:
        parts = -(-max(end - start, other_end - other) // _LONGEST)
        filled += [
            (start + (end - start) * part // parts, other + (other_end - other) * part // parts)
            for part in range(1, parts)
        ]
        filled.append((end, other_end))
        start, other = end, other_end
    return filled[:-1]


def _breaks(collection: Collection, region: Region) -> Breaks:
    left, left_end, right, right_end = region
    sides = (collection.breaks[left : left_end + 1], collection.breaks[right : right_end + 1])
    return Breaks(*(side.tobytes() for side in sides))


def _match(segment: Sequence[Block], left: int, right: int) -> Match:
    """The match a run of blocks makes; offsets in it count from the places `left` and `right`."""
    equal = columns = 0
    masked = True
    for block in segment:
        width = block.columns
        columns += width
        if block.equal:
            equal += width
        elif not block.masking:
            masked = False
    first, last = segment[0], segment[-1]
    return Match(
        left + first.left,
        left + last.left_end,
        right + first.right,
        right + last.right_end,
        equal,
        columns,
        masked,
    )
