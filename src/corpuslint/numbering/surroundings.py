"""The plain paragraphs around a list: what stands before it, and what its items usually carry."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from corpuslint.corpus.document import Block, BlockKind, Document
from corpuslint.expressions import late
from corpuslint.outline import Part
from corpuslint.outline.nesting import Step
from corpuslint.outline.parts import is_byline, is_closing, is_salutation

_SAME_WORDS = 12
_LONGEST_ENTRY = 60  # characters
_PAGE = late(
    r"(?:[ \t\u3000]{1,4}|[.…·]{2,60}[ \t]{0,4})[0-9]{1,3}$"
)  # the page an entry of the contents ends with
_TOPIC = late(
    "在[^，。]{1,14}(?:方面|上|中)[，,]|[^，。]{2,14}方面[，,：:。]|对于|针对|关于|同时[，,]|另外[，,]"
)
_LOOKS_BACK = late("以上|上述|这些|总之|总的来看|因此|此外|综上|当然")


def is_plain(document: Document, block: Block) -> bool:
    """Whether a block is body text: no marker, no heading, no address, no byline, no last words."""
    text = document.text
    return (
        block.marker is None
        and block.kind is BlockKind.PARAGRAPH
        and not is_salutation(text, block)
        and not is_byline(text, block)
        and not is_closing(text, block)
    )


def plain_before(document: Document, part: Part, block: Block) -> list[Block]:
    """The paragraphs without marker right before a block, in order, up to a heading or a marker."""
    found: list[Block] = []
    for index in range(block.index - 1, part.start + len(part.title) - 1, -1):
        other = document.blocks[index]
        if other.marker is not None or other.kind is BlockKind.HEADING:
            break
        found.append(other)
    return found[::-1]


def usual_body(document: Document, part: Part, siblings: Sequence[Step]) -> int:
    """How many plain paragraphs the items of a list usually carry."""
    blocks = [document.blocks[part.items[step.item].block] for step in siblings[1:]]
    bodies = [len(plain_before(document, part, block)) for block in blocks]
    return int(median(bodies)) if bodies else 0


def looks_back(document: Document, block: Block) -> bool:
    """Whether a paragraph rounds off what went before: 以上…, 总之…."""
    return _LOOKS_BACK.match(document.text, *block.span) is not None


def names_topic(document: Document, block: Block) -> bool:
    """Whether a paragraph names the matter of what follows: 在工业方面，…."""
    return block.marker is None and _TOPIC.match(document.text, *block.span) is not None


def reads_alike(document: Document, one: Block, other: Block) -> bool:
    """Whether two items have the same words: an entry of the contents and its heading."""
    lines = [_PAGE.sub("", document.slice(block.body)[:_LONGEST_ENTRY]) for block in (one, other)]
    words = [line[:_SAME_WORDS].strip() for line in lines]
    return words[0] == words[1] and len(words[0]) > 1
