import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.characters import Params, run
from tests.engines.support import Trial

TRIAL = Trial(run, Params())
found, repaired = TRIAL.found, TRIAL.repaired


@pytest.mark.parametrize(
    ("character", "code", "name"),
    [
        ("\u200b", "U+200B", "ZERO WIDTH SPACE"),
        ("\ufeff", "U+FEFF", "ZERO WIDTH NO-BREAK SPACE"),
        ("\u202e", "U+202E", "RIGHT-TO-LEFT OVERRIDE"),
        ("\x08", "U+0008", "BACKSPACE"),
        ("\x03", "U+0003", "CONTROL CHARACTER"),
    ],
)
def test_a_hidden_character_is_named(character: str, code: str, name: str) -> None:
    (hit,) = TRIAL.hits(f"工作{character}会议")
    assert hit.values == {"code": code, "name": name, "count": 1}


def test_a_run_of_one_kind_is_one_hit() -> None:
    assert found("工作\u200b\u2060\u200b会议\u200b") == [("run", "\u200b\u2060\u200b"), ("", "\u200b")]


def test_zero_width_characters_are_removed_safely() -> None:
    (hit,) = TRIAL.hits("工作\u200b会议")
    assert hit.edits[0].safety == "safe"
    assert repaired("工作\u200b会议") == "工作会议"


def test_a_control_that_ended_a_line_becomes_a_line_end() -> None:
    (hit,) = TRIAL.hits("工作。\u2028会议")
    assert hit.edits[0].safety == "unsafe"
    assert repaired("工作。\u2028会议") == "工作。\n会议"


def test_joiners_belong_to_emoji_and_to_scripts_written_with_them() -> None:
    assert found("👩\u200d⚕️ می\u200cخواهم") == []
    assert found("工作\u200d会议") == [("", "\u200d")]


def test_white_space_and_line_ends_are_not_hidden() -> None:
    assert found("　　工作\t会议\r\n下一行\n") == []


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="工作\u200b\u200d\ufeff\u202e\x08\x0b\u2028 👩⚕می\n", max_size=120))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)
