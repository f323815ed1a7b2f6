"""What counts as found, as a false alarm, as right."""

from __future__ import annotations

from benchmarks.defects.plant import Edit, Kind, Planting, Site, plant
from benchmarks.defects.sample import Sample
from benchmarks.labelled import Label, accepted, read_labels
from benchmarks.quality_tables import is_overstated, tables
from benchmarks.scoring import Quality, Tally, judge, judge_labels, judge_plants

from corpuslint.catalog import shipped
from corpuslint.findings import Confidence, Finding, Point, Severity

CHECKS = {check.id: check for check in shipped()}
SAMPLE = Sample(
    "总结.txt", "工作总结\n\n全年完成投资500万元，新建校舍3栋。\n各项任务如期完成，群众比较满意。\n"
)
MASK = Kind("mask", ("placeholder-letter",), {}, beside=(), consequences=())


def finding(check: str, path: str = "a.txt", line: int = 3, severity: Severity = Severity.ERROR) -> Finding:
    point = Point(line, 1, 0)
    return Finding(check, severity, Confidence.HIGH, path, None, point, point, "X", "message", "00")


def label(check: str, line: int = 3, **more: object) -> Label:
    fields = {"file": "a.txt", "code": "P-letter", "text": "X", "note": "n", "sure": True}
    return Label(**{**fields, "line": line, "check": check, **more})  # type: ignore[arg-type]


def planting(kind: Kind = MASK, replacement: str = "X") -> Planting:
    at = SAMPLE.text.index("500")
    return plant(SAMPLE, kind, "figure", Site((Edit(at, at + 3, replacement),)))


def test_a_plant_is_found_by_its_check_on_its_line() -> None:
    judged = judge(planting(), (), shipped())
    assert judged.is_found
    assert {one.check for one in judged.found_by} == {"placeholder-letter"}
    assert judged.unexplained == ()


def test_what_no_plant_explains_is_counted() -> None:
    judged = judge(planting(Kind("other", ("numbering-gap",), {})), (), shipped())
    assert not judged.is_found
    assert [one.check for one in judged.unexplained] == ["placeholder-letter"]


def test_what_may_stand_beside_is_explained_and_proves_nothing() -> None:
    judged = judge(planting(Kind("other", ("numbering-gap",), {}, beside=("placeholder",))), (), shipped())
    assert not judged.is_found
    assert judged.unexplained == ()


def test_what_was_there_before_is_not_counted() -> None:
    sample = Sample("总结.txt", SAMPLE.text + "共有X个乡镇参加评比。\n")
    at = sample.text.index("500")
    masked = plant(sample, Kind("other", ("numbering-gap",), {}), "figure", Site((Edit(at, at + 3, "50"),)))
    quality = Quality({check: Tally() for check in CHECKS})
    judge_plants(quality, [sample], [masked], shipped())
    assert quality.judged[0].unexplained == ()


def test_a_sound_plant_passes_where_nothing_is_found() -> None:
    sound = Kind("sound", (), {})
    assert judge(planting(sound, "600"), (), shipped()).is_found
    assert not judge(planting(sound, "X"), (), shipped()).is_found


def test_a_label_takes_its_siblings_and_no_stranger() -> None:
    assert label("placeholder-letter").covers(finding("placeholder-date"))
    assert not label("placeholder-letter").covers(finding("text-space"))
    assert accepted("consistency-sum") == ("consistency-sum",)


def test_a_label_stands_on_its_lines() -> None:
    assert not label("placeholder-letter", line=4).covers(finding("placeholder-letter"))
    assert label("placeholder-letter", line=2, end=5).covers(finding("placeholder-letter"))
    assert not label("placeholder-letter").covers(finding("placeholder-letter", path="b.txt"))


def test_a_copy_may_be_told_at_either_place() -> None:
    copy = label("duplicate-passage", line=20, end=24, related="b.txt:3-7")
    assert copy.covers(finding("duplicate-passage", path="corpus/b.txt"))


def test_widths_are_marked_once_for_the_file() -> None:
    assert label("text-width", line=1, code="T-width").covers(finding("text-width", line=90))


def test_findings_are_right_where_a_label_covers_them_and_wrong_in_clean_texts() -> None:
    quality = Quality({check: Tally() for check in CHECKS})
    found = [finding("placeholder-letter"), finding("placeholder-letter", line=9)]
    clean = [finding("placeholder-letter", path="c.txt"), finding("text-width", severity=Severity.INFO)]
    judge_labels(quality, [label("placeholder-letter"), label("text-space")], found, clean)
    tally = quality.tallies["placeholder-letter"]
    assert (tally.labels, tally.labels_found, tally.right, tally.wrong) == (1, 1, 1, 2)
    assert [missed.check for missed in quality.missed] == ["text-space"]
    assert quality.tallies["text-width"].wrong == 0


def test_the_figures_of_nothing_are_left_out() -> None:
    assert Tally().measured().recall is None
    assert Tally(labels=3, labels_found=2).measured().recall == 0.667


def test_a_confidence_the_figures_do_not_bear_out_is_marked() -> None:
    assert is_overstated(CHECKS["placeholder-letter"], Tally(right=8, wrong=2))
    assert not is_overstated(CHECKS["placeholder-letter"], Tally(right=9, wrong=1))


def test_the_tables_have_a_row_for_every_check_and_kind() -> None:
    quality = Quality({check: Tally() for check in CHECKS})
    judge_plants(quality, [SAMPLE], [planting()], shipped())
    shown = tables(quality, CHECKS)
    assert all(f"| {check} " in shown for check in CHECKS)
    assert "| mask | 1 | 1 | 1.00 | 0 | figure 1/1 |" in shown


def test_every_label_is_of_a_check_that_there_is_and_stands_in_its_line() -> None:
    assert {one.check for one in read_labels()} <= set(CHECKS)
