"""Figures of one sentence that contradict each other: sums that do not add up, rates that do not follow.

A total and its parts are compared only where they nearly agree: parts are seldom all named, but parts that
miss their total by one digit or by half a percent were meant to make it up, and so were three or more that
follow it one after another and miss it by a tenth. A rate is compared with two counts only where one of them
is named by the verb of the rate (通过10人 … 通过率), or where both say what they are (应到50人，实到45人), so
that it is clear what was divided by what. Written precision is honoured: 1.2万人 is anything from 11,500 to
12,500.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place

_SENTENCE = late(r"[^。！？!?；;\r\n]+")
_COUNT = late(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,15})(?P<fraction>\.\d{1,6})?(?P<scale>[万亿]?)"
    r"(?![\d.]|[余多几年月日时届号%％‰])(?P<unit>[\u4e00-\u9fff]?)"
)
_APPROXIMATE = late(r"(?:(?<![签条预节制合])约|近|超|超过|逾|不足|至少|平均)$")
_SCALES = {"": 1.0, "万": 1e4, "亿": 1e8}
_TOTAL = late(r"(?:共计|合计|总计|总数|累计|总共|共)[\u4e00-\u9fff]{0,6}$")
_RATE = late(
    r"(?P<name>[\u4e00-\u9fff]{2,10}率|占比?)(?:[均已]?[达到为是有]{1,2}|高达|仅为|约为)?"
    r"(?P<number>\d{1,4})(?P<fraction>\.\d{1,4})?[%％]"
)
_ANNOUNCED = late(r"[\u4e00-\u9fff]{0,2}(?:[，,]其中|[：:])(?!第)")  # a total that its parts follow
_BETWEEN_PARTS = late(r"[\u4e00-\u9fff（）“”·/]{0,4}[、，,和][^\d，,、。]{1,16}$")
_OPEN_LIST = late(r"[\u4e00-\u9fff]{0,2}(?:等|以上|左右|不等)")
_LISTED_PARTS = 3  # parts named one after another that were meant to be all
_LISTED_MISS = 0.1  # share of the total by which such parts may miss it and still be meant to make it up
_TOTAL_DIGITS = 3  # a total of fewer digits is too easily missed by one of them
_MOST_PARTS = 12  # parts read on either side of a total
_NEARLY = 0.005
_OBJECT = 16  # characters before a count in which stands what is counted
_CLAUSE_START = late(r"[，,、：:（(]")
_PREFIX = late(r"[了已共计达为数约有的其中全部均]|人数|总数|实际")
_WHOLE = late(r"(?:应|共|总计?|合计|累计|计划)[一-鿿]{0,8}$")
_PART = late(r"(?:其中|现已|目前)?(?:实际|已|实|完成|其中)")
_RATE_NEAR = late(r"[\u4e00-\u9fff]{1,2}[，,]?")
_VERB_REACH = 4  # characters between a count and the verb of its rate

# Rates that are a share of a whole. 完成率, 增长率, 毛入学率, 拨备覆盖率 and their like may exceed 100 %.
_SHARES = late(
    r"(?:覆盖|参保|参合|接种|合格|就诊|签约|入学|入园|通过|建档|报告|普及|到位|办结|满意|治愈|出勤|知晓|绿化|整改"
    r"|达标|优良|准确|及时|使用|录取|升学|就业|巩固|检出|治疗|随访|管理|规范管理|开放|激活|上线|注册|投票|支持"
    r"|查处|破案|受理|回复|化解|成活|死亡|失业|贫困发生|复发|转诊|住院分娩|筛查|检测|抽检合格|验收合格|满意)率$"
)
_MAY_EXCEED = late(r"(?:毛入学|拨备覆盖|流动性覆盖|拨备|外贸依存|超额\w{0,4})率$")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is compared: `sum` (a total with its parts) or `rate` (a rate with its counts, or with 100 %)."""

    compare: Literal["sum", "rate"]


