"""Shares of one whole that add up to more than all of it: 满意占85%，基本满意占12%，不满意占8%."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.quantities.figure import Figure, quoted, read, written
from corpuslint.quantities.labels import Kinship, kinship

CUE = late(r"占|产业")
_SHARE = late(r"^(?P<name>.{1,12}?)占(?:比)?(?:比例)?(?:为|达到?)?$")
_APART = late(r"^[，,、；;和]")
_NEW_WHOLE = late(r"其中|分别|[总全]")
_STRUCTURE = late(
    r"(?P<ratio>\d(?<![\d.:：∶]\d)\d?(?:\.\d{1,2})?(?:[:：∶]\d{1,2}(?:\.\d{1,2})?){2})(?![\d.:：∶])"
)
_NAMES_STRUCTURE = late(r"(?:三次产业|三产|产业结构)[^'\"<>]*$")
_NAMED_WITHIN = 32


def shares(text: str, sentence: Span) -> Iterator[Hit]:
    """Runs of shares that exclude each other and exceed the whole."""
    run: list[tuple[Figure, str]] = []
    figures = read(text, sentence)
    for figure in [*figures, None]:
        found = _SHARE.match(figure.label) if figure and figure.unit == "%" and not figure.is_loose else None
        is_next = found and (not run or _follows(text, run[-1][0], figure))
        if not is_next:
            yield from _too_many(text, run)
            run = []
        if found and figure:
            run.append((figure, found["name"]))
    yield from _structures(text, sentence)


def _follows(text: str, last: Figure, figure: Figure | None) -> bool:
    between = text[last.end : figure.span.start] if figure else ""
    return _APART.match(between) is not None and len(between) < 20 and not _NEW_WHOLE.search(between)


def _too_many(text: str, run: list[tuple[Figure, str]]) -> Iterator[Hit]:
    figures = [figure for figure, _ in run]
    added = sum(figure.value for figure in figures)
    if len(run) < 2 or added <= 100 + sum(figure.margin for figure in figures):
        return
    if kinship([name for _, name in run]) in (Kinship.UNKNOWN, Kinship.ALIKE) and not _is_graded(run):
        return
    span = Span(figures[0].span.start, figures[-1].end)
    terms = " + ".join(quoted(text, figure) for figure in figures)
    related = tuple(Place(Span(figure.span.start, figure.end), "part") for figure in figures)
    yield Hit(span, {"terms": terms, "sum": written(added) + "%"}, "shares", related=related)


def _is_graded(run: list[tuple[Figure, str]]) -> bool:
    """Labels one of which ends the other: 满意, 基本满意."""
    names = sorted((name for _, name in run), key=len)
    return len(set(names)) == len(names) and all(name.endswith(names[0]) for name in names)


def _structures(text: str, sentence: Span) -> Iterator[Hit]:
    """三次产业结构 as three shares that are nearly, but not, a hundred."""
    for match in _STRUCTURE.finditer(text, *sentence):
        before = text[max(sentence.start, match.start() - _NAMED_WITHIN) : match.start()]
        if not _NAMES_STRUCTURE.search(before):
            continue
        terms = match["ratio"].replace("：", ":").replace("∶", ":").split(":")
        added = sum(map(float, terms))
        if 80 < added < 120 and not 99.5 < added < 100.5:
            values = {"terms": " + ".join(terms), "sum": written(added)}
            yield Hit(Span(*match.span("ratio")), values, "structure")
