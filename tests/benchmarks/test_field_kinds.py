"""The tables of field forms: what is in them, and what is told of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.defects.field.changes import CHANGES
from benchmarks.defects.field.kinds import FieldKind, read_kinds
from benchmarks.defects.field.places import PLACES
from benchmarks.injector import KINDS

from corpuslint.catalog import shipped
from corpuslint.corpus.parsing import parse
from corpuslint.linting import lint

FIELD = read_kinds()
SOUND = [(kind, sentence) for kind in FIELD for sentence in kind.table.sentences]

TABLE = """\
[[kinds]]
name = "mask"
at = "figure"
checks = ["placeholder"]
forms = ["X"]
"""


def read(folder: Path, source: str) -> tuple[FieldKind, ...]:
    (folder / "group.toml").write_text(source, encoding="utf-8")
    return read_kinds(folder)


def test_a_kind_belongs_to_the_group_its_file_is_named_after(tmp_path: Path) -> None:
    (kind,) = read(tmp_path, TABLE)
    assert (kind.group, kind.name, kind.shapes, kind.is_counted) == ("group", "mask", ("X",), True)


def test_a_contested_kind_is_not_counted(tmp_path: Path) -> None:
    (kind,) = read(tmp_path, TABLE + 'contested = "a matter of style"\n')
    assert not kind.is_counted


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (TABLE + TABLE, "mask: the name is taken"),
        (TABLE.replace('["placeholder"]', "[]"), "mask: names no check"),
        (TABLE.replace('["X"]', "[]"), "mask: has neither forms nor changes"),
        (TABLE.replace('at = "figure"\n', ""), "mask: needs a place"),
        (TABLE + 'sentences = ["⟦⟧县"]\n', "mask: needs a place"),
        (TABLE.replace('at = "figure"', 'sentences = ["全县"]'), "mask: every sentence needs"),
        (TABLE.replace("figure", "figures"), "mask: unknown: figures"),
        (TABLE + 'changes = ["upside down"]\n', "mask: unknown: upside down"),
        (TABLE + 'form = "X"\n', "unknown field `form`"),
        ("[[kinds]\n", "group.toml: "),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_its_file(tmp_path: Path, source: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"group\.toml") as error:
        read(tmp_path, source)
    assert told in str(error.value)


def test_no_kind_has_a_name_of_the_other_suite() -> None:
    assert not {kind.name for kind in FIELD} & {kind.name for kind in KINDS}


def test_every_check_that_may_claim_a_form_is_there() -> None:
    known = {check.id for check in shipped()} | {check.group for check in shipped()}
    assert {name for kind in FIELD for name in kind.table.checks} <= known
    assert {kind.table.checks[0] for kind in FIELD} <= {check.id for check in shipped()}


def test_no_form_stands_twice_in_a_kind() -> None:
    assert [kind.name for kind in FIELD if len(set(kind.shapes)) < len(kind.shapes)] == []


def test_every_place_and_change_is_in_use() -> None:
    assert {kind.table.at for kind in FIELD} - {""} == set(PLACES)
    assert {change for kind in FIELD for change in kind.table.changes} == set(CHANGES)


@pytest.mark.parametrize(("kind", "sentence"), SOUND, ids=lambda value: getattr(value, "name", None))
def test_the_sentences_are_sound_before_a_form_is_put_in(kind: FieldKind, sentence: str) -> None:
    told = sentence.replace("⟦⟧", kind.table.sound)
    text = f"在全县工作会议上的讲话\n\n同志们：\n今天的会议十分重要。{told}\n谢谢大家！\n"
    assert lint(parse("a.txt", text, genre="speech"), shipped()).findings == ()
