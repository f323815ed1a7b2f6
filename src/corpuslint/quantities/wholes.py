"""Totals and their parts: sums that do not come out, and parts larger than their whole.

A total is the figure before 其中, a colon or a bracket; its parts are the figures of the same unit that
follow, each with its own label. Parts that are all there are (男 and 女, 其余) must make up the total; parts
that exclude each other must not exceed it. Parts that reach four fifths of it and stop are worth a look.
Where a total stands last (共计), what was listed before it must make it up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuslint.corpus.document import Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place, Severity
from corpuslint.quantities.figure import Figure, agree, quoted, read, written
from corpuslint.quantities.labels import Kinship, kinship
from corpuslint.quantities.parts import (
    COMPARED,
    LISTED,
    MOST_PARTS,
    TOTAL_LAST,
    Part,
    are_enumerated,
    introduction,
    is_repeated,
    kind,
    listed,
    tail,
)

# Parts may begin in the next sentence: 281户。其中：甲村61户，乙村81户。
SENTENCE = late(r"[^。！？!?\r\n]+(?:。[ \u3000]{0,2}其中[^。！？!?\r\n]+)?")
CUE = late(r"其中|分别|未|非|不合格|[:：（(]|男|共计|合计|总计")
_OPEN_LIST = late(r"[一-鿿]{0,8}?等(?![级次])|[一-鿿]{0,3}(?:以上|左右|不等|[.…]{2})|…")
_MANY_NOUNS = frozenset("个次项种条")  # units that count anything: the noun has to be the same
_FOR_EACH = late(r"每|[人户]均|平均")
_MEAN = late(r"[年月日季周人户亩校村班店]均|平均")  # of which any one year or person may have more
_ASIDE = late(r"[一-鿿]{0,8}[，,]")  # sets two parts apart from their total, and not from each other
_OF_A_LIST = late(r"其中|[已未]|正在")
_NEAR = 0.8  # share of the total from which unnamed parts are unlikely
_CLOSE = 0.9
_MOST_OVER = 1.25  # times the total that parts which are only built alike may reach: more of them overlap
_SLIP = 0.02
_TOLD_DIGITS = 3  # of a rounder total the sum of some parts is too easily one digit off


def sums(text: str, sentence: Span) -> Iterator[Hit]:
    """Totals of a sentence that their parts contradict."""
    figures = read(text, sentence)
    if len(figures) < 2:
        return
    told: set[int] = set()
    for index, total in enumerate(figures):
        for hit in _judged(text, sentence, figures, index, total):
            if hit.span.start not in told:
                told.add(hit.span.start)
                yield hit


def _judged(text: str, sentence: Span, figures: Sequence[Figure], index: int, total: Figure) -> Iterator[Hit]:
    if total.is_loose or not total.value or total.unit in ("%", "‰"):
        return
    if TOTAL_LAST.search(total.label):
        yield from _last(text, figures, index, total)
    introduced, start = introduction(text, sentence, figures, index)
    if introduced is None:
        yield from _bare(text, figures, index, total)
        return
    if _MEAN.search(total.label) or (start > index + 1 and _FOR_EACH.search(total.label)):
        return  # 每村5万元，共36个村，其中: the parts are those of the villages
    parts = listed(text, figures[start : start + 2 * MOST_PARTS], total)
    before = figures[max(0, start - MOST_PARTS) : start]
    like = [figure for figure in before if kind(figure) == kind(total) and figure is not total]
    others = list({figure.value: figure for figure in like}.values())
    context = text[sentence.start : total.span.start]
    is_among = introduced["among"] is not None and not _FOR_EACH.search(total.label)
    if is_among and parts and _exceeds(text, total, parts[0], others):
        yield _hit("part", text, total, parts[:1])
    elif len(parts) > 1:
        is_all = introduced["all"] is not None or is_repeated(total, figures[start : start + MOST_PARTS])
        last = parts[-1].figure.span.start
        goes_on = any(figure.span.start > last and kind(figure) == kind(total) for figure in figures[start:])
        yield from _compared(text, total, parts, others, context, is_all=is_all, goes_on=goes_on)


def _exceeds(text: str, total: Figure, part: Part, others: Sequence[Figure]) -> bool:
    """Whether one part is larger than its whole, and nothing else before it can be the whole."""
    if part.figure.value - part.figure.margin <= total.value + total.margin or not total.unit:
        return False
    if sum(other.value for other in others) + total.value >= part.figure.value:
        return False
    if total.unit not in _MANY_NOUNS:
        return True
    noun = tail(text, total)
    return bool(noun) and (part.label.endswith(noun[-1:]) or text.startswith(noun[:2], part.figure.end))


def _compared(
    text: str,
    total: Figure,
    parts: Sequence[Part],
    others: Sequence[Figure],
    context: str,
    *,
    is_all: bool,
    goes_on: bool,
) -> Iterator[Hit]:
    """A hit where the parts, as far as they are of one kind, do not fit their total."""
    related, kin = _related_parts(parts, context)
    if is_all:
        related, kin = list(parts), Kinship.CLOSED
    elif len(related) < len(parts) and are_enumerated(text, parts):
        related, kin = list(parts), Kinship.ALIKE
    # A trait counted once more (农村521户、特困142户、双重身份122户) may follow parts that already add up.
    shortest = len(related) if kin in (Kinship.CLOSED, Kinship.DISJOINT) else 2
    figures = [part.figure for part in parts]
    counts = range(shortest, len(parts) + 1)
    if any(agree(figures[:count], whole) for count in counts for whole in (total, *others)):
        return
    if kin is Kinship.UNKNOWN:
        related = list(parts)
    added = sum(part.figure.value for part in related)
    is_open = _OPEN_LIST.match(text, parts[-1].figure.end) is not None and not is_all
    if any(part.figure.value >= total.value + total.margin for part in related):
        return
    if _contradicts(total, added, kin, len(related), others, is_open=is_open):
        yield _hit("sum", text, total, related, kin=kin)
    elif _is_short(total, added, kin) and len(related) == len(parts) >= LISTED and not (is_open or goes_on):
        yield _hit("short", text, total, related, kin=kin)


def _is_short(total: Figure, added: float, kin: Kinship) -> bool:
    return kin is not Kinship.UNKNOWN and _NEAR * total.value <= added < total.value


def _contradicts(
    total: Figure, added: float, kin: Kinship, count: int, others: Sequence[Figure], *, is_open: bool
) -> bool:
    """Whether a sum cannot stand beside its total, for all that its parts may leave unnamed."""
    if added > total.value and any(added <= other.value for other in others):
        return False
    if kin is Kinship.UNKNOWN or (added < total.value and kin is not Kinship.CLOSED):
        return count >= LISTED and not is_open and _is_slip(added, total)
    if added < total.value:
        return not is_open
    return kin is not Kinship.ALIKE or added <= total.value * _MOST_OVER


def _is_slip(added: float, total: Figure) -> bool:
    """Whether a sum misses its total by so little that it was meant to be it: one digit, or a fiftieth."""
    if abs(added - total.value) <= _SLIP * total.value:
        return True
    one, other = written(added), written(total.value)
    is_long = len(one) == len(other) and len(other.rstrip("0")) >= _TOLD_DIGITS
    return is_long and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _related_parts(parts: Sequence[Part], context: str) -> tuple[list[Part], Kinship]:
    """The longest run of parts from the first whose labels are of one kind."""
    labels = [part.label for part in parts]
    distinct = next((n for n, label in enumerate(labels) if label in labels[:n]), len(labels))
    for count in range(distinct, 1, -1):
        kin = kinship(labels[:count], context)
        if kin is not Kinship.UNKNOWN:
            return list(parts[:count]), kin
    return [], Kinship.UNKNOWN


def _bare(text: str, figures: Sequence[Figure], index: int, total: Figure) -> Iterator[Hit]:
    """共收到86条，已采纳52条，未采纳24条: two parts that need no 其中, as they are all there is."""
    pair = figures[index + 1 : index + 3]
    if len(pair) < 2 or any(kind(figure) != kind(total) or figure.is_loose for figure in pair):
        return
    is_part = _OF_A_LIST.search(total.label) or not _ASIDE.match(text, total.end, pair[0].span.start)
    if is_part or agree(pair, total):
        return
    if kinship([figure.label for figure in pair]) is not Kinship.CLOSED:
        return
    if not any(figure.value > total.value for figure in pair) and pair[1].end - total.end < 40:
        parts = [Part(figure, figure.label) for figure in pair]
        yield _hit("sum", text, total, parts, kin=Kinship.CLOSED)


def _last(text: str, figures: Sequence[Figure], index: int, total: Figure) -> Iterator[Hit]:
    """有甲128家，乙236家，共计364家: all that was listed before, back to a figure of another unit."""
    terms: list[Part] = []
    for figure in reversed(figures[max(0, index - MOST_PARTS) : index]):
        if kind(figure) not in (kind(total), "") or COMPARED.search(figure.label):
            break
        terms.insert(0, Part(figure, figure.label))
    parts = [part.figure for part in terms]
    if len(parts) < 2 or any(part.is_loose for part in parts) or parts[0].value == total.value:
        return
    # 137个，其中52个、61个、24个，合计137个 begins with its own total.
    if agree(parts, total) or agree(parts[1:], parts[0]):
        return
    added = sum(part.value for part in parts)
    if _CLOSE * total.value <= added <= total.value / _CLOSE:
        yield _hit("sum", text, total, terms, kin=Kinship.ALIKE)


def _hit(
    variant: str, text: str, total: Figure, parts: Sequence[Part], *, kin: Kinship = Kinship.CLOSED
) -> Hit:
    added = sum(part.figure.value for part in parts)
    terms = " + ".join(quoted(text, part.figure) for part in parts)
    values = {"total": quoted(text, total), "terms": terms, "sum": written(added, total, text)}
    return Hit(
        total.span,
        values,
        variant,
        related=tuple(Place(part.figure.span, "part") for part in parts),
        severity=Severity.INFO if variant == "short" else None,
        confidence=Confidence.MEDIUM if kin is Kinship.ALIKE or variant != "sum" else None,
    )
