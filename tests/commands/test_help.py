"""The help of every command, in both languages, at the widths terminals have."""

from __future__ import annotations

import re

import click
import pytest

from corpuslint.cli import main
from corpuslint.commands.help import EXAMPLES, help_text, ordered
from corpuslint.output.terminal import cells
from corpuslint.wordings import LANGUAGES, Language
from tests.test_wordings import HAN

COMMANDS = ["main", *sorted(main.commands)]


class Spoken:
    """Stands for a command line in a language."""

    def __init__(self, language: Language) -> None:
        self.language = language


def context_of(name: str, language: Language) -> click.Context:
    top = click.Context(
        main, info_name="corpuslint", obj=Spoken(language), help_option_names=["-h", "--help"]
    )
    return top if name == "main" else click.Context(main.commands[name], top, info_name=name)


@pytest.mark.parametrize("width", [50, 78, 118])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_is_too_wide(name: str, language: Language, width: int) -> None:
    shown = help_text(context_of(name, language), width, language).splitlines()
    examples = {f"  {example}" for example in EXAMPLES[name]}
    too_wide = [line for line in shown if cells(line) > width and line not in examples]
    assert [line for line in too_wide if not line.startswith("  --")] == []
    assert all(cells(example) <= 78 for example in examples)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained_in_both_languages(name: str) -> None:
    command = main if name == "main" else main.commands[name]
    for language in LANGUAGES:
        context = context_of(name, language)
        shown = help_text(context, 118, language)
        for option in command.get_params(context):
            if isinstance(option, click.Option):
                meaning = re.search(rf"{max(option.opts, key=len)}\b[^\n]*?\s{{2,}}(\S[^\n]*)", shown)
                assert meaning, f"{name} {option.opts} {language}"
                assert bool(HAN.search(meaning[1])) is (language == "zh")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example_that_names_it(name: str) -> None:
    assert EXAMPLES[name]
    if name != "main":
        assert any(example.startswith(f"corpuslint {name}") for example in EXAMPLES[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_chinese_help_has_no_english_sentence(name: str) -> None:
    shown = help_text(context_of(name, "zh"), 118, "zh")
    prose = [line for line in shown.splitlines() if line[2:] not in EXAMPLES[name]]
    assert not re.search(r"[a-z]+ (?:the|is|of|a|this|these|not) [a-z]+", "\n".join(prose))


def test_commands_stand_in_the_order_they_are_met() -> None:
    names = ordered([*main.commands, "zebra"])
    assert names[:2] == ["check", "explain"]
    assert names[-1] == "zebra"
    assert len(names) == len(main.commands) + 1


def test_the_first_screen_is_a_screen() -> None:
    for language in LANGUAGES:
        assert help_text(context_of("main", language), 78, language).count("\n") <= 40
