"""Settings: the nearest file, its table, and what is wrong with it."""

import datetime
from pathlib import Path

import pytest

from corpuslint.config import Ignored, Settings, load
from corpuslint.findings import Severity
from corpuslint.tomlfile import TomlError


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path).settings == Settings()


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    inner = tmp_path / "corpus" / "2023"
    inner.mkdir(parents=True)
    (tmp_path / "corpuslint.toml").write_text('ignore = ["text"]\n', encoding="utf-8")
    loaded = load(inner)
    assert loaded.settings.ignore == ("text",)
    assert loaded.root == tmp_path.resolve()


def test_a_table_in_pyproject_holds(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.corpuslint]\nfail-on = "error"\n', encoding="utf-8")
    assert load(tmp_path).settings.fail_on is Severity.ERROR


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    (tmp_path / "corpuslint.toml").write_text('select = ["text"]\n', encoding="utf-8")
    assert load(inner).settings.select == ("text",)


def test_isolated_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_text("this is not TOML", encoding="utf-8")
    assert load(tmp_path, isolated=True).settings == Settings()


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match="there is no such file"):
        load(tmp_path, tmp_path / "none.toml")


def test_a_line_is_that_of_our_table(tmp_path: Path) -> None:
    source = '[tool.other]\nselect = 1\n\n[tool.corpuslint]\nfail-on = "error"\nselect = 2\n'
    (tmp_path / "pyproject.toml").write_text(source, encoding="utf-8")
    with pytest.raises(TomlError, match=r"pyproject\.toml:6: tool\.corpuslint\.select: found the number 2"):
        load(tmp_path)


def test_a_named_pyproject_without_our_table_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    with pytest.raises(TomlError, match=r"has no \[tool\.corpuslint\] table"):
        load(tmp_path, tmp_path / "pyproject.toml")


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "corpuslint.toml").write_bytes('\ufeffselect = ["text"]\n'.encode())
    assert load(tmp_path).settings.select == ("text",)


def test_an_entry_is_read_with_its_date(tmp_path: Path) -> None:
    source = '[[ignored]]\nfingerprint = "ab"\nreason = "a name"\nexpires = 2027-01-31\n'
    (tmp_path / "corpuslint.toml").write_text(source, encoding="utf-8")
    (entry,) = load(tmp_path).settings.ignored
    assert entry == Ignored("a name", fingerprint="ab", expires=datetime.date(2027, 1, 31))


def test_each_setting_knows_where_it_comes_from(tmp_path: Path) -> None:
    path = tmp_path / "corpuslint.toml"
    path.write_text('limit = 3\n\n[severity]\ntext = "info"\n', encoding="utf-8")
    loaded = load(tmp_path).replace({"select": ("text",), "ignore": None})
    origins = {field: loaded.origin(field) for field in ("limit", "severity", "select", "ignore")}
    assert origins == {
        "limit": f"{path}:1",
        "severity": f"{path}:3",
        "select": "command line",
        "ignore": "default",
    }
