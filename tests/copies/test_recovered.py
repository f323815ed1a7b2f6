"""Placeholder findings name the value and the place it stands at, on the sample corpus and on made files."""

from pathlib import Path

import pytest

from corpuslint.catalog import Language
from corpuslint.config import Loaded, Settings
from corpuslint.findings import Finding
from corpuslint.runner import Request, run

FIXTURES = Path(__file__).parents[2] / "fixtures"
ORIGINAL, MASKED = "2024年全区农业农村工作会议讲话.txt", "在全区农业农村工作会议上的讲话(参考稿).txt"
COMPILATION = "教育工作会议讲话稿(通用6篇).txt"


def placeholders(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *names: str, language: Language = "zh"
) -> list[Finding]:
    monkeypatch.chdir(folder)
    loaded = Loaded(Settings(select=("placeholder", "duplicate")), folder)
    report = run(Request(names, language), loaded).report
    return [finding for finding in report.findings if finding.check.startswith("placeholder-")]


def test_the_masked_farming_speech_gets_its_values_from_the_original(monkeypatch: pytest.MonkeyPatch) -> None:
    found = placeholders(monkeypatch, FIXTURES / "speeches", ORIGINAL, MASKED)
    original = (FIXTURES / "speeches" / ORIGINAL).read_text(encoding="utf-8-sig").splitlines()
    told = {(f.start.line, f.start.column): f.related[0] for f in found if f.path == MASKED and f.related}
    assert len(told) >= 35
    texts = {
        place: original[note.start.line - 1][note.start.column - 1 : note.end.column - 1]
        for place, note in told.items()
    }
    assert {note.path for note in told.values()} == {ORIGINAL}
    assert texts[9, 15] == "41.2"
    assert texts[6, 73] == "白马"
    assert texts[30, 58] == "青阳"
    assert all(f"“{text}”" in told[place].message for place, text in texts.items())


def test_the_masked_education_speech_gets_its_values_from_the_same_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = placeholders(monkeypatch, FIXTURES / "speeches", COMPILATION)
    told = [(f.start.line, f.match, f.related[0].start.line, f.message) for f in found if f.related]
    assert (137, "xx", 161, f"“xx”处缺少实际的数字或名称，请补全；{COMPILATION}:161处为“临河”") in told
    assert all(137 <= line < 160 < other for line, _, other, _ in told)


ABOUT = "一年来，全县水利系统抢抓晴好天气，加快推进各项工程建设，群众关心的饮水问题得到了明显改善。"
FULL = f"{ABOUT}\n全年实施水利项目12项，完成投资3.4亿元，解决了二十六个村的饮水困难，受到了群众的普遍欢迎。\n"
HALF = f"{ABOUT}\n全年实施水利项目X项，完成投资3.4亿元，解决了二十六个村的饮水困难，受到了群众的普遍欢迎。\n"
REST = f"{ABOUT}\n全年实施水利项目12项，完成投资X亿元，解决了二十六个村的饮水困难，受到了群众的普遍欢迎。\n"


@pytest.mark.parametrize(
    ("language", "ending"), [("zh", "；b.txt:2处为“12”"), ("en", "; b.txt:2 has “12”")], ids=["zh", "en"]
)
def test_the_message_names_value_and_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, ending: str
) -> None:
    (tmp_path / "a.txt").write_text(HALF, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FULL, encoding="utf-8")
    (finding,) = placeholders(monkeypatch, tmp_path, "a.txt", "b.txt", language=language)
    assert finding.message.endswith(ending)
    assert (finding.related[0].path, finding.related[0].start.line) == ("b.txt", 2)


@pytest.mark.parametrize(
    ("changed", "to", "language", "ending"),
    [
        ("二十六个村", "三十个村", "en", "; a similar passage has “12” (b.txt:2, 97% alike)"),
        ("二十六个村", "三十个村", "zh", "；相似段落作“12”（b.txt:2，相同97%）"),
        ("3.4亿元，解决", "2.8亿元，解决", "en", "fill it in"),
        ("受到了", "2年来受到了", "en", "; a similar passage has “12” (b.txt:2, 96% alike)"),
        (
            ABOUT,
            ABOUT.replace("一年来", "2023年以来"),
            "en",
            "; a similar passage has “12” (b.txt:2, 96% alike)",
        ),
    ],
    ids=["other words", "other words zh", "another figure nearby", "more words", "another beginning"],
)
def test_a_value_of_another_text_is_told_as_such(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: str,
    to: str,
    language: Language,
    ending: str,
) -> None:
    (tmp_path / "a.txt").write_text(HALF, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FULL.replace(changed, to), encoding="utf-8")
    (finding,) = placeholders(monkeypatch, tmp_path, "a.txt", "b.txt", language=language)
    assert finding.message.endswith(ending)


@pytest.mark.parametrize(
    ("language", "ending"),
    [
        ("en", "; the same passage with other figures has “12” (b.txt:2)"),
        ("zh", "；b.txt:2处文字相同而数字不同，此处为“12”"),
    ],
)
def test_a_value_of_another_year_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, ending: str
) -> None:
    (tmp_path / "a.txt").write_text(f"2023年，{HALF}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"2022年，{FULL}", encoding="utf-8")
    (finding,) = placeholders(monkeypatch, tmp_path, "a.txt", "b.txt", language=language)
    assert finding.message.endswith(ending)


def test_two_copies_masked_in_different_places_fill_each_other_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(HALF, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REST, encoding="utf-8")
    found = placeholders(monkeypatch, tmp_path, "a.txt", "b.txt")
    assert [(f.path, f.message.rpartition("；")[2]) for f in found] == [
        ("a.txt", "b.txt:2处为“12”"),
        ("b.txt", "a.txt:2处为“3.4”"),
    ]


def test_the_fingerprint_does_not_depend_on_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(HALF, encoding="utf-8")
    (alone,) = placeholders(monkeypatch, tmp_path, "a.txt")
    (tmp_path / "b.txt").write_text(FULL, encoding="utf-8")
    (told,) = placeholders(monkeypatch, tmp_path, "a.txt", "b.txt")
    assert alone.related == ()
    assert told.fingerprint == alone.fingerprint
