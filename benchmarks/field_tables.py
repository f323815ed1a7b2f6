"""What the quality benchmark prints of the field forms: a table of groups and a table of kinds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.scoring import FieldKindJudged, Judged

_SHOWN = 6  # forms named in a cell
_SIGNS = {"\n": "⏎", "\t": "⇥", "\u3000": "▭"}


def tables(field: Sequence[FieldKindJudged]) -> Iterator[str]:
    """Recall of each group, then of each kind, and of all that is counted."""
    yield from _groups(field)
    yield ""
    yield from _kinds([one for one in field if one.is_counted])
    if contested := [one for one in field if not one.is_counted]:
        yield ""
        yield "Not counted, since editors would argue about it:"
        yield ""
        yield from _kinds(contested)


def _groups(field: Sequence[FieldKindJudged]) -> Iterator[str]:
    yield "| field forms | kinds | forms | plants | found | recall | told as something else |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    counted = [one for one in field if one.is_counted]
    for group in dict.fromkeys(one.kind.group for one in counted):
        yield _group(group, [one for one in counted if one.kind.group == group])
    yield _group("all", counted)
    yield _group("of these, held out", [one for one in counted if one.kind.table.held_out])


def _group(name: str, kinds: Sequence[FieldKindJudged]) -> str:
    forms = sum(len(one.kind.shapes) for one in kinds)
    return (
        f"| {name} | {len(kinds)} | {forms} | {_figures(judged for one in kinds for judged in one.judged)} |"
    )


def _figures(plants: Iterable[Judged]) -> str:
    """Plants, those found, the recall, and those of which something else is said in their place."""
    judged = list(plants)
    found = sum(one.is_found for one in judged)
    otherwise = sum(one.is_told_otherwise for one in judged)
    return f"{len(judged)} | {found} | {found / max(1, len(judged)):.2f} | {otherwise or ''}"


def _kinds(field: Sequence[FieldKindJudged]) -> Iterator[str]:
    yield "| kind of field form | plants | found | recall | told as something else | forms missed |"
    yield "|---|--:|--:|--:|--:|---|"
    for one in field:
        cells = _figures(one.judged)
        mark = " (held out)" if one.kind.table.held_out else ""
        yield f"| {one.kind.group}: {one.kind.name}{mark} | {cells} | {_cell(missed_forms(one.judged))} |"


def missed_forms(judged: Iterable[Judged]) -> list[str]:
    """Names of the forms that were missed at least once, in their order."""
    return list(dict.fromkeys(one.planting.shape for one in judged if not one.is_found))


def _cell(forms: Sequence[str]) -> str:
    """Forms in a table cell: unseen characters spelled out, bars escaped, no more than a line holds."""
    shown = [_code(shown_form(form)).replace("|", "\\|") for form in forms[:_SHOWN]]
    more = [f"{len(forms) - _SHOWN} more"] if len(forms) > _SHOWN else []
    return " ".join([*shown, *more])


def shown_form(form: str) -> str:
    """A form as it can be printed on one line."""
    if not form:
        return "∅"
    return "".join(map(_shown, form)) if form.strip(" ") else "␣" * len(form)


def _shown(character: str) -> str:
    """A character, or its number where no reader would see it or tell it from others."""
    is_unseen = unicodedata.category(character)[0] in "CM" or character in "\u00a0\u2800\ufffc"
    return _SIGNS.get(character) or (f"U+{ord(character):04X}" if is_unseen else character)


def _code(text: str) -> str:
    """Markdown code; text with a backtick needs longer fences."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"
