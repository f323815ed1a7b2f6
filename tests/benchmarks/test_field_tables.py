"""What is counted of field forms, and how it is shown."""

from __future__ import annotations

from benchmarks.defects.field.kinds import FieldKind, Table
from benchmarks.defects.field.planting import plantings
from benchmarks.defects.sample import Sample
from benchmarks.field_tables import shown_form, tables
from benchmarks.quality_tables import as_json, misses
from benchmarks.scoring import Quality, Tally, judge_field

from corpuslint.catalog import shipped

SAMPLE = Sample(
    "总结.txt", "工作总结\n\n全年完成投资500万元，新建校舍3栋。\n各项任务如期完成，群众比较满意。\n"
)


def table(name: str = "mask", **more: object) -> Table:
    fields = {"name": name, "at": "figure", "checks": ("placeholder-letter",), "forms": ("X", "XX")}
    return Table(**{**fields, **more})  # type: ignore[arg-type]


def judged(*made: Table) -> Quality:
    quality = Quality({check.id: Tally() for check in shipped()})
    kinds = [FieldKind("placeholder", one) for one in made]
    judge_field(quality, [SAMPLE], kinds, plantings(kinds, [SAMPLE], 1), shipped())
    return quality


def test_a_form_counts_for_the_check_that_is_named_first() -> None:
    tally = judged(table()).tallies["placeholder-letter"]
    assert (tally.field_plants, tally.field_found, tally.plants) == (2, 2, 0)
    assert (tally.measured().field_plants, tally.measured().field_recall) == (2, 1.0)
    assert Tally().measured().field_plants is None


def test_a_contested_kind_counts_for_nothing_and_is_shown_apart() -> None:
    quality = judged(table(), table("odd", contested="a matter of style"))
    assert quality.tallies["placeholder-letter"].field_plants == 2
    shown = list(tables(quality.field))
    assert "| all | 1 | 2 | 2 | 2 | 1.00 |  |" in shown
    apart = shown.index("Not counted, since editors would argue about it:")
    assert any(line.startswith("| placeholder: odd ") for line in shown[apart:])
    assert not any(line.startswith("| placeholder: odd ") for line in shown[:apart])


def test_held_out_forms_have_a_sum_of_their_own() -> None:
    shown = list(tables(judged(table(), table("new", held_out=True, forms=("XXX",))).field))
    assert "| all | 2 | 3 | 3 | 3 | 1.00 |  |" in shown
    assert "| of these, held out | 1 | 1 | 1 | 1 | 1.00 |  |" in shown


def test_a_plant_that_is_told_as_something_else_is_missed() -> None:
    quality = judged(table(checks=("numbering-gap",), forms=("XX",)))
    (kind,) = quality.field
    assert [one.is_told_otherwise for one in kind.judged] == [True]
    assert "| placeholder: mask | 1 | 0 | 0.00 | 1 | `XX` |" in list(tables(quality.field))
    (told,) = misses(quality)
    assert told.startswith("field: mask (XX) 总结.txt:3 ")
    assert told.endswith(" told as placeholder-letter")
    assert '"told_otherwise": 1' in as_json(quality)


def test_forms_are_shown_so_that_a_reader_can_tell_them_apart() -> None:
    assert [shown_form(form) for form in ("", "  ", "\n", "\u3000", "x\u200b", "\ufe0f")] == [
        "∅",
        "␣␣",
        "⏎",
        "▭",
        "xU+200B",
        "U+FE0F",
    ]
