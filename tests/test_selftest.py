"""The examples of check files, run: each way a check file can be wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.catalog import checks_folder, read_check
from corpuslint.cli import main
from corpuslint.selftest import cases
from tests.test_ownchecks import OWN


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["selftest", *args], env={"LANG": "en_US.UTF-8"})


def write(folder: Path, source: str) -> str:
    path = folder / "house-name.toml"
    path.write_text(source, encoding="utf-8")
    return str(path)


def test_a_good_file_passes(tmp_path: Path) -> None:
    result = run(write(tmp_path, OWN))
    assert result.stdout == "12 passed, 0 failed in 1 check\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("⟦工商局⟧开展", "工商局开展", "a bad example marks what must be found with ⟦ ⟧"),
        ("会同⟦工商局⟧", "⟦会同⟧工商局", "not found in example.txt at 0: 会同"),
        ("会同⟦工商局⟧", "会同⟦工商局⟧和工商局", "found but not marked in example.txt at 6: 工商局"),
        ("会同⟦工商局⟧", "会同⟦工商局", "⟦ without ⟧"),
        (
            "会同市场监督管理局",
            "会同工商局",
            "house-name at example.txt:1:3: 工商局: “工商局” is an old name",
        ),
        (
            "会同市场监督管理局开展检查",
            "会同有关单位共投入X万元",
            "placeholder-letter at example.txt:1:10: X: ",
        ),
        ("['工商局']", "['工商局', '质监局']", "no bad example has what '质监局' looks for"),
        ("why = 'a trade'\n", "", "good example 3 does not say why it is one"),
        (
            'engine = "pattern"',
            'engine = "pattern"\nyields_to = ["house-gone"]',
            "there is no check house-gone",
        ),
        ('engine = "pattern"', 'engine = "pattern"\nyields_to = ["house-name"]', "cannot yield to itself"),
        ("[[bad]]\ntext = '⟦工商局⟧牵头负责。'\n", "", "1 [[bad]] example; write at least 2"),
    ],
)
def test_what_fails_is_told_like_a_test_runner_does(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in OWN
    result = run(write(tmp_path, OWN.replace(old, new, 1)))
    assert result.exit_code == 1
    assert "FAILED house-name: " in result.stdout
    assert told in result.stdout


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    result = run(write(tmp_path, OWN.replace("engine", "engin", 1)))
    assert result.exit_code == 2
    assert 'house-name.toml:4: unknown key "engin"; did you mean "engine"?' in result.stderr


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.toml")).exit_code == 2


def test_shipped_files_are_tested_as_they_ship() -> None:
    result = run(str(checks_folder() / "duplicate-passage.toml"))
    assert result.exit_code == 0, result.stdout
    assert result.stdout.endswith("passed, 0 failed in 1 check\n")


def test_without_names_it_tests_those_of_the_settings_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpuslint.toml").write_text('checks = ["house-name.toml"]\n', encoding="utf-8")
    write(tmp_path, OWN.replace("⟦工商局⟧开展", "工商局开展"))
    result = run()
    assert "FAILED house-name: bad example 1 is found exactly" in result.stdout
    assert result.exit_code == 1


def test_a_check_that_raises_fails_its_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpuslint.engines import pattern

    def broken(document: object, params: object) -> None:
        raise RuntimeError("no")

    check = read_check(checks_folder() / "placeholder-date.toml")
    monkeypatch.setattr(pattern, "run", broken)
    problems = [told for case in cases([check], [check]) for told in case.problems()]
    assert any("placeholder-date failed: RuntimeError: no" in str(told) for told in problems)
