"""Every command line in the documentation is one that corpuslint takes, every hook and input one there is."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from corpuslint.cli import main

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
INPUTS = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^(?: *(?:\$|-) )?(?:[^\n]*&& )?(corpuslint [^\n]+)", re.MULTILINE)
_SPAN = re.compile(r"`(corpuslint\s[^`]+)`")
_SHELL = frozenset("&|;<>")


def arguments(command: str) -> list[str]:
    """What stands after `corpuslint`, up to where the shell goes on with something else."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars="&|;<>")
    lexer.whitespace_split = True
    words = list(lexer)
    end = next((index for index, word in enumerate(words) if word[0:1] and word[0] in _SHELL), len(words))
    return words[1:end]


def blocks() -> Iterator[tuple[str, str, str]]:
    """Page, kind and text of every code block."""
    for page in PAGES:
        for kind, text in _BLOCK.findall(page.read_text("utf-8")):
            yield page.name, kind, text


def lines() -> Iterator[tuple[str, str]]:
    for page, _, text in blocks():
        for command in _LINE.findall(text):
            yield page, command


def spans() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for command in _SPAN.findall(_BLOCK.sub("", page.read_text("utf-8"))):
            yield page.name, command


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a YAML document."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def mappings() -> Iterator[dict[str, Any]]:
    for _, kind, text in blocks():
        if kind == "yaml":
            yield from nodes(yaml.safe_load(text))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that has the real command line read its arguments, and do nothing."""

    def leave(*arguments: Any, **options: Any) -> None:
        return None

    for command in main.commands.values():
        monkeypatch.setattr(command, "callback", leave)

    def parse(words: list[str]) -> Result:
        return CliRunner().invoke(main, words, prog_name="corpuslint")

    return parse


@pytest.mark.parametrize(("page", "command"), list(lines()))
def test_a_command_line_shown_is_right(parsed: Any, page: str, command: str) -> None:
    result = parsed(arguments(command))
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(("page", "command"), list(spans()))
def test_a_command_named_in_a_sentence_is_right_as_far_as_it_goes(
    parsed: Any, page: str, command: str
) -> None:
    result = parsed(arguments(command))
    assert result.exit_code == 0 or "is required" in result.output, result.output


def test_a_wrong_command_line_would_be_noticed(parsed: Any) -> None:
    assert parsed(arguments("corpuslint --outputformat json corpus/ | head")).exit_code == 2
    assert parsed(arguments("corpuslint --fail-on never corpus/")).exit_code == 2
    assert [command for _, command in lines() if "--output gitlab=" in command]


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_the_entry_of_a_hook_is_right(parsed: Any, hook: dict[str, Any]) -> None:
    result = parsed([*arguments(hook["entry"]), *hook.get("args", []), "corpus/a.txt"])
    assert result.exit_code == 0, result.output


def test_hooks_shown_are_there_and_take_their_arguments(parsed: Any) -> None:
    shown = [hook for mapping in mappings() for hook in mapping.get("hooks", [])]
    assert {hook["id"] for hook in shown} == set(HOOKS)
    for hook in shown:
        result = parsed([*arguments(HOOKS[hook["id"]]["entry"]), *hook.get("args", [])])
        assert result.exit_code == 0, result.output


def test_inputs_of_the_action_shown_are_there_and_its_arguments_right(parsed: Any) -> None:
    steps = [
        mapping for mapping in mappings() if str(mapping.get("uses", "")).startswith("corpuslint/corpuslint@")
    ]
    assert steps
    for step in steps:
        assert set(step["with"]) <= set(INPUTS)
        result = parsed(shlex.split(step["with"].get("arguments", "")))
        assert result.exit_code == 0, result.output


def options_of(command: str) -> set[str]:
    return {
        name
        for parameter in main.commands[command].params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }


def test_every_option_named_in_the_documentation_belongs_to_some_command() -> None:
    known = {"--help", "--version"}.union(*(options_of(name) for name in main.commands))
    foreign = {"--from-ref", "--to-ref", "--all-files"}  # of pre-commit
    for page in [ROOT / "README.md", ROOT / "README.zh-CN.md", *ROOT.glob("docs/*.md")]:
        named = set(re.findall(r"`(--[a-z-]+)", page.read_text("utf-8")))
        assert named <= known | foreign, page.name
