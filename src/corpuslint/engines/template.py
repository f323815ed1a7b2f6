"""Fields of a template left in a text, and texts that are a template as a whole.

The fields are patterns. Whether the whole text is a template is a matter of genre: many kinds of value are
masked and none of them is ever filled in. Such a text gives one hit with the count, at its first mask.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.corpus.document import Document, Span
from corpuslint.findings import Hit, Severity
from corpuslint.genre import Genre, judge
from corpuslint.patterns import Rules, matches


class Params(Rules, frozen=True, forbid_unknown_fields=True):
    """The patterns of fields; see `corpuslint.patterns.Rules`."""


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield each field, and one hit for a text that is a template."""
    for span in matches(document, params):
        yield Hit(span)
    judgement = judge(document.text)
    if judgement.genre is Genre.TEMPLATE:
        values = {"masks": judgement.masks, "kinds": len(judgement.reasons)}
        yield Hit(judgement.first or Span(0, 0), values, "document", severity=Severity.INFO)
