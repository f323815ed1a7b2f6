"""Addresses of the Internet that are no part of what a text says: the site's own, or the page's.

A report names sites too: 登录www.gov.cn查询, 详见人民网（www.people.cn）, the mail address under a notice. An
address is content where the sentence or the line before invites the reader to it, or a contact stands beside
it; on a line of its own, or thrown into a sentence, it is what the page was copied with.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Block, Document, Span
from corpuslint.expressions import late

_REACH = 24  # characters before an address in which a sentence can lead up to it
_LINE_LIMIT = 200
_WWW = r"(?:[wWｗＷ]{3}[.．])"
_NAME = r"[A-Za-z0-9ａ-ｚＡ-Ｚ０-９\-]{1,40}"
_ENDING = (
    r"(?:com|cn|net|org|gov|edu|info|cc|top|vip|xyz|site|club|tv|me|io|biz|ｃｏｍ|ｃｎ|ｎｅｔ|ｏｒｇ)"
    r"(?![A-Za-z0-9])"
)
_TAIL = r"(?:[:：][0-9]{2,5})?(?:[/?#][!-'*-~]{0,300})?"
_HOST = rf"{_NAME}(?:[.．]{_NAME}){{0,4}}[.．](?i:{_ENDING})"
_URL = rf"(?i:https?|ftp)[:：]//[!-'*-~]{{3,400}}|file:///[^\s，。；]{{3,300}}|(?:{_WWW}{_HOST}|(?<![A-Za-z0-9.@\-/]){_HOST}){_TAIL}"
_MAIL = r"[A-Za-z0-9_.\-]{2,40}[@＠][A-Za-z0-9\-]{1,40}(?:\.[A-Za-z0-9\-]{1,20}){1,3}"
_ADDRESS = late(rf"{_MAIL}|{_URL}")
_HINT = late(r"://|[.．][A-Za-zａ-ｚ]{2}|[@＠]")
_BARE = late(
    r"[（(\[【<《“]?(?:[^，。；：:]{0,10}?"
    r"(?:网址|链接|地址|来源|来自|访问|[Ll]inks?|[Uu][Rr][Ll]|via|E-?mail|邮箱)[：: ]{0,2})?"
    rf"(?:{_MAIL}|{_URL})[）)\]】>》”]?(?:[ 　]{{0,2}}(?:提取码|密码|访问码)[：: ]{{0,2}}[A-Za-z0-9]{{4}})?"
)
_DRIVE = late(
    r"[^。\n]{0,12}(?:pan\.baidu|pan\.quark|aliyundrive|lanzou[a-z]?|123pan|cloud\.189)\.[!-~]{2,120}"
)
_INVITES = late(
    r"登[录陆入]|访问|网址|网站|官网|平台|系统|浏览|打开|查询|查阅|下载|邮箱|邮件|邮寄|电子|发送|报送|发至|传至|通过|进入|关注|点击"
    r"|链接|参见|详见|域名|网[（(“]?$|《[^》]{0,20}$|EB/OL|检索|引自|来源"
)
_GOES_ON = late(r"[）)”]?[ ]?(?:网|查|下载|上|进行|提交|申报|报名|注册|的|（|等)")
_CONTACTS = late(
    "联系|电话|传真|邮编|邮政编码|邮箱|E-?mail|报名|咨询|监督|举报|公示|附件|受理|申报|登录|网站|平台|系统|查询"
)
_TARGET = frozenset("(（\"'=<")  # before the target of a link in mark-up


def stray_addresses(document: Document) -> Iterator[Span]:
    """Yield each address that no words lead up to: its line where it fills one, or itself."""
    if not _HINT.search(document.text):
        return
    text = document.text
    for match in _ADDRESS.finditer(text):
        block = document.block_at(match.start())
        if block is None:
            continue
        span = Span(match.start(), match.end())
        if _fills(text, block):
            if not _is_contact(document, block):
                yield block.span
        elif _is_thrown_in(text, block, span):
            yield _with_brackets(text, span)


def _fills(text: str, block: Block) -> bool:
    """Whether a line is an address and at most the word that names it."""
    start, end = block.span
    return end - start <= _LINE_LIMIT and (
        _BARE.fullmatch(text, start, end) is not None or _DRIVE.match(text, start, end) is not None
    )


def _is_contact(document: Document, block: Block) -> bool:
    """Whether the lines around are about where to write or to look, or the line before leads up to it."""
    for index in (block.index - 2, block.index - 1, block.index + 1):
        if 0 <= index < len(document.blocks) and index != block.index:
            near = document.slice(document.blocks[index].span)
            if (index == block.index - 1 and near[-1] in "：:") or (
                len(near) <= _LINE_LIMIT // 2 and _CONTACTS.search(near)
            ):
                return True
    return False


def _is_thrown_in(text: str, block: Block, span: Span) -> bool:
    """Whether an address stands in a sentence that neither leads up to it nor goes on from it."""
    before = text[max(block.span.start, span.start - _REACH) : span.start]
    clause = before[max(before.rfind(stop) for stop in "。；！？") + 1 :]
    if before and (before[-1].isascii() and before[-1] in _TARGET and _is_word_before(before)):
        return False
    if _INVITES.search(clause) or _GOES_ON.match(text, span.end, block.span.end):
        return False
    return "@" not in text[span.start : span.end]


def _is_word_before(before: str) -> bool:
    """Whether an opening bracket follows a name (人民网(…), href="…), not a stop."""
    return len(before) > 1 and before[-2] not in "。；，！？、"


def _with_brackets(text: str, span: Span) -> Span:
    """The address with the brackets around it, and 来自 or 本文来自 before it."""
    start, end = span
    if start and end < len(text) and text[start - 1] + text[end] in ("()", "（）", "[]", "【】", "<>"):
        start, end = start - 1, end + 1
    for word in ("本文来自", "文章来自", "来自", "links:", "link:"):
        if text.startswith(word, start - len(word)) and start >= len(word):
            return Span(start - len(word), end)
    return Span(start, end)
