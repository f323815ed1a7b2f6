"""Where the text of a document ends, and what a web page has left under it begins."""

from __future__ import annotations

from corpuslint.corpus.document import Document, remembered
from corpuslint.expressions import late

_MOST_LINES = 60  # lines under a text that are looked through
_SHORT = 20  # characters of a line without a full stop that may stand among such lines
_LONG = 80  # characters from which a line is no line of a page's furniture
_FURNITURE = late(
    r"温馨提示|浏览次数|阅读次数|点击[:：次量数]|更新时间|发布时间|预览|未完|余下|剩余|下载|会员|登录|注册|上一[篇页]"
    r"|下一[篇页]|[相有]关(?:阅读|文章|推荐|链接|范文)|热门|推荐|打印|关闭|责任编辑|责编|编辑[:：]|来源[:：]|收藏|分享"
    r"|版权|备案|https?:|www\.|返回|首页|共\d{1,3}页|阅读全文|展开|扫一扫|扫码|二维码|微信|评论|广告|声明|附件列表|范文"
    r"|友情链接|客服|积分|VIP|vip|标签[:：]|关键词|免费|购买|付费"
)


@remembered
def last_line(document: Document) -> int:
    """The index of the last block of the text itself; -1 for a document without text."""
    end = len(document.blocks) - 1
    for block in reversed(document.blocks[-_MOST_LINES:]):
        line = document.slice(block.span)
        if len(line) < _LONG and "。" not in line and _FURNITURE.search(line):
            end = block.index - 1
        elif len(line) > _SHORT or "。" in line:
            break
    return end
