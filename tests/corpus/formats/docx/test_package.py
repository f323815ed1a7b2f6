"""Damaged and hostile Word files are refused with a reason, in little time and memory."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.formats.docx import package
from corpuslint.corpus.reading import texts_of
from tests.corpus.formats.docx.build import W, archive, docx, numbered, paragraph, relations


def refusal(data: bytes) -> str:
    texts, skipped = texts_of(data, "a.docx")
    assert texts == []
    (entry,) = skipped
    return entry.told("en")


def test_other_files_under_the_name_of_a_word_file() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    assert refusal(ole) == "not a .docx but a Word 97 file (OLE); save it as .docx"
    assert refusal("各位代表".encode()).startswith("not a .docx (no zip file); save it as .docx")
    assert refusal(archive({"a.txt": "x"})).startswith("a zip file without a Word document in it")
    assert refusal(docx(paragraph("x"))[:-30]).startswith("a damaged Word file (")


def test_the_body_is_found_where_the_package_says() -> None:
    body = f"<w:document {W}><w:body>{paragraph('正文')}</w:body></w:document>"
    strict = body.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    members: dict[str, bytes | str] = {
        "_rels/.rels": relations({"officeDocument": "/word/document2.xml"}),
        "word/document2.xml": strict.encode("utf-16"),
    }
    assert texts_of(archive(members), "a.docx")[0][0].text == "正文\n"
    assert texts_of(archive({"word/document.xml": body}), "a.docx")[0][0].text == "正文\n"


def test_xml_that_is_not_well_formed() -> None:
    assert refusal(docx("<w:p>")).startswith("a damaged Word file (word/document.xml: mismatched tag")
    odd = '<?xml version="1.0" encoding="gbk"?><a/>'
    assert refusal(archive({"word/document.xml": odd})).startswith("a damaged Word file (word/document.xml:")


def test_any_document_type_declaration_is_refused() -> None:
    body = f"<w:document {W}><w:body>{paragraph('X&e;Y')}</w:body></w:document>"
    for declaration in ('<!DOCTYPE a [<!ENTITY e "z">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">'):
        assert "document type declaration" in refusal(archive({"word/document.xml": declaration + body}))


def test_a_bomb_is_refused_before_it_is_inflated() -> None:
    data = docx(paragraph("a" * (150 << 20)))
    assert len(data) < 1 << 20
    tracemalloc.start()
    try:
        assert refusal(data) == "a Word file that inflates to more than 200 times its size"
        assert tracemalloc.get_traced_memory()[1] < 32 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("limit", ["MAX_MEMBER_SIZE", "MAX_TOTAL_SIZE"])
def test_a_large_document_is_refused(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, limit, 1000)
    assert refusal(docx(paragraph("字" * 1000))).startswith("a Word file that inflates to more than")


def test_a_crowd_of_members_is_refused() -> None:
    members: dict[str, bytes | str] = {f"m{number}": "" for number in range(10_001)}
    assert refusal(archive(members)) == "a Word file of more than 10,000 members, which no document needs"


def test_deep_nesting_is_refused_and_ordinary_nesting_read() -> None:
    table = "<w:tbl><w:tr><w:tc>"
    end = "</w:tc></w:tr></w:tbl>"
    assert "levels deep" in refusal(docx(table * 100_000 + end * 100_000))
    texts, _ = texts_of(docx(table * 20 + paragraph("内") + end * 20), "a.docx")
    assert texts[0].text == "内\n"


def test_an_encrypted_member() -> None:
    data = bytearray(docx(paragraph("x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 1)
    assert refusal(bytes(data)) == "an encrypted zip file; save the document without a password"


def test_a_document_without_text() -> None:
    assert refusal(docx("<w:p/>")) == "nothing but white space"
    assert refusal(docx("")) == "a Word file without paragraphs"


def test_long_documents_are_read_in_full() -> None:
    body = "".join(numbered(f"第{number}项工作已经完成。", 1) for number in range(20_000))
    texts, _ = texts_of(docx(body), "a.docx")
    assert texts[0].text.count("\n") == 20_000


SAMPLE = docx(
    numbered("甲", 1) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum>',
)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damage_anywhere_in_the_file_raises_nothing(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for place, value in changes:
        data[place] = value
    texts, skipped = texts_of(bytes(data), "a.docx")
    assert texts or skipped


TAGS = ["p", "r", "t", "tbl", "tr", "tc", "del", "pPr", "rPr", "trPr", "txbxContent", "br", "numPr", "numId"]


@given(
    st.recursive(
        st.sampled_from(["字", " "]),
        lambda inner: st.builds(
            lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>", st.sampled_from(TAGS), st.lists(inner)
        ),
        max_leaves=30,
    )
)
def test_elements_in_any_order_raise_nothing(body: str) -> None:
    texts, skipped = texts_of(docx(body, numbering=body, styles=body), "a.docx")
    assert texts or skipped
