"""What Chinese doubles on purpose, and what meets itself where two words touch.

Knowledge of the language for the check of doubled words: each entry is a character or a word that stands
twice in clean official text for a reason of its own.
"""

from __future__ import annotations

import re

NUMERALS = "一二三四五六七八九十百千万亿零〇○两几数半第每年月日"

# Characters that double as words of their own (常常), or in words of the pattern ABB (沉甸甸). Those of
# AABB alone (认认真真) are known by the pattern, those of a few idioms stand under `IDIOMS`.
REDUPLICATED = frozenset(
    "婷莎佳颖娜倩芳茜雯姗筱媛菲蕾薇萌瑶琪妮买飘斑非死摇坐连寸曝宽孙靠嗒"  # given names, and 飘飘, 斑斑
    "常往渐缓徐慢快好大小高低远近深浅轻重紧牢稳细微略仅刚恰偏统处层条样件人家户代世年岁月日天夜时刻秒个些种点滴步"
    "句字声桩次遍场群事头口眼爸妈爷奶哥弟姐妹叔伯舅婶娘太宝星想看听说谈走试问聊讲读写跑歇等哈呵嘿嘻呜哇哗嗡隆轰烈"
    "勃蓬洋欣蒸兢勤恳踏扎净明白楚整齐甜蜜热闹腾红火滔茫苍沉默悄静偷暗滚茵漫悠久绵耿赫炯翩彬堂皇凛冉袅盈洒寥区昏频"
    "屡纷比皆斤啧窃咄念慎惴芸碌庸谆孜津脉冲汹涓潺谦恋殷拳岌惶奄泛夸侃喋絮唠叨哼叽咕嘟哒叮咚潇沸扬密麻堆座栋片块朵"
    "颗粒股阵道项多长短圆胖瘦黑蓝黄亮光空满早晚里吞吐浩荡恍惚婆迷糊祖辈累谢框行嫂姑爱团粼靡诺芊泱熙攘渺娓绰楞傻慌"
    "忙匆万千百七八九五三零〇○一二四六十曾弯笑瞧摸歌舞颤寒赳雄昂狠节浓熊单娃哄甸滋忡朗淡暖莽巍峨昭铮铿闪喜欢敲忽"
    "苦辣怯祟翼瑟缕丝幕垛捆袋箱杯碗篇页课季笔趟针笨乖嫩肥硬软脆酸甘涩冰鲜翠郁葱茸毛绒喳咯呱啦啪砰啷铃铛猩蛐蝈馍窝"
    "兜井波某惕滑栩佼迟丰巴夭洗稍溜凄哀皑奕熠孑跃灼遥眈睽嗷喁陶扫刷擦帮晶缠惺讷圈花"
)
# One-character words, mostly of administration and law, that stand beside words they are part of (市|市容).
ALONE = frozenset(
    "作亚尼市国省县镇乡村区州院厂部法证业建水电气路桥河湖港站库林田地车船机社党军中高病罪税品钉岛闸泉校有供账"
)
# Names of offices, units and things that stand alone beside a word they begin: 执行局|局长, 河|河道.
TOUCHING = frozenset(
    "市国省县镇乡村区州院厂部法建电路桥河湖港站库林田地校机中军罪泉岛闸钉亚尼局司所处组班队室厅馆园店楼"
    "骨职房任币权边种菌卡工旗史医调水接诊货全反各本每总副"
    "制师盟否党镜乐有作下上东西南北斯汉江子船车"
)
# What doubled characters an idiom begins with, and what follows them in it.
IDIOMS = {
    "提": "意建",
    "依": "不惜相",
    "落": "大寡",
    "源": "不而",
    "济": "一",
    "生": "不世的地",
    "息": "相",
    "历": "在可",
    "环": "相紧",
    "面": "俱相",
    "心": "相念",
    "循": "善",
    "南": "合",
    "格": "不",
    "徐": "图",
    "团": "转围",
    "色": "俱",
    "学": "别人",
    "练": "手",
    "治": "病",
    "会": "长员址场徽旗费刊籍务见商所",
    "量": "血体",
    "受": "教",
    "补": "课",
    "见": "面他她你我",
    "散": "步心",
    "算": "帐账",
    "照": "镜",
    "交": "心流",
    "通": "气",
    "议": "这那",
    "拍": "肩手",
    "装": "门样",
    "本": "主上",
    "官": "相",
    "欺": "人",
    "当": "的",
    "强": "链基县军省弱村兵国警校企身",
}
# What is counted: after a figure the pair is a slip unless the second begins a word (5家|家庭农场).
UNITS = frozenset("个人家户名件项次元吨亩米年月日天份条处座所场期篇万亿辆台套起批位级类")

