"""`check --against INDEX`: copies of what stands in a corpus that is not part of the run."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main
from tests.duplicates.planted import Writer

WRITER = Writer(21)
SPEECH = [WRITER.paragraph(150) for _ in range(6)]
OTHER = [WRITER.paragraph(150) for _ in range(6)]


@pytest.fixture(autouse=True)
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `theirs` with two speeches, and an index of it under a name and one without."""
    monkeypatch.chdir(tmp_path)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    write("theirs/a.txt", SPEECH)
    write("theirs/b.txt", OTHER)
    for arguments in (["-o", "named.clix", "--name", "published"], ["-o", "own.clix"]):
        done = CliRunner().invoke(main, ["index", "theirs", "--isolated", *arguments])
        assert done.exit_code == 0, done.output
    Path("ours").mkdir()
    return theirs


def write(path: str, lines: list[str]) -> None:
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(*arguments: str) -> Result:
    options = ["--isolated", "--select", "duplicate", "--output-format", "json", "--language", "en"]
    return CliRunner().invoke(main, ["check", *arguments, *options])


def findings(*arguments: str) -> list[dict[str, object]]:
    done = run(*arguments)
    assert done.exit_code in (0, 1), done.output
    report = json.loads(done.stdout)
    return [*report["findings"]]


def lines(finding: dict[str, object]) -> tuple[int, int]:
    start, end = finding["start"], finding["end"]
    assert isinstance(start, dict)
    assert isinstance(end, dict)
    return start["line"], end["line"]


def test_a_passage_of_a_named_corpus_is_told_by_its_sketch() -> None:
    write("ours/x.txt", [WRITER.paragraph(300), *SPEECH[2:4], WRITER.paragraph(300)])
    (found,) = findings("ours", "--against", "named.clix")
    assert found["check"] == "duplicate-passage"
    assert lines(found) == (2, 3)
    assert "published:theirs/a.txt:3-4 (estimated from its sketch" in str(found["message"])


def test_a_whole_copy_of_a_named_corpus_is_a_document() -> None:
    write("ours/x.txt", [WRITER.edited(part, 0.01) for part in SPEECH])
    (found,) = findings("ours", "--against", "named.clix")
    assert found["check"] == "duplicate-document"
    assert lines(found) == (1, 6)


def test_the_text_is_compared_where_it_is_at_hand() -> None:
    write("ours/x.txt", [WRITER.paragraph(300), *SPEECH[2:4], WRITER.paragraph(300)])
    (found,) = findings("ours", "--against", "own.clix")
    assert "word for word at theirs/a.txt:3-4" in str(found["message"])
    related = found["related"]
    assert isinstance(related, list)
    assert (related[0]["path"], related[0]["start"]["line"]) == ("theirs/a.txt", 3)


def test_a_text_that_has_changed_since_is_told_of_by_its_sketch(published: Path) -> None:
    write("ours/x.txt", [WRITER.paragraph(300), *SPEECH[2:4], WRITER.paragraph(300)])
    write("theirs/a.txt", SPEECH[3:])
    (found,) = findings("ours", "--against", "own.clix")
    assert "estimated from its sketch" in str(found["message"])


def test_a_corpus_is_not_compared_with_itself() -> None:
    assert findings("theirs", "--against", "own.clix") == []
    write("theirs/a.txt", [*SPEECH, WRITER.paragraph(200)])
    assert findings("theirs", "--against", "own.clix") == []


def test_the_same_corpus_under_another_name_is_another_corpus() -> None:
    assert [found["path"] for found in findings("theirs", "--against", "named.clix")] == [
        "theirs/a.txt",
        "theirs/b.txt",
    ]


def test_the_very_same_file_is_a_copy_for_certain() -> None:
    write("ours/x.txt", SPEECH)
    for index, place in (("named.clix", "published:theirs/a.txt:1-6"), ("own.clix", "theirs/a.txt:1-6")):
        (found,) = findings("ours", "--against", index)
        assert found["check"] == "duplicate-document"
        assert str(found["message"]).endswith(f"its file is byte for byte {place}")


def test_a_record_is_the_same_only_as_the_same_record() -> None:
    lines = [json.dumps({"text": "\n".join(parts)}, ensure_ascii=False) for parts in (SPEECH, OTHER)]
    for folder in ("theirs", "ours"):
        write(f"{folder}/all.jsonl", lines)
    CliRunner().invoke(main, ["index", "theirs/all.jsonl", "--isolated", "-o", "r.clix", "--name", "r"])
    told = [str(one["message"]) for one in findings("ours", "--against", "r.clix")]
    assert [message.rpartition(" ")[2] for message in told] == [
        "r:theirs/all.jsonl#1:1-6",
        "r:theirs/all.jsonl#2:1-6",
    ]


def test_what_the_settings_say_of_copies_holds_for_those_of_another_corpus() -> None:
    write("ours/x.txt", SPEECH)
    Path("severity.toml").write_text('[severity]\nduplicate = "error"\n', encoding="utf-8")
    command = [
        "check",
        "ours",
        "--config",
        "severity.toml",
        "--select",
        "duplicate",
        "--output-format",
        "json",
    ]
    for index in ("named.clix", "own.clix"):
        done = CliRunner().invoke(main, [*command, "--against", index])
        assert [one["severity"] for one in json.loads(done.stdout)["findings"]] == ["error"]


def test_short_texts_are_copies_of_nothing() -> None:
    Path("ours/x.txt").write_text("同志们：\n", encoding="utf-8")
    write("theirs/c.txt", ["同志们："])
    CliRunner().invoke(main, ["index", "theirs", "--isolated", "-o", "short.clix", "--name", "p"])
    assert findings("ours", "--against", "short.clix") == []


def test_several_indexes_are_asked() -> None:
    write("ours/x.txt", [WRITER.paragraph(300), *SPEECH[2:4], WRITER.paragraph(300)])
    CliRunner().invoke(main, ["index", "theirs", "--isolated", "-o", "second.clix", "--name", "second"])
    both = findings("ours", "--against", "named.clix", "--against", "second.clix")
    told = [str(one["message"]) for one in both]
    assert len(told) == 2
    assert "published:" in told[0]
    assert "second:" in told[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--against", "none.clix"], "none.clix: is not there"),
        (["--against", "theirs/a.txt"], "theirs/a.txt: is not an index of corpuslint"),
        (["--against", "named.clix", "--ignore", "duplicate"], "--against needs a duplicate check"),
    ],
)
def test_what_cannot_be_compared_with_is_said_before_the_run(arguments: list[str], said: str) -> None:
    write("ours/x.txt", SPEECH)
    done = run("ours", *arguments)
    assert done.exit_code == 2
    assert said in done.output
