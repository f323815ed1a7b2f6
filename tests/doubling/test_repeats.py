from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.document import Span
from corpuslint.doubling.repeats import short_repeats


def words(text: str) -> list[str]:
    return [text[span.start : span.end] for span, _ in short_repeats(text, 2, 16)]


def test_chinese_words_that_stand_twice_are_found() -> None:
    assert words("下半年完成完成招标，安全生产安全生产。") == ["完成完成", "安全生产安全生产"]


def test_signs_and_figures_are_no_words() -> None:
    assert words("1212，。，。abab——————") == []


def test_characters_beyond_the_basic_plane_count_as_one() -> None:
    assert list(short_repeats("\U00020000\U00020001，完成完成", 2, 16)) == [(Span(3, 7), Span(5, 7))]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="完成，a一\U00020000\ud800", max_size=60))
def test_every_repeat_is_one(text: str) -> None:
    for span, stray in short_repeats(text, 2, 16):
        assert text[span.start : stray.start] == text[stray.start : span.end]
