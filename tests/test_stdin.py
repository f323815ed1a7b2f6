"""Standard input: read as the file it is said to be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main

MASKED = "各乡镇要在20xx年5月底前完成河道清淤。\n"


def run(data: bytes, *args: str) -> Result:
    return CliRunner().invoke(
        main, args, input=data, env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"}
    )


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_findings_carry_the_name_that_was_given() -> None:
    result = run(MASKED.encode(), "check", "-", "--stdin-filename", "讲话/a.txt", "--output-format", "json")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(finding["path"], finding["match"]) for finding in report["findings"]] == [
        ("讲话/a.txt", "20xx年")
    ]
    assert report["files"][0]["sha256"]


def test_without_a_name_it_is_a_text() -> None:
    assert "stdin.txt:1:6" in run(MASKED.encode("gb18030"), "-").stdout


def test_its_name_decides_its_format_and_its_settings(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_text('[per-file-ignores]\n"b/" = ["all"]\n', encoding="utf-8")
    record = json.dumps({"text": MASKED}).encode()
    assert "a.jsonl" in run(record, "-", "--stdin-filename", "a.jsonl").stdout
    assert run(MASKED.encode(), "-", "--stdin-filename", "b/a.txt").exit_code == 0


def test_an_excluded_name_is_not_checked(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    args = ("-", "--stdin-filename", "drafts/a.txt")
    assert run(MASKED.encode(), *args, "--force-exclude").exit_code == 0
    assert run(MASKED.encode(), *args).exit_code == 1


def test_what_cannot_be_read_is_said() -> None:
    result = run(b"", "-")
    assert "stdin.txt: empty" in result.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["-", "a.txt"], "stands alone"),
        (["a.txt", "--stdin-filename", "b.txt"], "give - as the path"),
        (["baseline", "-"], "a baseline is of files"),
    ],
)
def test_what_cannot_be_meant_is_refused(args: list[str], told: str) -> None:
    result = run(MASKED.encode(), *args)
    assert result.exit_code == 2
    assert told in result.stderr
