import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.parsing import parse
from corpuslint.engines.heading import Params, run
from tests.engines.support import Trial, around

ALPHABET = st.text(alphabet="一二三、（）1.2关于的通知讲话在会上。：\n\n 甲乙", max_size=150)
DOCUMENTS = around(
    "一、基本情况\n\n",
    "二、主要做法\n\n",
    "在教育工作会议上的讲话\n\n同志们：\n\n",
    "全镇辖十二个村。\n\n",
    alphabet="一二、甲。\n",
)
EMPTY = "一、基本情况\n\n全镇辖十二个村。\n\n二、主要做法\n\n三、存在问题\n\n服务能力不足。"
COMPILATION = (
    "在教育工作会议上的讲话\n\n同志们：\n\n部署开学。\n\n早作准备。\n\n谢谢大家！\n\n"
    "{}同志们：\n\n部署卫生。\n\n清理垃圾。\n\n人人动手。\n\n谢谢大家！\n\n"
    "在农业工作会议上的讲话\n\n同志们：\n\n部署秋收。"
)


def found(text: str, find: str) -> list[str]:
    return Trial(run, Params(find=find)).matches(text)  # type: ignore[arg-type]


def test_a_heading_without_text_among_headings_with_text() -> None:
    assert found(EMPTY, "empty") == ["二、主要做法"]


def test_the_next_heading_is_pointed_to() -> None:
    document = parse("a.txt", EMPTY)
    (hit,) = run(document, Params(find="empty"))
    assert hit.values == {"line": 7}
    assert [document.slice(place.span) for place in hit.related] == ["三、存在问题"]


def test_a_last_heading_without_text() -> None:
    (hit,) = run(
        parse("a.txt", "一、学习\n\n每周一次。\n\n二、整改\n\n逐条落实。\n\n三、打算"), Params(find="empty")
    )
    assert hit.variant == "last"


@pytest.mark.parametrize(
    "text",
    [
        "一、听取报告\n\n二、审议决定\n\n三、通过决议",
        "一、主要工作\n\n（一）抓生产\n\n抢收抢种。\n\n（二）抓服务\n\n下乡指导。",
        "第一章 总则\n\n第一节 任务\n\n第一条 制定本办法。",
        "一、备足种子；\n\n二、检修农机；\n\n三、清理沟渠。",
    ],
)
def test_lists_and_nested_headings_are_not_empty(text: str) -> None:
    assert found(text, "empty") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("关于开展饮水安全", "检查工作的通知"),
        ("一、进一步完善和", "落实各项制度"),
        ("二、2023", "年重点任务"),
    ],
)
def test_a_heading_whose_phrase_is_cut(first: str, second: str) -> None:
    assert found(f"{first}\n\n{second}\n\n现就有关事项通知如下。", "split") == [f"{first}\n\n{second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("清河县人民政府办公室", "关于做好防汛工作的通知"),
        ("政府工作报告", "一、过去一年的工作"),
        ("一、主要成绩", "农业方面"),
        ("Public domain", "false"),
    ],
)
def test_two_lines_that_each_stand_alone(first: str, second: str) -> None:
    assert found(f"{first}\n\n{second}\n\n过去一年，全县平稳发展。", "split") == []


def test_a_title_that_comes_again_points_to_the_first() -> None:
    text = COMPILATION.format("在教育工作会议上的讲话【范文】\n\n")
    document = parse("a.txt", text)
    (hit,) = run(document, Params(find="repeated"))
    assert document.slice(hit.span) == "在教育工作会议上的讲话【范文】"
    assert hit.variant == "alike"
    assert hit.values == {"line": 1, "title": "在教育工作会议上的讲话"}


def test_different_titles_are_not_repeated() -> None:
    assert found(COMPILATION.format("在卫生工作会议上的讲话\n\n"), "repeated") == []


@settings(max_examples=150, deadline=None)
@given(st.one_of(ALPHABET, DOCUMENTS), st.sampled_from(["empty", "split", "repeated"]))
def test_any_text_gives_spans_inside_it(text: str, find: str) -> None:
    Trial(run, Params(find=find)).assert_sound(text)  # type: ignore[arg-type]


