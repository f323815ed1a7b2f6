import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import checks_folder, read_check
from corpuslint.corpus.parsing import parse
from corpuslint.engines.chrome import run
from tests.engines.support import Trial, around

PARAMS = read_check(checks_folder() / "residue-web.toml").params
BODY = ["各位代表，现在我向大会报告工作，请予审议，并请各位委员提出意见，这一年全县取得了新的成绩。"] * 40


TRIAL = Trial(run, PARAMS)
found = TRIAL.found


def within(line: str, at: int) -> list[tuple[str, str]]:
    lines = ["在全县经济工作会议上的讲话", *BODY]
    lines.insert(at, line)
    return found("\n".join(lines))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("发布时间：2022-03-04 10:22:33", "byline"),
        ("发布日期：2022-03-04 信息来源：县政府办 点击数：1203", "byline"),
        ("索引号：00014/2020 主题分类：农业 发文机关：县政府", "record"),
        ("【字体：大 中 小】", "byline"),
        ("浏览次数：356", "byline"),
        ("（责任编辑：张三）", "byline"),
        ("文/张三 编辑/李四", "byline"),
        ("篇一：县长在全县农业会议上的讲话", "compilation"),
        ("【篇二】", "compilation"),
        ("第2篇：镇长讲话", "compilation"),
        ("全县工作会议讲话.docx_第1页", "file"),
        ("您的位置: 网站首页 >> 公文写作 >> 领导讲话 >> 正文", "navigation"),
        ("首页>新闻中心>正文", "navigation"),
        ("上一篇：在全市安全生产会议上的讲话", "navigation"),
        ("打印本页 | 关闭窗口", "navigation"),
        ("扫一扫在手机打开当前页", "navigation"),
        ("相关文章推荐", "recommendation"),
        ("猜你喜欢", "recommendation"),
        ("看过本文的人还看了", "recommendation"),
        ("标签：工作总结 讲话稿", "recommendation"),
        ("上传人：w***8 文档编号：1234567 格式：DOCX 页数：12", "sharing"),
        ("资源描述：", "sharing"),
        ("（未完，全文共5210字，当前显示1200字）", "paywall"),
        ("点击查看更多>>", "more"),
        ("立即下载", "button"),
        ("微信号：abc12345", "contact"),
        ("关注公众号“写作”获取更多范文", "contact"),
        ("京ICP备05012345号-1 京公网安备11010102000001号", "legal"),
        ("版权所有：县人民政府", "legal"),
        ("主办：县政府办公室 承办：县大数据中心", "legal"),
        ("李秘书 发表于 2014-3-4 12:00:01 | 显示全部楼层 |阅读模式", "forum"),
        ("只看该作者", "forum"),
    ],
)
def test_a_line_of_chrome_is_found_wherever_it_stands(line: str, kind: str) -> None:
    assert within(line, 20) == [(kind, line)]


@pytest.mark.parametrize(
    "line", ["正文", "大 中 小", "来源：县政府网站", "作者：张三", "2022-03-04", "打印 关闭"]
)
def test_an_ambiguous_line_is_believed_at_an_edge_only(line: str) -> None:
    assert [match for _, match in within(line, 1)] == [line]
    assert [match for _, match in within(line, 41)] == [line]
    assert within(line, 20) == []


def test_an_ambiguous_line_is_believed_beside_other_chrome() -> None:
    assert [match for _, match in within("猜你喜欢\n正文\n更多", 20)] == ["猜你喜欢", "正文", "更多"]


