"""Every way a settings file can be wrong, and what is said of it in both languages.

`bad_settings.toml` is the table: a file as it might be written, and the line a user reads. `{file}` stands
for the path of the settings file, `{folder}` for its folder.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpuslint.cli import main
from corpuslint.wordings import LANGUAGES

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("bad_settings.toml").read_text(encoding="utf-8")
)["case"]
LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}


def write(case: dict[str, Any], folder: Path) -> Path:
    """The settings file of a case, beside a text that has nothing wrong."""
    (folder / "a.txt").write_text("各单位要压实责任。\n", encoding="utf-8")
    path = Path(folder, str(case.get("file", "corpuslint.toml")))
    if case.get("is_folder"):
        path.mkdir()
    else:
        path.write_bytes(bytes.fromhex(case["bytes"]) if "bytes" in case else case["source"].encode())
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_wrong_is_told(
    case: dict[str, Any], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = write(case, tmp_path)
    environment = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": LOCALES[language]}
    result = CliRunner().invoke(main, case.get("args", ["a.txt"]), prog_name="corpuslint", env=environment)
    told = result.stderr.replace(str(path), "{file}").replace(str(tmp_path), "{folder}")
    assert told == (f"corpuslint: {case[language]}\n" if case[language] else "")
    assert result.exit_code == (2 if case[language] else 0)


@pytest.mark.parametrize("case", [one for one in CASES if one["en"]], ids=lambda case: str(case["name"]))
def test_a_message_names_the_file(case: dict[str, Any]) -> None:
    for language in LANGUAGES:
        assert case[language].startswith(("{file}:", f"{case.get('file')}:"))


def test_each_case_is_there_once() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) >= 40


def test_a_setting_that_is_wrong_does_not_hide_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpuslint.toml").write_text('language = "zh"\nselct = ["text"]\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["."], env={"LC_ALL": "", "LANG": "en_US.UTF-8"})
    assert "未知的键“selct”；是否应为“select”？" in result.stderr


def test_brackets_without_end_are_no_defect_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpuslint.toml").write_text("select = " + "[" * 20_000 + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["."], env={"LC_ALL": "", "LANG": "en_US.UTF-8"})
    assert result.exit_code == 2
    assert result.stderr.startswith(f"corpuslint: {tmp_path / 'corpuslint.toml'}:")
    assert "Traceback" not in result.stderr
