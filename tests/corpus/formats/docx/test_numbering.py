"""Numbers of automatic lists stand in the text as Word writes them."""

import pytest

from corpuslint.corpus.formats.docx.numerals import write_number
from corpuslint.corpus.reading import texts_of
from tests.corpus.formats.docx.build import definition, docx, level, listed, numbered, paragraph

OUTLINE = definition(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    texts, skipped = texts_of(docx(body, numbering=numbering, styles=styles), "a.docx")
    assert skipped == []
    return texts[0].text.splitlines()


def test_a_chinese_outline() -> None:
    body = "".join(
        [
            numbered("提高认识", 1),
            numbered("思想", 1, 1),
            numbered("行动", 1, 1),
            numbered("学", 1, 2),
            paragraph("正文"),
            numbered("干", 1, 2),
            numbered("突出重点", 1),
            numbered("基层", 1, 1),
        ]
    )
    assert lines(body, OUTLINE + listed(1, 0)) == [
        "一、提高认识",
        "（一）思想",
        "（二）行动",
        "1.学",
        "正文",
        "2.干",
        "二、突出重点",
        "（一）基层",
    ]


def test_numbers_come_through_styles_and_what_they_are_based_on() -> None:
    first = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    second = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="1"><w:name w:val="heading 1"/>{first}</w:style>'
        f'<w:style w:styleId="2">{second}</w:style>'
        '<w:style w:styleId="A"><w:basedOn w:val="1"/></w:style>'
        '<w:style w:styleId="L"><w:basedOn w:val="L"/></w:style>'
    )
    body = (
        paragraph("甲", '<w:pStyle w:val="1"/>')
        + paragraph("乙", '<w:pStyle w:val="2"/>')
        + paragraph("丙", '<w:pStyle w:val="A"/>')
        + paragraph("丁", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("戊", '<w:pStyle w:val="L"/>')
    )
    assert lines(body, OUTLINE + listed(1, 0), styles) == ["一、甲", "（一）乙", "二、丙", "丁", "戊"]


def test_a_level_is_found_by_the_style_it_belongs_to() -> None:
    numbering = definition(
        0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:pStyle w:val="2"/>')
    ) + listed(1, 0)
    styles = '<w:style w:styleId="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert lines(paragraph("乙", '<w:pStyle w:val="2"/>'), numbering, styles) == ["(1)乙"]


def test_lists_of_one_definition_count_on_unless_they_say_where_they_start() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OUTLINE + listed(1, 0) + listed(2, 0) + listed(3, 0, override)
    body = numbered("a", 1) + numbered("b", 2) + numbered("c", 3) + numbered("d", 3)
    assert lines(body, numbering) == ["一、a", "二、b", "一、c", "二、d"]


def test_a_list_can_look_different_from_its_definition() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条", start=5)}</w:lvlOverride>'
    assert lines(numbered("应当", 2), OUTLINE + listed(2, 0, override)) == ["第5条 应当"]


def test_a_list_linked_to_a_list_style_uses_its_levels() -> None:
    numbering = (
        OUTLINE
        + '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="S"/></w:abstractNum>'
        + listed(1, 0)
        + listed(2, 7)
    )
    styles = '<w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert lines(numbered("甲", 2), numbering, styles) == ["一、甲"]


def test_legal_numbering_and_levels_that_do_not_restart() -> None:
    numbering = definition(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%1.%3", "<w:isLgl/>"),
    ) + listed(1, 0)
    body = "".join(
        numbered(text, 1, depth) for text, depth in [("a", 0), ("b", 1), ("c", 0), ("d", 1), ("e", 2)]
    )
    assert lines(body, numbering) == ["第一章 a", "第一条 b", "第二章 c", "第二条 d", "2.1 e"]


def test_bullets_and_lists_that_are_not_defined_write_nothing() -> None:
    numbering = definition(0, level(0, "bullet", "\uf06c")) + listed(1, 0) + listed(2, 9)
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 3) + numbered("丁", 1, 8)
    assert lines(body, numbering) == ["甲", "乙", "丙", "丁"]


def test_a_document_without_a_numbering_part() -> None:
    texts, _ = texts_of(docx(numbered("甲", 1)), "a.docx")
    assert texts[0].text == "甲\n"


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("decimal", "1 10 11 20 103"),
        ("chineseCounting", "一 十 十一 二十 一百零三"),
        ("chineseCountingThousand", "一 十 十一 二十 一百零三"),
        ("japaneseCounting", "一 十 十一 二十 一百零三"),
        ("ideographDigital", "一 一〇 一一 二〇 一〇三"),
        ("chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾 壹佰零叁"),
        ("ideographTraditional", "甲 癸 11 20 103"),
        ("decimalEnclosedCircleChinese", "① ⑩ ⑪ ⑳ 103"),
        ("decimalEnclosedParen", "⑴ ⑽ ⑾ ⒇ 103"),
        ("decimalFullWidth", "１ １０ １１ ２０ １０３"),
        ("decimalZero", "01 10 11 20 103"),
        ("upperRoman", "I X XI XX CIII"),
        ("lowerLetter", "a j k t yyyy"),
        ("hebrew1", "1 10 11 20 103"),
    ],
)
def test_number_formats(form: str, written: str) -> None:
    assert " ".join(write_number(value, form) for value in (1, 10, 11, 20, 103)) == written


def test_numbers_out_of_range_are_digits() -> None:
    assert write_number(999_999, "lowerLetter") == "999999"
    assert write_number(1010, "chineseCounting") == "一千零一十"
    assert write_number(0, "chineseCounting") == "零"
