"""`corpuslint ignore`: one entry more, all else byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main
from corpuslint.config import load

FINGERPRINT = "0123456789abcdef0123"


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["ignore", *args], env={"LANG": "en_US.UTF-8"})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_project_without_settings_gets_a_file(tmp_path: Path) -> None:
    assert run(FINGERPRINT, "--reason", "代号").stdout == f"corpuslint.toml: {FINGERPRINT} ignored\n"
    assert (tmp_path / "corpuslint.toml").read_text(encoding="utf-8") == (
        f'[[ignored]]\nfingerprint = "{FINGERPRINT}"\nreason = "代号"\n'
    )


@pytest.mark.parametrize(
    "before",
    [
        '# 我们的语料\nselect = [ "placeholder" ]   # wide\n\n[severity]\ntext="info"\n',
        'select = ["text"]',
        'select = ["text"]\r\n\r\n[genre]\r\n"laws/" = "law"\r\n',
        '\ufeffselect = ["text"]\n',
        '[[ignored]]\ncheck = "text"\npath = "a/"\nreason = "r"\n',
    ],
)
def test_the_rest_of_the_file_stays_as_it_is(tmp_path: Path, before: str) -> None:
    path = tmp_path / "corpuslint.toml"
    path.write_bytes(before.encode("utf-8"))
    settings = load(tmp_path).settings
    assert run(FINGERPRINT, "--reason", 'a "name"\\', "--expires", "2027-01-31").exit_code == 0
    after = path.read_bytes().decode("utf-8")
    assert after.startswith(before)
    assert ("\r\n" in before) == ("\r\n" in after.removeprefix(before))
    *others, added = load(tmp_path).settings.ignored
    assert tuple(others) == settings.ignored
    assert (added.fingerprint, added.reason, str(added.expires)) == (FINGERPRINT, 'a "name"\\', "2027-01-31")


def test_a_pyproject_gets_a_table_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.corpuslint]\nselect = ["text"]\n\n[tool.other]\nx = 1\n', encoding="utf-8")
    run(FINGERPRINT, "--reason", "r")
    assert path.read_text(encoding="utf-8").endswith(
        f'x = 1\n\n[[tool.corpuslint.ignored]]\nfingerprint = "{FINGERPRINT}"\nreason = "r"\n'
    )
    assert load(tmp_path).settings.ignored[0].fingerprint == FINGERPRINT


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["abc", "--reason", "r"], '"abc" is no fingerprint'),
        ([FINGERPRINT, "--reason", " "], "--reason is empty"),
        ([FINGERPRINT], "The option --reason is required"),
        ([FINGERPRINT, "--reason", "r", "--expires", "soon"], '--expires: "soon" is no date'),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, args: list[str], told: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_entry_that_is_there_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_text('select = ["text"]\n', encoding="utf-8")
    run(FINGERPRINT, "--reason", "r")
    result = run(FINGERPRINT, "--reason", "r")
    assert result.exit_code == 2
    assert f"corpuslint.toml:3: {FINGERPRINT} is ignored already" in result.stderr


def test_an_array_in_brackets_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "corpuslint.toml"
    source = 'limit = 3\nignored = [{ check = "text", path = "a/", reason = "r" }]\n'
    path.write_text(source, encoding="utf-8")
    result = run(FINGERPRINT, "--reason", "r")
    assert result.exit_code == 2
    assert "corpuslint.toml:2: nothing can be added to an array in brackets" in result.stderr
    assert path.read_text(encoding="utf-8") == source
