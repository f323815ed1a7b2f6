import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.gaps.counted import Counted, uncounted

TABLE = (
    Counted("次", ("会议", "座谈会", "调研")),
    Counted("期", ("培训班",)),
    Counted("台套", ("设备",)),
)


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in uncounted(text, TABLE)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("召开会议次，举办培训班期。", ["会议次", "培训班期"]),
        ("召开座谈会次；购置设备台套、新建泵站。", ["座谈会次", "设备台套"]),
    ],
)
def test_a_thing_and_its_measure_word_end_a_clause(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "召开会议三次，办班两期。",
        "会议次序排定，培训班期间严守纪律。",
        "首次，两次，时期，学期。",
        "会议次数很多。",
    ],
)
def test_numbers_and_longer_words_are_left_alone(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="会议座谈调研次期培训班台套设备，。三 \n", max_size=60))
def test_spans_lie_in_any_text_and_end_with_a_measure_word(text: str) -> None:
    measures = tuple(counted.measure for counted in TABLE)
    assert all(place.endswith(measures) for place in found(text))


def test_an_empty_table_finds_nothing() -> None:
    assert list(uncounted("召开会议次。", ())) == []
