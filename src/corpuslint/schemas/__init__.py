"""JSON Schemas of what corpuslint writes and reads: the report, the settings, the check files.

They are generated from the types that do the reading and writing, and kept beside this module:
`python -m corpuslint.schemas` prints them, with `--write` it writes them anew.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from corpuslint import catalog, engines
from corpuslint.config import Settings
from corpuslint.report import Report

FOLDER = Path(__file__).parent
_DEFINITIONS = "#/$defs/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report() -> dict[str, Any]:
    """The JSON report, version 1."""
    return _schema("corpuslint report, version 1", msgspec.json.schema(Report))


def config() -> dict[str, Any]:
    """The settings, as `corpuslint.toml` or `[tool.corpuslint]` holds them."""
    return _schema("corpuslint settings, version 1", msgspec.json.schema(Settings))


def check() -> dict[str, Any]:
    """A check file; the keys of `[params]` follow from its engine."""
    kinds = [engines.load(name).Params for name in engines.NAMES]
    references, definitions = msgspec.json.schema_components(
        (*kinds, catalog.Head, catalog.Tail), ref_template=f"{_DEFINITIONS}{{name}}"
    )
    *of_engines, head, tail = (reference["$ref"].removeprefix(_DEFINITIONS) for reference in references)
    parts = [definitions.pop(head), definitions.pop(tail)]
    params = [
        {
            "if": {"properties": {"engine": {"const": name}}},
            "then": {"properties": {"params": {"$ref": f"{_DEFINITIONS}{definition}"}}},
        }
        for name, definition in zip(engines.NAMES, of_engines, strict=True)
    ]
    body: dict[str, Any] = {
        "description": "A check: what a run needs, then what explains and tests it.",
        "type": "object",
        "properties": {name: schema for part in parts for name, schema in part["properties"].items()},
        "required": [name for part in parts for name in part["required"]],
        "additionalProperties": False,
        "allOf": params,
        "$defs": definitions,
    }
    body["properties"]["engine"] = {"enum": list(engines.NAMES)}
    return _schema("corpuslint check file, version 1", body)


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "report-1": report,
    "config-1": config,
    "check-1": check,
}


def text(name: str) -> str:
    """A schema as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(SCHEMAS[name]()), indent=2).decode("utf-8") + "\n"


def path(name: str) -> Path:
    """Where a schema is kept."""
    return FOLDER / f"{name}.schema.json"


def _schema(title: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": _DIALECT, "title": title, **_with_plain_descriptions(body)}


def _with_plain_descriptions(value: Any) -> Any:
    """The schema with its docstrings as text: indentation and line breaks are those of a source file."""
    if isinstance(value, list | tuple):
        return [_with_plain_descriptions(item) for item in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _with_plain_descriptions(item) for key, item in value.items()}
    if isinstance(description := plain.get("description"), str):
        paragraphs = inspect.cleandoc(description).split("\n\n")
        plain["description"] = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    return plain
