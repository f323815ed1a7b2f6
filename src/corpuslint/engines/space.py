"""Spaces where Chinese has none: inside a sentence, at a line's end, and kinds of space nobody typed.

Chinese is written without spaces. What looks like a stray one is often meant: the two full-width spaces of
an indentation, the space after 第三条, 龚　正 and 目　录 set to the width of three characters, columns of a
table, the gap many writers leave between Chinese and Latin words or figures. The last is judged by the share
of such gaps in the file: a rule is left alone, an exception is reported.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span, remembered
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit, Severity
from corpuslint.prose import grammar
from corpuslint.prose.wordedges import begins_word, ends_word

_HAN = "\u4e00-\u9fff"
_STOPS = "，。、；：！？"
_WIDE = f"{_HAN}{_STOPS}“”‘’（）《》〈〉【】〔〕…％"
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_NAMES = {
    "\u00a0": "NO-BREAK SPACE",
    "\u2002": "EN SPACE",
    "\u2003": "EM SPACE",
    "\u2009": "THIN SPACE",
    "\u202f": "NARROW NO-BREAK SPACE",
}
_ODD = late(rf"[{_ODD_SPACES}](?:[{_ODD_SPACES} \t\u3000]{{0,400}}[{_ODD_SPACES}])?")
_SPACES = " \t\u3000"
_GAP = late(r"[ \t\u3000]+")
_AFTER_MARKER = late(rf"[（(]?[\d一二三四五六七八九十]{{1,3}}[）、．][ \t\u3000]+(?=[{_HAN}“《])")
_MARKER = late(rf"[（(]?[\d一二三四五六七八九十]{{1,3}}[）、．](?=[{_HAN}“《])")
_SENTENCE = late("[，。；！？]")
_CHINESE = late(f"[{_WIDE}]")
_NAMED = late(rf"[{_HAN}](?:等|同志|同学|先生|女士|[，、。；）任为])")
_STRETCHED = late(rf"(?:^|[^{_HAN}])[{_HAN}]$")
_ARTICLE = late(r"第[一二三四五六七八九十百千零〇○\d]{1,9}[编章节条款项]$|[条章节]之[一二三四五六七八九十]$")
_DATE = late(r"(?:年|月|日|届|次会议)$")
_NAME = late(rf"[{_HAN}]{{1,2}}[ \u3000]{{0,3}}[{_HAN}]{{1,2}}")
_OFFICE = late(r"(?:书记|[长任员席理授师官表人])$")
_FIGURE = late(r"[0-9A-Za-z]")
_PHRASE_START = late(r"[A-Za-z][\w.'’-]{0,20} [A-Za-z]")
_PHRASE_END = late(r"[A-Za-z] [A-Za-z][\w.'’-]{0,20}$")
_TIGHT = late(rf"[{_HAN}](?=[0-9A-Za-z])|[0-9A-Za-z](?=[{_HAN}])")
_LOOSE = late(rf"[{_HAN}] (?=[0-9A-Za-z])|[0-9A-Za-z] (?=[{_HAN}])")
_RULE_LEAST = 3  # gaps between Chinese and Latin words or figures before they can be a rule
_ITEMS = 3  # items of a form before a space after their mark can be a rule
_SOME_ODD = 10  # odd spaces up to which each is reported
# What a news agency sets a space after: 新华社北京1月30日电 中共中央, 记者 李明 王强, 李明 摄.
_DATELINE = late(r"日(?:电|消息|讯)$|(?:记 ?者|通讯员|编辑|摄影|作者)[ \u3000、一-鿿]{0,30}$")
_PHOTOGRAPHER = late(
    r"(?:摄|图|发|[一-鿿]{2,3}[ \u3000]{0,2}摄)(?:[）)。]|$)"
    r"|新华社(?:发|记者|照片)|[一-鿿]{2,12}记者[ \u3000]"
)
_ENTRY = late(r"[〔\[【（(]\d{1,3}[〕\]】）)][^，。；：]{1,24}$")  # the word that a note explains
_ORDINAL = late(r"第[一二三四五六七八九十百千零〇○\d]{1,9}(?:分?编|[章节条款项])[ \u3000]{0,3}$")
_ORDINAL_LIMIT = 16  # characters of 第一百二十三条 and the space after it
_HALF_TITLE = 4  # characters either side of the space between the halves of a title
_PHRASE = 3  # characters either side of the space between the phrases of a headline
_OPENED = late(r"[“《【（〈「『][^“”《》【】（）〈〉「」『』。；\n]{0,40}$")
_CLOSED = late(r"[^“”《》【】（）〈〉「」『』。；\n]{0,40}[”》】）〉」』]")
_LEFT_PHRASE = late(rf"[^\s{_STOPS}“《【（〔]{{{_PHRASE}}}$")
_RIGHT_PHRASE = late(rf"(?![的了着地得和等])[^\s{_STOPS}”》】）〔]{{{_PHRASE}}}")
_LONG_LEFT = late(rf"[^\s{_STOPS}]{{5}}$")
_LONG_RIGHT = late(rf"[^\s{_STOPS}]{{5}}")
_HEADLINE = 160  # characters of a line of headlines, which has neither comma nor full stop
_CLAUSES = late("[，。！？：,].")
_ATTACHED = late(r"^附件\d{0,2}[：:]$")
_TABLE_GAPS = 3  # gaps of several spaces on a line before it is a row of a table


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When gaps are the file's rule.

    `rule_share`: share (0 to 1) of gaps between Chinese and Latin letters or figures above which the file
    writes them on purpose. `rule_count`: number of spaces after stops above which they are the file's rule
    and reported once. `sentence`: characters a line must have before it is a sentence.
    """

    rule_share: float = 0.15
    rule_count: int = 30
    sentence: int = 12


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each stray space; trailing ones once a file."""
    odd = list(_odd(document))
    if len(odd) > (1 if document.format == "html" else _SOME_ODD):
        first = odd[0]
        edits = tuple(edit for hit in odd for edit in hit.edits)
        severity = Severity.INFO if document.format == "html" else None  # &nbsp; is its way to set lines
        yield Hit(
            first.span, {**first.values, "places": len(odd)}, "odd_throughout", edits=edits, severity=severity
        )
    else:
        yield from odd
    gaps = [*_after_markers(document), *_inside(document, params)]
    if len(gaps) > params.rule_count:
        yield Hit(gaps[0].span, {"count": len(gaps)}, "throughout")
    else:
        yield from gaps
    yield from _trailing(document)


def _odd(document: Document) -> Iterator[Hit]:
    for match in _ODD.finditer(document.text) if document.holds(_ODD) else ():
        character = match[0][0]
        code = f"U+{ord(character):04X}"
        values: dict[str, str | int] = {
            "code": code,
            "name": _NAMES.get(character, "SPACE"),
            "count": len(match[0]),
        }
        edits = (Edit(*match.span(), _plain(document, match)),)
        # a space belongs after 第一章; only its kind is odd
        is_due = _ORDINAL.search(document.text, max(0, match.start() - _ORDINAL_LIMIT), match.start())
        yield Hit(Span(*match.span()), values, "odd", severity=Severity.INFO if is_due else None, edits=edits)


def _plain(document: Document, match: re.Match[str]) -> str:
    """What an odd space stands for: a space between Latin words, an indentation of two, else nothing."""
    text = document.text
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        return " "
    at_line_start = not before or before in "\r\n"
    return "\u3000\u3000" if at_line_start and after.strip() and len(match[0]) > 1 else ""


def _trailing(document: Document) -> Iterator[Hit]:
    """Spaces at the end of lines, once a file; in Markdown two of them are a line break."""
    if document.format == "markdown":
        return
    ends = (
        Span(block.span.end, document.line_span(block.line).end)
        for block in document.blocks
        if document.text[block.span.end : block.span.end + 1] in _SPACES
    )
    spans = [span for span in ends if span.end > span.start + 1 and not document.slice(span).strip(_SPACES)]
    if spans:
        edits = tuple(Edit(*span, "", "safe") for span in spans)
        yield Hit(spans[0], {"count": len(spans)}, "trailing", severity=Severity.INFO, edits=edits)


def _after_markers(document: Document) -> Iterator[Hit]:
    """Spaces after the number of an item; where most items of a form have them they are its style."""
    gaps: defaultdict[str, list[Span]] = defaultdict(list)
    tight: Counter[str] = Counter()
    for block in document.blocks:
        start, end = block.span
        line = document.text[start : min(end, start + 40)]
        if marker := _AFTER_MARKER.match(line):
            mark = marker[0].rstrip()
            gaps[_form(mark)].append(Span(start + len(mark), start + marker.end()))
        elif marker := _MARKER.match(line):
            tight[_form(marker[0])] += 1
    for form, spans in gaps.items():
        if len(spans) >= _ITEMS and len(spans) >= tight[form]:
            edits = tuple(Edit(*span, "") for span in spans)
            yield Hit(spans[0], {"count": len(spans)}, "items", severity=Severity.INFO, edits=edits)
            continue
        for span in spans:
            yield Hit(span, {"count": span.end - span.start}, "inside", edits=(Edit(*span, ""),))


def _form(mark: str) -> str:
    """How the number of an item is written, whatever the number: （一） and （十二） alike."""
    kind = "1" if any(character.isdecimal() for character in mark) else "一"
    return mark[0] * (mark[0] in "（(") + kind + mark[-1]


def _inside(document: Document, params: Params) -> Iterator[Hit]:
    """Spaces within sentences."""
    for block in document.blocks:
        start, end = block.span
        line = document.text[start:end]
        if not any(space in line for space in _SPACES):
            continue
        gaps: list[tuple[int, int]] = []
        if len(line) >= params.sentence and _is_set_as_text(line):
            is_sentence = _SENTENCE.search(line) is not None
            gaps = [
                gap.span()
                for gap in _GAP.finditer(line)
                if _is_stray(line, *gap.span()) and (is_sentence or _touches_stop(line, *gap.span()))
            ]
        marker = _AFTER_MARKER.match(line)
        for first, last in gaps:
            if marker and last == marker.end():
                continue
            span = Span(start + first, start + last)
            if not (_touches_figure(document.text, span) and _is_spaced(document, params)):
                yield Hit(span, {"count": last - first}, "inside", edits=(Edit(*span, ""),))


def _touches_figure(text: str, span: Span) -> bool:
    return bool(_FIGURE.match(text[span.start - 1]) or _FIGURE.match(text[span.end]))


def _is_spaced(document: Document, params: Params) -> bool:
    """Whether the file writes a space between Chinese and Latin letters or figures as a rule."""
    loose, tight = _spacing(document)
    return loose >= _RULE_LEAST and loose > params.rule_share * (loose + tight)


@remembered
def _spacing(document: Document) -> tuple[int, int]:
    """How often such a space is written in a document, and how often it is not."""
    return len(_LOOSE.findall(document.text)), len(_TIGHT.findall(document.text))


def _touches_stop(line: str, start: int, end: int) -> bool:
    return line[start - 1] in _STOPS or line[end : end + 1] in _STOPS


def _is_set_as_text(line: str) -> bool:
    """Whether a line is no row of a table, no heading in Markdown and no tag."""
    if line[0] in "|#<":
        return False
    return len(re.findall(r"\S(?:[ \u3000]{2,40}|\t)\S", line)) < _TABLE_GAPS


def _is_stray(line: str, start: int, end: int) -> bool:
    before, after = line[max(0, start - 60) : start], line[end : end + 30]
    left, right = before[-1:], after[:1]
    is_left, is_right = bool(_CHINESE.match(left)), bool(_CHINESE.match(right))
    if not (is_left or is_right) or right in "|<" or left in "|>":
        return False
    if end - start > 1 and (right in "年月日" or left in "：:"):  # a field of a form, not filled in
        return False
    if _is_between_phrases(line, start, end) or _ATTACHED.match(line[:start]):
        return False
    if left in _STOPS or right in _STOPS:
        return not (_is_of_news(before, after) or _is_outline(before))
    if _FIGURE.match(left) or _FIGURE.match(right):
        is_phrase = _is_outline(before) or _PHRASE_END.search(before) or _PHRASE_START.match(after)
        return not (is_phrase or _is_of_news(before, after) or _is_part_of_title(before, after))
    if not (is_left and is_right) or _is_signed(before, after):
        return False
    if _NAMED.match(after) and left in grammar.SURNAMES:  # 授予张 伟等同志
        return False
    if _ARTICLE.search(before) or _is_stretched(before, after) or _DATE.search(before):
        return False
    return not (_is_outline(before) or _is_of_news(before, after) or _is_part_of_title(before, after))


def _is_of_news(before: str, after: str) -> bool:
    """Whether a space stands in the dateline of a news agency or before the name of a photographer."""
    return bool(_DATELINE.search(before[-40:]) or _PHOTOGRAPHER.match(after))


def _is_part_of_title(before: str, after: str) -> bool:
    """Whether a space parts the halves of a title (《弘扬万隆精神 推进合作共赢》) or a term from its note."""
    if _ENTRY.match(before):
        return True
    opened, closed = before.rfind("《"), after.find("》")
    if opened < 0 or "》" in before[opened:] or closed < _HALF_TITLE:
        return False
    return len(before) - opened > _HALF_TITLE and "《" not in after[:closed]


def _is_between_phrases(line: str, start: int, end: int) -> bool:
    """Whether one space parts the phrases of a slogan in its marks (“绿水青山 金山银山”) or a headline."""
    before, after = line[max(0, start - 42) : start], line[end : end + 42]
    if end - start > 1 or not (_LEFT_PHRASE.search(before) and _RIGHT_PHRASE.match(after)):
        return False
    if _OPENED.search(before) and _CLOSED.match(after):
        return True
    is_headline = len(line) <= _HEADLINE and line[-1] not in "。！？" and not _CLAUSES.search(line)
    is_long = _LONG_LEFT.search(before) and _LONG_RIGHT.match(after)
    return is_headline and bool(is_long or ends_word(before[-2:]) or begins_word(after[:2]))


def _is_outline(before: str) -> bool:
    """Whether what stands before is the number of an item or a date line, set off by a space."""
    return bool(re.fullmatch(r"[\d.、（）()一二三四五六七八九十]{1,8}", before) or _ARTICLE.search(before))


def _is_signed(before: str, after: str) -> bool:
    """Whether a name closes the line and an office stands before it (党组书记、局长　顾明)."""
    return bool(_NAME.fullmatch(after) and after[0] in grammar.SURNAMES and _OFFICE.search(before))


def _is_stretched(before: str, after: str) -> bool:
    """Whether a name or title of two characters is set to the width of three (龚　正, 目　录)."""
    return bool(_STRETCHED.search(before)) and not re.match(rf"[{_HAN}]{{2}}", after)
