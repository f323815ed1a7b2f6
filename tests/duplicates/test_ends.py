"""Ends: lines and sentences that both sides share decide where a copy ends."""

from corpuslint.duplicates.align import align
from corpuslint.duplicates.ends import Breaks, trimmed
from corpuslint.duplicates.fold import LINE_BREAK, as_string, fold
from corpuslint.duplicates.search import Options, Source, find_families

PARAGRAPH = (
    "全县新建高标准农田六千亩，配套机井四十眼，改造低压线路二十公里，冬小麦播种面积比上年略有增加，"
    "秸秆离田利用率稳步提高，农机合作社发展到三十一家。"
)


def copies(one: str, other: str) -> list[list[str]]:
    sources = [Source.of(name, None, text) for name, text in (("a", one), ("b", other))]
    families = find_families(sources, Options())
    return [
        [sources[m.source].text[m.span.start : m.span.end] for m in family.members] for family in families
    ]


def kept(left: str, right: str) -> tuple[str, str]:
    """What is left of an alignment of two whole texts."""
    first, second = fold(left), fold(right)
    one, other = as_string(first.symbols), as_string(second.symbols)

    breaks = Breaks(*(bytes([*side.breaks.tolist(), LINE_BREAK]) for side in (first, second)))
    segment = trimmed(align(one, other), breaks)
    return (one[segment[0].left : segment[-1].left_end], other[segment[0].right : segment[-1].right_end])


def test_a_common_beginning_of_the_next_line_is_chance() -> None:
    one = f"甲县来信\n{PARAGRAPH}\n我们还要看到差距。"
    other = f"乙县通报\n{PARAGRAPH}\n我们今后的打算。"
    assert copies(one, other) == [[PARAGRAPH, PARAGRAPH]]


def test_a_common_beginning_of_the_next_sentence_is_chance() -> None:
    one, other = f"前言。{PARAGRAPH}但是困难不少。", f"开头。{PARAGRAPH}但愿明年更好。"
    assert copies(one, other) == [[PARAGRAPH, PARAGRAPH]]


def test_half_of_a_similar_title_is_no_part_of_the_copy() -> None:
    one = f"在农田水利建设现场会上的讲话\n{PARAGRAPH}\n"
    other = f"某县在全市农业工作会上的讲话稿\n{PARAGRAPH}\n"
    assert copies(one, other) == [[PARAGRAPH, PARAGRAPH]]


def test_a_short_last_line_that_is_copied_too_stays() -> None:
    text = f"{PARAGRAPH}\n谢谢大家！"
    assert copies(f"主持人的话。\n{text}\n", f"另一场会议。\n{text}\n附件略。\n") == [[text, text]]


def test_an_edited_beginning_of_a_copied_line_is_taken_in() -> None:
    one, other = f"上文。\n一是{PARAGRAPH}\n", f"前言说明。\n三要{PARAGRAPH}\n"
    assert copies(one, other) == [[f"一是{PARAGRAPH}", f"三要{PARAGRAPH}"]]


def test_a_copy_pasted_into_the_middle_of_a_line_ends_there() -> None:
    assert copies(f"{PARAGRAPH}\n", f"据介绍，{PARAGRAPH}下一步怎么走，大家再议。\n") == [
        [PARAGRAPH, PARAGRAPH]
    ]


def test_segments_end_at_equal_text_or_come_out_empty() -> None:
    assert kept("完成任务", "完成任务") == ("完成任务", "完成任务")
    assert kept("县长王明远说完成任务", "县长#说完成任务")[0] == "县长王明远说完成任务"


def test_a_break_counts_where_it_stands_on_both_sides() -> None:
    breaks = Breaks(bytes([2, 0, 1, 0, 2, 1]), bytes([0, 0, 2, 1, 2, 0]))
    assert [breaks.at(offset, offset) for offset in range(6)] == [0, 0, 1, 0, 2, 0]
    assert breaks.shared(0, 0, 4, 1) == [(2, 1), (4, 2)]
    assert breaks.shared(4, 4, 2, -1) == [(0, 2), (2, 1)]
    assert breaks.shared(0, 0, 1, 1) == []
