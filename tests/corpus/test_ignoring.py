"""`.gitignore` decides as git does."""

from pathlib import Path

import pytest

from corpuslint.corpus.discovery import discover


def corpus(root: Path, ignored: dict[str, str], files: str) -> None:
    (root / ".git").mkdir(parents=True, exist_ok=True)
    for folder, text in ignored.items():
        (root / folder).mkdir(parents=True, exist_ok=True)
        (root / folder / ".gitignore").write_text(text, "utf-8")
    for name in files.split():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


CASES = [
    ({"": "*.md\n"}, "a.md b.txt c/d.md", "b.txt"),
    ({"": "*.txt\n!keep.txt\n"}, "a.txt keep.txt c/keep.txt c/b.txt", "c/keep.txt keep.txt"),
    ({"": "/top.txt\n"}, "top.txt c/top.txt", "c/top.txt"),
    ({"": "out/\n!out/a.txt\n"}, "out/a.txt b.txt c/out/d.txt", "b.txt"),
    ({"": "out/*\n!out/a.txt\n"}, "out/a.txt out/b.txt", "out/a.txt"),
    ({"": "*.txt\n", "c": "!a.txt\n"}, "a.txt c/a.txt c/b.txt c/d/a.txt", "c/a.txt c/d/a.txt"),
    ({"": "*.txt\n!/c\n"}, "c/a.txt c/b.md", "c/b.md"),
    ({"": "x.txt\n", "c": "!*/\n"}, "c/x.txt c/d/x.txt c/y.txt", "c/y.txt"),
    ({"": "*\n!*/\n!*.md\n"}, "a.txt b.md c/d.md c/e.txt", "b.md c/d.md"),
    ({"": "c/**/a.txt\n"}, "a.txt c/a.txt c/d/e/a.txt c/b.txt", "a.txt c/b.txt"),
    ({"": "# a.txt\n\n!\n[z-a]\nb.txt   \n"}, "a.txt b.txt", "a.txt"),
    ({"": "草稿/\n"}, "草稿/a.txt 正式/a.txt", "正式/a.txt"),
    ({"": "\ufeffa.txt\r\n*.md\r\n"}, "a.txt b.md c.txt", "c.txt"),
]


@pytest.mark.parametrize(("ignored", "files", "kept"), CASES)
def test_what_git_ignores_is_no_part_of_the_corpus(
    tmp_path: Path, ignored: dict[str, str], files: str, kept: str
) -> None:
    corpus(tmp_path, ignored, files)
    found = discover(["."], root=tmp_path)
    assert " ".join(file.name for file in found.files) == kept
    assert found.skipped == ()


def test_files_above_the_named_folder_count_up_to_the_top_of_the_work_tree(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.txt\n")  # above the work tree: no business of it
    top = tmp_path / "tree"
    corpus(top, {"": "b.txt\n", "c": "d.txt\n"}, "c/e/a.txt c/e/b.txt c/e/d.txt")
    assert [file.name for file in discover(["c/e"], root=top).files] == ["c/e/a.txt"]


def test_outside_a_work_tree_the_files_below_the_named_folder_count(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.txt\n")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / ".gitignore").write_text("b.txt\n")
    (tmp_path / "c" / "a.txt").touch()
    (tmp_path / "c" / "b.txt").touch()
    assert [file.name for file in discover(["c"], root=tmp_path).files] == ["c/a.txt"]


def test_a_named_folder_is_read_even_when_git_ignores_it(tmp_path: Path) -> None:
    corpus(tmp_path, {"": "data/\n"}, "data/a.txt")
    assert [file.name for file in discover(["data"], root=tmp_path).files] == ["data/a.txt"]
    assert discover(["."], root=tmp_path).files == ()


def test_git_ignore_files_can_be_left_unread(tmp_path: Path) -> None:
    corpus(tmp_path, {"": "*.txt\n"}, "a.txt")
    assert discover(["."], root=tmp_path, respect_gitignore=False).files
