"""Characters nobody sees: zero-width and bidirectional marks, soft hyphens, controls, stray byte order marks.

They come from web pages and word processors, split words for every search and every tokenizer, and cannot be
found by looking. Names are those of the Unicode Character Database; controls have none there, so they get
their names from ISO/IEC 6429.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from corpuslint.corpus.document import Document, Span
from corpuslint.expressions import late
from corpuslint.findings import Edit, Hit

_ZERO_WIDTH = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0"
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffc\U000e0000-\U000e007f"
_VARIATION = "\ufe00-\ufe0f"
_RUN = late(
    f"(?P<zero>[{_ZERO_WIDTH}]+)|(?P<bidi>[{_BIDIRECTIONAL}]+)|(?P<control>[{_CONTROL}]+)|"
    f"(?P<variation>[{_VARIATION}]+)"
)
_JOINERS = frozenset("\u200c\u200d")
# Scripts and symbols whose spelling needs joiners: Arabic to Mongolian, Indic among them, and emoji.
_JOINED = late("[0-9#*\u0590-\u109f\u1780-\u18af\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")

_CONTROL_NAMES = {
    "\x00": "NULL",
    "\x07": "BELL",
    "\x08": "BACKSPACE",
    "\x0b": "LINE TABULATION",
    "\x0c": "FORM FEED",
    "\x1a": "SUBSTITUTE",
    "\x1b": "ESCAPE",
    "\x1f": "INFORMATION SEPARATOR ONE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
# Where a control stood for a line end, taking it out would glue two lines together.
_LINE_ENDS = late("[\x0b\x0c\x85\u2028\u2029]")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to choose: what cannot be seen cannot be meant."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield one hit for each run of characters of one kind."""
    if not document.holds(_RUN):
        return
    text = document.text
    for match in _RUN.finditer(text):
        if _is_needed(text, match.start(), match.end()):
            continue
        yield _hit(Span(*match.span()), match[0], match.lastgroup or "zero")


def _is_needed(text: str, start: int, end: int) -> bool:
    """Whether the run joins letters or symbols that are written with it."""
    if not set(text[start:end]) <= _JOINERS and not "\ufe00" <= text[start] <= "\ufe0f":
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(_JOINED.match(before) or (_JOINED.match(after) and before.strip()))


def _hit(span: Span, run: str, kind: str) -> Hit:
    replacement = "\n" if _LINE_ENDS.search(run) else ""
    safety = "safe" if kind == "zero" and not replacement else "unsafe"
    values: dict[str, str | int] = {"code": f"U+{ord(run[0]):04X}", "name": _name(run[0]), "count": len(run)}
    variant = "run" if len(run) > 1 else ""
    return Hit(span, values, variant, edits=(Edit(*span, replacement, safety),))


def _name(character: str) -> str:
    return unicodedata.name(character, "") or _CONTROL_NAMES.get(character, "CONTROL CHARACTER")
