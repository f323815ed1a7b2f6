import json
from typing import Any

from corpuslint.findings import Confidence, EngineFailure, Severity
from corpuslint.output import Options
from corpuslint.report import Outcome, SkippedEntry
from tests.output.made import copy, family, finding, outcome, related, written

TEXT = "同志们：\n全年完成投资***万元，新建校舍X栋。\n"


def run_of(made: Outcome, language: Any = "en") -> Any:
    (run,) = json.loads(written("sarif", made, Options(language=language)))["runs"]
    return run


def test_columns_are_code_points() -> None:
    text = "𠮷地投资***万元。"
    run = run_of(outcome([finding(text, "***")]))
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 1,
        "endLine": 1,
        "startColumn": 5,
        "endColumn": 8,
        "snippet": {"text": "***"},
    }


def test_a_rule_is_written_from_its_check_file() -> None:
    run = run_of(outcome([finding(TEXT, "***")]))
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "placeholder-symbol"
    assert rule["shortDescription"]["text"] == "Asterisks stand where a value belongs"
    assert rule["help"]["markdown"].startswith("## Why\n\n")
    assert rule["defaultConfiguration"] == {"enabled": True, "level": "error"}
    assert run["results"][0]["ruleIndex"] == 0


def test_rules_in_chinese() -> None:
    (rule,) = run_of(outcome([finding(TEXT, "***")]), "zh")["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "用星号代替的数字或名称"
    assert rule["help"]["markdown"].startswith("## 为什么\n\n")


def test_a_check_that_is_not_described_has_a_rule_too() -> None:
    (rule,) = run_of(outcome([finding(TEXT, "X", check="house-style")]))["tool"]["driver"]["rules"]
    assert rule == {"id": "house-style"}


def test_levels() -> None:
    found = [finding(TEXT, "X", path=f"{level.rank}.txt", severity=level) for level in Severity]
    assert [result["level"] for result in run_of(outcome(found))["results"]] == ["note", "warning", "error"]


def test_a_copy_points_at_the_best_copy() -> None:
    copies = family(["讲话/a b.txt", "讲话/c.txt"])
    (result,) = run_of(outcome([copy(copies, 1)], families=[copies]))["results"]
    assert result["message"]["text"].endswith(" [the best copy](1)")
    (best,) = result["relatedLocations"]
    assert best["id"] == 1
    uri = best["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%E8%AE%B2%E8%AF%9D/a%20b.txt"


def test_at_most_a_hundred_related_places() -> None:
    places = [related(TEXT, "X", path=f"{number}.txt") for number in range(150)]
    (result,) = run_of(outcome([finding(TEXT, "X", related=places)]))["results"]
    assert len(result["relatedLocations"]) == 100
    assert "(100)" in result["message"]["text"]


def test_equal_findings_in_a_file_have_fingerprints_of_their_own() -> None:
    same = finding(TEXT, "X")
    results = run_of(outcome([same, same, finding(TEXT, "X", path="b.txt")]))["results"]
    marks = [result["partialFingerprints"]["corpuslintFinding/v1"] for result in results]
    assert marks == [f"{same.fingerprint}:1", f"{same.fingerprint}:2", f"{same.fingerprint}:1"]


def test_the_worst_five_thousand_are_kept_and_the_cut_is_stated() -> None:
    bad = [finding(TEXT, "X", path=f"b{number:04}.txt") for number in range(3_000)]
    doubtful = [
        finding(TEXT, "X", path=f"a{number:04}.txt", severity=Severity.WARNING, confidence=confidence)
        for confidence in Confidence
        for number in range(1_000)
    ]
    run = run_of(outcome([*bad, *doubtful]))
    assert len(run["results"]) == 5_000
    assert sum(result["level"] == "error" for result in run["results"]) == 3_000
    assert {result["properties"]["confidence"] for result in run["results"]} == {"high", "medium"}
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("5,000 of 6,000 findings are in this file")


def test_what_was_not_read_and_what_failed_is_said() -> None:
    made = outcome(
        skipped=[SkippedEntry("a.pdf", "not a format corpuslint reads")],
        failures=[EngineFailure("text-width", "a.txt", "IndexError")],
    )
    (invocation,) = run_of(made)["invocations"]
    assert invocation["executionSuccessful"] is False
    failure, skip = invocation["toolExecutionNotifications"]
    assert failure["level"] == "error"
    assert skip["message"]["text"] == "not read: a.pdf: not a format corpuslint reads"
    assert skip["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.pdf"


def test_what_is_accepted_is_suppressed() -> None:
    (result,) = run_of(outcome([finding(TEXT, "X", status="accepted")]))["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted"}]


def test_brackets_of_the_corpus_make_no_links() -> None:
    text = "[bookmark: _GoBack](1)讲话"
    (result,) = run_of(outcome([finding(text, "[bookmark: _GoBack](1)", message="{match}")]))["results"]
    assert result["message"]["text"] == "\\[bookmark: _GoBack\\](1)"
