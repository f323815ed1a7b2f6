"""Lost headings: a list that starts again, or points that were announced, with no heading over them.

The commonest structural defect of scraped speeches. The finding stands where the lost heading belonged: at
the paragraph that opens the headless section, else at the item that starts again.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Block, BlockKind, Document, Span
from corpuslint.findings import Hit, Place
from corpuslint.markers import WORD_FAMILIES, Marker, MarkerFamily
from corpuslint.numbering.defect import Defect, marker_text, opening
from corpuslint.numbering.promises import Promise, broken_promises
from corpuslint.numbering.surroundings import (
    is_plain,
    looks_back,
    names_topic,
    plain_before,
    reads_alike,
    usual_body,
)
from corpuslint.outline import Part
from corpuslint.outline.nesting import Relation, steps_by_list
from corpuslint.outline.parts import is_closing
from corpuslint.outline.sections import leads_list
from corpuslint.prose import grammar

_POINT_WORDS = (MarkerFamily.IS, MarkerFamily.MUST, MarkerFamily.CAN)
_TITLE_REACH = 4  # blocks above a salutation: title, subtitle, date, speaker
_LONGEST_TITLE, _SHORTEST_TITLE = 60, 6  # characters
_CONTENTS_LINES, _CONTENTS_REACH = 3, 200  # entries of a table; markers among which they come again
_NEXT_WITHIN = 4  # blocks within which the second item of a list of words opens a line, too


def orphan_defects(document: Document) -> Iterator[Defect]:
    """Places where a heading, or the title of a document, seems lost; each once."""
    titled = sum(bool(part.title) for part in document.outline.parts)
    for part, promise in zip(document.outline.parts, broken_promises(document), strict=True):
        found: dict[int, Defect] = {}
        for defect in _lost_headings(document, part, promise):
            found.setdefault(defect.hit.span.start, defect)
        if promise is not None:
            for defect in _remaining_points(document, part, promise, len(found)):
                found.setdefault(defect.hit.span.start, defect)
        if not part.title and part.start > 0 and titled > 1 and not _stands_under_title(document, part):
            span = opening(document, document.blocks[part.start])
            found[span.start] = Defect("orphan", Hit(span, variant="document"))
        yield from (found[start] for start in sorted(found))


def _stands_under_title(document: Document, part: Part) -> bool:
    """Whether a heading stands right above a part, or above its date and the name of its speaker."""
    for block in reversed(document.blocks[max(0, part.start - _TITLE_REACH) : part.start]):
        line = document.slice(block.span)
        if len(line) > _LONGEST_TITLE or line[-1] in "。！？；：，":
            return False
        if block.kind is BlockKind.HEADING and len(line) >= _SHORTEST_TITLE and grammar.is_prose(line):
            return True
    return False


def _lost_headings(document: Document, part: Part, promise: Promise | None) -> Iterator[Defect]:
    yield from _number_restarts(document, part, is_promised=promise is not None)
    yield from _word_restarts(document, part, is_promised=promise is not None)
    if promise is not None:
        yield from _first_point(document, part, promise)
        yield from _opened_lists(document, part, promise)


def _number_restarts(document: Document, part: Part, *, is_promised: bool) -> Iterator[Defect]:
    """Numbered lists that start again though nothing announces it."""
    lists = steps_by_list(part.steps)
    list_of = {step.item: step.list for step in part.steps}
    for step in part.steps:
        item = part.items[step.item]
        if step.relation is not Relation.RESTART or step.previous is None or item.is_fresh:
            continue
        ended = lists[list_of[step.previous]]
        began = part.items[ended[0].item].marker.value
        if len(ended) == 1 and ended[0].relation is Relation.START and began == item.marker.value + 1:
            continue  # 二、 一、 三、: two headings that changed places
        if _is_contents(document, part, [other.item for other in ended], step.item):
            continue
        block = document.blocks[item.block]
        first = document.blocks[part.items[ended[0].item].block]
        before = document.blocks[item.block - 1]
        is_introduced = item.is_led or names_topic(document, before) or reads_alike(document, block, first)
        if is_promised or not is_introduced:
            usual = usual_body(document, part, ended)
            yield _restart(document, part, block, part.items[step.previous].marker, usual)


def _is_contents(document: Document, part: Part, ended: list[int], restart: int) -> bool:
    """Whether a list that ended was a table of contents: headings in a row, which come again over text."""
    blocks = [document.blocks[part.items[item].block] for item in ended]
    if len(blocks) < _CONTENTS_LINES or blocks[-1].index - blocks[0].index != len(blocks) - 1:
        return False
    names = {document.slice(block.body).strip() for block in blocks}
    later = (document.blocks[item.block] for item in part.items[restart : restart + _CONTENTS_REACH])
    return any(document.slice(block.body).strip() in names for block in later)


def _restart(document: Document, part: Part, block: Block, last: Marker, usual: int) -> Defect:
    """The heading stood after the body of the list's last item, before what opens the next section."""
    trailing = plain_before(document, part, block)[usual:]
    opens = [other for other in trailing if not looks_back(document, other)]
    assert block.marker is not None
    if not opens:
        return _again(document, block.marker.span, block.marker, last)
    return _again(document, opening(document, opens[0]), block.marker, last)


