from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpuslint.commands.delivery import DeliveryError, Target, deliver, require_writable
from corpuslint.output import Options
from tests.output.made import finding, outcome, written

TEXT = "全年完成投资***万元。\n"
MADE = outcome([finding(TEXT, "***")], {"a.txt": TEXT})


class Terminal(io.TextIOWrapper):
    """Standard output that says what it is."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="ascii")
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    @property
    def text(self) -> str:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8")


def shown(monkeypatch: pytest.MonkeyPatch, color: str, *, is_terminal: bool) -> str:
    stream = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr("sys.stdout", stream)
    deliver(MADE, [Target("concise")], Options(), color)
    return stream.text


@pytest.mark.parametrize(
    ("color", "is_terminal", "no_color", "is_coloured"),
    [
        ("auto", True, None, True),
        ("auto", False, None, False),
        ("auto", True, "1", False),
        ("auto", True, "", True),
        ("always", False, "1", True),
        ("never", True, None, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch, color: str, is_terminal: bool, no_color: str | None, is_coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    assert ("\x1b[" in shown(monkeypatch, color, is_terminal=is_terminal)) is is_coloured


def test_chinese_is_written_whatever_the_encoding_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, "never", is_terminal=False) == written("concise", MADE)


def test_every_report_goes_where_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal(is_terminal=False)
    monkeypatch.setattr("sys.stdout", stream)
    targets = [
        Target("full"),
        Target("json", tmp_path / "报告.json"),
        Target("markdown", tmp_path / "summary.md"),
    ]
    deliver(MADE, targets, Options(), "auto")
    assert stream.text == written("full", MADE)
    assert (tmp_path / "报告.json").read_text("utf-8") == written("json", MADE)
    assert (tmp_path / "summary.md").read_text("utf-8") == written("markdown", MADE)


def test_a_file_that_cannot_be_written_is_named_before_the_work_begins(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match=r"nowhere; create it first"):
        require_writable([Target("full"), Target("json", tmp_path / "nowhere" / "report.json")])
    with pytest.raises(DeliveryError, match=r"is a folder; name a file"):
        require_writable([Target("json", tmp_path)])


def test_two_reports_do_not_go_into_one_file(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="give each its own"):
        require_writable([Target("json", tmp_path / "a"), Target("sarif", tmp_path / "a")])


def test_a_file_that_turns_out_unwritable_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match=r"gone/report\.json: the report cannot be written"):
        deliver(MADE, [Target("json", tmp_path / "gone" / "report.json")], Options(), "auto")
