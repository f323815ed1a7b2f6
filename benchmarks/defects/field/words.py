"""Places in running text: characters, words, phrases, clauses, sentences, stops."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from benchmarks.defects.field.spots import Place, Spot
from benchmarks.defects.sample import Sample

# Words of two characters that every report has: cut or doubled, any reader sees it.
_COMMON = (
    "完成|推进|建设|开展|加强|机制|项目|企业|部门|会议|服务|制度|责任|群众|实施|组织|全面|政府|发展|管理|提高|单位|问题|落实|培训|改造|"
    "资金|保障|干部|工程|工作|人民|检查|坚持|完善|实现|提升|安全|经济|社会|改革|监督|财政|领导|农村|重点|支持|推动|加快|促进|标准|"
    "严格|规定|措施|意见|要求|继续|进行|环境|教育|文化|医疗|养老|水利|生产|设施|治理|质量|能力|水平|规划|投资|产业|技术|数据|平台|"
    "总结|报告|讲话|座谈|条例|通知|作风|情况|困难|活动|存在|打算|主题|体系"
)
_HALF = {"；": ";", "：": ":", "！": "!", "？": "?"}
_START = 10  # characters at the start of a line that may be its number or its first words


def _in_prose(pattern: str) -> Place:
    """Each match in running text, away from both ends of its line; its named groups are the values."""
    compiled = re.compile(pattern)

    def place(sample: Sample) -> Iterator[Spot]:
        for line in sample.prose:
            for match in compiled.finditer(sample.text, line.start + _START, line.end - 2):
                yield Spot((match.span(),), dict(match.groupdict()))

    return place


def _word(sample: Sample) -> Iterator[Spot]:
    """A common word between other characters, whose own characters do not stand beside it."""
    for match in _common(sample):
        around = sample.text[match.start() - 1] + sample.text[match.end()]
        if not set(match[0]) & set(around):
            yield Spot((match.span(),), {"1": match[0][0], "2": match[0][1]})


def _character(sample: Sample) -> Iterator[Spot]:
    """Either character of a common word."""
    for spot in _word(sample):
        ((start, end),) = spot.spans
        yield Spot(((start, start + 1),))
        yield Spot(((end - 1, end),))


def _common(sample: Sample) -> Iterator[re.Match[str]]:
    pattern = re.compile(rf"(?<=[一-鿿])(?:{_COMMON})(?=[一-鿿])")
    for line in sample.prose:
        yield from pattern.finditer(sample.text, line.start + _START, line.end - _START)


def inside_words(sample: Sample, start: int, end: int) -> Iterator[int]:
    """Offsets between the two characters of each common word of a stretch."""
    for match in re.finditer(_COMMON, sample.text[start:end]):
        yield start + match.start() + 1


def _inside_word(sample: Sample) -> Iterator[Spot]:
    """Between the two characters of a common word; it shows on either side."""
    for match in _common(sample):
        at = match.start() + 1
        yield Spot(((at, at),), claims=(at - 1, at))


def _after_sentence(sample: Sample) -> Iterable[Spot]:
    """After a full stop inside a paragraph; laws are left alone."""
    return () if sample.genre == "law" else _in_prose(r"(?<=。)(?=[一-鿿])")(sample)


def _after(mark: str) -> Place:
    """After a stop inside running text, with words on both sides; it shows on either side."""
    pattern = re.compile(rf"(?<=[一-鿿]{mark})(?=[一-鿿]{{3}})")

    def place(sample: Sample) -> Iterator[Spot]:
        for line in sample.prose:
            for match in pattern.finditer(sample.text, line.start + _START, line.end - _START):
                yield Spot((match.span(),), claims=(match.start() - 1, match.start()))

    return place


def _other_stop(sample: Sample) -> Iterator[Spot]:
    for spot in _in_prose(r"(?<=[一-鿿])[；：！？](?=[一-鿿])")(sample):
        ((start, _),) = spot.spans
        yield Spot(spot.spans, {"half": _HALF[sample.text[start]]})


def _paragraph_start(sample: Sample) -> Iterator[Spot]:
    """Before the first character of a paragraph that begins with words."""
    items = {item.start for items in sample.lists for item in items}
    for line in sample.prose:
        if line.start not in items and "一" <= line.text[0] <= "鿿":
            yield Spot(((line.start, line.start),))


def _middle(sample: Sample) -> Iterator[Spot]:
    """From within a word of one paragraph to within a word of the next."""
    words = [match.start() + 1 for match in _common(sample)]
    for one, other in itertools.pairwise(sample.prose):
        starts = [at for at in words if one.start < at < one.end]
        ends = [at for at in words if other.start < at < other.end]
        if starts and ends:
            yield Spot(((starts[-1], ends[0]),))


def _end_cut(*, of_text: bool, at_stop: bool = False) -> Place:
    """From somewhere in the second half of a paragraph to its end, or to that of the text."""

    def place(sample: Sample) -> Iterator[Spot]:
        lines = sample.prose[-6:] if of_text else sample.prose
        stops = [match.start() for match in re.finditer("[，、；：](?=[一-鿿])", sample.text)]
        words = [match.start() + 1 for match in _common(sample)]
        for line in lines:
            middle = (line.start + line.end) // 2
            for at in stops if at_stop else words:
                if middle <= at < line.end - 6:
                    yield Spot(((at, len(sample.text) if of_text else line.end),), claims=(at - 1,))

    return place


def _start_cut(*, of_text: bool, pattern: str = "") -> Place:
    """From the start of a paragraph, or of the text, to somewhere in the first half of the paragraph."""

    def place(sample: Sample) -> Iterator[Spot]:
        words = [match.start() + 1 for match in _common(sample)]
        found = [match.start() for match in re.finditer(pattern, sample.text)] if pattern else words
        items = {item.start for items in sample.lists for item in items}
        for line in sample.prose[:4] if of_text else sample.prose:
            for at in found:
                if line.start not in items and line.start + 6 < at < (line.start + line.end) // 2:
                    yield Spot(((0 if of_text else line.start, at),))

    return place


_FUNCTION_WORD = r"(?<=[一-鿿])(?:[和与及的了等](?=[一-鿿]{3})|[、，；”》）](?=[一-鿿]))"

WORDS: Mapping[str, Callable[[Sample], Iterable[Spot]]] = {
    "character": _in_prose(r"[一-鿿](?=[一-鿿])"),
    "before a character": _in_prose(r"(?<=[一-鿿])(?=[一-鿿])"),
    "run of characters": _in_prose(r"[一-鿿]{4,7}(?=[一-鿿])"),
    "common word": _word,
    "character of a common word": _character,
    "inside a word": _inside_word,
    "function word": _in_prose(r"(?<=[一-鿿])[的和在了是与对将](?=[一-鿿])"),
    "phrase": _in_prose(r"(?<=[，、。])[一-鿿]{5,9}(?=[，、。])"),
    "clause": _in_prose(r"(?<=，)[^，。；\n]{7,25}，"),
    "sentence": _in_prose(r"(?<=。)[^。\n“”]{15,80}。"),
    "stop": _in_prose(r"(?<=[一-鿿])[，。；、：](?=[一-鿿])"),
    "comma": _in_prose(r"(?<=[一-鿿])，(?=[一-鿿])"),
    "full stop": _in_prose(r"(?<=[一-鿿])。(?=[一-鿿])"),
    "full stop or 、": _in_prose(r"(?<=[一-鿿])[。、](?=[一-鿿])"),
    "other stop": _other_stop,
    "after a stop": _in_prose(r"(?<=[，。；])(?=[一-鿿])"),
    "after a sentence": _after_sentence,
    "after a comma": _after("，"),
    "after 、": _after("、"),
    "start of a paragraph": _paragraph_start,
    "from within one paragraph to within the next": _middle,
    "end of a paragraph, from within a word": _end_cut(of_text=False),
    "end of a paragraph, from a stop": _end_cut(of_text=False, at_stop=True),
    "end of the text, from within a word": _end_cut(of_text=True),
    "start of a paragraph, up to within a word": _start_cut(of_text=False),
    "start of a paragraph, up to a function word": _start_cut(of_text=False, pattern=_FUNCTION_WORD),
    "start of the text, up to within a word": _start_cut(of_text=True),
}
