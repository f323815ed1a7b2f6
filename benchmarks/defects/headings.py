"""Headings and paragraphs that break: split, fused, cut short, emptied, repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.defects.plant import Edit, Kind, Site
from benchmarks.defects.sample import Sample

_CLAUSE_HEADING = re.compile(
    r"^(?:（[一二三四五六七八九十]{1,2}）|\d{1,2}\.(?!\d))[^，。；：\n“]{4,16}(。)(?=[一-鿿\d]{2})",
    re.MULTILINE,
)
_HAN = re.compile(r"[一-鿿]{4}")
_AFTER_COMMA = re.compile(r"(?<=，)(?=[一-鿿]{2})")


def split_in_word(sample: Sample) -> Iterator[Site]:
    """A line break in the middle of a clause."""
    for line in sample.prose:
        for match in _HAN.finditer(sample.text, line.start + 16, line.end - 16):
            yield Site(
                (Edit(match.start() + 2, match.start() + 2, "\n"),), (match.start(), match.start() + 2)
            )


def split_after_comma(sample: Sample) -> Iterator[Site]:
    """A line break after a comma."""
    for line in sample.prose:
        for match in _AFTER_COMMA.finditer(sample.text, line.start + 16, line.end - 16):
            yield Site((Edit(match.start(), match.start(), "\n"),), (match.start() - 1, match.start()))


def split_by_blank_line(sample: Sample) -> Iterator[Site]:
    """A blank line in the middle of a clause."""
    for site in split_in_word(sample):
        at = site.edits[0].start
        yield Site((Edit(at, at, "\n\n"),), site.claims)


def fuse_with_body(sample: Sample) -> Iterator[Site]:
    """A heading that is the first sentence of its paragraph loses its full stop."""
    for match in _CLAUSE_HEADING.finditer(sample.text):
        yield Site((Edit(*match.span(1), ""),), (match.start(),))


def fuse_lines(sample: Sample) -> Iterator[Site]:
    """A heading on a line of its own runs on into the paragraph below."""
    for item in sample.headings:
        follower = sample.after(item.line_end)
        if follower is not None and not re.match(r"[（\d一二三四五六七八九十]", follower.text):
            yield Site((Edit(item.line_end, follower.start, ""),), (item.start,))


def fuse_into_paragraph(sample: Sample) -> Iterator[Site]:
    """A numbered line stands at the end of the paragraph before it."""
    for items in sample.lists:
        for item in items[1:]:
            before = sample.text[: item.start].rstrip()
            if before.endswith("。"):
                yield Site((Edit(len(before), item.start, ""),), (item.start,))


def lose_the_start(sample: Sample) -> Iterator[Site]:
    """The text begins in the middle of the first sentence of its first paragraph."""
    opening = next((line for line in sample.prose if line.start > sample.title.end), None)
    if opening is None or any(items[0].start <= opening.start for items in sample.lists):
        return
    stop = sample.text.find("。", opening.start, opening.end)
    for match in re.finditer(
        r"[，、](?=[一-鿿]{2})|(?<=[一-鿿])(?=和|与|等|的)", sample.text[opening.start : stop]
    ):
        start = opening.start + match.end()
        yield Site((Edit(0, start, ""),), (start,))


def lose_the_end(sample: Sample) -> Iterator[Site]:
    """The text stops in the middle of a sentence; some of its last paragraphs are gone."""
    for line in sample.prose[-6:]:
        for match in _HAN.finditer(sample.text, line.start + 16, line.end - 8):
            yield Site((Edit(match.start() + 3, len(sample.text), "\n"),), (match.start(),))


def lose_what_a_colon_announces(sample: Sample) -> Iterator[Site]:
    """The text stops after a colon."""
    for line in sample.prose:
        for match in re.finditer(r"：(?!“|\d)", line.text[10:]):
            end = line.start + 10 + match.end()
            yield Site((Edit(end, len(sample.text), "\n"),), (end - 1,))


def break_heading(sample: Sample) -> Iterator[Site]:
    """A heading stands on two lines, broken inside a phrase."""
    for item in sample.headings:
        middle = (item.marker_end + item.line_end) // 2
        for at in (middle - 1, middle, middle + 1):
            if item.line_end - item.marker_end >= 8 and _HAN.fullmatch(sample.text[at - 2 : at + 2]):
                yield Site((Edit(at, at, "\n"),), (at - 1, at))


def break_title(sample: Sample) -> Iterator[Site]:
    """The title stands on two lines."""
    title = sample.title
    follower = sample.after(title.end)
    if not 14 <= len(title.text) <= 32 or (
        follower and follower.start == title.end + 1 and follower.text[0] not in "（—"
    ):
        return
    for at in range(title.start + 6, title.end - 4):
        if _HAN.fullmatch(sample.text[at - 2 : at + 2]):
            yield Site((Edit(at, at, "\n"),), (at - 1, at))


def empty_heading(sample: Sample) -> Iterator[Site]:
    """An inner heading has lost all that stood under it."""
    for items in sample.lists:
        for item in items[:-1]:
            if item in sample.headings:
                yield Site((Edit(item.line_end, item.end - 1, ""),), (item.start, item.end))


def empty_clause(sample: Sample) -> Iterator[Site]:
    """An item has lost all but its first sentence, which is its heading."""
    for match in _CLAUSE_HEADING.finditer(sample.text):
        end = sample.text.find("\n", match.end())
        if end > 0 and end - match.end() > 40:
            yield Site((Edit(match.end(), end, ""),), (match.start(), end))


def repeat_title(sample: Sample) -> Iterator[Site]:
    """The title stands once more in the middle of the text."""
    if len(sample.title.text) <= 32 and re.search("(?:讲话|报告|总结|要点|条例)$", sample.title.text):
        for line in sample.prose[1:-1]:
            yield Site((Edit(line.end, line.end, f"\n{sample.title.text}"),))


def repeat_heading(sample: Sample) -> Iterator[Site]:
    """A heading stands twice, with a paragraph between or none."""
    for item in sample.headings:
        heading = sample.text[item.start : item.line_end]
        follower = sample.after(item.line_end)
        yield Site((Edit(item.start, item.start, f"{heading}\n"),), (item.start,))
        if follower:
            yield Site((Edit(follower.end, follower.end, f"\n{heading}"),), (item.start,))


KINDS = (
    Kind(
        "split-paragraph",
        ("paragraph-split", "paragraph", "heading-split"),
        {"in a clause": split_in_word, "after a comma": split_after_comma, "blank line": split_by_blank_line},
    ),
    Kind(
        "fused-heading",
        ("heading-runon", "heading", "numbering"),
        {
            "no stop": fuse_with_body,
            "no line end": fuse_lines,
            "into the paragraph before": fuse_into_paragraph,
        },
        beside=("paragraph-truncated",),
        consequences=("numbering-count",),
    ),
    Kind(
        "truncated",
        ("paragraph-truncated", "paragraph", "heading-empty"),
        {"start": lose_the_start, "end": lose_the_end, "after a colon": lose_what_a_colon_announces},
        beside=("text-unbalanced",),
        consequences=("numbering-count",),
    ),
    Kind(
        "broken-heading",
        ("heading-split", "paragraph-split", "heading"),
        {"heading": break_heading, "title": break_title},
    ),
    Kind(
        "empty-heading",
        ("heading-empty", "heading", "paragraph-truncated"),
        {"line": empty_heading, "first sentence": empty_clause},
        consequences=("numbering-count", "numbering-gap", "numbering-start"),
    ),
    Kind(
        "repeated-heading",
        ("heading-repeated", "heading", "numbering-repeat", "residue"),
        {"title": repeat_title, "heading": repeat_heading},
        consequences=("numbering-count", "numbering-start"),
    ),
)
