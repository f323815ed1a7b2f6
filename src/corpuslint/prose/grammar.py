"""What a clause, a sentence and a title of an official document may begin and end with.

The tables are knowledge of the language, one place for all engines. The two character tables were counted
over 1.35 million characters of published laws and work reports: a character stands in `NEVER_FIRST`
(`NEVER_LAST`) where it begins (ends) a clause fewer than four times in a thousand; those that begin or end a
word in common use were taken out by hand (门诊, 院感; 国企, 应对).
"""

from __future__ import annotations

import re

from corpuslint.expressions import late

STOPS = "。！？!?；;：:…"
COMMAS = "，、,"
OPENERS = "“‘《〈（(【〔「『"
CLOSERS = "”’》〉）)】〕」』"
PARTNER = dict(zip(CLOSERS, OPENERS, strict=True))
_NEVER_AT_START = STOPS.replace("…", "").replace("!", "").replace("?", "") + COMMAS + CLOSERS

NEVER_FIRST = frozenset("们者况圾际讼辆括射貌碍偿役络够域式族吗呢吧嘛")
NEVER_LAST = frozenset(
    "和第各违执申未促禁综努纠竞秩巩恢擅暂嫌垃仲贯遵培鼓履普宣互很最须但按依且若虽尚极尤愈逾把被跟并"
    "或及监每另几仍又再即于该这"
)

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方袁柳唐薛雷贺倪汤罗毕郝邬安常于傅齐康伍余顾孟黄"
    "穆萧尹姚邵汪祁毛米贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓郁洪崔龚程陆翁段侯全班宁刘景龙叶黎白蒲乔谭劳申冉牛边温庄柴阎"
    "连易向廖文曾肖宋戴梁杜阮蓝闵席季麻强路娄危关熊纪舒屈项祝董"
)

# Function words no sentence of a body begins with, and what must not follow for the character to be one.
_FUNCTION_HEADS = {
    "和": "平谐睦解美声气蔼田顺布县静煦风衷盘",
    "等": "级待候于同到距次价量你我着",
    "的": "确士卢",
    "了": "解却不得望然如",
    "类": "似型别比同",
    "及": "时早格其他人至第",
    "或": "许者是说",
    "得": "到知益了出以力当",
    "着": "力眼重手装陆实想迷急名火",
}
_HEAD = late(
    "(?:"
    + "|".join(f"{character}(?![{others}]|$)" for character, others in _FUNCTION_HEADS.items())
    + "|以及|及其|[吗呢吧嘛](?![啡哪])|之(?!后|所|前|江|字)|(?:方面|之间|左右|以上|以下|以内)[，、。的]"
    + ")"
)
_TAIL = late(
    "(?:"
    r"(?<![存所实潜内外现好])在"
    r"|(?<!目)的"
    r"|(?<![应面相反绝作敌针核校比不查配])对"
    r"|(?<![一统协合总参难所可予得加])与"
    r"|(?<![可予难加得所足])以"
    r"|(?<![可不就也还但正总若])是"
    r"|属于|关于|对于|由于|鉴于|为了|以及|根据|按照|依照|围绕|针对|进一步|切实|着力|大力|不断"
    ")$"
)
_DATE_END = late(r"(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}$")
_NUMBER_END = late(r"[0-9０-９.．]$")
_CHINESE_NUMBER_END = late(r"[一二三四五六七八九十百千零〇]{2}$")
_NUMBER_START = late(r"[0-9０-９%％‰]|[年月日亿万千个项人次家户名元吨亩公平座所条件岁](?![民间目员们均才家])")

