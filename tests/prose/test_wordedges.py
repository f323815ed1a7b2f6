import pytest

from corpuslint.prose.wordedges import begins_in_word, begins_word, ends_word, is_known, is_word, may_be_word


@pytest.mark.parametrize("pair", ["会议", "工作", "施工", "农民"])
def test_words_begin_clauses(pair: str) -> None:
    assert begins_word(pair)


@pytest.mark.parametrize("pair", ["强加", "会会", "者的", "会", ""])
def test_the_seam_of_two_words_begins_none(pair: str) -> None:
    assert not begins_word(pair)


def test_words_end_clauses() -> None:
    assert ends_word("设施")
    assert not ends_word("作会")


@pytest.mark.parametrize("text", ["顿市场秩序", "革开放以来", "健康", "业"])
def test_only_a_character_that_seldom_comes_first_can_be_the_rest_of_a_word(text: str) -> None:
    assert begins_in_word(text) == text.startswith(("顿市", "革开"))


@pytest.mark.parametrize("text", ["于都县的经验", "顿ABC", "\u7fc0翀", ""])
def test_names_and_what_the_table_does_not_know_are_left_alone(text: str) -> None:
    assert not begins_in_word(text)


def test_a_word_ends_or_begins_clauses() -> None:
    assert is_word("会议")
    assert not is_word("作会")
    assert may_be_word("会议")
    assert not is_known("會")