class _Count(NamedTuple):
    """A count as written: its span, its value, half of its last written digit, its unit."""

    span: Span
    value: float
    margin: float
    unit: str


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each total or rate that contradicts its own sentence."""
    judge = _sums if params.compare == "sum" else _rates
    cue = re.compile("[共计数：:]|其中") if params.compare == "sum" else re.compile("[率占]")
    for sentence in _SENTENCE.finditer(document.text):
        if cue.search(sentence[0]):
            yield from judge(document.text, Span(*sentence.span()))


def _counts(text: str, within: Span) -> list[_Count]:
    """Counts that are exact as written; 约30人 and 30余人 are not."""
    found = []
    for match in _COUNT.finditer(text, *within):
        if _APPROXIMATE.search(text[max(within.start, match.start() - 2) : match.start()]):
            continue
        fraction, scale = match["fraction"] or "", _SCALES[match["scale"]]
        value = float(match["number"].replace(",", "") + fraction) * scale
        exact = not fraction and not match["scale"]
        margin = 0.0 if exact else scale * 10.0 ** (1 - len(fraction) if fraction else 0) / 2
        end = match.end() if not match["unit"] else match.end() - 1
        found.append(_Count(Span(match.start(), end), value, margin, match["unit"]))
    return found


def _sums(text: str, sentence: Span) -> Iterator[Hit]:
    counts = _counts(text, sentence)
    for index, total in enumerate(counts):
        if _ANNOUNCED.match(text, total.span.end, sentence.end):
            listed = _listed(text, sentence, total, counts[index + 1 :])
            if _misses(sum(part.value for part in listed), total, listed):
                yield _sum_hit(text, total, listed)
                continue
        if not _TOTAL.search(text[max(sentence.start, total.span.start - 10) : total.span.start]):
            continue
        for near in (
            counts[index + 1 : index + 1 + _MOST_PARTS],
            counts[max(0, index - _MOST_PARTS) : index],
        ):
            parts = _like(near, total)
            added = sum(part.value for part in parts)
            if len(parts) > 1 and _is_near_miss(added, total, parts):
                yield _sum_hit(text, total, parts)
                break


def _sum_hit(text: str, total: _Count, parts: Sequence[_Count]) -> Hit:
    added = _written(sum(part.value for part in parts))
    values = {"total": text[total.span.start : total.span.end], "sum": added}
    return Hit(total.span, values, "sum", related=tuple(Place(part.span, "part") for part in parts))


def _listed(text: str, sentence: Span, total: _Count, counts: Sequence[_Count]) -> list[_Count]:
    """The counts that follow one another after a total, each with its name and unit; none of an open list."""
    parts: list[_Count] = []
    for count in counts[:_MOST_PARTS]:
        between = text[parts[-1].span.end : count.span.start] if parts else "，"
        if count.unit != total.unit or count.value >= total.value or _TOTAL.search(between):
            break
        if parts and not _BETWEEN_PARTS.match(between):
            break
        parts.append(count)
    is_open = parts and _OPEN_LIST.match(text, parts[-1].span.end, sentence.end)
    return [] if is_open or len(parts) < _LISTED_PARTS else parts


def _misses(added: float, total: _Count, parts: Sequence[_Count]) -> bool:
    """Whether parts that were meant to be all of a total do not quite make it up."""
    margin = total.margin + sum(part.margin for part in parts) + 1e-9 * total.value
    return bool(parts) and margin < abs(added - total.value) <= _LISTED_MISS * total.value


def _like(counts: Sequence[_Count], total: _Count) -> list[_Count]:
    """The counts that may be parts: of the total's unit, or of none, and smaller."""
    return [count for count in counts if count.unit in (total.unit, "") and count.value < total.value]


def _is_near_miss(added: float, total: _Count, parts: Sequence[_Count]) -> bool:
    margin = total.margin + sum(part.margin for part in parts)
    difference = abs(added - total.value)
    if difference <= margin + 1e-9 * total.value:
        return False
    if difference <= _NEARLY * total.value:
        return True
    one, other = _written(added), _written(total.value)
    is_long = len(one) == len(other) >= _TOTAL_DIGITS
    return is_long and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _rates(text: str, sentence: Span) -> Iterator[Hit]:
    start = sentence.start
    for rate in _RATE.finditer(text, *sentence):
        stated = float(rate["number"] + (rate["fraction"] or ""))
        span = Span(rate.start("number"), rate.end())
        if stated > 100:
            # 占 is no rate of this kind: 占计划的120%.
            if _SHARES.search(rate["name"]) and not _MAY_EXCEED.search(rate["name"]):
                yield Hit(span, {"rate": text[span.start : span.end], "name": rate["name"]}, "over")
        elif hit := _contradicted(text, Span(start, rate.start()), rate, stated, span):
            yield hit
        start = rate.end()