# Function words that never double, and what stands before or after the pair when it is no doubling (目的|的).
FUNCTION = {
    "的": ("目标有是", ""),
    "了": ("为完甚", "解结然望却事无之"),
    "在": ("实现存所自内外", "于场校职线岗建编押位座"),
    "和": ("共温总缓饱调", "平谐睦解气约蔼"),
    "与": ("参给赋授", "会其"),
    "及": ("以涉普触顾危提波", "时格早第"),
    "是": ("还就但于可要只若都凡总求", "非否"),
    "对": ("针相反面应核校", "方外内口照象待策比手症面"),
    "被": ("", "动告子"),
    "将": ("", "军士来要近"),
    "也": ("", ""),
    "都": ("成首京古帝全", "市"),
    "就": ("成", "业近地此是读职餐医诊算任座"),
    "从": ("服", "事业来而严此重"),
    "以": ("可所加予得难足", "及下上内外后前往来便至免致"),
    "向": ("方倾导走流意面取", "上前来导"),
    "由": ("自理事经缘", "于此来"),
    "于": ("", "都洪田是"),
    "要": ("主需重必只摘概纪", "求素点件闻义"),
    "把": ("一", "握关手控脉门尺舵酒"),
    "我": ("自", "国省市县们"),
    "们": ("", ""),
    "这": ("", "些样种个"),
    "已": ("而", "经"),
    "更": ("变", "新改加换"),
}
# Verbs that are begun again by a slip (提高提到), each with what makes another word of its first character.
BEGUN = {
    "完成": "善整美毕工备全好税",
    "提高": "升供出倡请交名醒议取炼前问速级拔货案款质携振档效",
    "加强": "快大入以工之上油密固速急码班减价重深热盟剧装压",
    "推进": "动行广出荐介销选迟举崇翻算优敲",
    "落实": "地后细户到入下差脚座成幕伍小款叶在",
    "保障": "护证持险留存密安健驾税洁育姆温供稳障畅平民",
    "开展": "放发始会通工设拓辟业幕学创启车支头篇局源好",
    "实施": "际现行验事体力践质名用干效地实惠招时效",
    "推动": "进行广出荐介销选迟举崇翻算优",
    "建设": "立筑成议造制好档国党言功章账房强构库团",
    "组织": "成建合长团委内员阁",
    "强化": "调大度势力制弱国农工化",
    "深化": "入度圳厚刻耕层受",
    "促进": "使成销就",
    "确保": "定立实认切",
    "抓好": "住实紧手牢细获捕党项落",
}
# Verbs that double for a short or tentative action, and adjectives of the pattern ABAB.
TENTATIVE = frozenset(
    re.findall(
        "..",
        "许久太深滴嗒好久很久好长好大逐步逐渐哇啦"
        "研究讨论商量考虑学习休息打听了解琢磨思考体会收拾锻炼放松高兴热闹凉快雪白笔直"
        "呼噜哗啦咕咚嘀咕叮当大片成片如何怎样这样那样非常特别永远十分",
    )
)
# 更多更好, 越来越大, 有说有笑: the first character of these patterns is meant to come back.
PATTERN_WORDS = "的更越又再边不没有无可自各能会要"
# Verbs that do so at the end of a clause only: 好好辩论辩论。 but 检查检查工作 is a slip.
TENTATIVE_LAST = frozenset(
    re.findall(
        "..",
        "教育帮助辩论领导计划检查推动批评宣传交流沟通参观调查总结分析比较照顾关心支持鼓励指导介绍回忆议论活动整理加强",
    )
)
# Nouns that are verbs, too: 有关规定|规定的其他情形, 专业组织|组织利用媒体.
NOUN_AND_VERB = frozenset({"规定", "组织", "民族"})
MEASURED = "一两几半每"  # 一个一个, 两步两步
NO_WORD = frozenset(NUMERALS + "的了不没得很更越是")
PHRASE_HEADS = "的有等"  # 的基金|的基金份额, 国有土地|有土地使用权: two phrases that begin alike
NO_STUTTER = frozenset((*PATTERN_WORDS, *NUMERALS, *FUNCTION))

# Words of every report that are written with one character twice by a slip (加强强, 落落实). No word is here
# whose characters meet themselves where words touch: 水平|平安, 监管|管出.
OFFICIAL = frozenset(
    re.findall(
        "..",
        "加强推进落实提升提高坚持建设完善实施保障促进健全优化深化强化推动开展发展经济企业政府部门责任问题"
        "服务管理制度机制项目群众组织全面领导干部培训资金工作改革创新质量安全生产教育文化技术产业投资农村农业环境"
        "社会基础设施体系能力水平目标任务措施监督检查整治治理统筹协调巩固扩大贯彻严格确保积极认真切实努力"
        "重点重大关键突出实现形成达到增长增加支持鼓励引导规范依法研究制定部署要求精神财政单位改造健康"
        "科技信息资源区域特色优势品牌示范基地园区招商引资综合利用防控疫情风险隐患排查覆盖",
    )
)
# The last characters of such words that begin words of all kinds, or are names: 安全|全链条, 总干部|部.
OPEN = frozenset("全部会制作大面量教工场农区度优点业质地化产位术务")
# Those of their first characters that end words of all kinds: 君主专制|制度.
LAST = frozenset("制作")
