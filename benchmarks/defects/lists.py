"""Numbering that breaks: items lost, repeated, exchanged, restyled; counts that no longer hold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from benchmarks.defects.plant import Edit, Kind, Site
from benchmarks.defects.sample import DIGITS, Item, Ordinal, Sample, marker, numeral

_COUNT = f"[{DIGITS}]{{1,2}}"
_PROMISE = re.compile(
    rf"(?:[讲谈提说](?P<said>{_COUNT})(?:点|个)[一-鿿]{{2}}|以下(?P<below>{_COUNT})[个项件点]|"
    rf"(?P<opened>{_COUNT})(?:个方面|项|件|条|点)[一-鿿]{{0,6}}：)"
)

# A marker written in another style than those of its siblings.
_OTHER_STYLES = {
    "一、": ("1、", "（一）", "1."),
    "（一）": ("1.", "（1）", "一、"),
    "1.": ("（1）", "一、", "①"),
    "1）": ("（1）", "1."),
}
# A marker with a separator that no norm allows.
_SEPARATORS = {
    "一、": ("一、、", "一，", "一。", "一.、"),
    "（一）": ("（一）、", "（一", "一）", "（一）."),
    "1.": ("1.、", "1、.", "1，", "1。"),
}


def _written(form: str, value: int) -> str:
    """A form such as 1、. or ① with its number put in."""
    if "①" in form:
        return chr(ord("①") + value - 1)
    return form.replace("一", numeral(value)) if "一" in form else form.replace("1", str(value))


def _inner(items: Sequence[Item]) -> Sequence[Item]:
    return items[1:-1] if len(items) >= 3 else ()


def _marker_edit(item: Item, text: str) -> Edit:
    return Edit(item.start, item.marker_end, text)


def drop_item(sample: Sample) -> Iterator[Site]:
    """An inner item of three or more is gone with all that stands under it."""
    for items in sample.lists:
        for item in _inner(items):
            yield Site((Edit(item.start, item.end, ""),), (item.end,))


def drop_ordinal(sample: Sample) -> Iterator[Site]:
    """An inner clause of an inline chain is gone."""
    for chain in sample.chains:
        for ordinal in chain[1:-1]:
            yield Site((Edit(ordinal.start, ordinal.end, ""),), (ordinal.end,))


def skip_number(sample: Sample) -> Iterator[Site]:
    """From one item on, all are numbered one too high."""
    for items in sample.lists:
        for at in range(1, len(items)):
            edits = [_marker_edit(item, marker(item.style, item.value + 1)) for item in items[at:]]
            yield Site(tuple(edits), shown_by=(0,))


def repeat_number(sample: Sample) -> Iterator[Site]:
    """An inner item has the number of the one before; the next goes on as if nothing were."""
    for items in sample.lists:
        for before, item, after in zip(items, items[1:], [*items[2:], None], strict=False):
            claims = (before.start, item.start) + ((after.start,) if after else ())
            yield Site((_marker_edit(item, marker(item.style, before.value)),), claims)


def repeat_ordinal(sample: Sample) -> Iterator[Site]:
    """An ordinal of an inline chain stands twice."""
    for chain in sample.chains:
        for before, ordinal in itertools.pairwise(chain):
            yield Site((_ordinal_edit(sample, ordinal, before.value),))


def _ordinal_edit(sample: Sample, ordinal: Ordinal, value: int) -> Edit:
    word = sample.text[ordinal.marker_end - 1]
    return Edit(ordinal.start, ordinal.marker_end, numeral(value) + word)


def exchange(sample: Sample) -> Iterator[Site]:
    """Two neighbours have each other's number."""
    for items in sample.lists:
        if len(items) < 3:
            continue
        for one, other in itertools.pairwise(items):
            edits = (
                _marker_edit(one, marker(one.style, other.value)),
                _marker_edit(other, marker(one.style, one.value)),
            )
            yield Site(edits, (one.start, other.start, other.end))


def drop_first(sample: Sample) -> Iterator[Site]:
    """The first item of three or more is gone; articles may start anywhere."""
    for items in sample.lists:
        if len(items) >= 3 and items[0].value == 1 and items[0].style != "第一条":
            yield Site((Edit(items[0].start, items[0].end, ""),), (items[0].end,))


def drop_first_ordinal(sample: Sample) -> Iterator[Site]:
    """An inline chain begins at its second ordinal."""
    for chain in sample.chains:
        yield Site((Edit(chain[0].start, chain[0].end, ""),), (chain[0].end,))