@pytest.mark.parametrize(
    ("text", "kind", "match"),
    [
        (
            "各项工作有序推进。下面是小编为大家整理的讲话，供大家参考。",
            "intro",
            "下面是小编为大家整理的讲话，供大家参考。",
        ),
        (
            "以下是为大家整理的关于教育的讲话，欢迎品鉴！",
            "intro",
            "以下是为大家整理的关于教育的讲话，欢迎品鉴！",
        ),
        ("要真抓实干，当前隐藏内容免费查看确保完成任务。", "paywall", "当前隐藏内容免费查看"),
        ("成绩来之不易。剩余60%未读，请登录。", "paywall", "剩余60%未读，请登录"),
        ("《讲话》由会员分享，可在线阅读。", "sharing", "《讲话》由会员分享，可在线阅读。"),
        ("工作取得实效。转载请注明出处。", "legal", "转载请注明出处。"),
        ("本文来源于网络，如有侵权请联系我们删除。", "legal", "本文来源于网络，如有侵权请联系我们删除。"),
        ("我们承接专业代写讲话稿", "contact", "专业代写讲话稿"),
        ("每个人都曾试图写一篇好文章。", "intro", "每个人都曾试图写一篇好文章。"),
    ],
)
def test_an_unmistakable_phrase_is_found_within_a_line(text: str, kind: str, match: str) -> None:
    assert (kind, match) in found(text)


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("在全县农业会议上的讲话(精选5篇)", "(精选5篇)"),
        ("在全县农业会议上的讲话【范文】", "【范文】"),
        ("县长讲话范文大全", "范文大全"),
        ("镇长在会议上的讲话十篇", "十篇"),
        ("领导讲话稿（优秀篇）", "（优秀篇）"),
    ],
)
def test_decorations_of_a_title_are_found(title: str, mark: str) -> None:
    assert found(title + "\n同志们，今天开会。") == [("compilation", mark)]


def test_the_title_of_the_page_dropped_into_sentences_is_found() -> None:
    text = "为了做好工作，特制定计划，村小卫生工作计划。\n加强健康教育，工作计划《村小卫生工作计划》。"
    assert found(text) == [("inserted", "村小卫生工作计划"), ("inserted", "工作计划《村小卫生工作计划》")]


def test_noise_against_copying_is_found() -> None:
    assert found('5 J; n1 S( l7 H" ]') == [("noise", '5 J; n1 S( l7 H" ]')]
    assert found("由市.委.组.织.部负责。") == [("spaced", "市.委.组.织.部")]
    assert found("发(fā)展(zhǎn)领(lǐng)域。") == [("spaced", "发(fā)展(zhǎn)领(lǐng)")]
    assert found("道(dào)路(lù)通畅。") == [("spaced", "道(dào)路(lù)")]
    assert not found("饕(tāo)餮(tiè)纹样。")


@pytest.mark.parametrize(
    "text",
    [
        "关闭煤矿三处，有关材料供领导参考。",
        "设立侵权投诉热线，收入来源：一是财政拨款，二是社会捐助。",
        "群众可以下载表格，登录后查询办理进度。",
        "机构最小编制单位为股室，从大编制中调剂。",
        "以上就是我汇报的全部内容，请批评指正。",
        "尕(gǎ)海湖水质稳定达标。",
        "第一篇 总则",
        "面积按 a + b - c * d / e 计算。",
        "县里开通了微信公众号，方便群众办事。",
        "希望同志们对今天的会议精神有所启发，抓好落实。",
        "印发《工作计划》，按照工作计划推进。",
    ],
)
def test_the_words_of_a_document_are_left_alone(text: str) -> None:
    assert found("\n".join([*BODY[:20], text, *BODY[:20]])) == []


LINES = (
    "发布时间：2022-03-04 10:22:33",
    "（责任编辑：张三）",
    "【篇二】",
    "首页>新闻中心>正文",
    "上一篇：在全市安全生产会议上的讲话",
    "猜你喜欢",
    "点击查看更多>>",
    "版权所有：县人民政府",
    "只看该作者",
)
OWN = (
    "各项工作有序推进，成绩来之不易。",
    "设立侵权投诉热线，收入来源有两项。",
    "群众可以下载表格，登录后查询办理进度。",
    "希望同志们对今天的会议精神有所启发，抓好落实。",
)


@given(st.lists(st.sampled_from(LINES + OWN), min_size=1, max_size=12))
def test_lines_of_a_site_are_found_and_the_lines_between_are_not(lines: list[str]) -> None:
    text = "\n".join([*BODY[:20], *lines, *BODY[:20]])
    hits = TRIAL.assert_sound(text)
    assert [text[slice(*hit.span)] for hit in hits] == [line for line in lines if line in LINES]


