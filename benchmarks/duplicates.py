"""Recall, precision, time and memory of the search for duplicates, beside its peers, on planted corpora.

    python -m benchmarks.duplicates                      # 1,000 and 10,000 documents
    python -m benchmarks.duplicates --documents 50000 --only corpuslint

Peers are measured where they are installed (`pip install rensa jscpd`). Every contender runs alone in a
process of its own, on one core, with the texts in memory; the clock starts when they are.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.contenders import CONTENDERS
from benchmarks.measure import Score, score
from benchmarks.planted import Place, Planted, planted

_ROOT = Path(__file__).parent.parent
MEGABYTE = 1_000_000


class Cost(NamedTuple):
    """What a run took: CPU and wall seconds, and the peak of resident memory in MB."""

    cpu: float
    wall: float
    memory: float


def main() -> None:
    """Measure and print Markdown tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, action="append", help="size of a corpus; may be repeated")
    parser.add_argument("--only", action="append", choices=CONTENDERS, help="only this; may be repeated")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--contender", choices=CONTENDERS, help=argparse.SUPPRESS)
    parser.add_argument("--texts", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--found", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.contender:
        _run_here(arguments.contender, arguments.texts, arguments.found)
        return
    for documents in arguments.documents or [1000, 10_000]:
        _compare(planted(documents, arguments.seed), arguments.only or list(CONTENDERS))


def _compare(corpus: Planted, names: list[str]) -> None:
    size = corpus.size / MEGABYTE
    print(f"\n{len(corpus.texts):,} documents, {size:.1f} MB, {len(corpus.groups):,} planted groups\n")
    columns = ["unit", "recall", "precision", "CPU s", "wall s", "MB/s (CPU)", "peak MB"]
    columns.append("(peak - 150 MB) / input")
    print(f"| | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}")
    scores: dict[str, Score] = {}
    for name in names:
        if not CONTENDERS[name].is_there():
            print(f"| {name} | not installed | | | | | | | |")
            continue
        found, cost = _run_apart(name, corpus.texts)
        result = scores[name] = score(corpus, found, CONTENDERS[name].unit)
        print(
            f"| {name} | {CONTENDERS[name].unit} | {result.overall:.3f} | {result.precision:.4f} "
            f"| {cost.cpu:.2f} | {cost.wall:.2f} | {size / cost.cpu:.1f} | {cost.memory:.0f} "
            f"| {max(0, cost.memory - 150) / size:.1f} |",
            flush=True,
        )
    _print_kinds(scores)


def _print_kinds(scores: dict[str, Score]) -> None:
    print(f"\n| recall by kind | planted | {' | '.join(scores)} |")
    print(f"|---|---|{'---|' * len(scores)}")
    for kind in next(iter(scores.values())).recall:
        counts = [result.recall[kind] for result in scores.values()]
        shares = " | ".join(f"{found / total:.3f}" for found, total in counts)
        print(f"| {kind} | {counts[0][1]:,} | {shares} |")


def _run_apart(name: str, texts: list[str]) -> tuple[list[list[Place]], Cost]:
    """Run a contender in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder, "texts.json"), Path(folder, "found.json")
        given.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.duplicates", "--contender", name]
        subprocess.run([*command, "--texts", str(given), "--found", str(found)], check=True, cwd=_ROOT)
        answer = json.loads(found.read_text(encoding="utf-8"))
    return [[Place(*place) for place in places] for places in answer["found"]], Cost(*answer["cost"])


def _run_here(name: str, given: Path, found: Path) -> None:
    texts = json.loads(given.read_text(encoding="utf-8"))
    wall, cpu = time.perf_counter(), _cpu()
    places = CONTENDERS[name].run(texts)
    cost = Cost(_cpu() - cpu, time.perf_counter() - wall, _peak_memory())
    found.write_text(json.dumps({"found": places, "cost": cost}), encoding="utf-8")


def _cpu() -> float:
    """Seconds of this process and of those it started."""
    own, started = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


def _peak_memory() -> float:
    """Peak of resident memory in MB, of this process or the largest it started.

    `ru_maxrss` of a process that a large one started counts the parent; the kernel's own mark does not.
    """
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    status = Path("/proc/self/status")
    if status.exists():
        marks = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return max(int(marks["VmHWM"].split()[0]) * 1024, children) / MEGABYTE
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return max(own, children) / MEGABYTE


if __name__ == "__main__":
    main()
