from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import checks_folder, read_check
from corpuslint.engines.dropped import run
from corpuslint.findings import Hit
from tests.engines.support import Trial

PARAMS = read_check(checks_folder() / "placeholder-dropped.toml").params
TRIAL = Trial(run, PARAMS)


def hits(text: str) -> list[Hit]:
    return sorted(TRIAL.hits(text), key=lambda hit: hit.span)


def found(text: str) -> list[str]:
    return [text[hit.span.start : hit.span.end] for hit in hits(text)]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("下面，我讲个方面的意见。", "讲个方面"),
        ("全年共计人参加培训。", "共计人"),
        ("召开第次常务会议。", "第次"),
        ("全市排名第，居于前列。", "第"),
        ("贯彻党的大精神，落实二十届三中全会部署。", "党的大"),
        ("坚持和平共处项原则。", "处项"),
        ("推进总体位一体布局。", "体位一体"),
        ("惠及学生多万人。", "多万"),
        ("面向世纪谋划发展。", "面向世纪"),
        ("产值增长百分之点五。", "百分之点五"),
        ("全年财政收入投资亿元。", "投资亿元"),
        ("城区面积扩大平方公里。", "扩大平方公里"),
        ("比上年提高个百分点。", "提高个百分点"),
        ("贯彻党的届三中全会精神。", "党的届三中"),
        ("今年新增家企业。", "新增家"),
        ("新建了座桥梁。", "新建了座"),
        ("新栽果树亩，效益明显。", "果树亩"),
        ("工业用电增长%，用水下降%。", "用电增长%"),
    ],
)
def test_a_number_that_is_gone_leaves_a_trace(text: str, match: str) -> None:
    assert match in found(text)


@pytest.mark.parametrize(
    ("text", "match", "message"),
    [
        ("在年全市教育工作会议上的讲话", "在年", "year"),
        ("在全县农业工作会议上的讲话年", "讲话年", "year"),
        ("全县年经济工作会议召开。", "全县年", "year"),
        ("会议部署年工作，大家认真讨论。", "部署年工作", "year"),
        ("工程定于年月日开工。", "于年月日", "date"),
        ("2024年3月日在县城召开。", "3月日", "date"),
        ("参合率达到90，群众受益。", "90", "percent"),
        ("产值同比增长14；税收平稳。", "14", "percent"),
        ("根据《》等规定执行。", "《》", "empty"),
        ("国办发〔〕12号文件要求。", "〔〕", "empty"),
        ("在市委、的领导下推进工作。", "、", "name"),
        ("紧密团结在以同志为核心的党中央周围。", "以同志为核心的党", "name"),
        ("大家整理的关于，请审阅。", "整理的关于", "name"),
    ],
)
def test_other_gaps_are_told_apart(text: str, match: str, message: str) -> None:
    (hit,) = hits(text)
    assert (text[hit.span.start : hit.span.end], hit.variant) == (match, message)


@pytest.mark.parametrize(
    "text",
    [
        "下面，我讲几点意见，再讲一个问题。",
        "到年底完成，从年初抓起，比年均水平高。",
        "青年、中年和少年都要参加。",
        "建立起新的机制，公安派出所依法处置。",
        "千家万户受益，万元户增多，亿万人民奋斗。",
        "每平方公里补助三千元，逐个项目落实。",
        "第一书记、第一时间、第一产业，门第观念要破除。",
        "容积率为25，排名上升3位，增长2倍。",
        "出生年月日填写完整，每月15日前报送。",
        "增长X%，投资XX亿元，新建**家，**年完成。",
        "党的大政方针深入人心，完成项目验收。",
        "这个方面，那个环节，各个领域，整个阶段。",
    ],
)
def test_complete_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_same_words_with_their_number_are_shown_beside_the_gap() -> None:
    text = "打造12个标准化车间。年内打造个标准化基地。"
    (hit,) = hits(text)
    assert text[hit.span.start : hit.span.end] == "打造个"
    text = "走访困难3户群众。再次走访困难户群众。"
    (hit,) = hits(text)
    assert hit.variant == "evidence"
    assert [text[place.span.start : place.span.end] for place in hit.related] == ["困难3户群众"]


def test_a_lone_surname_needs_the_name_in_full() -> None:
    text = "县长温大勇在会上讲话。会后，温强调，要抓好落实。"
    (hit,) = hits(text)
    assert text[hit.span.start : hit.span.end] == "温强调"
    assert [text[place.span.start : place.span.end] for place in hit.related] == ["温大勇"]
    assert hits("会后，温强调，要抓好落实。") == []


def test_a_place_gives_one_hit() -> None:
    text = "全年共计人参加，比上年提高个百分点，提高个百分点。"
    spans = [hit.span for hit in hits(text)]
    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(st.text(alphabet="年月日第个项家人亿元%共计增长12十在，。《》温强调 \n", max_size=80))
def test_any_text_is_read(text: str) -> None:
    TRIAL.assert_sound(text)
