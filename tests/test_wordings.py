"""The catalogue of phrases: complete in both languages, consistent, and all of it in use."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import msgspec
import pytest

from corpuslint import wordings
from corpuslint.errors import UserError
from corpuslint.wordings import LANGUAGES, Wording, listed, phrase, say, told, wording

PACKAGE = Path(wordings.__file__).parent
ROOMS = sorted(path.stem for path in PACKAGE.glob("[a-z]*.py"))
KEYS = [f"{room}.{key}" for room in ROOMS for key in import_module(f"corpuslint.wordings.{room}").PHRASES]
SOURCES = sorted(path for path in PACKAGE.parent.rglob("*.py") if path.parent != PACKAGE)
# Phrases that are the same in both languages, because there is nothing in them to translate.
ALIKE = {"settings.at", "settings.found-flag", "commands.prefix", "usage.range-any", "usage.other"}
HAN = re.compile("[\u4e00-\u9fff]")


def placeholders(template: str) -> set[str]:
    """The names that stand in braces in any form of a phrase."""
    return {str(name) for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def strings(path: Path) -> Iterator[str]:
    """The string literals of a module, and the beginnings of those with values in them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


SAID = {text for path in SOURCES for text in strings(path)}


@pytest.mark.parametrize("key", KEYS)
def test_a_phrase_has_both_languages(key: str) -> None:
    english, chinese = phrase(key)
    assert not HAN.search(english)
    if key not in ALIKE:
        assert english != chinese
        assert HAN.search(chinese) or placeholders(chinese) == placeholders(english) != set()


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_name_the_same_values(key: str) -> None:
    english, chinese = phrase(key)
    if english.startswith("{count} check|"):
        assert placeholders(chinese) == {"count"}
    assert placeholders(english) - {"count"} == placeholders(chinese) - {"count"}
    for template in (english, chinese):
        for name in placeholders(template):
            assert name.isidentifier(), f"{template}: only a name may stand in braces"


@pytest.mark.parametrize("key", KEYS)
def test_a_form_for_one_goes_with_a_count(key: str) -> None:
    for template in phrase(key):
        assert template.count("|") <= 1
        if "|" in template:
            assert any("count" in placeholders(form) for form in template.split("|"))


@pytest.mark.parametrize("key", KEYS)
def test_a_phrase_ends_where_its_sentence_goes_on(key: str) -> None:
    english, chinese = phrase(key)
    for template in (english, chinese):
        assert template == template.strip() or key.startswith(("usage.range", "report."))


@pytest.mark.parametrize("key", KEYS)
def test_a_phrase_is_said_somewhere(key: str) -> None:
    room, _, name = key.partition(".")
    # Some keys are put together: `say(f"help.option.{name}")`, `word(family.variant)`.
    made_up = room == "help" or key.startswith(("commands.diff-", "report.", "counts."))
    assert key in SAID or made_up or name in SAID


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_a_key_that_is_said_is_there(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"say", "wording", "wordings.say"}:
            key = node.args[0] if node.args else None
            if isinstance(key, ast.Constant) and "." in str(key.value):
                values = {keyword.arg for keyword in node.keywords}
                assert key.value in KEYS, f"line {node.lineno}"
                if None not in values:
                    needed = placeholders(phrase(str(key.value))[0])
                    assert needed <= values, f"line {node.lineno}: {key.value}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_what_a_user_can_put_right_is_said_in_both_languages(path: Path) -> None:
    """An error that is raised with a plain English string is one that nobody has translated."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            name = ast.unparse(node.exc.func).rpartition(".")[2]
            if name in USER_ERRORS and node.exc.args:
                what = node.exc.args[0]
                assert not isinstance(what, ast.JoinedStr | ast.Constant), f"line {node.lineno}"


def user_errors(kind: type[UserError] = UserError) -> Iterator[str]:
    yield kind.__name__
    for each in kind.__subclasses__():
        yield from user_errors(each)


def import_all() -> None:
    for path in SOURCES:
        if path.name != "__main__.py":
            module = ".".join(path.relative_to(PACKAGE.parents[1]).with_suffix("").parts)
            import_module(module.removesuffix(".__init__"))


import_all()
USER_ERRORS = set(user_errors())


def test_one_and_many() -> None:
    assert say("counts.finding", "en", count=1) == "1 finding"
    assert say("counts.family", "en", count=1) == "1 family of duplicates"
    assert say("counts.family", "en", count=0) == "0 families of duplicates"
    assert say("counts.finding", "en", count=1234) == "1,234 findings"
    assert say("counts.finding", "zh", count=1234) == "1,234个问题"


def test_values_are_said_in_the_language_of_the_sentence() -> None:
    inner = wording("reading.archive", kind="zip")
    outer = wording("reading.docx-other", looks_like=inner)
    assert told(outer, "en") == "not a .docx but a zip archive; unpack it first" == str(outer)
    assert told(outer, "zh") == "不是.docx，而是zip压缩文件；请先解压"
    assert listed(["a", "b"], "en") == "a, b"
    assert say("settings.known", "zh", names=("a", "b")) == "可用：a、b"


def test_text_of_a_file_is_no_template() -> None:
    for language in LANGUAGES:
        assert "{count}|{0}" in say("settings.near", language, name="{count}|{0}")


def test_a_wording_passes_through_json() -> None:
    made = wording("reading.docx-other", looks_like=wording("reading.pdf"), count=3, names=("a", "b"))
    assert msgspec.json.decode(msgspec.json.encode(made), type=Wording) == made
    assert hash(made) == hash(wording(made.key, **dict(made.values)))
