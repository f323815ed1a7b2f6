"""Places made of lines: between paragraphs, at head and foot, the title, headings and what is under them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from benchmarks.defects.field.spots import Spot
from benchmarks.defects.field.words import inside_words
from benchmarks.defects.sample import Item, Sample

_TITLE_END = re.compile("(?:讲话|报告|总结|要点|条例|纪要|通知|方案|计划|体会|发言|致辞|意见|办法|规定)$")
_SERIES = 6  # lines at most that a page number or a running header is put on


def is_heading(sample: Sample, item: Item) -> bool:
    """Whether a numbered line is short and closed by no stop."""
    return (
        item.style != "第一条"
        and item.line_end - item.marker_end >= 4
        and item.line_end - item.start <= 34
        and sample.text[item.line_end - 1] not in "。；：，！"
    )


def _headings(sample: Sample) -> Iterator[Item]:
    return (item for items in sample.lists for item in items if is_heading(sample, item))


def _inner_headings(sample: Sample) -> Iterator[tuple[Item, tuple[int, ...]]]:
    """Headings with siblings before and after them, and where else their loss shows."""
    for items in sample.lists:
        for item in items[1:-1]:
            if is_heading(sample, item):
                yield item, (item.start - 1, *(other.start for other in items if other is not item), item.end)


def _gap(sample: Sample) -> str:
    """What stands between two paragraphs of a text: one line end or two."""
    return "\n\n" if sample.text.count("\n\n") * 2 > len(sample.prose) else "\n"


def _between(sample: Sample) -> Iterator[Spot]:
    for line in sample.prose[:-1]:
        yield Spot(((line.end, line.end),), {"title": sample.title.text}, before=_gap(sample))


def _between_titled(sample: Sample) -> Iterator[Spot]:
    """Between paragraphs, in texts whose first line is their title and not the office that wrote it."""
    return _between(sample) if _TITLE_END.search(sample.title.text) else iter(())


def _head(sample: Sample) -> Iterator[Spot]:
    yield Spot(((0, 0),), after="\n")
    yield Spot(((sample.title.end, sample.title.end),), before="\n")


def _foot(sample: Sample) -> Iterator[Spot]:
    end = len(sample.text.rstrip())
    yield Spot(((end, end),), before=_gap(sample))


def _series(sample: Sample) -> Iterator[Spot]:
    """Lines of their own through the whole text, four of them at least; every third paragraph may begin."""
    for step in (2, 3):
        chosen = sample.prose[step - 1 :: step][:_SERIES]
        if len(chosen) >= 4:
            yield Spot(tuple((line.end, line.end) for line in chosen), before="\n")


def _last_paragraphs(sample: Sample) -> Iterator[Spot]:
    for line in sample.prose[-4:]:
        yield Spot(((line.end, line.end),))


def _paragraphs(sample: Sample) -> Iterator[Spot]:
    for line in sample.prose:
        yield Spot(((line.start, line.end),))


def _whole(sample: Sample) -> Iterator[Spot]:
    """The text, where it has more than one heading."""
    if len(list(_headings(sample))) >= 2:
        yield Spot(((0, len(sample.text.rstrip())),))


def _title(sample: Sample) -> Iterator[Spot]:
    yield Spot(((sample.title.start, sample.title.end),))


def _in_title(sample: Sample) -> Iterator[Spot]:
    """Inside a word of the title, where a line after it is no second part of it."""
    follower = sample.after(sample.title.end)
    if follower and follower.start == sample.title.end + 1 and follower.text[0] not in "（—":
        return
    for at in inside_words(sample, sample.title.start + 3, sample.title.end):
        yield Spot(((at, at),), claims=(at - 1, at))


def _heading(sample: Sample) -> Iterator[Spot]:
    for item in _headings(sample):
        yield Spot(((item.start, item.line_end),), {"marker": sample.text[item.start : item.marker_end]})


def _in_heading(sample: Sample, *, to_the_end: bool) -> Iterator[Spot]:
    """Inside a common word of a heading: broken there, or cut off from there on."""
    for item in _headings(sample):
        for at in inside_words(sample, item.marker_end, item.line_end):
            yield Spot(((at, item.line_end if to_the_end else at),), claims=(at - 1, at))


def _behind_marker(sample: Sample) -> Iterator[Spot]:
    for item in _headings(sample):
        yield Spot(((item.marker_end, item.marker_end),), claims=(item.start, item.marker_end))


def _inner_marker(sample: Sample) -> Iterator[Spot]:
    for item, claims in _inner_headings(sample):
        yield Spot(((item.start, item.marker_end),), claims=claims)


def _inner_line(sample: Sample) -> Iterator[Spot]:
    for item, claims in _inner_headings(sample):
        yield Spot(((item.start, item.line_end + 1),), claims=claims)


def _to_body(sample: Sample) -> Iterator[Spot]:
    """Between a heading and the words under it."""
    for item in _headings(sample):
        follower = sample.after(item.line_end)
        if follower and not re.match(r"[（(\d一二三四五六七八九十]", follower.text):
            yield Spot(((item.line_end, follower.start),), claims=(item.start,))


def _to_heading(sample: Sample) -> Iterator[Spot]:
    """Between the words before a heading and the heading."""
    for item in _headings(sample):
        end = len(sample.text[: item.start].rstrip())
        if sample.text[:end].endswith("。"):
            yield Spot(((end, item.start),), claims=(end - 1,))


def _body(sample: Sample) -> Iterator[Spot]:
    """All that stands under a heading that is not the last of its list."""
    for items in sample.lists:
        for item in items[:-1]:
            if is_heading(sample, item) and item.end - item.line_end > 30:
                yield Spot(((item.line_end, item.end - 1),), claims=(item.start, item.end))


LINES: Mapping[str, Callable[[Sample], Iterable[Spot]]] = {
    "line between": _between,
    "line between, with the title": _between_titled,
    "head": _head,
    "foot": _foot,
    "series of lines": _series,
    "end of one of the last paragraphs": _last_paragraphs,
    "paragraph": _paragraphs,
    "whole text": _whole,
    "title": _title,
    "title, inside a word": _in_title,
    "heading": _heading,
    "heading, from within a word": lambda sample: _in_heading(sample, to_the_end=True),
    "heading, inside a word": lambda sample: _in_heading(sample, to_the_end=False),
    "between marker and heading": _behind_marker,
    "marker of an inner heading": _inner_marker,
    "line of an inner heading": _inner_line,
    "between heading and body": _to_body,
    "between body and heading": _to_heading,
    "body of an inner heading": _body,
}
