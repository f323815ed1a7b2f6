import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.catalog import checks_folder, read_check
from corpuslint.engines.markup import run
from tests.engines.support import Trial, around

TRIAL = Trial(run, read_check(checks_folder() / "residue-markup.toml").params)


@pytest.mark.parametrize(
    ("coded", "text"),
    [
        (r"按照\u7ae0\u7a0b办事", "按照章程办事"),
        ("按照&#x7ae0;&#31243;办事", "按照章程办事"),
        ("落实&ldquo;一岗双责&rdquo;", "落实“一岗双责”"),
        ("&amp;ldquo;一岗双责&amp;rdquo;", "“一岗双责”"),
        ("%E5%8A%A0%E5%BC%BA领导", "加强领导"),
        ("=E5=8A=A0=E5=BC=BA领导", "加强领导"),
        ("=?utf-8?B?5Yqg5by6?=领导", "加强领导"),
        ("%u52A0%u5F3A领导", "加强领导"),
        (r"\xe5\x8a\xa0\xe5\xbc\xba领导", "加强领导"),
        ("U+52A0U+5F3A领导", "加强领导"),
        ("5Yqg5by66aKG5a+877yM5YWo6Z2i6JC95a6e\n各村", "加强领导，全面落实\n各村"),
    ],
)
def test_text_in_codes_is_told_with_the_text(coded: str, text: str) -> None:
    assert {hit.variant for hit in TRIAL.hits(coded)} == {"escaped"}
    assert TRIAL.repaired(coded) == text


@pytest.mark.parametrize(
    "text",
    [
        "见https://example.com/?q=%E5%8A%A0%E5%BC%BA一页。",
        "字符U+52A0收入字库。",
        "型号ABCDEFGHIJKLMNOPQRSTUVWXYZ0123。",
        "增长5%，下降3%，持平。",
        "a=1，b=2。",
    ],
)
def test_what_only_looks_like_codes_is_left_alone(text: str) -> None:
    assert TRIAL.hits(text) == []


def test_a_blank_in_codes_is_mark_up() -> None:
    assert TRIAL.found("各村&nbsp;&nbsp;要抓紧") == [("", "&nbsp;&nbsp;")]


def test_a_style_sheet_is_one_finding() -> None:
    sheet = "@page { size: 8in 11in;\n margin-left: 1in }\norphans: 0; widows: 0;\np { line-height: 115% }"
    assert TRIAL.found(f"{sheet}\n各位代表。") == [("block", sheet)]


def test_a_tag_over_several_lines_is_one_finding_and_leaves_the_figures_within() -> None:
    tag = '<p style="text-align:right;\nfont-size:22px;\nmargin-top:10px">'
    assert TRIAL.found(f"{tag}2021年GDP增长5%</p>") == [("block", tag), ("", "</p>")]


def test_text_between_tags_is_never_part_of_a_finding() -> None:
    assert TRIAL.matches("<b>GDP</b>增长<i>5%</i>") == ["<b>", "</b>", "<i>", "</i>"]


@given(
    around(
        r"\u7ae0",
        "&ldquo;",
        "=E5=8A=A0",
        "=?utf-8?B?5Yqg5by6?=",
        "<p style='a:b;",
        "{ margin: 0 }",
        "font-size: 10pt;",
        "各村要抓紧。",
        "\n",
        alphabet='\\ux&;%=?<>{}:"p1 各。\n',
    )
)
def test_any_text_is_read(text: str) -> None:
    TRIAL.assert_sound(text)


CODES = st.sampled_from([r"\u52a0\u5f3a", "&#21152;&#24378;", "%E5%8A%A0%E5%BC%BA", "=E5=8A=A0=E5=BC=BA"])


@given(st.lists(st.sampled_from(["领导，", "各村", "责任。\n"]), min_size=1, max_size=5), CODES)
def test_codes_are_decoded_wherever_they_stand(pieces: list[str], coded: str) -> None:
    text = coded.join([*pieces, "。"])
    TRIAL.assert_sound(text)
    assert TRIAL.repaired(text) == text.replace(coded, "加强")


def test_a_breadcrumb_of_a_web_page_is_no_quotation() -> None:
    text = "> 要闻\n全县经济运行平稳。"
    assert TRIAL.hits(text, format="html") == []
    assert len(TRIAL.hits(text)) == 1
