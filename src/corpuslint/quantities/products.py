"""So much for each, so many of them, and an amount that is not their product."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Span
from corpuslint.expressions import late
from corpuslint.findings import Confidence, Hit, Place
from corpuslint.quantities.figure import Figure, quoted, read, written

CUE = late(r"每[户人亩座个家名村头棵只辆台套间户]")
_EACH = late(r"每(?P<unit>[户人亩座个家名村头棵只辆台套间])[^，,。；;每月年天日次]{0,8}$")
_AMOUNT = late(r"(?:共计?|合计|总计|发放|补助|兑现|投入|拨付|支付|资金|需)[^，,。；;]{0,8}$")
_GRADED = late(
    r"每[月年天日次季]|标准|最高|最低|不低于|不超过|按|分档|上限|至少|以内|月|年|首[期批付]|其中|第.批|预[付拨]|部分|已|剩余"
)
_LONGEST = 60


def products(text: str, sentence: Span) -> Iterator[Hit]:
    """A rate for each, a count and an amount that stand together and disagree."""
    figures = read(text, sentence)
    for each, count, amount in zip(figures, figures[1:], figures[2:], strict=False):
        before = text[max(sentence.start, each.span.start - 12) : each.span.start]
        told = _EACH.search(before)
        if told is None or not each.unit == amount.unit == "元":
            continue
        if told["unit"] not in (count.unit, text[count.end : count.end + 1]):
            continue
        start, end = each.span.start - len(told[0]), amount.end
        is_plain = end - start <= _LONGEST and not _GRADED.search(text, start, end)
        if not is_plain or any(figure.is_loose for figure in (each, count, amount)):
            continue
        if _AMOUNT.search(text[count.end : amount.span.start]) and not _follows(each, count, amount):
            yield _hit(text, each, count, amount)


def _follows(each: Figure, count: Figure, amount: Figure) -> bool:
    expected = each.value * count.value
    margins = [0.0 if figure.is_whole else figure.margin for figure in (each, count, amount)]
    margin = margins[0] * count.value + margins[1] * each.value + margins[2]
    return abs(expected - amount.value) <= max(margin, 0.01 * expected)


def _hit(text: str, each: Figure, count: Figure, amount: Figure) -> Hit:
    terms = f"{quoted(text, each)} × {quoted(text, count)}"
    expected = written(each.value * count.value, amount, text)
    values = {"terms": terms, "sum": expected, "total": quoted(text, amount)}
    related = (Place(each.span, "each"), Place(count.span, "count"))
    return Hit(amount.span, values, "product", related, confidence=Confidence.MEDIUM)
