"""How markers are written: an item in another style than its siblings, a separator that does not belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpuslint.corpus.document import Document
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place, Severity
from corpuslint.markers import LAW_FAMILIES, SIGNS, Marker, MarkerFamily
from corpuslint.numbering.broken import broken_start
from corpuslint.numbering.defect import Defect, like, marker_text
from corpuslint.numbering.lookalikes import likenesses
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
_WRITTEN_TWO_WAYS = LAW_FAMILIES | {
    MarkerFamily.DIGIT,
    MarkerFamily.CHINESE_BRACKET,
    MarkerFamily.DIGIT_BRACKET,
}
_SPACED = late(r"[（(](?:[ \t\u3000\u00a0]{1,4}[^）)]{1,9}|[^）) \u3000]{1,9}[ \t\u3000\u00a0]{1,4})[）)]")
_ENOUGH = 3  # siblings that make one odd item an odd item


def style_defects(document: Document) -> Iterator[Defect]:
    """Items written in another style than their siblings."""
    for part in document.outline.parts:
        habits = Counter(item.marker.family for item in part.items)
        for steps in steps_by_list(part.steps).values():
            yield from _mixed_families(document, part, steps, habits)
            yield from _mixed_separators(document, part, steps)
            yield from _mixed_signs(document, part, steps)


def separator_defects(document: Document) -> Iterator[Defect]:
    """Separators that do not belong to their marker; where a whole list has the same one, only its first."""
    for part in document.outline.parts:
        for steps in steps_by_list(part.steps).values():
            markers = [part.items[step.item].marker for step in steps]
            wrong = [
                marker for marker in markers if _is_wrong(marker) and broken_start(document, marker) is None
            ]
            is_habit = len(markers) >= _ENOUGH and len({marker.separator for marker in markers}) == 1
            sound = [marker for marker in markers if not _is_wrong(marker)]
            if markers[0].family is MarkerFamily.ARTICLE and (is_habit or not sound):
                continue  # 第一条，…第二条，… in a speech numbers what is said, not the articles of a law
            if is_habit and wrong and len(wrong[0].separator) == 1:
                yield _separator(document, wrong[0], sound, is_habit=True)
                continue
            for marker in wrong:
                yield _separator(document, marker, sound, is_habit=False)


def spaced_defects(document: Document) -> Iterator[Defect]:
    """Markers with a space inside their brackets, where most of their kind have none."""
    markers = [item.marker for part in document.outline.parts for item in part.items]
    spaced = [marker for marker in markers if _SPACED.match(document.text, *marker.span)]
    kinds = Counter(marker.family for marker in markers)
    odd = Counter(marker.family for marker in spaced)
    for marker in spaced:
        if 2 * odd[marker.family] <= kinds[marker.family]:
            expected = "".join(document.slice(marker.span).split())
            values = {"marker": document.slice(marker.span), "expected": expected}
            yield Defect("separator", Hit(marker.span, values, "space"))


def likeness_defects(document: Document) -> Iterator[Defect]:
    """Numbers that stand in another shape than their list has them, and cannot be read for that."""
    for found, sample in likenesses(document):
        values = {
            "marker": document.slice(found.span).rstrip(" \t\u3000"),
            "expected": like(document, sample, found.value),
        }
        related = (Place(sample.span, "sibling"),)
        if found.kind == "style":
            yield Defect("style", Hit(found.span, values, related=related))
        else:
            variant = "shape" if found.kind == "shape" else ""
            yield Defect("separator", Hit(found.span, values, variant))


def _is_wrong(marker: Marker) -> bool:
    return marker.is_broken or marker.separator not in SEPARATORS.get(marker.family, (marker.separator,))


def _separator(document: Document, marker: Marker, sound: Sequence[Marker], *, is_habit: bool) -> Defect:
    """What is wrong with a marker, and how its sound siblings, or else the norm, would write it."""
    sample = next((other for other in sound if other.family is marker.family), None)
    if sample is None:
        sample = replace(marker, is_broken=True)
    values = {"marker": document.slice(marker.span), "expected": like(document, sample, marker.value)}
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
    usual = max(families, key=lambda family: (families[family], *_standing(parent, family, habits)))
    example = next(marker for marker in markers if marker.family is usual)
    for marker in markers:
        if marker.family is not usual:
            values = {
                "marker": marker_text(document, marker),
                "expected": like(document, example, marker.value),
            }
            yield Defect("style", Hit(marker.span, values, related=(Place(example.span, "sibling"),)))


def _standing(
    parent: MarkerFamily | None, family: MarkerFamily, habits: Counter[MarkerFamily]
) -> tuple[int, int]:
    """What decides between two families that a list has as often: on top the norm first, else the habit."""
    is_usual = int(_is_usual_child(parent, family))
    return (is_usual, habits[family]) if parent is None else (habits[family], is_usual)


def _is_usual_child(parent: MarkerFamily | None, family: MarkerFamily) -> bool:
    """Whether GB/T 9704 7.3.3 puts the family right below its parent (一、 on top)."""
    above = RANKS[MarkerFamily.CHINESE] - 1 if parent is None else RANKS[parent]
    return RANKS[family] == above + 1


def _mixed_signs(document: Document, part: Part, steps: Sequence[Step]) -> Iterator[Defect]:
    """⒊ among 1. 2., ㈢ among （一） （二）, 第2条 among 第一条: the number written in another way."""
    markers = [part.items[step.item].marker for step in steps if step.relation is not Relation.STRAY]
    for family in {marker.family for marker in markers} & _WRITTEN_TWO_WAYS:
        ways: dict[bool, list[Marker]] = {False: [], True: []}
        for marker in markers:
            if marker.family is family:
                ways[_is_short(document, marker)].append(marker)
        odd, usual = sorted(ways.values(), key=len)
        for marker in odd if len(odd) < len(usual) else ():
            values = {"marker": marker_text(document, marker), "expected": _like(document, usual[0], marker)}
            yield Defect("style", Hit(marker.span, values, related=(Place(usual[0].span, "sibling"),)))


def _is_short(document: Document, marker: Marker) -> bool:
    """Whether a marker is one character that holds its number, or an article counts in figures."""
    text = marker_text(document, marker)
    return text[0] in SIGNS or (marker.family in LAW_FAMILIES and any(map(str.isdigit, text)))


def _like(document: Document, usual: Marker, marker: Marker) -> str:
    """The number of a marker, written the usual way."""
    text = marker_text(document, usual)
    if text[0] in SIGNS:
        return chr(ord(text[0]) + marker.value - usual.value)
    return like(document, usual, marker.value)


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
