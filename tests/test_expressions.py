"""An expression behaves as if it had been compiled at once, but costs nothing before its first use."""

import re

import pytest

from corpuslint.expressions import late


def test_finds_what_a_compiled_expression_finds() -> None:
    lazy, eager = late(r"(?P<year>[0-9]{4})年"), re.compile(r"(?P<year>[0-9]{4})年")
    text = "2023年和2024年"
    assert [m.span("year") for m in lazy.finditer(text)] == [m.span("year") for m in eager.finditer(text)]
    assert lazy.sub("某年", text) == "某年和某年"
    assert (lazy.pattern, lazy.groupindex) == (eager.pattern, eager.groupindex)


def test_keeps_its_flags() -> None:
    assert len(late("^一", re.MULTILINE).findall("一\n一")) == 2


def test_reads_bytes() -> None:
    assert late(rb"[\xa1-\xfe]{2}").fullmatch("中".encode("gbk")) is not None


def test_what_is_no_expression_is_found_out_by_the_first_use() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("text")
