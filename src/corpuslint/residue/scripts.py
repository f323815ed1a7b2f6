"""Traditional characters of the words with which sites speak, folded to simplified ones.

One character stands for one, so that places stay the same. It is no conversion of the script: only what the
tables of checks need is here.
"""

from __future__ import annotations

_TRADITIONAL = (
    "歡閱讀編導語號時間來為發佈關註網範獻資訊錄員費開頁參鑒鑑請點擊選擇總結報書會這裡裏們給準備寫樣師務鏈複製轉載權聲責贊讚"
    "評論壇檔圖瀏覽數訪問題標籤類別單續繼鍵詞詢聯繫電話郵腦傳隨機熱門薦愛國園與輯審對質優異經營學習績計劃劃講話稿體驗歷"
    "應該個後從還沒無幫助動態獎內實現種處專業級長當點達達極變認議設許讓識詳說談誰調負財貢購質賽贏輸軟農連進運過遠選適遲際陸"
    "隊隱雜雙電靜頂項順須預領頻顯風飛館驗點齊歲創團圍執堅報場壞聲夠奪奮婦孫寶將屬島帶幣廣廳彙徑復戰戲戶掃掛據擇損擔擴擬"
)
_SIMPLIFIED = (
    "欢阅读编导语号时间来为发布关注网范献资讯录员费开页参鉴鉴请点击选择总结报书会这里里们给准备写样师务链复制转载权声责赞赞"
    "评论坛档图浏览数访问题标签类别单续继键词询联系电话邮脑传随机热门荐爱国园与辑审对质优异经营学习绩计划划讲话稿体验历"
    "应该个后从还没无帮助动态奖内实现种处专业级长当点达达极变认议设许让识详说谈谁调负财贡购质赛赢输软农连进运过远选适迟际陆"
    "队隐杂双电静顶项顺须预领频显风飞馆验点齐岁创团围执坚报场坏声够夺奋妇孙宝将属岛带币广厅汇径复战戏户扫挂据择损担扩拟"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_SIGNS = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)


def simplified(text: str, alphabet: frozenset[str]) -> str:
    """The text with those characters folded, of the same length; itself where it is not in that script."""
    return text if _SIGNS.isdisjoint(alphabet) else text.translate(_TABLE)