RUN_IN = "（一）抓宣传。各村印发资料，做到户户知晓。\n\n{}\n\n（三）抓督查。每月通报进度，逾期不办的约谈。"


@pytest.mark.parametrize("line", ["（二）抓培训。", "（二）抓培训"])
def test_an_item_that_is_its_heading_alone_among_items_with_text(line: str) -> None:
    assert found(RUN_IN.format(line), "empty") == [line]


def test_an_item_that_is_a_sentence_is_not_empty() -> None:
    assert found(RUN_IN.format("（二）由县农技站到各村举办农业技术讲座。"), "empty") == []


def test_an_entry_of_the_contents_is_not_empty() -> None:
    text = f"一、基本情况 PAGEREF _Toc1 1\n\n二、存在问题 PAGEREF _Toc2 3\n\n{EMPTY}"
    assert found(text, "empty") == ["二、主要做法"]


def test_a_numbered_heading_goes_on_in_the_only_unnumbered_one() -> None:
    text = "一、情况\n全镇有十二个村。\n二、打造“一村\n一品”\n发展产业。\n三、打算\n继续努力。"
    assert found(text, "split") == ["二、打造“一村\n一品”"]


def test_unnumbered_headings_under_several_numbered_ones_stand_alone() -> None:
    text = "一、情况\n人口\n全镇有三万人。\n二、做法\n修路\n通村路全部硬化。\n三、打算\n继续努力。"
    assert found(text, "split") == []


def test_a_title_inside_the_text_is_repeated() -> None:
    text = "全镇防汛工作总结\n\n汛期没有险情。\n\n全镇防汛工作总结\n\n物资已经备足。"
    assert found(text, "repeated") == ["全镇防汛工作总结"]


def test_a_title_on_the_cover_and_over_the_text_is_not_repeated() -> None:
    text = "全镇防汛工作总结\n\n二○二四年十月\n\n全镇防汛工作总结\n\n物资已经备足。"
    assert found(text, "repeated") == []


def test_a_heading_twice_in_a_row_is_repeated() -> None:
    text = "一、基本情况\n\n一、基本情况\n\n全镇有三万人。"
    assert found(text, "repeated") == ["一、基本情况"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("在全镇春耕会议上的讲话\n在全镇春耕会议上的讲话\n同志们：\n今天部署春耕。", 2),
        ("在全镇春耕会议上的讲话 - 某某范文网\n\n在全镇春耕会议上的讲话\n\n同志们：\n今天部署春耕。", 3),
        ("全镇春耕工作情况汇报(精选3篇)\n2023-03-01 08:00\n全镇春耕工作情况汇报\n今年春耕早。", 3),
        ("一、总体要求一、总体要求\n\n各村要压实责任，完成任务。", 1),
    ],
)
def test_a_title_that_stands_again_above_its_text(text: str, line: int) -> None:
    document = parse("a.txt", text)
    hits = list(run(document, Params(find="repeated")))
    assert [document.position(hit.span.start).line for hit in hits] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "新闻中心\n企业文化\n党的建设\n服务指南",
        "市代表大会报告\n\n市代表大会报告\n\n各位代表：\n\n我报告工作。",
        "一、工作要求\n本文由范文网整理发布，更多内容请点击查看全部资料\n各村要抓好落实。",
        "2.地质险情调查专家组意见\n国务院办公厅\n二〇〇四年二月",
    ],
)
def test_lines_that_are_no_pieces_of_one_heading(text: str) -> None:
    assert found(text, "split") == []


def test_a_title_over_three_lines_is_one_finding() -> None:
    text = "县政府关于印发农村饮水安全和\n供水工程管护经费落实情况的\n通知\n\n各镇人民政府：\n\n请抓好落实。"
    assert found(text, "split") == [text.split("\n\n")[0]]


def test_a_number_above_its_heading_is_one_finding() -> None:
    text = "一、要求\n各村要压实责任。\n二、\n主要任务\n各村要落实经费，备足物资。\n三、保障\n成立专班。"
    assert found(text, "split") == ["二、\n主要任务"]
    assert found(text, "empty") == []
