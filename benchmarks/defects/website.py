"""What a web page leaves in a text: bylines, navigation, recommendations, paywalls, noise against copying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.defects.insertion import between, foot, glued, head, line
from benchmarks.defects.plant import Edit, Kind, Site
from benchmarks.defects.sample import Sample

_BYLINES = (
    "日期：2023-11-02　来源：云溪在线　点击：427",
    "2022年08月19日 09:36 来源：青阳日报客户端 责编：小桐",
    "发表于 2021-6-3 14:20 | 作者：梧桐细雨 | 阅读 1.2万",
    "信息来源：局办公室 更新时间：2024-02-28 17:05 【打印】【字体：大 中 小】",
    "编辑:清风 审核:老周 浏览量:3186",
    "投稿人：山间明月　时间：2020/5/14",
)
_INTROS = (
    "今天小编给大家整理了几篇优秀的讲话稿，一起来看看吧！",
    "以下是本站为您精心准备的工作总结，欢迎阅读借鉴，更多内容请持续关注本栏目。",
    "工作总结怎么写？下面这篇范文，大家可以拿来参考一下哦。",
    "本文是由网友投稿、小编整理的发言材料，仅供大家学习交流使用。",
    "为了方便大家写作，我们搜集了相关的报告模板，感兴趣的朋友不妨看一看。",
)
_OUTROS = (
    "看完这篇文章的人还看了：",
    "以上内容由小编整理，希望对您有所帮助，记得收藏本站哦！",
    "这篇讲话稿就为大家分享到这里，更多精彩范文请访问我们的网站。",
    "如果觉得文章不错，别忘了点赞和转发给身边的朋友。",
    "扫一扫二维码，关注我们的微信公众号，获取更多写作素材。",
)
_NAVIGATION = (
    "您现在的位置：网站首页 >> 公文写作 >> 领导讲话 >> 浏览文章",
    "首页 | 公文 | 总结 | 心得 | 登录 注册",
    "前一篇：年终述职报告　　后一篇：新年贺词",
    "【返回列表】 【回到顶部】 【关闭窗口】",
    "上一条：局长在动员会上的发言 下一条：没有了",
    "◆ 点击进入下载页面",
)
_RELATED = (
    "相关阅读：乡镇工作总结三篇、局长表态发言、党支部书记述职",
    "您可能还喜欢：安全生产月活动方案 街道半年总结 述职述廉报告",
    "本文关键词：工作总结,讲话稿,范文大全",
    "延伸阅读：2023年度乡镇工作总结（精选8篇）",
    "【热门文章】农业局工作总结 水利局工作计划 民政局发言稿",
    "标签：会议讲话 表态发言 心得体会",
)
_READERS = (
    "第 3 页 / 共 8 页　下载文档到电脑，方便使用",
    "还有 6 页未读，点此继续",
    "试读已结束，请登录后阅读全文",
    "剩余60%内容需下载后查看",
    "文档大小：32KB　格式：DOC　下载次数：215",
)
_PAYWALLS = (
    "（此处内容已隐藏，购买会员后可见）",
    "以下为付费内容，扫码支付9.9元继续阅读",
    "开通年费会员，畅读全站文章",
    "本文共5210字，剩余3648字未显示，请充值后阅读",
)
_FOOTERS = (
    "Copyright © 2015-2024 青阳范文网 All Rights Reserved",
    "湘ICP备20001234号-2 技术支持：云溪网络科技",
    "声明：本站文章部分来自互联网，版权归原作者所有，若有侵权请与我们联系。",
    "免责声明：以上内容仅代表作者观点，不代表本站立场。",
    "联系客服QQ：123456789　投稿邮箱：tougao@example.com",
)
_COMPILED = (
    "【第二篇】",
    "范文三：",
    "篇四：全市工作会议讲话稿",
    "第2篇 乡镇工作总结",
    "讲话稿范文（五）",
    "模板六",
)
_NOISE = ("@7 k# W2 m: q! x", "4 B( t9 {; z* N5 |& v", "^ u- Q6 p~ 0 r$ F. i", "% d3 J; l+ 8 ]! h? c")


def _spelled_out(sample: Sample) -> Iterator[Site]:
    """Readings in brackets after two characters, as sites do against copying."""
    readings = {
        "工": "gōng",
        "作": "zuò",
        "领": "lǐng",
        "导": "dǎo",
        "安": "ān",
        "全": "quán",
        "政": "zhèng",
        "府": "fǔ",
    }
    for match in re.finditer("工作|领导|安全|政府", sample.text):
        one, other = match[0][0], match[0][1]
        yield Site((Edit(*match.span(), f"{one}({readings[one]}){other}({readings[other]})"),))


_WEB = ("residue-web", "residue")
# A line of a web page has its own typography; what is said of that is true, and proves nothing.
_TYPOGRAPHY = ("text-width", "text-space", "text-punctuation", "text-unbalanced")

KINDS = (
    Kind("chrome-byline", _WEB, {"head": line(_BYLINES, head)}, _TYPOGRAPHY),
    Kind("chrome-intro", _WEB, {"head": line(_INTROS, head), "foot": line(_OUTROS, foot)}, _TYPOGRAPHY),
    Kind(
        "chrome-navigation",
        _WEB,
        {"head": line(_NAVIGATION[:2], head), "foot": line(_NAVIGATION[2:], foot)},
        _TYPOGRAPHY,
    ),
    Kind(
        "chrome-related",
        _WEB,
        {"foot": line(_RELATED, foot), "between": line(_RELATED, between)},
        _TYPOGRAPHY,
    ),
    Kind(
        "chrome-reader",
        _WEB,
        {"between": line(_READERS, between), "foot": line(_READERS, foot)},
        _TYPOGRAPHY,
    ),
    Kind(
        "chrome-paywall",
        _WEB,
        {"between": line(_PAYWALLS, between), "glued": glued(_PAYWALLS)},
        _TYPOGRAPHY,
    ),
    Kind("chrome-footer", _WEB, {"foot": line(_FOOTERS, foot)}, _TYPOGRAPHY),
    Kind(
        "chrome-compilation",
        (*_WEB, "heading-garbled"),
        {"head": line(_COMPILED, lambda sample: (0,))},
        _TYPOGRAPHY,
    ),
    Kind(
        "anti-copy",
        (*_WEB, "text-mojibake"),
        {"noise": line(_NOISE, between), "readings": _spelled_out},
        _TYPOGRAPHY,
    ),
)