@given(
    st.sampled_from(OWN), st.sampled_from(["剩余60%未读，请登录", "转载请注明出处。", "当前隐藏内容免费查看"])
)
def test_a_phrase_of_a_site_is_found_behind_any_sentence(sentence: str, phrase: str) -> None:
    text = "\n".join([*BODY[:20], f"{sentence}{phrase}", *BODY[:20]])
    assert [text[slice(*hit.span)] for hit in TRIAL.assert_sound(text)] == [phrase]


@given(
    around(
        *LINES,
        *OWN,
        "\n",
        "以下是小编为大家整理的讲话，供大家参考。",
        alphabet="首页>来源：作者(12篇)。，.a; \n",
    )
)
def test_any_text_is_read(text: str) -> None:
    spans = [hit.span for hit in TRIAL.assert_sound(text)]
    assert len(set(spans)) == len(spans)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("• 发布时间 :2022-03-04 10:22", "byline"),
        ("县政府网 2022-03-04 10:22:33 农业", "byline"),
        ("时间：2022-03-04", "byline"),
        ("工作总结_第2页", "compilation"),
        ("2022年工作总结 篇3", "compilation"),
        ("第2篇 工作报告", "compilation"),
        ("当前页面：先锋网 > 头条", "navigation"),
        ("点击上方蓝字关注我们", "navigation"),
        ("往期推荐", "navigation"),
        ("大小：61.50 KB", "sharing"),
        ("请先登录", "paywall"),
    ],
)
def test_chrome_of_sharing_sites_and_accounts(line: str, kind: str) -> None:
    assert (kind, line) in within(line, 1)


def test_what_was_put_between_characters_is_taken_out_and_they_stay() -> None:
    assert TRIAL.repaired("由市.委.组.织.部负责，道(dào)路(lù)通畅。") == "由市委组织部负责，道路通畅。"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("好的，以下是为您撰写的动员讲话：", "assistant"),
        ("下面是润色后的讲话稿：", "assistant"),
        ("如需修改请告诉我。", "assistant"),
        ("由 扫描全能王 扫描创建", "watermark"),
        ("Produced by SomeReader", "watermark"),
        ("02:10 / 05:33", "media"),
        ("网页不存在或已删除", "media"),
        ("http://www.abcfanwen.com/show/12.html", "address"),
        ("更多讲话稿请访问 www.abcfanwen.com", "address"),
        ("abc@163.com", "address"),
        ("赞(3) 踩(1) 收藏 举报", "navigation"),
        ("登录 | 注册", "navigation"),
        ("【本文完】", "intro"),
        ("未经授权，禁止转载", "legal"),
        ("此贴已被作者于昨日编辑过", "forum"),
        ("稿源：本网", "byline"),
    ],
)
def test_more_kinds_of_lines(line: str, kind: str) -> None:
    assert within(line, 20) == [(kind, line)]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("书记带头讲党课，小编推荐：干部上讲台二十人次。", "小编推荐："),
        ("发现安全隐患，公文网应当及时整改。", "公文网"),
        ("坚持依法行政(本文来自公文网)提高服务水平。", "(本文来自公文网)"),
        ("要压实责任，文秘家园以更加有力的措施抓好落实。", "文秘家园"),
        ("要抓好落实，www.abc123.com确保完成任务。", "www.abc123.com"),
        ("经济稳步增长[3]，民生持续改善。", "[3]"),
        ("经济稳步增长[来源请求]，民生持续改善。", "[来源请求]"),
    ],
)
def test_what_is_glued_into_a_sentence_leaves_the_sentence_whole(text: str, match: str) -> None:
    assert [found for _, found in found(text)] == [match]


GLUED = ("小编推荐：", "公文网", "www.abc123.com", "本资料来自网络，", "转载请注明出处。", "展开全文")
CLAUSES = ("经济稳步增长", "民生持续改善", "各村压实防汛责任", "教育质量不断提高")


@given(st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=5), st.sampled_from(GLUED), st.data())
def test_no_finding_asks_to_delete_the_body(clauses: list[str], glued: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(clauses) - 1))
    before, after = "，".join(clauses[:place]) + "，", "，".join(clauses[place:]) + "。"
    text = before + glued + after
    hits = TRIAL.assert_sound(text)
    assert hits
    assert all(hit.span.start >= len(before) - 1 for hit in hits)
    assert all(hit.span.end <= len(before) + len(glued) for hit in hits)


