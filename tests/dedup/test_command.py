"""`corpuslint dedup` as a user sees it: manifest, kept corpus, exports, refusals."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpuslint.cli import main

SPEECH = (
    "老师们、同学们：\n图书馆新馆今天正式开放，这是全校师生盼望已久的一件大事。新馆共有六层，藏书区、自习区和研讨间"
    "分区设置，座位比老馆多出一倍。\n希望大家爱护每一本书、每一张桌椅，让这里成为校园里最安静、最明亮的地方。\n"
)
TITLE = (
    "开业典礼致辞两篇\n各位来宾，冷链物流园的建成，补上了本地果蔬外销最短的一块板，"
    "感谢所有参建单位两年来的辛勤付出。\n"
)
OTHER = "今年以来，全区新增公交线路两条，优化调整站点十一处，老旧小区居民步行到站时间平均缩短六分钟。\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "corpus"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_bytes(SPEECH.encode())
    (folder / "sub" / "b.txt").write_bytes(SPEECH.encode("gb18030"))
    (folder / "c.txt").write_bytes((TITLE + SPEECH).encode())
    (folder / "d.txt").write_bytes(OTHER.encode())
    return folder


def dedup(*arguments: str) -> Result:
    options = ["--isolated", "--language", "en", "--manifest", "keep.jsonl"]
    return CliRunner().invoke(main, ["dedup", *options, *arguments])


def manifest() -> list[dict[str, object]]:
    return [json.loads(line) for line in Path("keep.jsonl").read_text(encoding="utf-8").splitlines()]


def files_in(folder: str) -> dict[str, bytes]:
    root = Path(folder)
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_the_manifest_has_a_row_for_each_document_or_passage(corpus: Path) -> None:
    done = dedup("corpus")
    assert done.exit_code == 0, done.output
    assert [(row["path"], row["action"]) for row in manifest()] == [
        ("corpus/a.txt", "keep"),
        ("corpus/c.txt", "drop_span"),
        ("corpus/d.txt", "keep"),
        ("corpus/sub/b.txt", "drop"),
    ]
    assert done.output.splitlines() == [
        "4 documents: 2 kept unchanged, 1 kept without passages (1), 1 dropped",
        "Nothing is lost but masks, punctuation, spacing, width and case.",
    ]
    span = manifest()[1]["span"]
    assert isinstance(span, dict)
    assert (span["start"]["line"], span["end"]["line"]) == (3, 5)


def test_the_kept_corpus_is_written_elsewhere_and_the_corpus_stays(corpus: Path) -> None:
    before = files_in("corpus")
    done = dedup("corpus", "--apply", "-o", "kept")
    assert done.exit_code == 0, done.output
    assert files_in("kept") == {
        "corpus/a.txt": SPEECH.encode(),
        "corpus/c.txt": TITLE.encode(),
        "corpus/d.txt": OTHER.encode(),
    }
    assert files_in("corpus") == before


def test_a_manifest_is_applied_as_it_stands(corpus: Path) -> None:
    dedup("corpus")
    text = Path("keep.jsonl").read_text(encoding="utf-8")
    Path("keep.jsonl").write_text(text.replace('"action":"drop",', '"action":"keep",'), encoding="utf-8")
    done = dedup("--apply", "-o", "kept")
    assert done.exit_code == 0, done.output
    assert sorted(files_in("kept")) == ["corpus/a.txt", "corpus/c.txt", "corpus/d.txt", "corpus/sub/b.txt"]


def test_the_kept_corpus_has_no_copies_left(corpus: Path) -> None:
    dedup("corpus", "--apply", "-o", "kept")
    done = dedup("kept")
    assert done.output.startswith("3 documents: 3 kept unchanged")


def test_a_file_that_has_changed_is_refused_and_nothing_is_written(corpus: Path) -> None:
    dedup("corpus")
    (corpus / "d.txt").write_text("改过了。", encoding="utf-8")
    done = dedup("--apply", "-o", "kept")
    assert done.exit_code == 2
    assert "corpus/d.txt: has changed since the manifest was written" in done.output
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["corpus", "keep.jsonl"]


@pytest.mark.parametrize("folder", ["corpus/kept", "corpus", "corpus/sub/deeper/kept", "."])
def test_a_folder_inside_the_corpus_is_refused(corpus: Path, folder: str) -> None:
    done = dedup("corpus", "--apply", "-o", folder)
    assert done.exit_code == 2
    assert "inside the corpus" in done.output or "not empty" in done.output
    assert not (corpus / "kept").exists()


def test_a_folder_that_holds_something_is_refused(corpus: Path) -> None:
    Path("kept").mkdir()
    Path("kept/mine.txt").write_text("x", encoding="utf-8")
    done = dedup("corpus", "--apply", "-o", "kept")
    assert done.exit_code == 2
    assert "kept: is not empty" in done.output
    assert files_in("kept") == {"mine.txt": b"x"}


def test_apply_wants_a_folder(corpus: Path) -> None:
    done = dedup("corpus", "--apply")
    assert done.exit_code == 2
    assert "--output-dir" in done.output


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{}", "keep.jsonl:1:"),
        ("not json", "keep.jsonl:1:"),
        ('{"path":"a","record":null,"sha256":"","action":"burn","span":null}', "burn"),
        (
            '{"path":"a","record":null,"sha256":"","action":"drop_span","span":null,"family":null,"canonical":null,'
            '"similarity":null,"lost_characters":0,"reason":""}',
            '"span" goes with "drop_span"',
        ),
    ],
)
def test_a_bad_line_of_a_manifest_is_named(corpus: Path, line: str, said: str) -> None:
    Path("keep.jsonl").write_text(line + "\n", encoding="utf-8")
    done = dedup("--apply", "-o", "kept")
    assert done.exit_code == 2
    assert said in done.output


def test_records_of_a_jsonl_file_go_one_by_one(corpus: Path) -> None:
    texts = {"r1": SPEECH, "r2": OTHER + "第二条。"}
    records = [{"id": name, "text": text} for name, text in texts.items()]
    records.append({"text": TITLE + SPEECH})
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (corpus / "e.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert dedup("corpus/e.jsonl", "corpus/a.txt", "--apply", "-o", "kept").exit_code == 0
    assert [(row["path"], row["record"], row["action"]) for row in manifest()] == [
        ("corpus/a.txt", None, "keep"),
        ("corpus/e.jsonl", 1, "drop"),
        ("corpus/e.jsonl", 2, "keep"),
        ("corpus/e.jsonl", 3, "drop_span"),
    ]
    left = files_in("kept")["corpus/e.jsonl"].decode().splitlines()
    assert left[0] == lines[1]
    assert json.loads(left[1]) == {"text": TITLE}


def test_exports_name_what_is_kept_and_what_is_dropped(corpus: Path) -> None:
    (corpus / "e.jsonl").write_text(json.dumps({"id": "r1", "text": OTHER[:40]}) + "\n", encoding="utf-8")
    done = dedup("corpus", "--export", "paths", "paths.txt", "--export", "dolma", "attributes.jsonl")
    assert done.exit_code == 0, done.output
    assert Path("paths.txt").read_text(encoding="utf-8").splitlines() == [
        "corpus/a.txt",
        "corpus/c.txt",
        "corpus/d.txt",
        "corpus/e.jsonl",
    ]
    lines = Path("attributes.jsonl").read_text(encoding="utf-8").splitlines()
    attributes = {line["id"]: line["attributes"] for line in map(json.loads, lines)}
    start = len(TITLE)
    assert attributes == {
        "corpus/a.txt": {},
        "corpus/c.txt": {"corpuslint__duplicates__passage": [[start, start + len(SPEECH) - 1, 1.0]]},
        "corpus/d.txt": {},
        "r1": {},
        "corpus/sub/b.txt": {"corpuslint__duplicates__document": [[0, len(SPEECH), 1.0]]},
    }


def test_an_edited_copy_goes_only_where_it_is_asked_for(corpus: Path) -> None:
    edited = SPEECH.replace("正式开放", "对外开馆").replace("大事", "喜事")
    (corpus / "sub" / "b.txt").write_text(edited, encoding="utf-8")
    done = dedup("corpus")
    assert done.exit_code == 0, done.output
    assert manifest()[-1]["action"] == "keep"
    assert "1 copy that is not wholly equal is kept; --similarity drops" in done.output
    assert dedup("corpus", "--similarity", "1").exit_code == 0
    assert manifest()[-1]["action"] == "keep"
    done = dedup("corpus", "--similarity", "0.9")
    assert (manifest()[-1]["action"], manifest()[-1]["lost_characters"]) == ("drop", 4)
    assert str(manifest()[-1]["reason"]).endswith("(edited); 4 characters stand only here")
    assert "4 characters of what is dropped stand in no copy that is kept." in done.output


@pytest.mark.parametrize(
    ("other", "action"),
    [
        ("新馆共有X层", "drop"),
        ("新馆共有６层", "drop"),
        ("新馆，共有 6 层", "drop"),
        ("新馆共有8层", "keep"),
        ("新馆共计6层", "keep"),
    ],
    ids=["masked", "width", "punctuation", "another figure", "another word"],
)
def test_without_a_similarity_only_what_loses_nothing_goes(corpus: Path, other: str, action: str) -> None:
    text = SPEECH.replace("新馆共有六层", "新馆共有6层")
    (corpus / "a.txt").write_text(text, encoding="utf-8")
    (corpus / "c.txt").unlink()
    (corpus / "sub" / "b.txt").write_text(text.replace("新馆共有6层", other), encoding="utf-8")
    assert dedup("corpus").exit_code == 0
    assert [row["action"] for row in manifest()] == ["keep", "keep", action]


def test_without_a_similarity_a_heading_of_its_own_is_kept(corpus: Path) -> None:
    (corpus / "sub" / "b.txt").write_text("图书馆供稿\n" + SPEECH, encoding="utf-8")
    dedup("corpus", "--apply", "-o", "kept")
    assert files_in("kept")["corpus/sub/b.txt"].decode() == "图书馆供稿\n"
    dedup("corpus", "--similarity", "0.9", "--apply", "-o", "other")
    assert "corpus/sub/b.txt" not in files_in("other")
    assert manifest()[-1]["lost_characters"] == 5


def test_a_copy_the_project_has_accepted_stays(corpus: Path) -> None:
    runner = CliRunner()
    Path("corpuslint.toml").write_text("", encoding="utf-8")
    assert runner.invoke(main, ["baseline", "corpus"]).exit_code == 0
    done = runner.invoke(main, ["dedup", "corpus", "--manifest", "keep.jsonl"])
    assert done.exit_code == 0, done.output
    assert {row["action"] for row in manifest()} == {"keep"}


def test_markup_is_kept_whole_where_a_passage_was_to_go(corpus: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>\n" for line in (TITLE + SPEECH).splitlines())
    (corpus / "c.txt").unlink()
    (corpus / "c.html").write_text(f"<html><body>{paragraphs}</body></html>", encoding="utf-8")
    done = dedup("corpus", "--apply", "-o", "kept")
    assert done.exit_code == 0, done.output
    assert files_in("kept")["corpus/c.html"] == (corpus / "c.html").read_bytes()
    assert "kept whole: corpus/c.html: passages cannot be cut out of this format" in done.output


def test_files_that_were_not_read_are_named_and_kept_as_they_are(corpus: Path) -> None:
    unread = {"e.txt": b"", "f.pdf": b"%PDF-1.7", "g.txt": b"\x00\x01" * 400}
    for name, data in unread.items():
        (corpus / name).write_bytes(data)
    done = dedup("corpus", "--apply", "-o", "kept")
    assert done.exit_code == 0, done.output
    assert "not read: corpus/e.txt (empty)" in done.output
    assert "6 files written to kept, 3 of them not read and copied as they are" in done.output
    assert {f"corpus/{name}": data for name, data in unread.items()}.items() <= files_in("kept").items()
    assert [row["path"] for row in manifest() if row["action"] == "copy"] == [
        "corpus/e.txt",
        "corpus/f.pdf",
        "corpus/g.txt",
    ]


def test_what_cannot_be_copied_is_said_to_be_missing(corpus: Path) -> None:
    (corpus / "gone.txt").symlink_to("nowhere.txt")
    (corpus / "again.txt").symlink_to("a.txt")
    done = dedup("corpus", "--apply", "-o", "kept")
    assert "not read, and not in the kept corpus: corpus/gone.txt (a symbolic link to nothing)" in done.output
    assert "not in the kept corpus: corpus/again.txt (the same file as corpus/a.txt)" in done.output
    assert {"corpus/gone.txt", "corpus/again.txt"}.isdisjoint(files_in("kept"))


def test_one_of_a_thing_is_told_in_the_singular(corpus: Path) -> None:
    done = dedup("corpus/a.txt", "--apply", "-o", "kept")
    assert done.output.splitlines() == [
        "1 document: 1 kept unchanged, 0 kept without passages (0), 0 dropped",
        "1 file written to kept",
    ]


@pytest.mark.parametrize("arguments", [["--select", "placeholder"], ["--ignore", "duplicate"]])
def test_a_run_without_duplicate_checks_is_refused(corpus: Path, arguments: list[str]) -> None:
    done = dedup("corpus", *arguments)
    assert done.exit_code == 2
    assert "no duplicate check is selected" in done.output
