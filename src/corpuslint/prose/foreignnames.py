"""How Chinese writes foreign names."""

from __future__ import annotations

# Characters that write the sounds of foreign names, in which a dot stands for the middle dot (约翰.史密斯).
SOUNDS = (
    "阿艾安奥巴拜班贝比波伯博布查达德迪丁都杜俄尔法费夫弗甫富嘎噶盖格古哈海罕汉赫霍吉贾江杰卡凯坎科克肯库拉莱赖兰朗劳勒雷利力丽莉"
    "林琳卢鲁罗洛马玛买麦曼米莫默姆穆木纳娜尼妮牛努诺欧帕派佩皮普奇齐恰乔切琴热日茹萨塞赛沙莎舍史斯苏索塔泰坦特提图吐托瓦威韦维温沃"
    "乌西希夏谢辛雅亚扬耶伊依尤约泽扎詹吾孜佐伦蒂戈翰逊"
)
