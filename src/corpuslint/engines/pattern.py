"""Regular expressions over lines: everything that a list of patterns and of look-alikes can say.

What is a defect in most texts only is told as a warning, and not at all in a text about things of which
such words are the usual way to speak: 张某 is a name left out of a speech, and a name spared in a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.corpus.document import Document
from corpuslint.findings import Confidence, Hit, Severity
from corpuslint.patterns import Rules, matches


class Doubtful(Rules, frozen=True, forbid_unknown_fields=True):
    """Patterns that count in a text without a match of `about` only; `message` names the check's for them."""

    about: str = ""
    message: str = ""


class Params(Rules, frozen=True, forbid_unknown_fields=True):
    """The patterns of a check; see `corpuslint.patterns.Rules`."""

    doubtful: tuple[Doubtful, ...] = ()


def run(document: Document, params: Params) -> Iterator[Hit]:
    """Yield a hit for each match, the sure ones first."""
    sure = matches(document, params)
    for span in sure:
        yield Hit(span)
    for rules in params.doubtful:
        spans = matches(document, rules)
        if not spans or (rules.about and re.search(rules.about, document.text)):
            continue
        for span in spans:
            if not any(span.overlaps(other) for other in sure):
                yield Hit(span, {}, rules.message, severity=Severity.WARNING, confidence=Confidence.MEDIUM)
