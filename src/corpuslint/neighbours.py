"""What stands beside a value in a Chinese text: units, places, offices, surnames.

A sign that is no word, put where a number or a name belongs, is known by its neighbours alone. Patterns of
checks write these expressions as «unit», «place», and so on. Each excludes the words that begin like it:
个人 and 项目 are no measure words, 家庭 is no 家.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpuslint.expressions import late

NEIGHBOURS: Mapping[str, str] = {
    # what follows a number
    "unit": (
        "[余多]?(?:"
        "[万亿]{1,2}(?:[余多]?[元人亩吨户斤件名个份套辆台株头只册场次张条册]|美元|平方|千瓦|公里|公顷|立方|标准?箱)"
        "|个(?![人别体性案税旧头私中个])|项(?![目圈])|名(?![字称义单牌师校优额词为叫声列城胜著气誉副录家贵])"
        "|家(?![庭电用属长具乡园禽畜政务教访族谱居门业人里中国家住])|户(?![口籍外型户])|件(?![数件])|座(?![谈位椅右])"
        "|所(?![有以在属谓述示得需作列为长说见])|处(?![理置罚于在分境方长级室处事])|场(?![所地合馆景面场])"
        "|期(?![间货限待望末刊盼])|次(?![日要生序年数])|人次|人(?=[，。；]|参|就餐|住宿|以[上内下]|左右|到场)|天(?![天然下气津空生际地水堑府])|岁(?![月末首入])|小时(?!候)"
        "|公里|平方|公斤|亩(?!产)|吨(?!位)|倍|页|篇|册|起(?=[，。、；])|条(?![件例款约条])|栋|辆|套(?![餐路取])|艘"
        "|批(?![准发评判示复改斗])|点(?=意见|要求|体会|看法|建议|希望|感受|想法|认识)|个?百分点|[%％‰])"
    ),
    # what a sign stands behind where it is a mask and no bullet
    "before": "[一-鿿”》）]",
    # what follows the name of a place
    "place": "[省市县区镇乡州旗](?![民长级域])|村(?![民庄容])|街道|社区|办事处",
    # what follows or stands before the name of a person
    "person": "同志(?!们|之)|书记|[省市县区局镇乡处科厅部校院]长(?![期远效久])|主任|总经理|先生|女士",
    # what a comrade does
    "acting": "同志(?=[就作在的对介宣通带发从主汇讲首兼任参传，、。）]|等|出席|分别|代表|为)",
    "surname": (
        "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方袁柳唐薛雷贺"
        "倪汤罗毕郝邬安常傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛米贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房"
        "丁邓郁洪崔龚程陆翁段侯刘景龙叶黎白谭申冉牛边温庄柴阎易廖文曾肖宋戴梁杜阮蓝闵席季麻强路关熊纪舒项祝董"
        "盛章苗沙游简柏喻水云靳焦桂滕]"
    ),
    # what a number in Chinese ends with, or a digit: 二○○○年 has no mask
    "numeral": "[0-9０-９〇○零一二三四五六七八九十百千万亿两几数多余半]",
}

_NAMED = late(r"«([a-z]{1,20})»")


def written_out(pattern: str) -> str:
    """A pattern with its neighbours in full; a name that is none of theirs is left as it stands."""
    return _NAMED.sub(_expression, pattern) if "«" in pattern else pattern


def _expression(match: re.Match[str]) -> str:
    return f"(?:{NEIGHBOURS[match[1]]})" if match[1] in NEIGHBOURS else match[0]
