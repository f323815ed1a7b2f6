"""Titles that run into the body: 讲话稿同志们：今天…, 计划书 为认真贯彻…, 材料1周秀芳…."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.expressions import late

_GENRES = (
    "(?:讲话稿?|发言稿?|演讲稿|致辞|主持词|述职报告|工作报告|调研报告|工作总结|总结|实施方案|工作方案|方案"
    "|计划书?|工作要点|汇报材料|事迹材料|心得体会|倡议书|通知|意见)"
)
_NOTE = r"(?:[（(【\[][^（()）【】\[\]]{1,12}[）)】\]])?[ \t\u3000]{0,4}"
_GREETED = late(
    rf"(?P<title>[^。，；：:！？]{{2,48}}?{_GENRES}){_NOTE}"
    r"(?P<body>(?:尊敬的|亲爱的)?(?:同志们|各位(?:领导|代表|委员|同志|来宾|老师)|老师们|同学们|朋友们)"
    r"[^。；]{0,24}[:：！!])"
)
_OPENED = late(
    rf"(?P<title>[^。，；：:！？]{{2,48}}?{_GENRES})[ \t\u3000]{{1,4}}"
    r"(?P<body>为(?:了|认真|深入|全面|进一步|切实|贯彻|加强|确保|推进|扎实|做好)|根据|按照|今年以?来|近年来|[0-9]{4}年[,，以来])"
)
_NUMBERED = late(r"(?P<title>[^。，；：:！？0-9]{4,30})[0-9一二三四五六七八九十]{1,2}(?P<body>[一-鿿]{2})")
_LEAST_BODY = 30  # characters of text behind a title
_SHORTEST = 6  # characters of a title
_TOP = 4  # blocks from the start of a file or of one of its documents


class FusedTitle(NamedTuple):
    """A title and where the text that runs into it begins."""

    title: Span
    body: int


def fused_titles(document: Document) -> Iterator[FusedTitle]:
    """The titles above or within a file that have their text on the same line."""
    tops = {part.start + offset for part in document.outline.parts for offset in range(_TOP)}
    names: set[str] = set()
    for block in document.blocks:
        line = document.text[block.span.start : min(block.span.end, block.span.start + 80)]
        if block.marker is None and block.span.end - block.span.start > _LEAST_BODY:
            found = _found(document, block, line, names, is_top=block.index in tops)
            if found is not None:
                yield found
        elif block.marker is None and block.index < _TOP:
            names.add(line.partition("(")[0].partition("（")[0].strip())


def _found(
    document: Document, block: Block, line: str, names: set[str], *, is_top: bool
) -> FusedTitle | None:
    """The title at the beginning of a paragraph, if there is one."""
    patterns = (_GREETED, _OPENED, _NUMBERED) if is_top else (_NUMBERED,)
    for pattern in patterns:
        match = pattern.match(line)
        if match is None or len(match["title"]) < _SHORTEST:
            continue
        if pattern is _NUMBERED and match["title"] not in names:
            continue
        start = block.span.start
        body = start + match.start("body")
        if block.span.end - body >= _LEAST_BODY:
            return FusedTitle(Span(start, body), body)
    return None
