import pytest

from corpuslint.gaps.witness import cut_names, valued_elsewhere

UNITS = ("年", "次", "户", "家")


def valued(text: str) -> list[tuple[str, str]]:
    return [
        (text[found.span.start : found.span.end], text[found.complete.start : found.complete.end])
        for found in valued_elsewhere(text, UNITS)
    ]


def test_the_same_words_with_a_number_are_a_witness() -> None:
    assert valued("走访困难3户群众。再次走访困难户群众。") == [("困难户群众", "困难3户群众")]


def test_at_the_end_of_a_clause_three_characters_have_to_agree() -> None:
    assert valued("每月不少于2次。每季不少于次，") == [("不少于次", "不少于2次")]
    assert valued("每月不少于2次。每季多于次，") == []


@pytest.mark.parametrize(
    "text",
    [
        "扶持小微企业30家，小微企业家，都来了。",  # 企业家 is a word
        "这是一个大国，是个大国家。",  # 一 may be left out
        "走访困难3户群众。",
    ],
)
def test_words_that_are_whole_have_no_witness(text: str) -> None:
    assert valued(text) == []


def test_a_lone_surname_needs_the_name_in_full() -> None:
    text = "县长温大勇在会上讲话。会后，温强调，抓好落实。"
    (found,) = cut_names(text, "温")
    assert text[found.span.start : found.span.end] == "温强调"
    assert text[found.complete.start : found.complete.end] == "温大勇"
    assert list(cut_names("会后，温强调，抓好落实。", "温")) == []