@pytest.mark.parametrize(
    "text",
    [
        "详情请登录www.gov.cn查询，材料发送至xx@163.com邮箱。",
        "据新华社网站（www.xinhuanet.com）报道，全国粮食丰收。",
        "按照国发[2012]10号文件执行，参见表[3]号。",
        "严肃查处抄袭、代写论文等行为。",
        "根据您的来信要求，我局已经办结。",
    ],
)
def test_addresses_and_marks_of_the_text_itself_are_left_alone(text: str) -> None:
    assert found("\n".join([*BODY[:20], text, *BODY[:20]])) == []


def test_an_address_among_contacts_is_content() -> None:
    lines = ["联系人：李工", "电子邮箱：abc@163.com", "http://www.abc.gov.cn"]
    assert found("\n".join([*BODY[:20], *lines, *BODY[:20]])) == []
    assert found("\n".join([*BODY[:20], "请在以下网页申报：", "http://www.abc.gov.cn", *BODY[:20]])) == []


def test_reference_marks_with_their_notes_are_left_alone() -> None:
    assert found("\n".join([*BODY[:20], "经济增长[1]，民生改善。", "[1] 统计公报。"])) == []


def test_a_short_line_in_a_run_of_chrome_is_chrome() -> None:
    run = ["设为首页", "加入收藏", "走进企业", "联系我们", "网站地图"]
    assert ("company", "走进企业") in found("\n".join([*BODY[:20], *run, *BODY[:20]]))
    assert ("company", "走进企业") not in found("\n".join([*BODY[:20], "设为首页", "走进企业", *BODY[:20]]))


def test_the_traditional_script_is_read_too() -> None:
    assert found("下面是小編收集整理的講話稿，歡迎大家閱讀參考！") == [
        ("intro", "下面是小編收集整理的講話稿，歡迎大家閱讀參考！")
    ]


@pytest.mark.parametrize(
    "line",
    ["登录后即可评论", "点击头像关注作者", "音频加载失败", "页面跳转：3", "尊敬的用户，您的浏览器版本过低"],
)
def test_a_line_of_nothing_but_a_pages_words_is_the_pages(line: str) -> None:
    assert within(line, 20) == [("page", line)]


@pytest.mark.parametrize(
    "line", ["政务微博发布", "（一）网站评论", "网站建设", "规范文章发表评论制度", "点击下载表格。"]
)
def test_a_heading_about_sites_is_not(line: str) -> None:
    assert [kind for kind, _ in within(line, 20) if kind == "page"] == []


SITE = st.sampled_from(["登录", "评论", "收藏", "下载", "图片", "视频", "作者", "目录", "加载", "展开"])


@given(SITE, SITE, st.sampled_from(["", "后", "更多", "您的", "中", "失败", "全部"]), st.integers(2, 38))
def test_any_two_words_of_a_page_on_a_line_are_found(one: str, other: str, filler: str, at: int) -> None:
    line = f"{one}{filler}{other}"
    assert one == other or line in [match for _, match in within(line, at)]


@pytest.mark.parametrize("line", ["首页\t走进东河\t政务公开\t政民互动", "> 要闻"])
def test_a_menu_or_a_breadcrumb_of_a_web_page_is_told_once(line: str) -> None:
    text = "\n".join(["全县经济工作会议召开", *BODY, line, *BODY])
    document = parse("a.html", text, format="html")
    hits = list(run(document, PARAMS))
    assert [(document.slice(hit.span), hit.variant) for hit in hits] == [(line, "navigation")]


def test_a_row_of_a_table_is_no_menu() -> None:
    text = "\n".join(["全县经济工作会议召开", *BODY, "乡镇\t访问量\t下载量", "东河镇\t120\t3.5", *BODY])
    assert list(run(parse("a.html", text, format="html"), PARAMS)) == []


def test_the_day_of_an_entry_is_no_reference() -> None:
    assert found("春耕备耕进展顺利[03-23]，农业工作会议召开[11-20]，农机培训班开班。") == [
        ("byline", "[03-23]"),
        ("byline", "[11-20]"),
    ]
