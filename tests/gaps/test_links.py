import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.gaps.links import Link, cut_off

LINKS = (
    Link(("关于", "围绕"), "，。、"),
    Link(("与",), "，。、", before="参给"),
    Link(("根据",), "，", opening=True),
    Link(("为了",), "的"),
)


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in cut_off(text, LINKS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("关于，我讲两点。", ["关于"]),
        ("要与、公安部门配合，始终围绕。", ["与", "围绕"]),
        ("会议决定，根据，做好工作。", ["根据"]),
        ("为了的需要。", ["为了"]),
    ],
)
def test_a_word_before_a_stop_lost_what_it_governs(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    ["关于工作的意见。", "全民参与，依法给与。", "以事实为根据，以法律为准绳。", "为了群众，一切为了群众。"],
)
def test_a_word_that_goes_on_or_ends_another_is_left_alone(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="关于围绕参与根据为了的，。、", max_size=60))
def test_spans_stand_in_order_and_hold_a_word(text: str) -> None:
    spans = list(cut_off(text, LINKS))
    words = {word for link in LINKS for word in link.words}
    assert spans == sorted(spans)
    assert all(text[span.start : span.end] in words for span in spans)
