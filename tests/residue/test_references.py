import pytest

from corpuslint.corpus.parsing import parse
from corpuslint.residue.references import stray_references


def stray(text: str) -> list[str]:
    document = parse("a.txt", text)
    return [document.slice(mark.span) for mark in stray_references(document)]


@pytest.mark.parametrize(
    "mark", ["[1]", "[ 12 ]", "[2-3]", "[注1]", "〔注〕", "【4】", "[来源请求]", "[citation needed]"]
)
def test_a_mark_in_a_sentence_without_its_note_is_stray(mark: str) -> None:
    assert stray(f"经济稳步增长{mark}，民生持续改善。") == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "按照国发[2012]10号文件执行。",
        "按照[12]号文件执行。",
        "[1] 加强领导。",
        "（注）数据为初步统计。",
        "经济增长[1]。\n[1] 据统计公报。",
        "经济增长[1]。\n参考文献",
        "数组a[1]=2。",
    ],
)
def test_a_mark_that_the_text_has_by_right_is_none(text: str) -> None:
    assert stray(text) == []


@pytest.mark.parametrize(
    ("marks", "days"),
    [
        ("[03-23] [10-31]", [True, True]),
        ("[10-12] [10-31]", [False, False]),
        ("[03-23] [13-15]", [True, False]),
    ],
)
def test_days_of_a_list_are_told_from_references(marks: str, days: list[bool]) -> None:
    text = f"全县召开工作会议{marks.replace(' ', '部署下一步工作')}，各镇抓紧落实。"
    assert [mark.is_date for mark in stray_references(parse("a.txt", text))] == days
