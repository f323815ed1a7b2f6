"""Text in lines of a width, for terminals: Chinese characters take two cells and break nearly anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint.expressions import late
from corpuslint.output.terminal import cells

# What stays on one line: a word of letters, or one wide character; marks that close stay with what is before
# them, marks that open with what follows (GB/T 15834, 5.1.4 and 5.1.10).
_OPENS, _CLOSES = "“‘《〈（【", "”’》〉）】，。、；：！？…"
_WIDE = "\u2e80-\u2fff\u3005-\u3007\u3021-\u9fff\uf900-\ufaff"
_UNIT = late(
    f"[{_OPENS}]*(?:[{_WIDE}]|[^ {_OPENS}{_CLOSES}\u2e80-\u9fff\uf900-\uffef]+|[^ {_OPENS}{_CLOSES}])?"
    f"[{_CLOSES}]*( ?)"
)
_LEAST = 20  # cells; a narrower column is not worth keeping


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, each of at most so many cells unless one word alone is wider."""
    lines: list[str] = []
    line = ""
    for unit in _UNIT.finditer(text):
        if line and cells(line) + cells(unit[0].rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line = ""
        line += unit[0]
    return [*lines, line.rstrip(" ")] if line or not lines else lines


def indented(text: str, width: int, indent: int) -> str:
    """A paragraph whose every line is indented; ends with a line end."""
    margin = " " * indent
    return "".join(f"{margin}{line}\n" for line in wrapped(text, max(width - indent, _LEAST)))


def definitions(rows: Sequence[tuple[str, str]], width: int, *, column: int = 30) -> str:
    """Terms and what they mean, side by side; a term too long for its column has a line of its own."""
    column = min(column, max(width - 4 - _LEAST, 0))
    widest = max((cells(term) for term, _ in rows if cells(term) <= column), default=column)
    start = 2 + widest + 2
    told = []
    for term, meaning in rows:
        lines = wrapped(meaning, max(width - start, _LEAST))
        if cells(term) > widest:
            told.append(f"  {term}\n")
        else:
            told.append(f"  {term}{' ' * (start - 2 - cells(term))}{lines.pop(0)}".rstrip() + "\n")
        told += [f"{' ' * start}{line}\n" for line in lines]
    return "".join(told)
