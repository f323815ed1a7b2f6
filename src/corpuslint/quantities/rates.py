"""Rates against the counts they are made of, and shares of more than the whole.

A rate is compared with two counts only where it is clear what was divided by what: one count is named by the
verb of the rate (通过10人 … 通过率), both say what they are (应到50人，实到45人), or the rate is "of" a count
(完成全年任务5000人的98%).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpuslint.corpus.document import Span
from corpuslint.expressions import late
from corpuslint.findings import Hit, Place
from corpuslint.quantities.figure import Figure, read

CUE = late("[率占]|的[0-9.]{1,6}[%％]")
_RATE = late(
    r"(?P<name>[\u4e00-\u9fff]{2,10}率|占比?)(?:[均已]?[达到为是有]{1,2}|高达|仅为|约为)?"
    r"(?P<number>\d{1,4})(?P<fraction>\.\d{1,4})?[%％]"
)
_OF = late(
    r"(?P<name>占|完成|达到?|相当于)[^，,。；;\d]{0,12}?\d[\d.,]{0,14}[万亿]{0,2}[一-鿿]{1,2}?的"
    r"(?P<number>\d{1,4})(?P<fraction>\.\d{1,4})?[%％]"
)
_OF_WHOLE = late(
    r"占(?P<name>[^，,。；;\d]{0,8}(?:总数|总人数|总量|总额|总户数|总面积|全部|应[到参][^，,。；;\d]{0,4}))的?"
    r"(?P<number>\d{3,4})(?P<fraction>\.\d{1,4})?[%％]"
)
_PLANNED = late(r"计划|任务|目标|预算|指标|上年|去年|同期|[债贷]|生产总值")
_OBJECT = 16  # characters before a count in which stands what is counted
_CLAUSE_START = late(r"[，,、：:（(]")
_PREFIX = late(r"按[时期]|及时|依法|如期|[底前]|[了已共计达为数约有的其中全部均]|人数|总数|实际")
_WHOLE = late(r"(?:应|共|总计?|合计|累计|计划|参加|报名|发放|发出|受理|收到)[一-鿿]{0,8}$")
_PART = late(r"(?:其中|现已|目前)?(?:实际|参加|参与|已|实|完成|其中|合格|通过|收回|回收|办结)")
_RATE_NEAR = late(r"[\u4e00-\u9fff]{1,2}[，,]?")
_SAME_VERBS = {"结案": ("审结", "办结"), "办结": ("办理完毕",), "回收": ("收回",), "到会": ("实到",)}
_VERB_REACH = 4  # characters between a count and the verb of its rate

# Rates that are a share of a whole. 完成率, 增长率, 毛入学率, 拨备覆盖率 and their like may exceed 100 %.
_SHARES = late(
    r"(?:覆盖|参保|参合|接种|合格|就诊|签约|入学|入园|通过|建档|报告|普及|办结|满意|治愈|出勤|知晓|绿化|整改"
    r"|达标|优良|优秀|准确|及时|录取|升学|就业|巩固|检出|治疗|随访|管理|规范管理|开放|激活|注册|投票|支持|参训|参学"
    r"|参会|参评|参考|参检|到会|到课|出席|回收|收回|答复|入户|走访|见面|完好|保存|存活|在岗|持证|公开|采纳|化解"
    r"|查处|破案|受理|回复|成活|死亡|失业|贫困发生|复发|转诊|住院分娩|筛查|检测|抽检合格|验收合格|空置|入住|脱贫)率$"
)
_MAY_EXCEED = late(
    r"(?:毛入[学园]|拨备覆盖|流动性覆盖|保障覆盖|利息覆盖|拨备|床位使用|外贸依存|超额\w{0,4}"
    # of things of which one household or person may have two
    r"|(?:移动|电话|手机|宽带|网络|互联网|电视|彩电|冰箱|洗衣机|空调|电脑|计算机|汽车|轿车|摩托车|终端)[一-鿿]{0,4}普及)率$"
)


def rates(text: str, sentence: Span) -> Iterator[Hit]:
    """Rates of a sentence that its counts contradict, and shares of more than the whole."""
    start = sentence.start
    for rate in _RATE.finditer(text, *sentence):
        stated, span = _stated(rate), Span(rate.start("number"), rate.end())
        if stated > 100:
            # 占 is no rate of this kind: 占计划的120%.
            if _SHARES.search(rate["name"]) and not _MAY_EXCEED.search(rate["name"]):
                yield Hit(span, {"rate": text[span.start : span.end], "name": rate["name"]}, "over")
        else:
            within = Span(start, rate.start())
            counts = read(text, within)
            exact = [count for count in counts if not count.is_loose]
            pair = _named_pair(text, within, exact, rate["name"][-3:-1]) or _told_pair(text, within, exact)
            yield from _contradicted(text, pair, rate, span)
        start = rate.end()
    yield from _of_counts(text, sentence)


def _stated(rate: re.Match[str]) -> float:
    return float(rate["number"] + (rate["fraction"] or ""))


def _of_counts(text: str, sentence: Span) -> Iterator[Hit]:
    """Rates that name what they are of: 完成全年任务5000人的98%, 占总数的130%."""
    for rate in _OF.finditer(text, *sentence):
        counts = read(text, Span(sentence.start, rate.start("number")))
        if not counts or counts[-1].span.start < rate.start():
            continue  # 占的比重由1954年的4%: the year is no count that a share could be of
        like = [count for count in counts if count.unit == counts[-1].unit]
        if len(like) == 2 and not any(count.is_loose for count in like) and like[0].unit:
            span = Span(rate.start("number"), rate.end())
            yield from _contradicted(text, (like[0], like[1]), rate, span, may_exceed=True)
    for rate in _OF_WHOLE.finditer(text, *sentence):
        if _stated(rate) > 100 and not _PLANNED.search(text, sentence.start, rate.start("number")):
            span = Span(rate.start("number"), rate.end())
            yield Hit(span, {"rate": text[span.start : span.end], "name": f"占{rate['name']}"}, "over")


def _contradicted(
    text: str,
    pair: tuple[Figure, Figure] | None,
    rate: re.Match[str],
    span: Span,
    *,
    may_exceed: bool = False,
) -> Iterator[Hit]:
    """A hit where the two counts that a rate is made of give another rate."""
    if pair is None:
        return
    part, whole = pair
    if not part.value or not whole.value or (whole.value < part.value and not may_exceed):
        return
    stated, decimals = _stated(rate), max(0, len(rate["fraction"] or "") - 1)
    open_by = 0.0 if may_exceed and whole.is_whole else whole.margin  # 计划8亿元 is not rounded
    low = 100 * (part.value - part.margin) / (whole.value + open_by)
    most = max(whole.value - open_by, whole.value / 2 if may_exceed else part.value)
    high = 100 * (part.value + part.margin) / most
    digit = 10.0**-decimals
    if low - digit < stated < high + digit:
        return
    values = {
        "rate": text[span.start : span.end],
        "expected": f"{100 * part.value / whole.value:.{max(1, decimals)}f}%",
        "name": "占比" if rate["name"] == "占" else rate["name"],
        "part": text[part.span.start : part.span.end],
        "whole": text[whole.span.start : whole.span.end],
    }
    yield Hit(span, values, "rate", related=(Place(part.span, "part"), Place(whole.span, "whole")))


def _told_pair(text: str, within: Span, counts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
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


def _named_pair(text: str, within: Span, counts: Sequence[Figure], verb: str) -> tuple[Figure, Figure] | None:
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


def _is_named(text: str, within: Span, count: Figure, verb: str) -> bool:
    """Whether the verb of the rate stands right before or after a count: 通过10人, 10人通过."""
    before = text[max(within.start, count.span.start - len(verb) - _VERB_REACH) : count.span.start]
    after = text[count.span.end : min(within.end, count.span.end + len(verb) + 1)]
    return any(word in before or word in after for word in (verb, *_SAME_VERBS.get(verb, ())))


def _is_of_same(text: str, within: Span, part: Figure, whole: Figure, verb: str) -> bool:
    """Whether two counts are of the same things: the part names none of its own, or what the whole names.

    收到建议20件，办结18件 and 10人通过 do; 办结热线工单43件，受理投诉186件 do not.
    """
    clause = _clause_before(text, within, part)
    told = next((word for word in (verb, *_SAME_VERBS.get(verb, ())) if word in clause), verb)
    subject, _, named = clause.rpartition(told)
    whole_clause = _clause_before(text, within, whole)
    own = [words for words in (_PREFIX.sub("", subject), _PREFIX.sub("", named)) if len(words) > 1]
    if not all(words in whole_clause for words in own):
        return False
    return whole.span.start < part.span.start or bool(own) or _WHOLE.search(whole_clause) is not None


def _clause_before(text: str, within: Span, count: Figure) -> str:
    """What stands before a count in its own clause."""
    return _CLAUSE_START.split(text[max(within.start, count.span.start - _OBJECT) : count.span.start])[-1]
