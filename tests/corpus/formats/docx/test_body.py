"""What Word shows of a document's body is what is read of it."""

from corpuslint.corpus.reading import texts_of
from tests.corpus.formats.docx.build import docx, paragraph


def read(body: str, **parts: str) -> str:
    texts, skipped = texts_of(docx(body, **parts), "a.docx")
    assert skipped == []
    assert (texts[0].format, texts[0].encoding) == ("docx", "utf-8")
    return texts[0].text


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_are_lines_and_blank_ones_stay() -> None:
    assert read(paragraph("同志们：") + "<w:p/>" + paragraph("现在开会。")) == "同志们：\n\n现在开会。\n"


def test_runs_join_and_tabs_and_breaks_are_characters() -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
        + run("单位：")
        + "<w:r><w:tab/><w:t>某局</w:t><w:br/><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r></w:p>"
    )
    assert read(body) == "单位：\t某局\n2021-2025\n"


def test_inserted_text_is_kept_and_deleted_text_left_out() -> None:
    body = (
        "<w:p>"
        + run("完成")
        + f"<w:ins>{run('投资')}</w:ins><w:del><w:r><w:delText>产值</w:delText></w:r>{run('删')}</w:del>"
        + f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>"
        + "</w:p>"
    )
    assert read(body) == "完成投资移来\n"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("加强", "<w:rPr><w:del/></w:rPr>") + paragraph("领导") + paragraph("末")
    assert read(body) == "加强领导\n末\n"
    assert read(paragraph("加强", "<w:rPr><w:del/></w:rPr>")) == "加强\n"


def test_formatting_that_was_changed_deletes_nothing() -> None:
    assert read(paragraph("加强", "<w:rPr><w:rPrChange/></w:rPr>") + paragraph("领导")) == "加强\n领导\n"


def field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_results_of_fields_are_kept_without_their_codes() -> None:
    code = "<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>"
    body = (
        f"<w:p>{field_mark('begin')}{code}{field_mark('separate')}{run('3')}{field_mark('end')}"
        f'<w:fldSimple w:instr="DATE">{run("三月")}</w:fldSimple><w:hyperlink>{run("链接")}</w:hyperlink>'
        "</w:p>"
    )
    assert read(body) == "3三月链接\n"


def test_a_table_of_contents_is_left_out() -> None:
    styles = (
        '<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    )
    body = paragraph("一、成效\t1", '<w:pStyle w:val="11"/>') + paragraph("一、成效", '<w:pStyle w:val="1"/>')
    assert read(body, styles=styles) == "一、成效\n"


def cell(*texts: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, texts))}</w:tc>"


def test_table_rows_are_lines_with_tabs() -> None:
    body = f"<w:tbl><w:tr>{cell('县')}{cell('数')}</w:tr><w:tr>{cell('甲')}{cell('')}</w:tr></w:tbl>"
    assert read(body) == "县\t数\n甲\t\n"


def test_cells_of_several_paragraphs_keep_their_lines() -> None:
    assert read(f"<w:tbl><w:tr>{cell('一', '二')}{cell('三')}</w:tr></w:tbl>") == "一\n二\n三\n"
    assert read(f"<w:tbl><w:tr>{cell('一', '二')}</w:tr></w:tbl>") == "一\n二\n"


def test_a_deleted_row_is_left_out() -> None:
    body = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('删')}</w:tr><w:tr>{cell('留')}</w:tr></w:tbl>"
    assert read(body) == "留\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    body = (
        f"<w:p>{run('前')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>{run('后')}</w:p>"
    )
    assert read(body) == "前后\n框内\n"


def test_notes_follow_the_body_and_headers_are_left_out() -> None:
    parts = {
        "footnotes": f"<w:footnote>{paragraph(' ')}</w:footnote><w:footnote>{paragraph('脚注')}</w:footnote>",
        "endnotes": f"<w:endnote>{paragraph('尾注')}</w:endnote>",
        "header": paragraph("页眉"),
        "comments": f"<w:comment>{paragraph('批注')}</w:comment>",
    }
    assert read(paragraph("正文"), **parts) == "正文\n脚注\n尾注\n"


def test_symbols_of_forms_are_characters() -> None:
    symbols = '<w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:char="2014"/><w:sym w:char="x"/>'
    assert read(f"<w:p><w:r>{symbols}</w:r></w:p>") == "□—\n"
