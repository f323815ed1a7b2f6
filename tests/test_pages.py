"""The sample pages: a Markdown notice and pages of a government site, with what was planted in them."""

import json
from pathlib import Path

from benchmarks.labelled import findings_in

from corpuslint.catalog import shipped

FIXTURES = Path(__file__).parents[1] / "fixtures"
CHROME = "residue-web"


def found(folder: str) -> set[tuple[str, int, str, str]]:
    """File, line, check and match of everything that all checks find in a folder."""
    return {
        (Path(finding.path).name, finding.start.line, finding.check, finding.match)
        for finding in findings_in(FIXTURES / folder, shipped())
    }


def labelled() -> set[tuple[str, int, str, str]]:
    lines = (FIXTURES / "pages.labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    return {(label["file"], label["line"], label["check"], label["text"]) for label in labels}


def test_pages_have_what_was_planted_and_nothing_else() -> None:
    assert {one for one in found("pages") if one[2] != CHROME} == {
        one for one in labelled() if one[2] != CHROME
    }


def test_the_chrome_of_the_site_is_told_and_no_line_of_the_text() -> None:
    told = {one for one in found("pages") if one[2] == CHROME}
    assert {one for one in labelled() if one[2] == CHROME} <= told
    assert not [match for _, _, _, match in told if "。" in match or match.startswith(("一、", "县道"))]


def test_a_sound_notice_in_markdown_has_nothing() -> None:
    assert [one for one in found("clean") if one[0].endswith(".md")] == []
