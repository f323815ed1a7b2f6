"""What an earlier version wrote is still read: reports, baselines, manifests and indexes are promises.

The files in `fixtures/formats/<version>` were written by that version and are never written again. A change
that cannot read them needs another version of the format, and a reader for both.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from corpuslint import schemas
from corpuslint.acceptance import baseline
from corpuslint.cli import main
from corpuslint.dedup import manifest
from corpuslint.difference import read_report
from corpuslint.duplicates.index import read as read_index

FORMATS = Path(__file__).resolve().parent.parent / "fixtures" / "formats"
VERSIONS = sorted(folder.name for folder in FORMATS.iterdir() if folder.is_dir())


@pytest.fixture(params=VERSIONS)
def written(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What one version wrote, with the corpus it was written of, in a folder to work in."""
    folder = tmp_path / "project"
    shutil.copytree(FORMATS / str(request.param), folder)
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--language", "en"])


def test_a_report_is_read_and_valid(written: Path) -> None:
    report = read_report(written / "report.json")
    assert report.findings
    assert report.families
    schema = json.loads(schemas.text("report-1"))
    Draft202012Validator(schema).validate(json.loads((written / "report.json").read_text(encoding="utf-8")))


def test_the_lines_of_a_jsonl_report_are_its_parts(written: Path) -> None:
    parts = {"finding": "Finding", "family": "Family", "skipped": "SkippedEntry", "failure": "EngineFailure"}
    schema = json.loads(schemas.text("report-1"))
    kinds = set()
    for line in (written / "report.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        kind = entry.pop("type")
        kinds.add(kind)
        if kind in parts:
            Draft202012Validator({**schema, "$ref": f"#/$defs/{parts[kind]}"}).validate(entry)
    assert {"finding", "family"} <= kinds


def test_a_report_is_compared_with_one_of_today(written: Path) -> None:
    run("check", "corpus", "--isolated", "--output-format", "json", "--output-file", "now.json")
    compared = CliRunner().invoke(main, ["diff", "report.json", "now.json", "--output-format", "json"])
    totals = json.loads(compared.stdout)["totals"]
    assert totals["unchanged"] >= 1  # the fingerprints are what they were


def test_a_baseline_still_accepts(written: Path) -> None:
    accepted = baseline.read(written / "corpuslint-baseline.toml")
    assert accepted.findings
    assert accepted.families
    found = run(
        "check", "corpus", "--isolated", "--baseline", "corpuslint-baseline.toml", "--select", "duplicate"
    )
    assert found.exit_code == 0, found.output


def test_a_manifest_is_applied(written: Path) -> None:
    rows = manifest.read(written / "keep.jsonl")
    assert {row.action for row in rows} >= {"keep", "drop"}
    done = run("dedup", "--manifest", "keep.jsonl", "--apply", "-o", "kept")
    assert done.exit_code == 0, done.output
    kept = {path.name for path in (written / "kept").rglob("*.txt")}
    assert kept == {row.path.rpartition("/")[2] for row in rows if row.action != "drop"}


def test_an_index_is_compared_with(written: Path) -> None:
    assert len(read_index(written / "corpus.clix").entries) == len(list((written / "corpus").iterdir()))
    found = run("check", "corpus", "--isolated", "--select", "duplicate", "--against", "corpus.clix")
    assert "byte for byte published:" in found.stdout
