import pytest

from corpuslint.prose.lookalikes import ampersands, letters_in_figures, question_marks


@pytest.mark.parametrize(
    ("text", "figure", "meant"),
    [
        ("总结2O22年工作", "2O22", "2022"),
        ("建站l00周年", "l00", "100"),
        ("提高到9o%", "9o", "90"),
        ("对4S所学校", "4S", "45"),
        ("截至l2月31日", "l2", "12"),
    ],
)
def test_a_letter_in_a_figure_is_a_digit(text: str, figure: str, meant: str) -> None:
    (found,) = letters_in_figures(text)
    assert (text[found.span.start : found.span.end], found.meant) == (figure, meant)


@pytest.mark.parametrize("text", ["4S店", "O2O平台", "5G网", "I类", "B超3次", "CO2年均值", "2023年", "S2线"])
def test_letters_beside_figures_are_left_alone(text: str) -> None:
    assert list(letters_in_figures(text)) == []


def test_question_marks_that_ask_nothing() -> None:
    kinds = [found.kind for found in question_marks("党组??书记\n???（一）组\n李 ?明\n为什么??我们")]
    assert kinds == ["lost", "blank", "blank"]


def test_words_between_ampersands_were_quoted() -> None:
    (found,) = ampersands("落实&一岗双责&要求，A&B，AT&T公司")
    assert found.meant == "“一岗双责”"
