"""Count which two characters begin and end clauses: python -m benchmarks.word_edges OUT FOLDER...

The table that `corpuslint.prose.wordedges` reads was counted over 11 million characters of published laws,
work reports and speeches. Each line has a character, those it ends a word with (before it) and those it
begins a word with (after it), between tabs; a fourth field says that the character seldom comes first.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

_HAN = "一-鿿"
_CLAUSE = re.compile(f"(^|[，。；：！？、“《（\n])([{_HAN}]{{2,}})")
_RUN = re.compile(f"[{_HAN}]{{2,}}")
_END = re.compile(f"([{_HAN}]{{2}})(?=[，。；：！？、”》）\n\v])")
_SPACE = re.compile("[ \u3000\t\u200b]")
_OPEN_END = re.compile("(?<=[^\n]{25})(?<![。！？；：”）])\n+")  # a sentence may go on over it
LEAST = 3  # times a pair must begin (end) a clause
SHARE = 0.005
COMMON = 150  # occurrences of a character before its rate tells something
SELDOM = 0.05  # rate of coming first below which a character seldom does


class Edges:
    """Counts of pairs at clause edges and anywhere, and of characters that come first and anywhere."""

    def __init__(self) -> None:
        self.first: Counter[str] = Counter()
        self.last: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        self.leading: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()

    def read(self, text: str) -> None:
        """Count one text."""
        text = _OPEN_END.sub("\v", _SPACE.sub("", text))
        for match in _CLAUSE.finditer(text):
            self.first[match[2][:2]] += 1
            self.leading[match[2][0]] += 1
        for match in _RUN.finditer(text):
            run = match[0]
            self.pairs.update(run[at : at + 2] for at in range(len(run) - 1))
            self.characters.update(run)
        self.last.update(match[1] for match in _END.finditer(text))

    def is_seldom_first(self, character: str) -> bool:
        """Whether a common character seldom begins a clause."""
        found = self.characters[character]
        return found >= COMMON and self.leading[character] < SELDOM * found

    def lines(self) -> list[str]:
        """The lines of the table, by character."""
        before: defaultdict[str, set[str]] = defaultdict(set)
        after: defaultdict[str, set[str]] = defaultdict(set)
        for pair, found in self.first.items():
            least = 1 if self.is_seldom_first(pair[0]) else LEAST
            if found >= least and found >= SHARE * self.pairs[pair]:
                after[pair[0]].add(pair[1])
        for pair, found in self.last.items():
            if found >= LEAST and found >= SHARE * self.pairs[pair]:
                before[pair[1]].add(pair[0])
        seldom = {one for one in self.characters if self.is_seldom_first(one)}
        return [
            "\t".join((one, "".join(sorted(before[one])), "".join(sorted(after[one]))))
            + ("\tseldom" if one in seldom else "")
            for one in sorted(before.keys() | after.keys() | seldom)
        ]


def main(out: str, *folders: str) -> None:
    """Write the table of all texts under the folders."""
    edges = Edges()
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*") if path.is_file()):
        edges.read(path.read_text(encoding="utf-8", errors="ignore"))
    Path(out).write_text("\n".join(edges.lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
