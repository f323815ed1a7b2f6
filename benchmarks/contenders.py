"""What is measured: corpuslint and its peers, each a function from texts to sets of equal places."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.planted import Place

Found = list[list[Place]]
_SHINGLE = 5


class Contender(NamedTuple):
    """`unit` is what it reports, `passage` or `document`; `is_there` tells whether it is installed."""

    unit: str
    run: Callable[[Sequence[str]], Found]
    is_there: Callable[[], bool]


def _corpuslint(texts: Sequence[str]) -> Found:
    from corpuslint.duplicates.search import Options, Source, find_families

    options = Options()
    sources = [Source.of(f"{n:06}.txt", None, text) for n, text in enumerate(texts)]
    return [
        [Place(member.source, *member.span) for member in family.members]
        for family in find_families(sources, options)
        if family.kind != "boilerplate"
    ]


def _sketches(texts: Sequence[str]) -> Found:
    """The signatures of corpuslint's index, with the band sort: whole documents only."""
    import numpy as np

    from corpuslint.duplicates.candidates import band_pairs
    from corpuslint.duplicates.fold import fold
    from corpuslint.duplicates.sketch import signature, similarity

    signatures = np.stack([signature(fold(text).symbols) for text in texts])
    pairs = band_pairs(signatures)
    alike = similarity(signatures[pairs[:, 0]], signatures[pairs[:, 1]]) >= 0.7
    return _documents(texts, pairs[alike].tolist())


def _datasketch(texts: Sequence[str]) -> Found:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=128, params=(16, 8))
    pairs = []
    for number, sketch in enumerate(MinHash.bulk((_shingles(text) for text in texts), num_perm=128)):
        pairs += [(other, number) for other in index.query(sketch)]
        index.insert(number, sketch)
    return _documents(texts, pairs)


def _rensa(texts: Sequence[str]) -> Found:
    rensa = import_module("rensa")
    index = rensa.RMinHashLSH(threshold=0.8, num_perm=128, num_bands=16)
    pairs = []
    for number, text in enumerate(texts):
        sketch = rensa.RMinHash(num_perm=128, seed=1)
        sketch.update([text[start : start + _SHINGLE] for start in range(len(text) - _SHINGLE + 1)])
        pairs += [(other, number) for other in index.query(sketch)]
        index.insert(number, sketch)
    return _documents(texts, pairs)


def _shingles(text: str) -> set[bytes]:
    return {text[start : start + _SHINGLE].encode() for start in range(len(text) - _SHINGLE + 1)}


def _documents(texts: Sequence[str], pairs: Iterable[Sequence[int]]) -> Found:
    return [[Place(number, 0, len(texts[number])) for number in pair] for pair in pairs]


def _jscpd(texts: Sequence[str]) -> Found:
    """Needs files; writing them is in its time, a tenth of it at most."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:06}.md").write_text(text, encoding="utf-8")
        command = ["jscpd", "--min-tokens", "20", "--min-lines", "1", "--max-size", "100mb", "--silent"]
        command += ["--reporters", "json", "--output", f"{folder}/report", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        report = json.loads(Path(folder, "report", "jscpd-report.json").read_text(encoding="utf-8"))
    starts = [_line_starts(text) for text in texts]
    return [
        [_lines(starts, clone["firstFile"]), _lines(starts, clone["secondFile"])]
        for clone in report["duplicates"]
    ]


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _lines(starts: Sequence[Sequence[int]], clone: dict[str, str | int]) -> Place:
    number = int(Path(str(clone["name"])).stem)
    first, last = int(clone["start"]), int(clone["end"])
    return Place(number, starts[number][first - 1], starts[number][min(last, len(starts[number]) - 1)])


def _has(module: str) -> Callable[[], bool]:
    return lambda: find_spec(module) is not None


CONTENDERS = {
    "corpuslint": Contender("passage", _corpuslint, lambda: True),
    "corpuslint sketches": Contender("document", _sketches, lambda: True),
    "datasketch bulk": Contender("document", _datasketch, _has("datasketch")),
    "rensa": Contender("document", _rensa, _has("rensa")),
    "jscpd": Contender("passage", _jscpd, lambda: shutil.which("jscpd") is not None),
}