def restyle(sample: Sample) -> Iterator[Site]:
    """One item is numbered in a style that its siblings do not have."""
    for items in sample.lists:
        if len(items) < 3:
            continue
        for item in items[1:]:
            for form in _OTHER_STYLES.get(item.style, ()):
                yield Site((_marker_edit(item, _written(form, item.value)),), _around(items, item))


def unmark(sample: Sample) -> Iterator[Site]:
    """An inner item has lost its marker."""
    for items in sample.lists:
        for item in _inner(items):
            if item.style != "第一条":
                yield Site((_marker_edit(item, ""),), _around(items, item))


def _around(items: Sequence[Item], item: Item) -> tuple[int, ...]:
    """The item, and the next one: a defect of numbers may be told at either."""
    return (item.start, item.end) if item is not items[-1] else (item.start,)


def separator(sample: Sample) -> Iterator[Site]:
    """A marker whose separator or bracket is wrong."""
    for items in sample.lists:
        for item in items:
            for form in _SEPARATORS.get(item.style, ()):
                yield Site((_marker_edit(item, _written(form, item.value)),))


def _promises(sample: Sample) -> Iterator[tuple[re.Match[str], str, int]]:
    """Each promise of a number of points that the next list or chain keeps."""
    for match in _PROMISE.finditer(sample.text):
        count = next(group for group in ("said", "below", "opened") if match[group])
        follower = next(
            (items for items in sample.lists if match.end() < items[0].start <= match.end() + 400), None
        )
        chain = next(
            (chain for chain in sample.chains if match.end() <= chain[0].start < match.end() + 40), None
        )
        for found in (chain, None if chain else follower):
            if found and found[0].value == 1 and numeral(len(found)) == match[count]:
                yield match, count, len(found)


def wrong_count(sample: Sample) -> Iterator[Site]:
    """A text promises one more, one fewer or two more points than it makes."""
    for match, group, count in _promises(sample):
        for stated in sorted({count + 1, max(2, count - 1), count + 2} - {count}):
            yield Site((Edit(*match.span(group), numeral(stated)),))


def lost_heading(sample: Sample) -> Iterator[Site]:
    """A heading is gone between two lists of the same style, which then seem one that restarts."""
    for outer in sample.lists:
        for before, item in itertools.pairwise(outer):
            child = _first_child(sample, item)
            sibling = _first_child(sample, before)
            if child and sibling and child.style == sibling.style and item.line_end - item.start < 40:
                body = sample.after(item.line_end)
                claims = [child.start, body.start if body else child.start]
                claims += [item.end] if item is not outer[-1] else []
                yield Site((Edit(item.start, item.line_end + 1, ""),), tuple(claims))


def _first_child(sample: Sample, parent: Item) -> Item | None:
    """The item that opens the first list under another item."""
    for items in sample.lists:
        first = items[0]
        if first.value == 1 and first.style != parent.style and parent.start < first.start:
            end = parent.end if parent.end > parent.line_end else len(sample.text)
            if first.start < end:
                return first
    return None


KINDS = (
    Kind(
        "gap",
        ("numbering-gap", "numbering"),
        {"item dropped": drop_item, "clause dropped": drop_ordinal, "number skipped": skip_number},
        consequences=("numbering-count", "numbering-gap"),
    ),
    Kind(
        "repeat",
        ("numbering-repeat", "numbering"),
        {"item": repeat_number, "clause": repeat_ordinal},
        consequences=("numbering-count",),
    ),
    Kind(
        "order", ("numbering-order", "numbering"), {"neighbours": exchange}, consequences=("numbering-count",)
    ),
    Kind(
        "start",
        ("numbering-start", "numbering"),
        {"item": drop_first, "clause": drop_first_ordinal},
        consequences=("numbering-count", "numbering-start"),
    ),
    Kind(
        "restyle",
        ("numbering-style", "numbering"),
        {"other style": restyle, "no marker": unmark},
        consequences=("numbering-count",),
    ),
    Kind(
        "separator",
        ("numbering-separator", "numbering", "text-unbalanced", "text-punctuation"),
        {"marker": separator},
    ),
    Kind("count", ("numbering-count",), {"promise": wrong_count}),
    Kind(
        "lost-heading",
        ("numbering-orphan", "numbering"),
        {"heading": lost_heading},
        consequences=("numbering-count",),
    ),
)
