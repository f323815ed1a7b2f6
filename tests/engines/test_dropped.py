from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import checks_folder, read_check, read_explanation
from corpuslint.engines.dropped import run
from corpuslint.examples import unmark
from corpuslint.findings import Confidence, Hit, Severity
from corpuslint.patterns import compiled
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
        ("一、工作回顾\n年，全县平稳运行。", "年，", "year"),
        ("——年3月5日在会议上", "年", "year"),
        ("由同志兼任办公室主任。", "由同志", "name"),
        ("联系人：，电话另告。", "联系人：", "name"),
        ("张秀兰、等12名同志受到表彰。", "、等", "name"),
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
        "观影人次为16亿，发放粮种万份万份，接待人次人次。",
        "兑换银元和铜元，市政设施配好套。",
        "共有 40 余家企业参展，2013年5 月4日开幕，经济增长6。9％。",
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


SENTENCES = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "fixtures" / "sentences" / "dropped.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]
VALUES = {"count", "amount", "percent", "date", "year", "ordinal", "document", "quote", "letter", "person"}


def share_found(kinds: set[str]) -> float:
    told = [bool(hits(text)) for kind, text in SENTENCES if kind in kinds]
    return sum(told) / len(told)


def test_most_numbers_and_names_taken_from_sentences_leave_a_trace() -> None:
    assert share_found(VALUES) >= 0.9


def test_a_word_taken_from_a_sentence_is_harder_to_see() -> None:
    assert share_found({"noun", "predicate", "link", "place"}) >= 0.65


@pytest.mark.parametrize("text", [text for kind, text in SENTENCES if kind == "whole"])
def test_whole_sentences_that_look_alike_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "match", "message"),
    [
        ("关于，我强调两点。", "关于", "link"),
        ("要与、公安等部门配合。", "与", "link"),
        ("为了的需要，成立专班。", "为了", "link"),
        ("要把作为头等大事来抓。", "把作为", "word"),
        ("取得了显著的，群众满意。", "取得了显著的", "word"),
        ("开学之前制定各项卫生，划分场地。", "各项卫生", "word"),
        ("事业持续发展，预期目标。", "预期目标", "word"),
        ("一年来，在各级的支持下。", "一年来，在各级的支持下", "word"),
    ],
)
def test_a_word_that_is_gone_is_told_apart_from_a_number(text: str, match: str, message: str) -> None:
    (hit,) = hits(text)
    assert (text[hit.span.start : hit.span.end], hit.variant) == (match, message)


def test_an_office_without_a_name_is_only_a_warning() -> None:
    (hit,) = hits("会前，省长同志打来电话。")
    assert (hit.severity, hit.confidence) == (Severity.WARNING, Confidence.MEDIUM)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("全年完成投资亿元，增长%。", None),
        ("今年新增家企业。", Severity.WARNING),
        ("发放宣传资料份。", Severity.WARNING),
        ("关于，我强调两点。", Severity.WARNING),
        ("开展走访万户。取得了显著的。", Severity.WARNING),
        ("走访困难3户群众。再次走访困难户群众。", Severity.WARNING),
        ("县长温大勇在会上讲话。会后，温强调，要抓好落实。", Severity.WARNING),
    ],
)
def test_only_shapes_and_large_units_are_errors(text: str, severity: Severity | None) -> None:
    assert {hit.severity for hit in hits(text)} == {severity}


def test_a_sound_word_that_reaches_into_a_gap_explains_it() -> None:
    assert found("全县有多少个县达标，一个个村庄变了样。") == []
    assert found("全县有12个县达标，。建立长效机制，个意识要增强。") == ["个意识"]


def test_a_history_that_calls_people_by_surname_is_left_alone() -> None:
    text = "县长温大勇在会上讲话。"
    assert len(hits(text + "会后，温强调，要抓好落实。" * 5)) == 5
    assert hits(text + "会后，温强调，要抓好落实。" * 6) == []


def test_every_pattern_has_a_bad_example() -> None:
    explanation = read_explanation(checks_folder() / "placeholder-dropped.toml")
    examples = "\n".join(unmark(example.text).text for example in explanation.bad)
    patterns = [pattern for shape in PARAMS.shapes for pattern in shape.patterns]
    assert [pattern for pattern in patterns if not compiled(pattern).search(examples)] == []
