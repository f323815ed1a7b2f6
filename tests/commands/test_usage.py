"""A command line that is wrong is told in the language of the user, with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main

LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}


def run(language: str, *args: str) -> Result:
    environment = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": LOCALES[language]}
    return CliRunner().invoke(main, args, prog_name="corpuslint", env=environment)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("各单位要压实责任。\n", encoding="utf-8")
    return tmp_path


CASES = [
    (["--outptu-format", "json"], "There is no option --outptu-format. Did you mean --output-format?"),
    (["--outptu-format", "json"], "没有选项--outptu-format。是否应为--output-format？"),
    (["corpus", "--zzz"], "There is no option --zzz."),
    (["corpus", "--zzz"], "没有选项--zzz。"),
    (["corpus", "--select"], "The option --select needs a value."),
    (["corpus", "--select"], "选项--select需要1个值。"),
    (["corpus", "--strict=yes"], "The option --strict takes no value."),
    (["corpus", "--strict=yes"], "选项--strict不带值。"),
    (["corpus", "--fail-on", "warn"], "one of error, warning, info. Did you mean warning?"),
    (["corpus", "--fail-on", "warn"], "“warn”不在可选值之中：error、warning、info。是否应为warning？"),
    (["corpus", "--limit", "many"], '--limit: "many" is no whole number from 0.'),
    (["corpus", "--limit", "many"], "--limit：“many”不是不小于0的整数。"),
    (["corpus", "--limit", "-1"], '--limit: "-1" is no whole number from 0.'),
    (["corpus", "--limit", "-1"], "--limit：“-1”不是不小于0的整数。"),
    (["dedup", "corpus", "--manifest", "m", "--similarity", "2"], "is no number from 0 to 1."),
    (["dedup", "corpus", "--manifest", "m", "--similarity", "2"], "不是0至1之间的数字。"),
    (["dedup", "corpus"], "The option --manifest is required."),
    (["dedup", "corpus"], "缺少必需的选项--manifest。"),
    (["dedup", "corpus", "--manifest", "corpus"], "--manifest: corpus is a folder; name a file."),
    (["dedup", "corpus", "--manifest", "corpus"], "--manifest：corpus是文件夹；请指定文件。"),
    (["dedup", "corpus", "--manifest", "m", "--export", "paths"], "The option --export needs 2 values."),
    (["dedup", "corpus", "--manifest", "m", "--export", "paths"], "选项--export需要2个值。"),
    (["ignore", "5f0c", "--reason", "r", "--expires", "soon"], '--expires: "soon" is no date'),
    (["ignore", "5f0c", "--reason", "r", "--expires", "soon"], "--expires：“soon”不是日期"),
    (["explain"], "The argument ID is required."),
    (["explain"], "缺少必需的参数ID。"),
    (["explain", "a", "b", "c"], "Too much on the line: b c"),
    (["explain", "a", "b", "c"], "多余的参数：b c"),
    (["-q", "baseline", "corpus"], "options stand behind the command: corpuslint baseline ..."),
    (["-q", "baseline", "corpus"], "选项应写在命令之后：corpuslint baseline ..."),
]


@pytest.mark.parametrize(
    ("args", "told", "language"),
    [(args, told, ("en", "zh")[at % 2]) for at, (args, told) in enumerate(CASES)],
)
def test_what_is_wrong_is_told(args: list[str], told: str, language: str) -> None:
    result = run(language, *args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.startswith("Usage: " if language == "en" else "用法：")
    if language == "zh":
        for word in ("Error", "Usage", "Try ", "Invalid", "Missing"):
            assert word not in result.stderr


@pytest.mark.parametrize(
    ("word", "command"),
    [("chekc", "check"), ("exlpain", "explain"), ("basline", "baseline"), ("dif", "diff")],
)
def test_a_mistyped_command_may_be_a_path_or_a_command(word: str, command: str) -> None:
    for language, path in (("en", "if it is a path"), ("zh", "如为路径")):
        result = run(language, word, "corpus")
        assert result.exit_code == 2
        assert f"corpuslint {command} --help" in result.stderr
        assert path in result.stderr


def test_a_folder_that_is_called_nearly_like_a_command_is_a_folder(folder: Path) -> None:
    (folder / "corpus").rename("checkk")
    assert run("en", "checkk").exit_code == 0


def test_a_path_that_is_not_there_is_no_command() -> None:
    for word in ("讲话稿", "corpus/b.txt", "drafts"):
        assert "--help" not in run("en", word).stderr


def test_a_path_that_is_nearly_there_is_named() -> None:
    assert 'did you mean "corpus"?' in run("en", "corpsu").stderr
    assert "是否应为“corpus/a.txt”？" in run("zh", "corpus/aa.txt").stderr


def test_text_of_a_command_line_controls_nothing() -> None:
    for args in (["corpus", "--fail-on", "a\x1b[2J\n::error::b"], ["--a\x1b[2J\n::error::b"]):
        shown = run("en", *args).stderr
        assert "\x1b" not in shown
        assert "\n::" not in shown


def test_the_language_of_an_error_is_that_of_the_command_line_then_of_the_settings(folder: Path) -> None:
    (folder / "corpuslint.toml").write_text('language = "zh"\n', encoding="utf-8")
    assert "没有选项" in run("en", "corpus", "--zzz").stderr
    assert "没有选项" not in run("en", "corpus", "--zzz", "--language", "en").stderr
    assert "没有选项" not in run("en", "corpus", "--zzz", "--isolated").stderr
    assert "没有选项" in run("en", "corpus", "--zzz", "--language=zh", "--isolated").stderr
    assert "说明某项检查" in run("en", "explain", "--help").stdout


def test_settings_in_pyproject_say_the_language_too(folder: Path) -> None:
    source = '[tool.other]\nlanguage = "en"\n\n[tool.corpuslint]\nlanguage = "zh"\n'
    (folder / "pyproject.toml").write_text(source, encoding="utf-8")
    assert "没有选项" in run("en", "corpus", "--zzz").stderr
