import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import checks_folder, read_check
from corpuslint.engines.chrome import run
from tests.engines.support import Trial

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
        ("索引号：00014/2020 主题分类：农业 发文机关：县政府", "byline"),
        ("【字体：大 中 小】", "byline"),
        ("浏览次数：356", "byline"),
        ("（责任编辑：张三）", "byline"),
        ("文/张三 编辑/李四", "byline"),
        ("篇一：县长在全县农业会议上的讲话", "compilation"),
        ("【篇二】", "compilation"),
        ("第2篇：镇长讲话", "compilation"),
        ("全县工作会议讲话.docx_第1页", "compilation"),
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
        ("点击查看更多>>", "paywall"),
        ("立即下载", "paywall"),
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
    assert found("由市.委.组.织.部负责。") == [("noise", "市.委.组.织.部")]
    assert found("发(fā)展(zhǎn)领(lǐng)域。") == [("noise", "发(fā)展(zhǎn)领(lǐng)")]
    assert found("道(dào)路(lù)通畅。") == [("noise", "道(dào)路(lù)")]
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


@given(st.text(alphabet="首页>来源：作者上一篇小编为大家整理(12篇)。，.a; \n", max_size=120))
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
