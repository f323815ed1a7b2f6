"""Bytes read as what they are: every encoding Chinese text comes in, whole, short and damaged."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.corpus.decoding import NotText, decode

SPEECH = (
    "同志们：\n\n    今天召开全县卫生健康工作会议，主要任务是总结去年工作，安排部署今年的重点任务。"
    "下面，我讲三点意见。\n一、提高认识，增强做好工作的责任感\n"
    "去年，全县完成投资12.5亿元，同比增长8.3%，新建村卫生室36个。\n"
    "二、突出重点，抓好各项任务落实\n（一）加强基层服务能力建设。要把“三医联动”改革推向深入。\n"
)
SHORT = "会议强调，要加强组织领导，明确责任分工，确保各项任务落到实处。"
TRADITIONAL = "各位代表：\n我代表市政府向大會報告工作，請予審議。過去一年，經濟發展穩中有進，民生持續改善。\n"


@pytest.mark.parametrize("text", [SPEECH, SHORT, SHORT[:12], SPEECH.replace("\n", "\r\n")])
@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_text_without_a_mark(text: str, codec: str, encoding: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert not decoded.had_bom
    assert not decoded.lossy


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL[6:26]])
@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs"])
def test_big5(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.lossy) == (text, "big5", False)


def test_traditional_characters_in_gbk() -> None:
    assert decode(TRADITIONAL.encode("gbk")).text == TRADITIONAL


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_a_byte_order_mark_is_noted_and_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + SPEECH.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.had_bom) == (SPEECH, encoding, True)
    assert decode(mark).text == ""


def test_newlines_and_odd_characters_stay_as_they_are() -> None:
    text = "a\r\nb\rc\nd\u2028e\x0bf\x85全角ＡＢ，①㎡﹁\u3000\ufeff\u200b"
    assert decode(text.encode()).text == text


def test_english_in_utf_16() -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        decoded = decode("Work report\r\n".encode(codec))
        assert (decoded.text, decoded.encoding) == ("Work report\r\n", codec)


@pytest.mark.parametrize("damage", [b"\xff", b"\x80", b"\xe4", b"\xe4\xb8"])
def test_damaged_utf_8_stays_utf_8(damage: bytes) -> None:
    data = SPEECH.encode()
    decoded = decode(data[:90] + damage + data[90:])
    assert (decoded.encoding, decoded.lossy) == ("utf-8", True)
    assert decoded.text.replace("\ufffd", "") == SPEECH


def test_a_file_cut_within_a_character() -> None:
    for codec, encoding in (("utf-8", "utf-8"), ("gb18030", "gb18030")):
        decoded = decode(SPEECH.strip().encode(codec)[:-1])
        assert (decoded.text, decoded.encoding, decoded.lossy) == (
            SPEECH.strip()[:-1] + "\ufffd",
            encoding,
            True,
        )


def test_damage_in_gb18030_costs_one_character() -> None:
    data = bytearray(SHORT.encode("gb18030"))
    data[20] = 0xFF
    decoded = decode(bytes(data))
    assert (decoded.text, decoded.encoding) == (SHORT[:10] + "\ufffd" + SHORT[11:], "gb18030")


def test_lines_of_two_encodings() -> None:
    lines = SPEECH.split("\n")
    data = b"\n".join(line.encode("gb18030" if index % 3 else "utf-8") for index, line in enumerate(lines))
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.lossy) == (SPEECH, "utf-8+gb18030", False)


def test_a_line_that_could_be_either_goes_with_the_others() -> None:
    lines = [
        SHORT.encode(),
        "一要".encode("gb18030"),
        SHORT.encode("gb18030"),
        "\u200b".encode("gb18030"),
        b"",
    ]
    decoded = decode(b"\n".join(lines))
    assert (decoded.text, decoded.lossy) == (f"{SHORT}\n一要\n{SHORT}\n\u200b\n", False)
    assert decode(b"\n".join([SHORT.encode() + b"\xff", "·é".encode()])).text == f"{SHORT}\ufffd\n·é"


def test_short_lines_of_gb18030_are_no_utf_8() -> None:
    """Both lines are valid UTF-8 or nearly so when read alone."""
    text = "一要\n检验。\n" + SHORT + "\n"
    assert decode(text.encode("gb18030")).text == text
    assert decode(text.encode("gb18030") + b"\xff").encoding == "gb18030"


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"%PDF-1.7\n", "a PDF file; extract"),
        (
            b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml",
            r"a Word file \(\.docx\) under another name; name it",
        ),
        (b"PK\x03\x04" + b"\0" * 26 + b"a.txt", "a zip archive; unpack"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "a Word 97 file .*save it as",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "without a password"),
        (b"{\\rtf1 x}", "an RTF document; save it"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"abc\0\0\0def\0", "binary data .* convert it"),
        (bytes(range(256)) * 4, "convert it"),
    ],
)
def test_what_is_no_text_is_named_with_a_remedy(data: bytes, looks_like: str) -> None:
    with pytest.raises(NotText, match=looks_like):
        decode(data)


def test_one_control_character_does_not_make_a_speech_binary() -> None:
    text = SPEECH.replace("意见", "意\0见\x08")
    assert decode(text.encode()).text == text


def test_a_line_of_ten_megabytes() -> None:
    text = SHORT * 110_000
    assert decode(text.encode()).text == text
    assert decode(b"\xff" + text.encode()).text == "\ufffd" + text
    assert decode(text.encode("gb18030")).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotText as refusal:
        assert refusal.reason
    else:
        decoded.text.encode("utf-8")


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs"]), max_size=60))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    encoded = text.encode()
    try:
        decoded = decode(codecs.BOM_UTF8 + encoded)
    except NotText:
        return
    assert decoded.text == text


@given(st.text(st.sampled_from(SPEECH), min_size=24, max_size=80), st.sampled_from(["gb18030", "utf-16-le"]))
def test_scrambled_speech_comes_back_unchanged(text: str, codec: str) -> None:
    text = SHORT[:20] + text
    assert decode(text.encode(codec)).text == text
