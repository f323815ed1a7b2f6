import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.document import Document
from corpuslint.corpus.parsing import parse
from corpuslint.engines.truncation import Params, run
from corpuslint.findings import Confidence
from tests.engines.support import Trial

TRIAL = Trial(run, Params())
found, hits = TRIAL.found, TRIAL.hits
BODY = "\n\n".join(
    f"{name}组要抓好所承担的全部任务，做到有人管理、有人过问、有人落实。" for name in "甲乙丙丁戊己庚辛"
)
ALPHABET = st.text(alphabet="要抓好的和，。：；《》“”（）\n\n 一二三、是我 x2年　|#", max_size=200)


def test_a_text_cut_by_width_is_left_to_the_check_of_broken_sentences() -> None:
    paragraph = (
        "全县各级各部门要认真贯彻落实会议精神\n进一步增强做好农业农村工作的责任感，以更\n"
        "大的力度推进各项任务。"
    )
    assert hits("\n".join([paragraph] * 8)) == []


def test_a_line_end_in_markdown_does_not_cut_a_sentence() -> None:
    text = "今年以来，全镇各级认真贯彻落实县委各项决策部署和工作要求，\n扎实推进各项重点任务。"
    assert hits(text, format="markdown") == []


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("和演练，提升处置能力。", "start", "和演练，提升处置能力"),
        ("要深入开展创建。\n\n防控。\n\n健全长效机制。", "shard", "防控。"),
        ("全县教育工作会议简报\n\n会上，三所学校作了发言。", "opening", "会上，"),
        (
            BODY + "\n\n要抓好作风建设，严格执行规定。广大干部要切实把主要精力放到不断",
            "end",
            "实把主要精力放到不断",
        ),
        ("抓好落实，关键在人。要重点做到“三个到位”：", "colon", "点做到“三个到位”："),
    ],
)
def test_text_that_starts_or_stops_in_the_middle(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


def test_an_open_paragraph_among_closed_ones_is_less_sure() -> None:
    text = (
        "\n\n".join([BODY] * 4)
        + "\n\n要抓好队伍建设，健全各项学习制度。要以过硬的作风、扎实的工作"
        + "赢得广大群众的信赖和支持，做到事事有人管理、有人过问、有人落实"
    )
    (hit,) = hits(text)
    assert (hit.variant, hit.confidence) == ("open", Confidence.MEDIUM)


def test_an_announcement_before_a_new_document_has_lost_its_list() -> None:
    text = (
        "在全县教育工作会议上的讲话\n\n同志们：\n\n关键在人。要重点做到“三个到位”：\n\n"
        "在全县卫生工作会议上的讲话\n\n同志们：\n\n今天这次会议很重要。"
    )
    assert [variant for variant, _ in found(text)] == ["colon"]


@pytest.mark.parametrize(
    "text",
    [
        "和平与发展是时代的主题。",
        "谢谢大家！",
        "完毕。",
        "3月9日，会议在县城召开。\n\n会上，三所学校作了发言。",
        "主要任务是：\n\n一是抓好春耕；\n\n二是抓好防汛。",
        "目标任务\n\n粮食总产",
        "附件：日程安排",
    ],
)
def test_whole_texts_are_left_alone(text: str) -> None:
    assert hits(text) == []


@settings(max_examples=200, deadline=None)
@given(ALPHABET)
def test_any_text_gives_spans_inside_it_and_the_same_twice(text: str) -> None:
    TRIAL.assert_sound(text)


def test_a_long_line_and_many_lines_are_read() -> None:
    document: Document = parse("a.txt", "要，" * 50_000 + "\n" + "和\n" * 5_000)
    assert isinstance(list(run(document, Params())), list)


def test_a_last_line_without_stop_among_closed_ones_breaks_off() -> None:
    lines = [f"第{number}小组负责巡查堤防和水库，发现险情立即报告，不得延误。" for number in "甲乙丙丁"]
    text = "\n\n".join([*lines, "第戊小组负责后勤。备足编织袋、铁锹和照明设备，随时听从统一调"])
    assert [match for _, match in found(text)] == ["设备，随时听从统一调"]


@pytest.mark.parametrize(
    ("line", "match"),
    [
        ("顿市场秩序，打击欺行霸市。各部门要密切配合、形成合力。", "顿市场秩序，打击欺行"),
        ("革开放以来，全县面貌发生了很大变化。群众生活有了改善。", "革开放以来，全县面貌"),
    ],
)
def test_a_paragraph_that_begins_in_a_word_has_lost_its_beginning(line: str, match: str) -> None:
    (hit,) = hits(f"今年的工作取得了新成绩。\n\n{line}")
    assert (hit.variant, hit.confidence) == ("start", Confidence.MEDIUM)
    assert found(f"今年的工作取得了新成绩。\n\n{line}") == [("start", match)]


def test_a_word_that_the_document_begins_clauses_with_is_whole() -> None:
    line = "顿市的同志介绍了他们的做法。与会人员听了以后很受启发。"
    assert hits(line) != []
    assert hits(f"要学习外地经验，顿市的做法值得借鉴。\n\n{line}") == []


def test_the_rest_of_a_list_of_means_has_lost_its_beginning() -> None:
    assert found("走访座谈等方式，深入六个乡镇了解情况，形成专题报告。") == [
        ("start", "走访座谈等方式，深入")
    ]
    assert hits("通过走访座谈等方式，深入六个乡镇了解情况，形成专题报告。") == []


@pytest.mark.parametrize("word", ["同时，", "为此，", "但是，", "其中，"])
def test_a_text_cannot_begin_by_taking_up_what_was_said(word: str) -> None:
    text = f"全县防汛工作情况汇报\n\n{word}我们对所有水库进行了一次全面检查。"
    assert found(text) == [("opening", word)]
    assert hits(f"全县防汛工作情况汇报\n\n今年雨水多。\n\n{word}我们对水库进行了检查。") == []


@pytest.mark.parametrize(
    "last",
    [
        "会议在热烈的气氛中开幕。 李明 摄",
        "以上各项应当认真落实。 [1]",
        "习惯成自然。</a>",
        "见本书注释。^^^^",
    ],
)
def test_credits_notes_and_signs_after_the_last_stop_are_no_broken_sentence(last: str) -> None:
    assert hits(f"{BODY}\n\n今天召开了全县大会，代表们认真听取和审议了报告。{last}") == []


def test_a_text_that_is_announced_and_follows_is_whole() -> None:
    speech = "同志们：\n\n今天这次会议很重要。"
    assert hits(f"县长作了重要讲话。讲话全文如下：\n\n{speech}") == []
    assert hits("县长作了重要讲话。讲话全文如下：") != []


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 7), st.sampled_from(["和", "的", "，", "》", "等"]))
def test_a_paragraph_that_lost_its_first_words_is_found_among_whole_ones(index: int, first: str) -> None:
    lines = BODY.split("\n\n")
    lines[index] = f"{first}物资储备，做到有人管理、有人过问、有人落实。"
    assert [(hit.variant, hit.span.start) for hit in TRIAL.assert_sound("\n\n".join(lines))] == [
        ("start", sum(len(line) + 2 for line in lines[:index]))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "织密扎牢社会保障网。继续提高退休人员的基础养老金标准，确保按时足额发放。",
        "和往年相比，今年的任务更重，时间更紧。各单位要及早谋划，抓好落实。",
        "以上的情况说明：只有依靠群众，才能把学校办好。各单位要认真总结经验。",
    ],
)
def test_a_line_may_begin_with_a_verb_or_a_comparison(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "历史的经验值得记取，勤俭能兴国，奢侈会败家。成由勤俭败由奢。李商隐",
        "青阳县教育局文件                                        签发人：李明",
    ],
)
def test_an_author_and_a_field_of_a_form_need_no_stop(line: str) -> None:
    assert found(line) == []
