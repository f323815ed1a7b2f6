"""Places made of numbers: markers of items, the items, ordinals inside a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from benchmarks.defects.field.spots import Place, Spot
from benchmarks.defects.sample import Item, Sample, marker, numeral


def _written(value: int) -> dict[str, str]:
    """A number in the ways that forms write it; those that stop at ten or twenty are left out above."""
    ways = {"1": str(value), "一": numeral(value), "一+1": numeral(value + 1), "一+2": numeral(value + 2)}
    if value > 1:
        ways["一-1"] = numeral(value - 1)
    for sign, last in (("①", 20), ("⑴", 20), ("⒈", 20), ("㈠", 10), ("Ⅰ", 12), ("a", 26)):
        if value <= last:
            ways[sign] = chr(ord(sign) + value - 1)
    return ways


def _marker_values(item: Item) -> dict[str, str]:
    style, value = item.style, item.value
    return {
        **_written(value),
        "next": marker(style, value + 1),
        "before": marker(style, max(1, value - 1)),
        "next but one": marker(style, value + 2),
        "far": marker(style, value + 5),
    }


def _around(items: Sequence[Item], item: Item) -> tuple[int, ...]:
    """Where a wrong number may be told: at any item of the list, and after the one that has it."""
    return (*(sibling.start for sibling in items), item.end if item is not items[-1] else item.start)


def _markers(*styles: str, inner: bool = False) -> Place:
    """Markers of some styles; `inner` leaves out the first and the last of a list."""

    def place(sample: Sample) -> Iterator[Spot]:
        for items in sample.lists:
            if items[0].style in styles and (not inner or len(items) >= 3):
                for item in items[1:-1] if inner else items:
                    yield Spot(((item.start, item.marker_end),), _marker_values(item), _around(items, item))

    return place


def _items(*, first: bool) -> Place:
    """A whole item with all that stands under it: the first of a list, or inner ones."""

    def place(sample: Sample) -> Iterator[Spot]:
        for items in sample.lists:
            if len(items) >= 3 and items[0].value == 1 and items[0].style != "第一条":
                for item in items[:1] if first else items[1:-1]:
                    claims = tuple(sibling.start for sibling in items if sibling is not item)
                    yield Spot(((item.start, item.end),), claims=claims)

    return place


def _between_items(sample: Sample) -> Iterator[Spot]:
    """The line end before an item that follows another."""
    for items in sample.lists:
        for item in items[1:]:
            end = len(sample.text[: item.start].rstrip())
            if sample.text[end - 1] in "。；":
                yield Spot(((end, item.start),), claims=(end - 1,))


def _ordinals(sample: Sample) -> Iterator[Spot]:
    """Inner ordinals of a chain; ⟦word⟧ is the 是 or 要 after the number."""
    for chain in sample.chains:
        for ordinal in chain[1:-1]:
            values = {**_written(ordinal.value), "word": sample.text[ordinal.marker_end - 1]}
            claims = tuple(one.start for one in chain)
            yield Spot(((ordinal.start, ordinal.marker_end),), values, claims)


_ALL = ("一、", "（一）", "1.", "1）")

NUMBERS: Mapping[str, Callable[[Sample], Iterable[Spot]]] = {
    "marker 一、": _markers("一、"),
    "marker （一）": _markers("（一）"),
    "marker 1.": _markers("1."),
    "inner marker": _markers(*_ALL, inner=True),
    "inner marker 一、": _markers("一、", inner=True),
    "inner marker （一）": _markers("（一）", inner=True),
    "inner marker 1.": _markers("1.", inner=True),
    "inner marker 一、 or （一）": _markers("一、", "（一）", inner=True),
    "inner marker 第一条": _markers("第一条", inner=True),
    "inner item": _items(first=False),
    "first item": _items(first=True),
    "between two items": _between_items,
    "inner ordinal": _ordinals,
}
