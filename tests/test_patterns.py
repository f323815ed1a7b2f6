from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.parsing import parse
from corpuslint.patterns import Rules, matches


def found(text: str, rules: Rules, format: str = "text") -> list[str]:
    document = parse("a.txt", text, format=format)
    return [document.slice(span) for span in matches(document, rules)]


def test_the_group_at_narrows_a_match() -> None:
    assert found("共计X项", Rules(patterns=("共计(?P<at>X)项",))) == ["X"]


def test_an_earlier_pattern_wins_the_place() -> None:
    assert found("x+x个", Rules(patterns=(r"x\+x", "x"))) == ["x+x"]


def test_a_look_alike_takes_the_match_away_on_its_line_only() -> None:
    assert found("X光\nX项", Rules(patterns=("X",), unless=("X光",))) == ["X"]


def test_a_line_without_a_trigger_is_not_read() -> None:
    assert found("甲a\n乙a", Rules(patterns=("a",), triggers=("乙",))) == ["a"]


def test_a_trigger_may_begin_with_the_line_end_before_its_line() -> None:
    assert found("甲年\n年，乙", Rules(patterns=("年",), triggers=("\n年",))) == ["年"]


TRIGGERS = ("的年", "年，", "在年", "\n年", "第一个", "的，", "。", "*", "x-y")


@given(st.text(alphabet="的年，在第一个。*x-y\n甲", max_size=40))
def test_lines_with_any_of_the_triggers_are_read_and_no_others(text: str) -> None:
    lines = text.split("\n")
    read = [line for number, line in enumerate(lines) if holds_trigger(line, is_first=number == 0)]
    assert "".join(found(text, Rules(patterns=(".",), triggers=TRIGGERS))) == "".join(read)


def holds_trigger(line: str, *, is_first: bool) -> bool:
    return any(trigger in (line if is_first else "\n" + line) for trigger in TRIGGERS)


def test_neighbours_may_be_named() -> None:
    assert found("投资●万元，●个人", Rules(patterns=("●(?=«unit»)",), unless=("«nobody»",))) == ["●"]


def test_weak_patterns_need_the_support_of_others() -> None:
    rules = Rules(patterns=("XX",), weak=("×",), support=2)
    assert found("王×讲话，XX主持。", rules) == ["XX"]
    assert found("王×讲话，XX、XX主持。", rules) == ["×", "XX", "XX"]


def test_only_headings_are_read_where_a_check_asks_for_it() -> None:
    text = "在全市教育工作会议上的讲话\n\n同志们，今天的讲话分三个部分，先讲成绩，再讲问题。"
    assert found(text, Rules(patterns=("讲话",), where="heading")) == ["讲话"]


def test_markdown_is_left_alone_where_a_check_asks_for_it() -> None:
    rules = Rules(patterns=("a",), text_only=(r"\*\*",), except_formats=())
    assert found("**a", rules) == ["**", "a"]
    assert found("**a", rules, format="markdown") == ["a"]
    assert found("**a", Rules(patterns=("a",), except_formats=("markdown",)), format="markdown") == []


def test_a_text_file_written_in_markdown_counts_as_markdown() -> None:
    rules = Rules(patterns=(r"\*\*",), except_formats=("markdown",))
    assert found("# 讲话\n\n**重点**", rules) == []
    assert found("前言\n\n## 一\n\n## 二\n\n## 三\n\n**重点**", rules) == []
    assert found("前言\n\n## 一\n\n**重点**", rules) == ["**", "**"]


@given(st.text(alphabet="aX光+ \n。", max_size=60))
def test_matches_stand_in_order_and_do_not_overlap(text: str) -> None:
    document = parse("a.txt", text)
    spans = matches(document, Rules(patterns=(r"X\+X", "X+", "a"), unless=("X光",)))
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
