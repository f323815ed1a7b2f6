import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.document import Document
from corpuslint.corpus.parsing import parse
from corpuslint.engines.continuity import Params, run
from corpuslint.findings import Confidence, Hit
from tests.engines.support import Trial

SPLIT, TRUNCATED = Params(find="split"), Params(find="truncated")
BODY = "\n\n".join(
    f"{name}组要抓好所承担的全部任务，做到有人管理、有人过问、有人落实。" for name in "甲乙丙丁戊己庚辛"
)
ALPHABET = st.text(alphabet="要抓好的和，。：；《》“”（）\n\n 一二三、是我 x2年　|#", max_size=200)


def hits(text: str, params: Params, format: str = "text") -> list[Hit]:
    return Trial(run, params).hits(text, format=format)


def found(text: str, params: Params) -> list[tuple[str, str]]:
    return Trial(run, params).found(text)


def test_a_sentence_broken_after_a_comma_is_split() -> None:
    assert found("要备足化肥、农药，\n\n并检修农机，确保春耕。", SPLIT) == [
        ("", "要备足化肥、农药，\n\n并检修农机，确保春耕")
    ]


def test_the_message_names_both_sides_and_the_line() -> None:
    (hit,) = hits("要备足化肥、农药，\n\n并检修农机，确保春耕。", SPLIT)
    assert hit.values == {
        "before": "要备足化肥、农药，",
        "after": "并检修农机，确保春耕",
        "line": 3,
        "count": 2,
    }


def test_a_sentence_in_many_pieces_is_one_finding() -> None:
    (hit,) = hits("会后印发了《\n关于夏粮收购的意见\n》，明确了\n\n各方责任。", SPLIT)
    assert hit.variant == "chain"
    assert hit.values["count"] == 4
    assert [place.note for place in hit.related] == ["piece", "piece"]


def test_a_missing_full_stop_alone_is_no_split() -> None:
    assert hits("全县粮食播种面积稳定在二十万亩\n\n各镇新增家庭农场三十家。", SPLIT) == []


@pytest.mark.parametrize(
    "text",
    [
        "各位代表：\n\n现在，我报告工作。",
        "同志们，\n\n今天我们开会。",
        "主要任务，\n\n（一）抓好春耕。",
        "绿水青山\n\n就是金山银山",
        "名单如下：\n| 甲，\n| 乙，",
        "第一，\n要抓好春耕。",
        "安和县人民政府\n\n2023年5月6日",
    ],
)
def test_lines_that_only_look_broken_are_left_alone(text: str) -> None:
    assert hits(text, SPLIT) == []


def test_a_text_cut_by_width_is_one_finding() -> None:
    paragraph = (
        "全县各级各部门要认真贯彻落实会议精神\n进一步增强做好农业农村工作的责任感，以更\n"
        "大的力度推进各项任务。"
    )
    ((variant, _),) = found("\n".join([paragraph] * 8), SPLIT)
    assert variant == "wrapped"
    assert hits("\n".join([paragraph] * 8), TRUNCATED) == []


def test_a_line_end_in_markdown_does_not_cut_a_sentence() -> None:
    text = "今年以来，全镇各级认真贯彻落实县委各项决策部署和工作要求，\n扎实推进各项重点任务。"
    assert hits(text, TRUNCATED, format="markdown") == []


def test_a_line_end_in_markdown_is_no_paragraph_end() -> None:
    text = "要备足化肥、农药，\n并检修农机，确保春耕。"
    assert hits(text, SPLIT) != []
    assert hits(text, SPLIT, format="markdown") == []


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
    assert found(text, TRUNCATED) == [(variant, match)]


def test_an_open_paragraph_among_closed_ones_is_less_sure() -> None:
    text = (
        "\n\n".join([BODY] * 4)
        + "\n\n要抓好队伍建设，健全各项学习制度。要以过硬的作风、扎实的工作"
        + "赢得广大群众的信赖和支持，做到事事有人管理、有人过问、有人落实"
    )
    (hit,) = hits(text, TRUNCATED)
    assert (hit.variant, hit.confidence) == ("open", Confidence.MEDIUM)


def test_an_announcement_before_a_new_document_has_lost_its_list() -> None:
    text = (
        "在全县教育工作会议上的讲话\n\n同志们：\n\n关键在人。要重点做到“三个到位”：\n\n"
        "在全县卫生工作会议上的讲话\n\n同志们：\n\n今天这次会议很重要。"
    )
    assert [variant for variant, _ in found(text, TRUNCATED)] == ["colon"]


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
    assert hits(text, TRUNCATED) == []


@settings(max_examples=200, deadline=None)
@given(ALPHABET)
def test_any_text_gives_spans_inside_it_and_the_same_twice(text: str) -> None:
    for params in (SPLIT, TRUNCATED):
        Trial(run, params).assert_sound(text)


def test_a_long_line_and_many_lines_are_read() -> None:
    document: Document = parse("a.txt", "要，" * 50_000 + "\n" + "和\n" * 5_000)
    assert isinstance(list(run(document, TRUNCATED)), list)


def test_a_mark_that_a_heading_opens_is_no_split() -> None:
    text = "一、打造“一村一品\n\n各村因地制宜，发展特色产业。"
    assert found(text, Params(find="split")) == []


def test_a_last_line_without_stop_among_closed_ones_breaks_off() -> None:
    lines = [f"第{number}小组负责巡查堤防和水库，发现险情立即报告，不得延误。" for number in "甲乙丙丁"]
    text = "\n\n".join([*lines, "第戊小组负责后勤。备足编织袋、铁锹和照明设备，随时听从统一调"])
    assert [match for _, match in found(text, Params(find="truncated"))] == ["设备，随时听从统一调"]