SALUTATION = late(
    r"(?:尊敬的|各位|同志们|朋友们|女士们|先生们|同学们|老师们|亲爱的|乡亲们|战友们|大家)[^。；？]{0,40}[：:！!，,]?$"
)
FAREWELL = late(
    r"(?:谢谢|感谢|再见|特此|此致|此[复令布告]|敬礼|祝|预祝|完毕|同意|以上|妥否|当否|请|散会|鼓掌|略|结束|讲话完)"
)
_LABEL = late(
    r"(?:附件|附表|附：|附:|注[：:]|联系人|联系电话|电话|地址|邮编|抄送|主送|发至|来源|作者|编辑|(?:发布|更新|生成|发文)?(?:时间|日期)|责任|导[语读][:：]|编者按|索引|主题词|图|表)"
)
_DATED = late(
    r"(?:[—–-]{1,2}|[（(])?[ 　]{0,4}(?:[12１２][0-9０-９]{3}|[xX×*]{2,4}|二[〇○零０]..|一九..)年"
    r"[^。]{0,80}(?<![：:])$"
)
_MARKUP = late(r"[|#>*`<!+=~\[\]{}\\/_-]")
_TITLE_END = late(
    r"(?:讲话|发言|致辞|汇报|报告|总结|计划|要点|方案|意见|通知|通报|公告|决定|纪要|规划|办法|请示|批复|安排)"
    r"(?:稿|提纲|材料|要点|精神|范文|摘要|全文)?[一-鿿]{0,2}(?:[（(【\[][^）)】\]]{1,16}[）)】\]])?$"
)
_SOURCE_END = late(r"[—―-]第[0-9、，]{1,160}页$")  # the page a note belongs to
_BRACKETS = late("[" + re.escape(OPENERS + CLOSERS) + "]")


def closes(text: str) -> bool:
    """Whether a line ends as a sentence, an item or an introduction may: with a stop, quotes left out."""
    bare = text.rstrip(CLOSERS + "\"' \t　")
    if not bare or bare[-1] in STOPS or text.endswith((".", "。", "—", "～", "~")):
        return True
    return bare[-1] == "页" and _SOURCE_END.search(bare[-180:]) is not None


def starts_with_closing_mark(text: str) -> bool:
    """Whether a line begins with a mark that closes something (GB/T 15834 5.1.1 forbids it)."""
    return bool(text) and text[0] in _NEVER_AT_START


def cannot_begin(text: str) -> bool:
    """Whether the first word of a line cannot begin a sentence."""
    return bool(text) and (text[0] in NEVER_FIRST or _HEAD.match(text) is not None)


def cannot_end(text: str) -> bool:
    """Whether the last word of a line cannot end a sentence or a title."""
    return bool(text) and (text[-1] in NEVER_LAST or _TAIL.search(text[-6:]) is not None)


def number_goes_on(before: str, after: str) -> bool:
    """Whether a figure or a Latin word is cut between two lines."""
    if _CHINESE_NUMBER_END.search(before[-2:]) and after[:1] in "十百千万亿":
        return True
    if _NUMBER_END.search(before[-1:]) and not _DATE_END.search(before[-12:]):
        return _NUMBER_START.match(after) is not None
    return before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()


def is_salutation(text: str) -> bool:
    """Whether a line addresses the audience, as 各位代表： and 同志们！ do."""
    return SALUTATION.match(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line is running text: not mark-up, a label, a date, a signature or an address."""
    if _MARKUP.match(text) or not _has_words(text[:80]):
        return False
    return not (_LABEL.match(text) or _DATED.match(text) or is_salutation(text))


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one; no character is none."""
    return "一" <= character <= "鿿"


def _has_words(text: str) -> bool:
    """Whether two characters of a text are Chinese."""
    han = filter(is_han, text)
    return next(han, None) is not None and next(han, None) is not None


def ends_like_title(text: str) -> bool:
    """Whether a line ends with the name of a genre (讲话, 通知), give or take two characters, a bracket."""
    return _TITLE_END.search(text[-40:]) is not None


def unclosed(text: str) -> str:
    """The brackets and quotation marks a text opens and does not close, in order."""
    stack: list[str] = []
    for match in _BRACKETS.finditer(text):
        mark = match.group()
        if mark in OPENERS:
            stack.append(mark)
        elif stack and stack[-1] == PARTNER[mark]:
            stack.pop()
    return "".join(stack)
