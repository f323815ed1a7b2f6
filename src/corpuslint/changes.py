"""Which files git says have changed, named as reports name them. Git is asked, never told."""

from __future__ import annotations

import os
import posixpath
import subprocess
from pathlib import Path

from corpuslint.corpus.discovery import report_name
from corpuslint.errors import UserError
from corpuslint.wordings import wording

# A deleted file has no text to speak of; one that was renamed counts under its new name. Names are those from
# the top of the repository, whatever the user's settings of git say.
_DIFF = ("diff", "--name-only", "-z", "--diff-filter=d", "--no-ext-diff", "--no-relative")
_ADDED = ("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/")
_HISTORY = wording("files.git-history")


class ChangesError(UserError):
    """Git cannot say what has changed; the message gives its own words and the remedy."""


def staged() -> tuple[str, ...] | None:
    """The files staged for the next commit; None where all files are meant.

    In a hook of pre-commit they are the files it runs for: those changed between the two revisions it names,
    or else the staged ones. It starts no hook where there are none, so nothing staged means `--all-files`.
    """
    old, new = os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF")
    if old and new:
        return _changed("--staged", *_DIFF, f"{_commit('--staged', old)}...{_commit('--staged', new)}")
    found = _changed("--staged", *_DIFF, "--cached")
    return None if not found and os.environ.get("PRE_COMMIT") else found


def since(revision: str) -> tuple[str, ...]:
    """The files of the work tree that differ from where this branch left a revision, new ones too."""
    option = f"--changed-from {revision}"
    base = _run(option, "merge-base", _commit(option, revision), "HEAD")
    if base.returncode:
        raise ChangesError(wording("files.git-no-base", option=option, history=_HISTORY))
    changed = _changed(option, *_DIFF, base.stdout.decode().strip())
    return tuple(sorted({*changed, *_changed(option, *_ADDED)}))


def _commit(option: str, revision: str) -> str:
    """The commit a revision names; a word that begins with a hyphen would be an option of git."""
    _git(option, "rev-parse", "--git-dir")
    found = _run(option, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if revision.startswith("-") or found.returncode:
        values = {"option": option, "revision": revision}
        raise ChangesError(wording("files.git-no-revision", **values, history=_HISTORY))
    return found.stdout.decode().strip()


def _changed(option: str, *arguments: str) -> tuple[str, ...]:
    """The files git lists, as seen from here."""
    prefix = os.fsdecode(_git(option, "rev-parse", "--show-prefix")).rstrip("\n")
    names = os.fsdecode(_git(option, *arguments)).split("\0")
    here = os.path.normpath(Path.cwd())
    seen = (posixpath.relpath(name, prefix or ".") for name in names if name)
    return tuple(sorted(report_name(os.path.normpath(Path(here, name)), here) for name in seen))


def _git(option: str, *arguments: str) -> bytes:
    """What git prints; `ChangesError` with its own words where it cannot do what it is asked."""
    done = _run(option, *arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
        raise ChangesError(wording("files.git-said", option=option, error=said))
    return done.stdout


def _run(option: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError:
        raise ChangesError(wording("files.git-missing", option=option)) from None
