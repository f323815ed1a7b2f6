"""Records of a JSONL file, good and bad."""

from corpuslint.corpus.reading import texts_of


def test_each_record_is_a_text_with_its_line() -> None:
    data = '{"text": "第一篇"}\n\n{"id": 7, "content": "第二篇\\n第二行"}\r\n'.encode()
    texts, skipped = texts_of(data, "a.jsonl")
    assert [(text.text, text.record, text.format) for text in texts] == [
        ("第一篇", 1, "jsonl"),
        ("第二篇\n第二行", 3, "jsonl"),
    ]
    assert skipped == []


def test_bad_lines_are_named_and_do_not_stop_the_others() -> None:
    lines = [
        "{",
        "[1]",
        '{"title": "x"}',
        '{"text": 3}',
        '{"text": ""}',
        '{"text": " "}',
        "[" * 99_999,
        '{"text": "好"}',
    ]
    texts, skipped = texts_of("\n".join(lines).encode(), "a.jsonl")
    assert [(text.text, text.record) for text in texts] == [("好", 8)]
    reasons = [entry.told("en") for entry in skipped]
    assert [reason.partition(":")[0] for reason in reasons] == [f"line {number}" for number in range(1, 8)]
    assert reasons[0].startswith("line 1: not a JSON object (")
    assert reasons[1] == 'line 2: not a JSON object; write {"text": "..."}'
    assert reasons[2] == 'line 3: no text: give the record a string under "text" or "content"'
    assert reasons[4:6] == ["line 5: empty", "line 6: nothing but white space"]


def test_line_separators_within_a_record_do_not_cut_it() -> None:
    texts, skipped = texts_of('{"text": "上\u2028下\x85末"}\n'.encode(), "a.jsonl")
    assert ([text.text for text in texts], skipped) == (["上\u2028下\x85末"], [])


def test_lone_surrogates_of_json_do_not_reach_a_report() -> None:
    texts, _ = texts_of(b'{"text": "a\\ud83db"}', "a.jsonl")
    assert texts[0].text == "a\ufffdb"
    texts[0].text.encode("utf-8")
