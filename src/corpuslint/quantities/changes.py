"""Changes against the figures they are made of: 由10亿元增加到12亿元，增长15%; 由5.2%提高到4.8%.

Two forms are read: from one figure to another (由 … 提高到 …), and one against an earlier (40件，比上年的
50件). The verb must point the way the figures go, and the change that follows must be their difference,
their difference in percentage points, or their ratio.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.corpus.document import Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place
from corpuslint.quantities.figure import Figure, quoted, read, written

CUE = late(r"[由从].{0,40}?[到至为]|[比较].{0,16}?\d")
_UP = "提高|增加|上升|增长|提升|扩大|扩增|增至|升至|上涨|发展|壮大|攀升"
_DOWN = "下降|降低|减少|降至|减至|缩短|压缩|压减|缩减|减小|回落|下跌|精简|降"
_FROM = late(r"(?:由|从)[^，,。；;由从]{0,24}$")
_TO = late(
    rf"^[一-鿿]{{0,3}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:到|至|为)?(?:[一-鿿]{{0,4}}|20\d\d年[一-鿿]{{0,4}}?)的?$"
)
_ARRIVES = late(r"[到至为]")
_THAN = late(r"^[一-鿿]{0,4}[，,（(]?(?:比|较)[^，,。；;\d]{0,8}(?:20\d\d年)?[^，,。；;\d]{0,6}的?$")
_VERB = late(f"{_UP}|{_DOWN}")
_CHANGED = late(
    rf"^[一-鿿]{{0,4}}?[，,、（(]?(?:同比|比上年|较上年|共|累计|五年|[两三四]年)?(?:(?P<up>{_UP}|增幅|涨幅|净增)|(?P<down>{_DOWN}|降幅))"
    r"(?:了|幅度?|率|达到?|为){0,2}$"
)
_NOT_SIMPLE = late("年均|平均|可比|不变价|同口径|剔除|扣除|生产总值|增加值|名义|实际增")
_IN_LIST = late(r"[、和与及]\d")
_RANKED = frozenset("位名级类等档")


class _Change(NamedTuple):
    before: Figure
    after: Figure
    is_up: bool | None  # what the verb between them says; None where there is none


def changes(text: str, sentence: Span) -> Iterator[Hit]:
    """Changes of a sentence that its own figures contradict."""
    figures = read(text, sentence)
    for index in range(len(figures) - 1):
        change = _change(text, sentence, figures[index], figures[index + 1])
        if change is None:
            continue
        if change.is_up is not None and _points_wrong(change, is_up=change.is_up):
            yield _hit("direction", text, change, change.after)
        elif index + 2 < len(figures):
            yield from _stated(text, sentence, change, figures[index + 2])


def _change(text: str, sentence: Span, first: Figure, second: Figure) -> _Change | None:
    """What two figures that follow each other say of a change, if anything."""
    if first.unit != second.unit or not first.unit or first.unit in _RANKED:
        return None
    if first.is_loose or second.is_loose or not first.value:
        return None
    if _IN_LIST.match(text, second.end) or text[max(sentence.start, first.span.start - 1)] in "、和与及":
        return None  # 209元、280元提高到217元、290元: each of one list against its partner in the other
    between = text[first.end : second.span.start]
    if len(between) > 24:
        return None
    if _FROM.search(text[max(sentence.start, first.span.start - 26) : first.span.start]):
        if (to := _TO.match(between)) and _ARRIVES.search(between):
            return _Change(first, second, to["up"] is not None)
    elif _THAN.match(between) and not _VERB.search(between):
        return _Change(second, first, None)
    return None


def _points_wrong(change: _Change, *, is_up: bool) -> bool:
    rise = change.after.value - change.before.value
    margin = max(change.before.margin, change.after.margin)
    return rise < -margin if is_up else rise > margin


def _stated(text: str, sentence: Span, change: _Change, told: Figure) -> Iterator[Hit]:
    """The change as the text gives it, held against the two figures."""
    end = max(change.before.end, change.after.end)
    verb = _CHANGED.match(text[end : told.span.start]) if told.span.start - end < 16 else None
    if verb is None or told.is_loose:
        return
    if _points_wrong(change, is_up=verb["up"] is not None):
        yield _hit("direction", text, change, told)
        return
    start = max(text.rfind(stop, sentence.start, change.before.span.start) for stop in "，,；;")
    whole_form = text[max(sentence.start, start) : told.span.start]
    expected = _expected(change, told)
    if expected is None or _NOT_SIMPLE.search(whole_form):
        return
    value, margin = expected
    if abs(told.value - value) <= margin:
        return
    if told.unit == "倍" and abs(told.value - value - 1) <= margin:
        return  # 增长到3倍 is often written 增长3倍
    yield _hit("change", text, change, told, written(round(value, 2)) + told.unit)


def _expected(change: _Change, told: Figure) -> tuple[float, float] | None:
    """The size of a change as `told` measures it, and how far the written digits leave it open.

    None where that unit does not measure it. Where all three are whole numbers, the figures are taken at
    their word: a change that was made from finer ones is written with a decimal.
    """
    before, after = change.before, change.after
    is_plain = before.is_whole and after.is_whole and told.is_whole
    size, margin = abs(after.value - before.value), 0.0 if is_plain else before.margin + after.margin
    is_share = before.unit in ("%", "‰")
    if told.unit in ("个百分点", "百分点"):
        return (size, margin if is_plain else margin + told.margin) if before.unit == "%" else None
    if told.unit in ("%", "倍") and not is_share:
        factor = 100.0 if told.unit == "%" else 1.0
        ratio = size / before.value
        finest = 2 * told.margin if told.unit == "%" or not told.is_whole else 0.5
        return factor * ratio, factor * margin * (1 + ratio) / before.value + finest
    if told.unit != before.unit or is_share:
        return None
    return size, (0.0 if is_plain and told.scale == before.scale == after.scale else margin + told.margin)


def _hit(variant: str, text: str, change: _Change, told: Figure, expected: str = "") -> Hit:
    before, after = _with_unit(text, change.before), _with_unit(text, change.after)
    values = {"before": before, "after": after, "told": _with_unit(text, told), "expected": expected}
    related = (Place(change.before.span, "before"), Place(change.after.span, "after"))
    return Hit(Span(told.span.start, told.end), values, variant, related, confidence=Confidence.MEDIUM)


def _with_unit(text: str, figure: Figure) -> str:
    return quoted(text, figure) if figure.unit in ("%", "‰") else text[figure.span.start : figure.end]
