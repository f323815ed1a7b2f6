"""Running headers by recurrence: a short line that comes back through a text where it has no business.

No list says what a header may be, so what counts is where it stands. A refrain ends with a stop, a speaker or
a question with a colon, a heading opens something that is numbered from one again, and parallel headings
(基本情况, 主要做法) come in turns. A running header does none of these: it comes back alone, at even
distances, between whole paragraphs or within them, and the numbers of the text count on across it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, pstdev

from corpuslint.corpus.document import Block, Document
from corpuslint.expressions import late

LINE_LIMIT = 40  # characters; no running header is longer
_SHORTEST = 4  # characters; a shorter line is a label or a name
_BODY = 25  # characters; a line as long as a paragraph at least
_EVEN = 0.8  # the distances between headers vary by this share of their mean at most
_LEAST = 3
_SENTENCE_END = "。！？!?；;：:”’）)》】…"
_OPENINGS = "（(【[—《“"
_PUNCTUATION = _SENTENCE_END + "，、,"
_COUNTER = late(r"^[ 　\-—–·|]{0,3}[0-9]{1,4}[ 　\-—–·|]{1,3}|[ 　\-—–·|]{1,3}[0-9]{1,4}[ 　\-—–·|]{0,3}$")
_NAMED = late("[一-鿿].*[一-鿿].*[一-鿿].*[一-鿿]")  # what is left of a line when its number is taken off
_CREDIT = late(r"。|(?:摄影?|供图|报道|供稿|[。！？])$")
_PERSON = late(r"[一-鿿][ 　]?[一-鿿]{1,2}(?:同志|书记|县长|市长|局长|主任)?")
_DATE = late(r".{0,12}[0-9〇一二三四五六七八九十]{2,4}年.{1,3}月.{0,6}")


def recurring_lines(document: Document, marked: set[int]) -> Iterator[list[Block]]:
    """Yield the blocks of each short line without a stop that stands in a text three times or more.

    A number at either end of the line may change from one time to the next. `marked` blocks are left out.
    """
    groups: dict[str, list[Block]] = defaultdict(list)
    for block in document.blocks:
        line = document.slice(block.span)
        is_short = 1 < len(line) <= LINE_LIMIT and line[0] != "<"  # mark-up recurs, but is no header
        is_open = line[-1] in _PUNCTUATION or line[-1] in _OPENINGS
        if is_short and not is_open and block.index not in marked:
            groups[_without_number(line)].append(block)
    for line, blocks in groups.items():
        if line and len(blocks) >= _LEAST:
            yield blocks


def is_running_header(document: Document, group: Sequence[Block], others: set[int]) -> bool:
    """Whether a line that recurs stands where a header does; `others` are the blocks of other such lines."""
    line = _without_number(document.slice(group[0].span))
    if len(line) < _SHORTEST or any(block.marker for block in group) or _is_label(line):
        return False
    if any(block.index + step in others for block in group for step in (-1, 1)):
        return False
    inner = [block for block in group if _stands_between_paragraphs(document, block)]
    if len(inner) < max(_LEAST - 1, len(group) - 1):
        return False
    return _is_alone(group, others) and _counts_on(document, group) and _is_even(group)


def breaks_a_sentence(document: Document, block: Block, recurring: set[int]) -> bool:
    """Whether the block before is body text that does not end, and the one after goes on with no marker.

    Text that goes on with a stop needs the line: it is a word of the sentence, cut out by broken lines. A
    line after one of the `recurring` blocks is an entry of a list.
    """
    if not 0 < block.index < len(document.blocks) - 1 or block.index - 1 in recurring:
        return False
    before, after = document.blocks[block.index - 1], document.blocks[block.index + 1]
    if block.span.end - block.span.start < _SHORTEST or document.text[after.span.start] in _PUNCTUATION:
        return False
    text = document.slice(before.span)
    return len(text) >= _BODY and text[-1] not in _SENTENCE_END + "." and after.marker is None


def _without_number(line: str) -> str:
    """A line without the number at one of its ends, where a name is left of it."""
    rest = _COUNTER.sub("", line)
    return rest if _NAMED.search(rest) else line


def _is_label(line: str) -> bool:
    """Whether a line may be a name, a date, or a stage direction, which recur by right."""
    return (
        bool(_PERSON.fullmatch(line) or _DATE.fullmatch(line) or _CREDIT.search(line)) or line[0] in _OPENINGS
    )


def _stands_between_paragraphs(document: Document, block: Block) -> bool:
    """Whether the line before is a paragraph or a heading with a number, and so is the line after."""
    if not 0 < block.index < len(document.blocks) - 1:
        return False
    before, after = (document.blocks[block.index + step] for step in (-1, 1))
    return all(
        near.marker is not None or near.span.end - near.span.start >= _BODY for near in (before, after)
    )


def _is_alone(group: Sequence[Block], others: set[int]) -> bool:
    """Whether no other line comes back in turns with this one, as parallel headings do."""
    between = [index for index in others if group[0].index < index < group[-1].index]
    return len(between) < len(group) - 1


def _counts_on(document: Document, group: Sequence[Block]) -> bool:
    """Whether the numbers after most of the lines go on from those before, rather than begin anew.

    Where the first line of the text is one of them, it is the title of parts unless numbers do go on.
    """
    next_numbers = [_next_number(document, block) for block in group]
    begun = next_numbers.count(1)
    gone_on = sum(1 for number in next_numbers if number > 1)
    return 2 * begun < len(group) and (group[0].index > 0 or 2 * gone_on >= len(group))


def _next_number(document: Document, block: Block) -> int:
    """The number of the first marker in the lines after a block, 0 where none has one."""
    near = document.blocks[block.index + 1 : block.index + 4]
    return next((after.marker.value for after in near if after.marker), 0)


def _is_even(group: Sequence[Block]) -> bool:
    """Whether the distances between the lines, in characters, are those between pages."""
    places = [block.span.start for block in group]
    gaps = [later - earlier for earlier, later in pairwise(places)]
    return pstdev(gaps) <= _EVEN * mean(gaps)
