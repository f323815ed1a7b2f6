"""Labels of parts: whether they exclude each other, and whether they make up their whole.

Parts add up only where nothing is counted twice: 省级, 市级, 县级 exclude each other, 女性 and 党员 do not.
Labels exclude each other where all stand on one axis (a table below), or where they are alike but for one
distinguishing word (农村支部, 机关支部) that names no trait. They make up the whole where the axis has no
other member (男, 女), or where the last one is the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from corpuslint.expressions import late


class Kinship(Enum):
    """How the labels of parts stand to each other."""

    CLOSED = "they are all the parts there are"
    DISJOINT = "nothing is counted twice, but others may be unnamed"
    ALIKE = "built alike, so most likely counted once"
    UNKNOWN = "they may overlap"


class _Axis(NamedTuple):
    """Members that exclude each other (expressions, the most telling first); sets that leave nothing out."""

    members: tuple[str, ...]
    closed: tuple[frozenset[int], ...] = ()


_AXES = (
    _Axis(("男", "女"), (frozenset({0, 1}),)),
    _Axis(("第?一季度", "第?二季度", "第?三季度", "第?四季度"), (frozenset({0, 1, 2, 3}),)),
    _Axis(("上半年", "下半年"), (frozenset({0, 1}),)),
    _Axis(("一产|第一产业", "二产|第二产业", "三产|第三产业"), (frozenset({0, 1, 2}),)),
    _Axis(("城镇|城市|城区", "农村|乡村"), (frozenset({0, 1}),)),
    _Axis(("规模以上|规上", "规模以下|规下"), (frozenset({0, 1}),)),
    _Axis(("公办", "民办"), (frozenset({0, 1}),)),
    _Axis(("(?<!进)出口", "进口"), (frozenset({0, 1}),)),
    _Axis(("在职|在岗", "离?退休"), ()),
    _Axis(
        ("不满意", "基本满意|比较满意", "非常满意|很满意", "满意"),
        (frozenset({0, 1, 3}), frozenset({0, 1, 2, 3})),
    ),
    _Axis(
        ("不合格|不称职|不达标", "基本合格|基本称职", "优秀", "良好", "合格|称职|达标"),
        (frozenset({0, 4}), frozenset({0, 1, 4}), frozenset({0, 1, 2, 4}), frozenset({0, 1, 2, 3, 4})),
    ),
    _Axis(
        (
            "自筹",
            "捐赠|捐款|捐资",
            "贷款|融资",
            "债券",
            "企业",
            "社会",
            "财政|中央|省级?|市级?|县级?|区级?|上级|专项",
        )
    ),
    _Axis(("国家级?|中央", "省级?", "市级?", "县级?|区级?", "乡镇|[镇乡]级?", "村级?")),
    _Axis(("幼儿园|学前", "小学", "初中", "高中", "中专|中职", "大专|专科", "本科", "硕士|研究生", "博士")),
    _Axis(("大型", "中型", "小型", "微型")),
    _Axis(("来信", "来访", "来电|电话", "网上|网络|网站|微信")),
    _Axis(("第[一1]", "第[二2]", "第[三3]", "第[四4]", "第[五5]", "第[六6]")),
    _Axis(("党政机关|机关", "农村", "国有企业|企业", "学校", "社区")),
)
_STATES = late(r"(?P<state>尚未|已经?|未|正在|待|拟)(?P<stem>[一-鿿]{1,6})")
_STATE_AXIS = {"已": 0, "已经": 0, "未": 1, "尚未": 1, "待": 1, "正在": 2, "拟": 2}
_DENIAL = late(r"(?:尚未|未|非|不)(?P<stem>[一-鿿]{2,6})$")
_YEAR = late(r"(?<!\d)((?:19|20)\d\d)年")
_YEARS_TOLD = late(r"([二两三四五六七八九十2-9])年(?:来|间|共|累计|内)")
_YEAR_COUNTS = {"两": 2, **{character: index for index, character in enumerate("零一二三四五六七八九十")}}
_REST = late(r"^(?:其余|其他|其它|剩余|余下)")
_TRAITS = late(
    "女|男|民族|党员|团员|[岁龄]|学历|文化程度|职称|职务|以上|以下|骨干|先进|优秀|贫困|困难|残疾|重点|示范|新[增建招]|当年|本年"
    "|年内|涉农|小微|普惠|民营|科技|绿色|应届|面向|毕业|研究生|含|包括|双重|兼|获|参加|参与|同比|比上年|较上年|增长|增加|减少|下降|占|受益|涉及|惠及|带动|投资|完成|实现|结余"
)
_NO_LABEL = late(r"^(?:其中|分别|即|全年|目前|有|为|是|共|了|完成|实现|投入|落实|安排|争取|[\s“”\"《》])+")
_NO_TAIL = late(r"(?:完成|投入|投资|落实|安排|筹集|补助|资金|有|为|达到?|是|共|计|了|约|[\s“”\"《》])+$")


def kinship(labels: Sequence[str], context: str = "") -> Kinship:
    """How labels stand to each other; `context` is the text before their total (三年来)."""
    labels = [_NO_TAIL.sub("", _NO_LABEL.sub("", label)) for label in labels]
    if len(labels) < 2 or not all(labels):
        return Kinship.UNKNOWN
    if _REST.match(labels[-1]):
        return Kinship.CLOSED
    if any(re.search("以上|以下|含|双重", label) for label in labels if not label.startswith("规模")):
        return Kinship.UNKNOWN
    known = _on_denial(labels) or _on_states(labels) or _on_years(labels, context) or _on_axes(labels)
    return known or (Kinship.ALIKE if _are_alike(labels) else Kinship.UNKNOWN)


def _on_axes(labels: Sequence[str]) -> Kinship | None:
    for axis in _AXES:
        places = [_place(label, axis.members) for label in labels]
        if None not in places and len(set(places)) == len(places):
            return Kinship.CLOSED if frozenset(places) in axis.closed else Kinship.DISJOINT
    return None


def _place(label: str, members: Sequence[str]) -> int | None:
    """The one member that a label names."""
    return next((index for index, member in enumerate(members) if re.search(member, label)), None)


def _on_denial(labels: Sequence[str]) -> Kinship | None:
    """审结, 未审结; 党员, 非党员: a thing and its denial."""
    if len(labels) != 2:
        return None
    affirmed, denied = sorted(labels, key=lambda label: _DENIAL.search(label) is not None)
    found = _DENIAL.search(denied)
    is_same = found and (affirmed.endswith(found["stem"]) or affirmed.removeprefix("已") == found["stem"])
    return Kinship.CLOSED if is_same and not _DENIAL.search(affirmed) else None


def _on_states(labels: Sequence[str]) -> Kinship | None:
    """已脱贫, 未脱贫: the same thing done, and not done."""
    found = [_STATES.search(label) for label in labels]
    states = [match for match in found if match]
    if len(states) < len(labels):
        return None
    shared = set.intersection(*(set(match["stem"]) for match in states))
    places = {_STATE_AXIS[match["state"]] for match in states}
    if not shared or len(places) < len(states):
        return None
    return Kinship.CLOSED if {0, 1} <= places else Kinship.DISJOINT


def _on_years(labels: Sequence[str], context: str) -> Kinship | None:
    years = [match[1] for label in labels if (match := _YEAR.search(label))]
    if len(set(years)) < len(labels) or len(years) < len(labels):
        return None
    told = _YEARS_TOLD.search(context)
    count = _YEAR_COUNTS.get(told[1]) or int(told[1]) if told else 0
    return Kinship.CLOSED if count == len(years) else Kinship.DISJOINT


def have_traits(labels: Sequence[str]) -> bool:
    """Whether a label names something that may be true of several parts at once, or no part at all."""
    return any(_TRAITS.search(label) for label in labels)


def _are_alike(labels: Sequence[str]) -> bool:
    """One frame, and a different word in each that names no trait."""
    head = _shared(labels)
    tail = _shared([label[len(head) :][::-1] for label in labels])
    own = [label[len(head) : len(label) - len(tail)] for label in labels]
    if not (head or tail) or len(set(own)) < len(own) or not all(own):
        return False
    return not any(_TRAITS.search(words) or len(words) > 8 for words in own)


def _shared(words: Sequence[str]) -> str:
    """What all words begin with."""
    first, last = min(words), max(words)
    end = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:end]
