"""What `docs/configuration.md` and `docs/acceptance.md` show is what corpuslint takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpuslint.acceptance import baseline as baselines
from corpuslint.catalog import shipped
from corpuslint.config import Settings, load
from corpuslint.ownchecks import read_own_check
from corpuslint.selection import chosen
from corpuslint.selftest import cases

DOCS = Path(__file__).resolve().parent.parent / "docs"
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")
ACCEPTANCE = (DOCS / "acceptance.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", CONFIGURATION + ACCEPTANCE, re.DOTALL)
CHECKS = [block for block in BLOCKS if "[[bad]]" in block]
BASELINES = [block for block in BLOCKS if "schema_version" in block]
SETTINGS = [
    block
    for block in BLOCKS
    if block not in CHECKS + BASELINES and "[project" not in block and "checks = " not in block
]


@pytest.mark.parametrize("block", SETTINGS)
def test_settings_shown_are_settings(tmp_path: Path, block: str) -> None:
    (tmp_path / "corpuslint.toml").write_text(block, encoding="utf-8")
    assert chosen(load(tmp_path)) is not None


def test_every_key_is_explained() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", CONFIGURATION, re.MULTILINE)
    assert set(listed) == set(Settings.__struct_encode_fields__)


def test_the_check_shown_passes_its_own_examples(tmp_path: Path) -> None:
    (block,) = CHECKS
    path = tmp_path / "house-name.toml"
    path.write_text(block, encoding="utf-8")
    check = read_own_check(path)
    assert [told for case in cases([check], [*shipped(), check]) for told in case.problems()] == []


def test_the_baseline_shown_is_one(tmp_path: Path) -> None:
    (block,) = BASELINES
    path = tmp_path / baselines.FILE_NAME
    path.write_text(block, encoding="utf-8")
    assert baselines.read(path).findings[0].count == 2
