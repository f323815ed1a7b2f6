from corpuslint.corpus.document import Document
from corpuslint.corpus.parsing import parse
from corpuslint.prose.continuation import body, closed_share, head, is_used_as_end, seam, tail, usual_gap

CLOSED = [
    f"第{number}小组要抓好各自承担的任务，做到有人管、有人问、有人落实。" for number in "甲乙丙丁戊己庚辛"
]


def document(*lines: str, gap: str = "\n\n") -> Document:
    return parse("a.txt", gap.join(lines))


def test_a_comma_or_an_open_bracket_stops_in_mid_sentence() -> None:
    assert tail("要抓好春耕，") == 3
    assert tail("会议通过《") == 3
    assert tail("会议通过了《关于防汛") == 2
    assert tail("圆满完成各项任务") == 0


def test_a_closing_mark_begins_in_mid_sentence() -> None:
    assert head("，确保完成任务。") == 3
    assert head("的主要任务。") == 2
    assert head("全年任务已经完成。") == 0


def test_an_open_line_stands_out_only_among_closed_ones() -> None:
    line = (
        "要抓好队伍建设，健全学习制度。广大干部要勤于学习、善于思考、勇于担当，以实际行动赢得群众的信赖和支持"
    )
    assert body(document(*CLOSED, line), line) == 3
    assert body(document(*CLOSED, *CLOSED, *CLOSED, line), line) == 3
    assert body(document(line), line) == 1
    assert body(document(*CLOSED, "短标题"), "短标题") == 0


def test_the_share_of_closed_lines_wants_enough_lines() -> None:
    assert closed_share(document(*CLOSED)) == 1.0
    assert closed_share(document(*CLOSED[:2])) == 0.0


def test_words_used_together_elsewhere_belong_together() -> None:
    text = document("要加快乡村振兴步伐，抓好各项重点任务。", "全面推进乡村", "振兴工作，落实各方责任。")
    assert seam(text, text.blocks[1], text.blocks[2]).usage == 3


def test_a_figure_and_a_bracket_cut_in_two_are_a_pair() -> None:
    text = document("全年修路12", "5公里，其中（含县道", "、乡道）一条。")
    assert seam(text, text.blocks[0], text.blocks[1]).pair == 3
    assert seam(text, text.blocks[1], text.blocks[2]).pair == 3


def test_a_line_set_closer_than_the_others_shows_in_the_layout() -> None:
    text = parse("a.txt", "\n\n".join(CLOSED) + "\n\n要抓好全面工作并且\n认真做好总结。")
    assert usual_gap(text) == 1
    assert seam(text, text.blocks[-2], text.blocks[-1]).layout == 1


def test_a_line_less_indented_than_the_others_shows_in_the_layout() -> None:
    text = parse(
        "a.txt",
        "\n\n".join("　　" + line for line in CLOSED) + "\n\n　　要抓好全面工作并且\n\n认真做好总结。",
    )
    assert seam(text, text.blocks[-2], text.blocks[-1]).layout == 1


def test_the_end_of_a_line_may_end_clauses_elsewhere() -> None:
    text = document("各项任务圆满完成，群众满意。", "全年目标圆满完成", "按期完")
    assert is_used_as_end(text, text.blocks[1], "全年目标圆满完成")
    assert not is_used_as_end(text, text.blocks[2], "按期完")
