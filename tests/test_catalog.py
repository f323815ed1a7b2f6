"""The catalogue: good check files become checks, bad ones say what is wrong, where, and how to mend it."""

from pathlib import Path

import pytest

from corpuslint.catalog import (
    Check,
    Example,
    SelectionError,
    Text,
    read_check,
    read_explanation,
    shipped,
)
from corpuslint.findings import Confidence, Severity
from corpuslint.selection import select
from corpuslint.tomlfile import TomlError

GOOD = """\
id = "placeholder-test"
title = { en = "A test", zh = "测试" }
severity = "warning"
engine = "pattern"
message = { en = "found", zh = "发现" }

[params]
patterns = ['某某县']

[docs]
why = 'w'
advice = 'a'
limits = 'l'
source = 'practice'
[docs.zh]
why = 'w'
advice = 'a'
limits = 'l'
source = '实务惯例'

[[bad]]
text = '⟦某某县⟧'
"""


def write(folder: Path, source: str, name: str = "placeholder-test.toml") -> Path:
    path = folder / name
    path.write_text(source, encoding="utf-8")
    return path


def problem(folder: Path, source: str, name: str = "placeholder-test.toml") -> str:
    with pytest.raises(TomlError) as caught:
        read_check(write(folder, source, name))
    return str(caught.value)


def test_a_good_file_becomes_a_check(tmp_path: Path) -> None:
    check = read_check(write(tmp_path, GOOD))
    assert (check.id, check.group, check.severity, check.confidence) == (
        "placeholder-test",
        "placeholder",
        Severity.WARNING,
        Confidence.HIGH,
    )
    assert check.title.get("zh") == "测试"
    assert check.params.patterns == ("某某县",)


def test_documentation_is_read_apart(tmp_path: Path) -> None:
    told = read_explanation(write(tmp_path, GOOD))
    assert told.docs.get("zh").source == "实务惯例"
    assert told.bad[0].text == "⟦某某县⟧"


def test_an_unknown_key_names_file_line_and_the_nearest_key(tmp_path: Path) -> None:
    told = problem(tmp_path, GOOD.replace('severity = "warning"', 'severty = "warning"'))
    assert told.endswith('placeholder-test.toml:3: unknown key "severty"; did you mean "severity"?')


def test_an_unknown_parameter_names_its_table(tmp_path: Path) -> None:
    told = problem(tmp_path, GOOD.replace("patterns =", "pattens ="))
    assert told.endswith(
        'placeholder-test.toml:8: unknown key "pattens" in [params]; did you mean "patterns"?'
    )


def test_a_wrong_value_names_what_is_allowed(tmp_path: Path) -> None:
    told = problem(tmp_path, GOOD.replace('"warning"', '"serious"'))
    assert 'placeholder-test.toml:3: severity: found the string "serious"' in told


def test_an_unknown_engine_names_the_nearest(tmp_path: Path) -> None:
    told = problem(tmp_path, GOOD.replace('"pattern"', '"patern"'))
    assert told.endswith(':4: there is no engine "patern"; did you mean "pattern"?')


def test_a_pattern_that_does_not_compile_is_named(tmp_path: Path) -> None:
    assert ":8: patterns: '某(' is no regular expression" in problem(
        tmp_path, GOOD.replace("'某某县'", "'某('", 1)
    )


def test_an_id_that_is_not_the_file_name_is_named(tmp_path: Path) -> None:
    assert 'the id is "placeholder-test" but the file is called other.toml' in problem(
        tmp_path, GOOD, "other.toml"
    )


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    assert "placeholder-test.toml:2: title: the inline table that begins here is not closed" in problem(
        tmp_path, GOOD.replace('"测试" }', '"测试"')
    )


def test_a_key_beside_the_examples_is_named(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match='unknown key "goood"; did you mean "good"'):
        read_explanation(write(tmp_path, GOOD + "[[goood]]\ntext = 'x'\n"))


def test_select_takes_ids_groups_and_all() -> None:
    everything = shipped()
    assert select(everything, ["all"]) == list(everything)
    assert {check.group for check in select(everything, ["numbering"])} == {"numbering"}
    assert [check.id for check in select(everything, ["placeholder-letter"])] == ["placeholder-letter"]


def test_nothing_selected_means_what_is_on_by_default() -> None:
    assert select(shipped()) == [check for check in shipped() if check.is_on_by_default]


def test_ignore_wins_over_select() -> None:
    chosen = select(shipped(), ["placeholder"], ["placeholder-date"])
    assert "placeholder-date" not in [check.id for check in chosen]
    assert "placeholder-letter" in [check.id for check in chosen]


def test_an_unknown_name_gives_the_nearest() -> None:
    with pytest.raises(SelectionError, match='called "placeholder-leter"; did you mean "placeholder-letter"'):
        select(shipped(), ["placeholder-leter"])


def test_extra_names_add_to_the_default() -> None:
    off = [check for check in shipped() if not check.is_on_by_default]
    chosen = select(shipped(), extra=[check.id for check in off])
    assert chosen == list(shipped())


@pytest.mark.parametrize("check", shipped(), ids=lambda check: str(check.id))
def test_an_example_says_why_in_both_languages(check: Check) -> None:
    told = read_explanation(Path(check.source))
    english_only = [one.why for one in (*told.bad, *told.good) if isinstance(one.why, str) and one.why]
    assert english_only == [], "write why = { en = '...', zh = '...' }"


def test_an_example_of_a_project_may_say_why_in_one_language() -> None:
    for why in ("a word", Text("a word", "是词")):
        assert Example(why=why).reason("en") == "a word"
    assert Example(why="a word").reason("zh") == "a word"
    assert Example(why=Text("a word", "是词")).reason("zh") == "是词"
