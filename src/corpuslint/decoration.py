"""What stands around a heading that is not part of it: bullets, mark-up, brackets, the debris of a converter.

A heading is read through its decoration, so that the number behind a bullet is a number; whether the
decoration belongs there is judged elsewhere.
"""

from __future__ import annotations

from corpuslint.expressions import late

_SPACE = "[ \t\u3000\u00a0]"
_LEFTOVER = r"</?[A-Za-z][^<>\r\n]{0,80}>|\[bookmark:[^\[\]\r\n]{0,40}\]|[\u200b-\u200f\u2060\ufeff\ufe0f]"
BULLETS = (
    "•‣⁃∙◦●○◎◉■□▪▫◆◇◈★☆▲△▶▷►▸▻◀➢➤➔➜→⇒※✦✧✱✲✳❖✓✔☑☐✿❀🔹🔸"
    "·・\uf06c\uf06e\uf075\uf0b2\uf0b7\uf0a7\uf0d8\uf0e0\uf0fc"
)
"""Characters that open a line as bullets; the last are those of the Symbol and Wingdings fonts."""

_MARKUP = rf"\\?#{{1,6}}{_SPACE}{{0,4}}|[-+>＞*]{_SPACE}{{1,4}}|\*(?=[^*\s])|__|\*\*{_SPACE}{{0,2}}"
PREFIX = late(
    rf"(?:(?:{_LEFTOVER}){_SPACE}{{0,2}}){{0,6}}(?:[{BULLETS}]{_SPACE}{{0,4}}){{0,2}}(?:{_MARKUP}){{0,2}}"
    rf"(?P<open>[【〖［\[〔“\"「『])?{_SPACE}{{0,2}}"
)
PARTNERS = {
    "【": "】",
    "〖": "〗",
    "［": "］",
    "[": "]",
    "〔": "〕",
    "“": "”",
    '"': '"',
    "「": "」",
    "『": "』",
}
PREFIX_STARTS = frozenset(
    BULLETS + "#*<-+>＞_\\\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f" + "".join(PARTNERS)
)
_LONGEST_WRAPPED = 60  # characters of a heading in brackets or quotation marks
_LEADING_WORDS = 3  # characters before a line in which a colon shows that it quotes


def heading_start(text: str, start: int, end: int) -> int:
    """Where a line begins once tags, bullets and mark-up before it are left out.

    Brackets and quotation marks count only where they hold the whole line, a heading without stops, and no
    colon before announces a quotation.
    """
    match = PREFIX.match(text, start, end)
    if match is None:
        return start
    opener = match["open"]
    if opener is None:
        return match.end()
    return match.end() if _holds_line(text, match.start("open"), end) else match.start("open")


def _holds_line(text: str, start: int, end: int) -> bool:
    """Whether the bracket or quotation mark at `start` closes at the end of the line and not before."""
    closer = PARTNERS[text[start]]
    inside = text[start + 1 : end - 1]
    if end - start > _LONGEST_WRAPPED or text[end - 1] != closer or closer in inside:
        return False
    before = text[max(0, start - _LEADING_WORDS) : start].rstrip()
    return not any(mark in inside for mark in "。；;！？") and not before.endswith(("：", ":"))
