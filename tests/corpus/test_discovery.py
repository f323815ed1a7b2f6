"""Which files a run reads, and what it says of the others."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from corpuslint.corpus.discovery import Discovery, PathError, discover


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("各位代表：", "utf-8")


def names(found: Discovery) -> list[str]:
    return [file.name for file in found.files]


def skipped(found: Discovery) -> dict[str, str]:
    return {entry.path: entry.told("en") for entry in found.skipped}


def test_a_folder_gives_the_files_of_known_formats_in_order(tmp_path: Path) -> None:
    tree(tmp_path, "b/z.md", "b/a.HTML", "a.txt", "c.jsonl", "d.docx")
    found = discover(["."], root=tmp_path)
    assert names(found) == ["a.txt", "b/a.HTML", "b/z.md", "c.jsonl", "d.docx"]
    assert found.files[0].path == tmp_path / "a.txt"
    assert found.files[0].size == 15


def test_other_files_of_a_folder_are_listed_with_their_extension(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.PDF", "LICENSE")
    assert skipped(discover([tmp_path], root=tmp_path)) == {
        "LICENSE": "not a format corpuslint reads (no extension)",
        "b.PDF": "not a format corpuslint reads (.pdf)",
    }


def test_hidden_files_and_folders_of_tools_are_left_out_in_silence(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", ".b.txt", ".cache/c.txt", "node_modules/d.md", "__pycache__/e.txt", "~$a.docx")
    tree(tmp_path, "corpuslint.toml", "corpuslint-baseline.toml")
    found = discover(["."], root=tmp_path)
    assert (names(found), skipped(found)) == (["a.txt"], {})


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    tree(tmp_path, ".hidden", "report.doc", ".gitignore")
    (tmp_path / ".gitignore").write_text("*\n")
    found = discover(["report.doc", ".hidden"], root=tmp_path, exclude=["*.doc"])
    assert names(found) == [".hidden", "report.doc"]


def test_force_exclude_leaves_out_what_was_named(tmp_path: Path) -> None:
    tree(tmp_path, "drafts/a.txt", "drafts/old/b.txt", "c.txt")
    found = discover(
        ["drafts/a.txt", "drafts/old", "c.txt"], root=tmp_path, exclude=["drafts/"], force_exclude=True
    )
    assert (names(found), skipped(found)) == (["c.txt"], {})


def test_exclude_leaves_out_files_and_folders_of_a_walk(tmp_path: Path) -> None:
    tree(tmp_path, "a/x.txt", "a/drafts/y.txt", "a/z.bak.txt")
    assert names(discover(["a"], root=tmp_path, exclude=["drafts/", "*.bak.txt"])) == ["a/x.txt"]


def test_exclude_does_not_hide_a_folder_that_was_named(tmp_path: Path) -> None:
    tree(tmp_path, "drafts/a.txt", "drafts/b.md")
    assert names(discover(["drafts"], root=tmp_path, exclude=["drafts/", "*.md"])) == ["drafts/a.txt"]


def test_a_bad_exclude_pattern_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r'exclude: "\[z-a\]".*mend it'):
        discover(["."], root=tmp_path, exclude=["[z-a]"])


def test_names_outside_the_root_climb(tmp_path: Path) -> None:
    tree(tmp_path, "other/a.txt", "here/b.txt")
    assert names(discover(["../other", "b.txt"], root=tmp_path / "here")) == ["../other/a.txt", "b.txt"]


def test_a_path_that_does_not_exist_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r"nowhere: no such file or folder .*check the spelling"):
        discover(["nowhere"], root=tmp_path)
    tree(tmp_path, "a.txt")
    with pytest.raises(PathError, match="no such file"):
        discover(["a.txt/b"], root=tmp_path)


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path, "a/x.txt")
    found = discover(["a", "a/x.txt", tmp_path / "a", "a/../a/x.txt"], root=tmp_path)
    assert (names(found), skipped(found)) == (["a/x.txt"], {})


def test_a_link_to_a_file_of_the_corpus_is_listed_not_read_again(tmp_path: Path) -> None:
    tree(tmp_path, "x/original.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "x" / "original.txt")
    found = discover(["."], root=tmp_path)
    assert names(found) == ["x/original.txt"]
    assert skipped(found) == {"a.txt": "the same file as x/original.txt"}


def test_hard_links_are_two_copies(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "b.txt")
    assert names(discover(["."], root=tmp_path)) == ["a.txt", "b.txt"]


def test_a_link_to_a_file_elsewhere_is_read_and_a_dead_one_listed(tmp_path: Path) -> None:
    tree(tmp_path, "elsewhere.txt", "corpus/a.txt")
    (tmp_path / "corpus" / "b.txt").symlink_to(tmp_path / "elsewhere.txt")
    (tmp_path / "corpus" / "c.txt").symlink_to("nothing")
    found = discover(["corpus"], root=tmp_path)
    assert names(found) == ["corpus/a.txt", "corpus/b.txt"]
    assert skipped(found) == {"corpus/c.txt": "a symbolic link to nothing"}
    with pytest.raises(PathError, match="a symbolic link to nothing"):
        discover(["corpus/c.txt"], root=tmp_path)


def test_links_to_folders_are_listed_and_read_when_named(tmp_path: Path) -> None:
    tree(tmp_path, "elsewhere/a.txt", "corpus/b.txt")
    (tmp_path / "corpus" / "link").symlink_to(tmp_path / "elsewhere")
    assert skipped(discover(["corpus"], root=tmp_path)) == {
        "corpus/link": "a symbolic link to a folder; name it to have it read"
    }
    assert names(discover(["corpus", "corpus/link"], root=tmp_path)) == ["corpus/b.txt", "corpus/link/a.txt"]


def test_link_loops_end(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    found = discover([".", "up"], root=tmp_path)
    assert names(found) == ["a.txt"]
    assert set(skipped(found)) == {"self.txt", "up", "up/a.txt", "up/self.txt", "up/up"}


def test_pipes_sockets_and_devices_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        found = discover([".", "/dev/null"], root=tmp_path)
    assert names(found) == []
    assert [entry.told("en") for entry in found.skipped] == [
        "a device, not a file",
        "a named pipe, not a file",
        "a socket, not a file",
    ]


def test_a_folder_that_cannot_be_listed_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refusing(path: str) -> "os._ScandirIterator[str]":
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = discover(["."], root=tmp_path)
    assert (names(found), skipped(found)) == (["a.txt"], {"closed": "permission denied"})


@pytest.mark.parametrize("name", [b"\xb1\xa8\xb8\xe6.txt", b"a\nb.txt"])
def test_odd_names_are_read_and_can_be_written_as_utf8(tmp_path: Path, name: bytes) -> None:
    (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    (file,) = discover(["."], root=tmp_path).files
    assert file.path.read_bytes() == b"x"
    file.name.encode("utf-8")
    assert file.name in ("\\xb1\\xa8\\xb8\\xe6.txt", "a\nb.txt")


def test_a_very_deep_tree_is_walked_to_its_end(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 500)
    tree(tmp_path, f"{deep}/a.txt")
    assert names(discover(["."], root=tmp_path)) == [f"{deep}/a.txt"]


def test_a_path_too_long_is_skipped_with_its_reason(tmp_path: Path) -> None:
    found = discover(["x" * 300], root=tmp_path)
    assert list(skipped(found).values()) == ["file name too long"]


def test_pathspec_is_loaded_only_for_patterns(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    program = (
        "import sys, pathlib; from corpuslint.corpus.discovery import discover\n"
        "assert discover(['.'], root=pathlib.Path(sys.argv[1])).files\n"
        "assert not {'pathspec', 'charset_normalizer', 'zipfile', 'selectolax'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path], check=True)
