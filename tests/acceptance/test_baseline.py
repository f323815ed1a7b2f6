"""The baseline file: what `corpuslint baseline` writes, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.acceptance import baseline as baselines
from corpuslint.acceptance.baseline import Baseline, Entry, FamilyEntry, Member
from corpuslint.cli import main
from corpuslint.tomlfile import TomlError
from tests.runs import MASKED, OTHER_MASKED, PASSAGE

NAME = "corpuslint-baseline.toml"
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
MEMBERS = st.builds(Member, WORDS, WORDS, st.integers(1, 3))
BASELINES = st.builds(
    Baseline,
    findings=st.lists(st.builds(Entry, WORDS, WORDS, WORDS, st.integers(1, 9)), max_size=4).map(tuple),
    families=st.lists(
        st.builds(FamilyEntry, st.lists(MEMBERS, min_size=2, max_size=3).map(tuple), WORDS), max_size=3
    ).map(tuple),
)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args, env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8"})


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(f"{MASKED}\n{OTHER_MASKED}\n{MASKED}\n", encoding="utf-8")
    (tmp_path / "corpus" / "b.txt").write_text(f"第一份材料。\n{PASSAGE}\n", encoding="utf-8")
    (tmp_path / "corpus" / "c.txt").write_text(f"第二份材料。\n{PASSAGE}\n", encoding="utf-8")
    return tmp_path


@given(BASELINES)
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, baseline: Baseline) -> None:
    path = tmp_path_factory.mktemp("b") / NAME
    path.write_bytes(baselines.render(baseline).encode("utf-8"))
    read = baselines.read(path)
    assert sorted(read.findings) == sorted(baseline.findings)
    assert sorted(read.families) == sorted(baseline.families)


@given(BASELINES, st.randoms())
def test_the_order_of_entries_does_not_show(baseline: Baseline, random: Random) -> None:
    findings, families = list(baseline.findings), list(baseline.families)
    random.shuffle(findings)
    random.shuffle(families)
    shuffled = Baseline(findings=tuple(findings), families=tuple(families))
    assert baselines.render(shuffled) == baselines.render(baseline)


def test_an_entry_is_a_line_with_neither_line_number_nor_date(corpus: Path) -> None:
    run("baseline", "corpus")
    lines = (corpus / NAME).read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if "placeholder-date" in line]
    (entry,) = entries
    assert entry.startswith('  { fingerprint = "')
    assert entry.endswith('", check = "placeholder-date", path = "corpus/a.txt", count = 2 },')
    members = [line for line in lines if line.startswith("  { ") and "check" not in line]
    assert [line.partition("path = ")[2] for line in members] == [
        '"corpus/b.txt", count = 1 },',
        '"corpus/c.txt", count = 1 },',
    ]


def test_writing_it_again_changes_nothing(corpus: Path) -> None:
    told = run("baseline", "corpus").stdout
    assert told == (
        "corpuslint-baseline.toml: 3 findings and 1 family of duplicates accepted "
        "(findings +3 -0, families +1 -0)\n"
    )
    written = (corpus / NAME).read_bytes()
    assert "(findings +0 -0, families +0 -0)" in run("baseline", "corpus").stdout
    assert (corpus / NAME).read_bytes() == written


def test_the_run_after_it_finds_nothing_new(corpus: Path) -> None:
    assert run("corpus").exit_code == 1
    run("baseline", "corpus")
    assert run("corpus").exit_code == 0
    (corpus / "corpus" / "d.txt").write_text(f"第三份材料。\n{PASSAGE}\n", encoding="utf-8")
    result = run("corpus", "--output-format", "concise")
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stdout.splitlines()[:-2]] == ["corpus/d.txt"]


def test_entries_of_what_the_run_did_not_see_stay(corpus: Path) -> None:
    run("baseline", "corpus")
    (corpus / "corpus" / "a.txt").write_text("各位代表：\n", encoding="utf-8")
    assert "(findings +0 -0, families +0 -0)" in run("baseline", "corpus/b.txt").stdout
    assert "(findings +0 -0, families +0 -0)" in run("baseline", "corpus", "--select", "numbering").stdout
    assert "(findings +0 -3, families +0 -0)" in run("baseline", "corpus/a.txt").stdout


def test_a_file_that_is_gone_takes_its_entries_with_it(corpus: Path) -> None:
    run("baseline", "corpus")
    (corpus / "corpus" / "a.txt").unlink()
    assert run("corpus").exit_code == 0
    assert run("corpus", "--strict-baseline").exit_code == 1
    assert "(findings +0 -3, families +0 -0)" in run("baseline", "corpus").stdout
    assert run("corpus", "--strict-baseline").exit_code == 0


def test_it_holds_from_every_folder_of_the_project(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (corpus / "corpuslint.toml").write_text('roots = ["corpus"]\n', encoding="utf-8")
    run("baseline")
    monkeypatch.chdir(corpus / "corpus")
    assert run().exit_code == 0
    assert run(".").exit_code == 0
    assert run("a.txt", "--strict-baseline").exit_code == 0
    assert run("b.txt", "--strict-baseline").exit_code == 0


@pytest.mark.parametrize("setting", ["", 'baseline = "accepted.toml"\n'])
def test_a_baseline_may_have_another_name(corpus: Path, setting: str) -> None:
    (corpus / "corpuslint.toml").write_text(setting, encoding="utf-8")
    option = [] if setting else ["--baseline", "accepted.toml"]
    assert run("corpus", *option).exit_code == (2 if option or setting else 1)
    run("baseline", "corpus", *option)
    assert (corpus / "accepted.toml").is_file()
    assert run("corpus", *option).exit_code == 0


def test_isolated_reads_none(corpus: Path) -> None:
    run("baseline", "corpus")
    assert run("corpus", "--isolated").exit_code == 1
    assert run("corpus", "--isolated", "--baseline", NAME).exit_code == 0


def test_a_named_baseline_that_is_missing_is_an_error(corpus: Path) -> None:
    result = run("corpus", "--baseline", "none.toml")
    assert result.exit_code == 2
    assert "none.toml: there is no such file" in result.stderr


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("findings = [\n", ":1: findings: the array that begins here is not closed"),
        ("schema_version = 9\n", ":1: schema_version 9 is of a later corpuslint"),
        ('findings = [\n  { fingerprint = "a", chek = "b" },\n]\n', 'unknown key "chek" in [findings[0]]'),
        ("findings = [\n  { fingerprint = 3 },\n]\n", "findings[0].fingerprint: found the number 3"),
    ],
)
def test_a_damaged_baseline_names_file_and_line(tmp_path: Path, source: str, told: str) -> None:
    path = tmp_path / NAME
    path.write_text(source, encoding="utf-8")
    with pytest.raises(TomlError) as caught:
        baselines.read(path)
    assert f"{NAME}:" in str(caught.value)
    assert told in str(caught.value)


def test_ignored_findings_are_not_written_down(corpus: Path) -> None:
    (corpus / "corpuslint.toml").write_text(
        '[[ignored]]\ncheck = "placeholder"\npath = "*"\nreason = "forms"\n', encoding="utf-8"
    )
    assert "0 findings and 1 family" in run("baseline", "corpus").stdout


def test_a_link_and_its_mode_stay(corpus: Path) -> None:
    real = corpus / "real.toml"
    real.write_text("", encoding="utf-8")
    real.chmod(0o640)
    (corpus / NAME).symlink_to(real)
    run("baseline", "corpus")
    assert (corpus / NAME).is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "placeholder-date" in real.read_text(encoding="utf-8")
    assert sorted(path.name for path in corpus.iterdir()) == ["corpus", NAME, "real.toml"]
