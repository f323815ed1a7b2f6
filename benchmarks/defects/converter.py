"""What a converter leaves in a text: tags, entities, field codes, escapes, Markdown, page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.defects.insertion import between, glued, line
from benchmarks.defects.plant import Edit, Kind, Shape, Site
from benchmarks.defects.sample import Line, Sample

_TAGS = (
    "<p>",
    "</div>",
    "<br/>",
    '<span style="color:red">',
    "<strong>",
    "</a>",
    "<!-- more -->",
    '<font size="3">',
)
_ENTITIES = (
    "&nbsp;",
    "&ldquo;",
    "&amp;nbsp;",
    "&#12288;",
    "&lt;p&gt;",
    "&quot;",
    "&hellip;",
    "&#8220;",
    "nbsp;",
)
_FIELD_CODES = (
    'HYPERLINK \\l "_Toc9021"',
    "PAGEREF _Toc48113 \\h 2",
    "[footnoteRef:1]",
    "_Toc5520",
    "MERGEFORMAT",
    "EMBED Word.Document.8",
)
_ESCAPES = ("\\n", "\\u3000", "x0dx0a", "%E4%BA%91%E6%BA%AA", "\\r\\n")


def _wrapped(opening: str, closing: str) -> Shape:
    """A whole paragraph between two tags."""

    def shape(sample: Sample) -> Iterator[Site]:
        for start, end, _ in sample.prose:
            yield Site((Edit(start, start, opening), Edit(end, end, closing)))

    return shape


def _before_heading(texts: Sequence[str]) -> Shape:
    def shape(sample: Sample) -> Iterator[Site]:
        for start in (sample.title.start, *(item.start for item in sample.headings)):
            for text in texts:
                yield Site((Edit(start, start, text),))

    return shape


def _pages(form: str, *, inside: bool) -> Shape:
    """Page numbers in order through the text, between paragraphs or inside them; each is one plant."""

    def shape(sample: Sample) -> Iterator[Site]:
        lines = sample.prose
        if len(lines) < 6:
            return
        count = min(5, len(lines) // 2)
        chosen = [lines[len(lines) * number // count] for number in range(count)]
        edits = [_page(line, form.format(number, count), inside) for number, line in enumerate(chosen, 1)]
        for edit in edits:
            yield Site(tuple(edits), shown_by=(edits.index(edit),))

    return shape


def _page(line: Line, mark: str, inside: bool) -> Edit:
    if not inside:
        return Edit(line.end, line.end, f"\n{mark}")
    middle = (line.start + line.end) // 2
    return Edit(middle, middle, f"\n{mark}\n")


_MARKUP = ("residue-markup", "residue", "heading-artefact")


KINDS = (
    Kind("markup-tag", _MARKUP, {"glued": glued(_TAGS), "wrapped": _wrapped("<p>", "</p>")}),
    Kind("markup-entity", _MARKUP, {"glued": glued(_ENTITIES)}),
    Kind(
        "markup-field",
        _MARKUP,
        {
            "glued": glued(_FIELD_CODES),
            "heading": _before_heading(("[bookmark: OLE_LINK3]", "[bookmark: _Hlk77]")),
        },
    ),
    Kind("markup-escape", (*_MARKUP, "text-mojibake"), {"glued": glued(_ESCAPES)}),
    Kind(
        "markup-markdown",
        _MARKUP,
        {
            "line": line(("---", "```", "![](images/fig1.png)", "> 引用"), between),
            "link": glued(("[查看原文](http://www.example.com/a/1.html)",), "。(?=[一-鿿])"),
            "heading": _before_heading(("## ", "### ")),
        },
    ),
    Kind(
        "page-numbers",
        ("residue-page", "residue"),
        {
            "dashes": _pages("— {} —", inside=False),
            "dashes inside": _pages("- {} -", inside=True),
            "of": _pages("第{}页 共{}页", inside=False),
            "plain": _pages("{}", inside=True),
        },
        consequences=("paragraph-split", "paragraph-truncated", "heading-split", "heading-garbled"),
    ),
)
