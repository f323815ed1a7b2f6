"""How markers are written: an item in another style than its siblings, a separator that does not belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from corpuslint.corpus.document import Document
from corpuslint.findings import Hit, Place, Severity
from corpuslint.markers import LAW_FAMILIES, Marker, MarkerFamily, written
from corpuslint.numbering.defect import Defect, broken_start, marker_text
from corpuslint.outline import Part
from corpuslint.outline.nesting import RANKS, Relation, Step, steps_by_list

# What GB/T 15834 B.3 puts after each form; 1、 breaks it and is the house style of speeches.
SEPARATORS: dict[MarkerFamily, tuple[str, ...]] = {
    MarkerFamily.CHINESE: ("、",),
    MarkerFamily.FORMAL: ("、",),
    MarkerFamily.CHINESE_BRACKET: ("",),
    MarkerFamily.DIGIT: (".", "．", "、", ""),
    MarkerFamily.DIGIT_BRACKET: ("",),
    MarkerFamily.DIGIT_PAREN: ("",),
    MarkerFamily.CIRCLED: ("",),
    MarkerFamily.ROMAN: (".", "．", "、", ""),
    MarkerFamily.LETTER: (".", "．", "、", ")", "）"),
    **dict.fromkeys(LAW_FAMILIES, ("",)),
}
_ENOUGH = 3  # siblings that make one odd item an odd item


def style_defects(document: Document) -> Iterator[Defect]:
    """Items written in another style than their siblings."""
    for part in document.outline.parts:
        habits = Counter(item.marker.family for item in part.items)
        for steps in steps_by_list(part.steps).values():
            yield from _mixed_families(document, part, steps, habits)
            yield from _mixed_separators(document, part, steps)


def separator_defects(document: Document) -> Iterator[Defect]:
    """Separators that do not belong to their marker; where a whole list has the same one, only its first."""
    for part in document.outline.parts:
        for steps in steps_by_list(part.steps).values():
            markers = [part.items[step.item].marker for step in steps]
            wrong = [
                marker for marker in markers if _is_wrong(marker) and broken_start(document, marker) is None
            ]
            is_habit = len(markers) >= _ENOUGH and len({marker.separator for marker in markers}) == 1
            if is_habit and wrong and len(wrong[0].separator) == 1:
                yield _separator(document, wrong[0], is_habit=True)
                continue
            for marker in wrong:
                yield _separator(document, marker, is_habit=False)


def _is_wrong(marker: Marker) -> bool:
    return marker.is_broken or marker.separator not in SEPARATORS.get(marker.family, (marker.separator,))


def _separator(document: Document, marker: Marker, *, is_habit: bool) -> Defect:
    values = {"marker": document.slice(marker.span), "expected": written(marker.family, marker.value)}
    if marker.is_broken:
        return Defect("separator", Hit(marker.span, values, variant="bracket"))
    variant, severity = ("habit", Severity.INFO) if is_habit else ("", None)
    return Defect("separator", Hit(marker.span, values, variant=variant, severity=severity))


def _mixed_families(
    document: Document, part: Part, steps: Sequence[Step], habits: Counter[MarkerFamily]
) -> Iterator[Defect]:
    markers = [part.items[step.item].marker for step in steps]
    families = Counter(marker.family for marker in markers)
    if len(families) < 2:
        return
    parent = part.items[steps[0].parent].marker.family if steps[0].parent is not None else None
    usual = max(
        families, key=lambda family: (families[family], habits[family], _is_usual_child(parent, family))
    )
    example = next(marker for marker in markers if marker.family is usual)
    for marker in markers:
        if marker.family is not usual:
            values = {"marker": marker_text(document, marker), "expected": written(usual, marker.value)}
            yield Defect("style", Hit(marker.span, values, related=(Place(example.span, "sibling"),)))


def _is_usual_child(parent: MarkerFamily | None, family: MarkerFamily) -> bool:
    """Whether GB/T 9704 7.3.3 puts the family right below its parent (一、 on top)."""
    above = RANKS[MarkerFamily.CHINESE] - 1 if parent is None else RANKS[parent]
    return RANKS[family] == above + 1


def _mixed_separators(document: Document, part: Part, steps: Sequence[Step]) -> Iterator[Defect]:
    """7. among 1、 to 6、: judged for digits, where both separators are in use."""
    markers = [part.items[step.item].marker for step in steps if step.relation is not Relation.STRAY]
    digits = [marker for marker in markers if marker.family is MarkerFamily.DIGIT and not _is_wrong(marker)]
    kinds = Counter(_kind(marker) for marker in digits)
    if len(kinds) < 2 or len(digits) < 2:
        return
    usual = kinds.most_common(1)[0][0]
    if kinds[usual] == len(digits) - kinds[usual]:
        usual = _kind(digits[0])
    example = next(marker for marker in digits if _kind(marker) == usual)
    odd = [marker for marker in digits if _kind(marker) != usual]
    for marker in odd if len(odd) * 3 <= len(digits) else odd[:1]:
        values = {"marker": document.slice(marker.span), "expected": f"{marker.value}{usual}"}
        yield Defect("style", Hit(marker.span, values, related=(Place(example.span, "sibling"),)))


def _kind(marker: Marker) -> str:
    return "、" if marker.separator == "、" else "."
