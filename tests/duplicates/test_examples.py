"""The examples of the two duplicate checks: what is marked is what is not canonical, and nothing else."""

import pytest

from corpuslint.catalog import Example, checks_folder, read_explanation
from corpuslint.duplicates.search import Options, Source, find_families
from corpuslint.examples import unmark

KINDS = {"duplicate-document": {"document"}, "duplicate-passage": {"passage", "boilerplate"}}


def examples(kind: str) -> list[object]:
    return [
        pytest.param(check, example, id=f"{check}-{kind}-{number}")
        for check in KINDS
        for number, example in enumerate(
            getattr(read_explanation(checks_folder() / f"{check}.toml"), kind), 1
        )
    ]


def found(example: Example, kinds: set[str]) -> list[tuple[str, int, int]]:
    texts = {name: unmark(text).text for name, text in example.files.items()}
    sources = [Source.of(name, None, text) for name, text in texts.items()]
    return sorted(
        (sources[member.source].path, *member.span)
        for family in find_families(sources, Options())
        if family.kind in kinds
        for index, member in enumerate(family.members)
        if index != family.canonical
    )


@pytest.mark.parametrize(("check", "example"), examples("bad"))
def test_bad_example_is_found_exactly(check: str, example: Example) -> None:
    marked = sorted((name, *span) for name, text in example.files.items() for span in unmark(text).spans)
    assert marked
    assert found(example, KINDS[check]) == marked


@pytest.mark.parametrize(("check", "example"), examples("good"))
def test_good_example_is_clean(check: str, example: Example) -> None:
    assert found(example, {"document", "passage", "boilerplate"}) == []