def _contradicted(text: str, within: Span, rate: re.Match[str], stated: float, span: Span) -> Hit | None:
    """A hit where the two counts that a rate is made of give another rate."""
    counts = _counts(text, within)
    pair = _named_pair(text, within, counts, rate["name"][-3:-1]) or _told_pair(text, within, counts)
    if pair is None or pair[1].value < pair[0].value or not pair[0].value:
        return None
    part, whole = pair
    low = 100 * (part.value - part.margin) / (whole.value + whole.margin)
    high = 100 * (part.value + part.margin) / max(whole.value - whole.margin, part.value)
    digit = 10.0 ** -max(0, len(rate["fraction"] or "") - 1)
    if low - digit < stated < high + digit:
        return None
    expected = f"{100 * part.value / whole.value:.{max(1, len(rate['fraction'] or '') - 1)}f}%"
    name = "占比" if rate["name"] == "占" else rate["name"]
    values = {"rate": text[span.start : span.end], "expected": expected, "name": name}
    return Hit(span, values, "rate", related=(Place(part.span, "part"), Place(whole.span, "whole")))


def _told_pair(text: str, within: Span, counts: Sequence[_Count]) -> tuple[_Count, _Count] | None:
    """Part and whole where the rate follows two counts at once and both say what they are.

    应到50人，实到45人，到会率 and 共有村60个，已通车57个，占 do; anything else between or beside does not.
    """
    if len(counts) != 2 or not counts[0].unit or counts[0].unit != counts[1].unit:
        return None
    whole, part = counts
    names_whole = _WHOLE.search(_clause_before(text, within, whole))
    names_part = _PART.match(_clause_before(text, within, part))
    is_near = _RATE_NEAR.fullmatch(text, part.span.end, within.end)
    return (part, whole) if names_whole and names_part and is_near else None


def _named_pair(text: str, within: Span, counts: Sequence[_Count], verb: str) -> tuple[_Count, _Count] | None:
    """Part and whole where the verb of the rate names one count, and only one other is of its unit."""
    parts = [count for count in counts if _is_named(text, within, count, verb)] if verb else []
    if len(parts) != 1:
        return None
    part = parts[0]
    wholes = [
        count
        for count in counts
        if count is not part
        and part.unit
        and count.unit == part.unit
        and _is_of_same(text, within, part, count, verb)
    ]
    return (part, wholes[0]) if len(wholes) == 1 else None


def _is_named(text: str, within: Span, count: _Count, verb: str) -> bool:
    """Whether the verb of the rate stands right before or after a count: 通过10人, 10人通过."""
    before = text[max(within.start, count.span.start - len(verb) - _VERB_REACH) : count.span.start]
    after = text[count.span.end : min(within.end, count.span.end + len(verb) + 1)]
    return verb in before or verb in after


def _is_of_same(text: str, within: Span, part: _Count, whole: _Count, verb: str) -> bool:
    """Whether two counts are of the same things: the part names none of its own, or what the whole names.

    收到建议20件，办结18件 and 10人通过 do; 办结热线工单43件，受理投诉186件 do not.
    """
    subject, _, named = _clause_before(text, within, part).rpartition(verb)
    whole_clause = _clause_before(text, within, whole)
    own = [words for words in (_PREFIX.sub("", subject), _PREFIX.sub("", named)) if len(words) > 1]
    if not all(words in whole_clause for words in own):
        return False
    return whole.span.start < part.span.start or bool(own) or _WHOLE.search(whole_clause) is not None


def _clause_before(text: str, within: Span, count: _Count) -> str:
    """What stands before a count in its own clause."""
    return _CLAUSE_START.split(text[max(within.start, count.span.start - _OBJECT) : count.span.start])[-1]


def _written(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.4f}".rstrip("0")
