import pytest

from corpuslint.engines.encoding import Params, run
from corpuslint.findings import Hit, Severity
from tests.engines.support import Trial


def hits(text: str, encoding: str) -> list[Hit]:
    return Trial(run, Params()).hits(text, encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "ascii"])
def test_utf_8_is_right(encoding: str) -> None:
    assert hits("工作会议", encoding) == []


@pytest.mark.parametrize(
    ("encoding", "name"), [("gb18030", "GB18030"), ("big5", "Big5"), ("koi8-r", "koi8-r")]
)
def test_another_encoding_is_named_at_the_first_character(encoding: str, name: str) -> None:
    (hit,) = hits("\n\n　工作会议", encoding)
    assert hit.span == (3, 4)
    assert hit.values == {"encoding": name}
    assert hit.severity is None


def test_lines_of_two_encodings_are_worse() -> None:
    (hit,) = hits("工作会议", "utf-8+gb18030")
    assert (hit.variant, hit.severity) == ("mixed", Severity.WARNING)
    assert hit.values == {"encoding": "UTF-8, GB18030"}


def test_an_empty_file_has_no_encoding() -> None:
    assert hits(" \n", "gb18030") == []