def _again(document: Document, span: Span, marker: Marker, last: Marker) -> Defect:
    values = {"marker": marker_text(document, marker), "last": marker_text(document, last)}
    related = [Place(last.span, "ended")]
    if span != marker.span:
        related.append(Place(marker.span, "restart"))
    return Defect("orphan", Hit(span, values, related=tuple(related)))


def _word_restarts(document: Document, part: Part, *, is_promised: bool) -> Iterator[Defect]:
    """一是 or 一要 at a line's start that begins again after having run."""
    ended: Block | None = None
    for block in document.blocks[part.start : part.end]:
        marker = block.marker
        if marker is None or marker.family not in _POINT_WORDS:
            if marker is not None and (not is_promised or marker.family not in WORD_FAMILIES):
                ended = None
            continue
        if marker.value == 1:
            yield from _word_start(document, part, block, ended, is_promised=is_promised)
        ended = block


def _word_start(
    document: Document, part: Part, block: Block, ended: Block | None, *, is_promised: bool
) -> Iterator[Defect]:
    assert block.marker is not None
    last = ended.marker if ended is not None and _is_same_family(ended, block) else None
    trailing = plain_before(document, part, block)
    if not trailing:
        if last is not None and ended is not None and ended.index == block.index - 1:
            yield _again(document, block.marker.span, block.marker, last)
        return
    before = trailing[-1]
    if (
        leads_list(document.text, before)
        or names_topic(document, before)
        or not _runs_on(document, part, block)
    ):
        return
    if last is not None and last.value > 1:
        yield _again(document, opening(document, before), block.marker, last)
    elif is_promised and len(trailing) > 1:
        yield _section(document, before, block.marker)


def _runs_on(document: Document, part: Part, block: Block) -> bool:
    """Whether the list that begins at a block has its second item at a line's start, too."""
    for other in document.blocks[block.index + 1 : min(part.end, block.index + 1 + _NEXT_WITHIN)]:
        if other.marker is not None:
            return _is_same_family(other, block) and other.marker.value == 2
    return False


def _is_same_family(one: Block, other: Block) -> bool:
    return one.marker is not None and other.marker is not None and one.marker.family is other.marker.family


def _first_point(document: Document, part: Part, promise: Promise) -> Iterator[Defect]:
    """The first of the points announced, which begins with no heading."""
    index = promise.block.index + 1
    if index < part.end:
        related = (Place(promise.span, "announced"),)
        span = opening(document, document.blocks[index])
        yield Defect("orphan", Hit(span, variant="announced", related=related))


def _opened_lists(document: Document, part: Part, promise: Promise) -> Iterator[Defect]:
    """Lists on top that a plain paragraph opens: it opens a section of its own."""
    for step in part.steps:
        block = document.blocks[part.items[step.item].block]
        if step.depth or step.relation is not Relation.FIRST or block.index <= promise.block.index + 2:
            continue
        before = document.blocks[block.index - 1]
        if is_plain(document, before):
            yield _section(document, before, block.marker)


def _remaining_points(document: Document, part: Part, promise: Promise, made: int) -> Iterator[Defect]:
    """A plain paragraph after the last list, while fewer points were made than promised."""
    late = sum(step.relation is Relation.START and step.depth == 0 for step in part.steps)
    if not part.steps or made + late >= promise.number:
        return
    last = part.items[part.steps[-1].item].block
    tail = document.blocks[last + 1 : part.end]
    body = [block for block in tail if not is_closing(document.text, block)]
    usual = usual_body(document, part, steps_by_list(part.steps)[part.steps[-1].list])
    if len(body) > usual and all(is_plain(document, block) for block in body):
        yield _section(document, body[usual], None)


def _section(document: Document, block: Block, marker: Marker | None) -> Defect:
    related = (Place(marker.span, "list"),) if marker is not None else ()
    return Defect("orphan", Hit(opening(document, block), variant="section", related=related))
