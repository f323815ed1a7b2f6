"""What the README shows is what the command prints."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpuslint.cli import main

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```(?:console|text)\n\$ corpuslint (?P<arguments>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
READMES = {"README.md": "en", "README.zh-CN.md": "zh"}


def shown(name: str) -> list[tuple[str, list[str]]]:
    """The commands a README runs, and the lines it says they print ("…" alone stands for lines left out)."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [
        (block["arguments"], [line for line in block["output"].splitlines() if line.strip() not in ("", "…")])
        for block in BLOCK.finditer(text)
    ]


@pytest.mark.parametrize("name", READMES)
def test_the_output_shown_is_real(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = shown(name)
    assert blocks
    for arguments, lines in blocks:
        result = CliRunner().invoke(main, ["check", *arguments.split(), "--language", READMES[name]])
        assert result.exit_code in (0, 1)
        printed = iter(result.stdout.splitlines())
        missing = [line for line in lines if line not in printed]
        assert missing == []


@pytest.mark.parametrize("name", READMES)
def test_the_package_index_is_never_named_as_a_source(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"pip install (?:-\w+ )*corpuslint\b", text)


def test_both_readmes_show_the_same_commands() -> None:
    assert [arguments for arguments, _ in shown("README.md")] == [
        arguments for arguments, _ in shown("README.zh-CN.md")
    ]
