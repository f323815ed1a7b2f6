import json
from typing import Any

from corpuslint.findings import Severity
from tests.output.made import finding, outcome, written

TEXT = "同志们：\n全年完成投资***万元。\n"


def issues(*found: Any) -> Any:
    return json.loads(written("gitlab", outcome(found)))


def test_an_issue() -> None:
    (issue,) = issues(finding(TEXT, "***", path="讲话/a.txt"))
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "placeholder-symbol: “***” stands where a value belongs",
        "check_name": "placeholder-symbol",
        "severity": "major",
        "location": {"path": "讲话/a.txt", "lines": {"begin": 2, "end": 2}},
    }


def test_severities() -> None:
    found = [finding(TEXT, "***", path=f"{level.rank}.txt", severity=level) for level in Severity]
    assert [issue["severity"] for issue in issues(*found)] == ["info", "minor", "major"]


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    same = finding(TEXT, "***")
    other_file = finding(TEXT, "***", path="b.txt")
    assert same.fingerprint == other_file.fingerprint
    assert len({issue["fingerprint"] for issue in issues(same, same, other_file)}) == 3


def test_a_fingerprint_does_not_depend_on_other_files() -> None:
    found = finding(TEXT, "***", path="b.txt")
    (_, beside), (alone,) = issues(finding(TEXT, "***"), found), issues(found)
    assert beside["fingerprint"] == alone["fingerprint"]


def test_a_clean_run_is_an_empty_array() -> None:
    assert written("gitlab", outcome()) == "[]\n"
