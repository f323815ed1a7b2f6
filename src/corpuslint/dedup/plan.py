"""What goes: for every family the copies that are dropped, and never the last of anything.

A copy is dropped only while the canonical copy of its family stays whole: what is kept for one family is
protected from every other, and a family whose canonical copy lies in a passage that is already dropped keeps
all its members. Families are settled longest first, so that a passage inside a dropped document goes with it.
A document goes whole when nothing else is in it, or little where the plan may lose text.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from corpuslint.copies.weight import percent
from corpuslint.dedup.losses import Drop, Losses
from corpuslint.dedup.manifest import Copy, Row, Stretch
from corpuslint.findings import Family, Member
from corpuslint.report import TextEntry
from corpuslint.wordings import Language, say, wording

WHOLE = 0.9  # a document of which this share is dropped is dropped whole, where that may cost something

_Text = tuple[str, int | None]


class _Stretches:
    """Stretches of one text, sorted; none is longer than `longest`."""

    def __init__(self) -> None:
        self._known: list[tuple[int, int]] = []
        self._longest = 0

    def add(self, member: Member) -> None:
        insort(self._known, (member.start.offset, member.end.offset))
        self._longest = max(self._longest, member.end.offset - member.start.offset)

    def meets(self, member: Member) -> bool:
        """Whether a member shares a character with one of them."""
        start, end = member.start.offset, member.end.offset
        first = bisect_left(self._known, (start - self._longest, 0))
        last = bisect_left(self._known, (end, 0))
        return any(known_end > start for _, known_end in self._known[first:last])


def drops(families: Sequence[Family], candidates: set[Drop]) -> list[Drop]:
    """Which of the candidates go, so that each of them leaves its family's canonical copy whole."""
    dropped: defaultdict[_Text, _Stretches] = defaultdict(_Stretches)
    protected: defaultdict[_Text, _Stretches] = defaultdict(_Stretches)
    chosen = []
    order = sorted(range(len(families)), key=lambda index: (-families[index].characters, index))
    for index in order:
        family = families[index]
        best = _best(family)
        if dropped[_text(best)].meets(best):
            continue
        going = [
            Drop(index, number)
            for number, member in enumerate(family.members)
            if number != family.canonical and Drop(index, number) in candidates
            if not protected[_text(member)].meets(member) and not _meet(member, best)
        ]
        if going:
            protected[_text(best)].add(best)
        for drop in going:
            member = family.members[drop.member]
            dropped[_text(member)].add(member)
        chosen += going
    return chosen


def _best(family: Family) -> Member:
    return family.members[family.canonical]


def _text(member: Member) -> _Text:
    return member.path, member.record


def _meet(member: Member, other: Member) -> bool:
    return (
        _text(member) == _text(other)
        and member.start.offset < other.end.offset
        and other.start.offset < member.end.offset
    )


class Planner:
    """Writes the rows of a manifest: what goes, why, and what is lost with it."""

    def __init__(
        self,
        families: Sequence[Family],
        chosen: Sequence[Drop],
        losses: Losses,
        language: Language,
        *,
        may_lose: bool = False,
    ) -> None:
        self._families = families
        self._losses = losses
        self._language = language
        self._spare = 1 - WHOLE if may_lose else 0.0
        self._of_text: defaultdict[_Text, list[Drop]] = defaultdict(list)
        for drop in chosen:
            self._of_text[_text(families[drop.family].members[drop.member])].append(drop)
        self._roles = _roles(families)
        self._needed = {_text(_best(families[drop.family])) for drop in chosen}

    def rows(self, texts: Sequence[TextEntry], digests: Mapping[str, str]) -> list[Row]:
        """A row for each text or for each passage dropped from it, in the order of the texts."""
        return [row for text in texts for row in self._rows(text, digests[text.path])]

    def _rows(self, text: TextEntry, digest: str) -> list[Row]:
        key = (text.path, text.record)
        if key not in self._of_text:
            reason = say(f"dedup.{self._roles.get(key, 'unique')}", self._language)
            return [Row(*key, digest, "keep", None, None, None, None, 0, reason)]
        going = self._outermost(self._of_text[key])
        rest = self._losses.beyond(key, [self._member(drop) for drop in going])
        if rest <= self._spare * text.characters and key not in self._needed:
            return [self._whole_row(digest, going, rest)]
        return [self._row(digest, drop, self._losses.of(drop).characters) for drop in going]

    def _member(self, drop: Drop) -> Member:
        return self._families[drop.family].members[drop.member]

    def _outermost(self, going: Sequence[Drop]) -> list[Drop]:
        """What goes from one text, by place, without passages that lie inside another."""
        ordered = sorted(going, key=lambda drop: (self._start(drop), -self._end(drop)))
        outermost: list[Drop] = []
        for drop in ordered:
            if not outermost or self._end(drop) > self._end(outermost[-1]):
                outermost.append(drop)
        return outermost

    def _start(self, drop: Drop) -> int:
        return self._member(drop).start.offset

    def _end(self, drop: Drop) -> int:
        return self._member(drop).end.offset

    def _whole_row(self, digest: str, going: Sequence[Drop], rest: int) -> Row:
        """The row of a document that goes whole: told by the longest of its passages."""
        longest = max(going, key=lambda drop: self._end(drop) - self._start(drop))
        lost = rest + sum(self._losses.of(drop).characters for drop in going)
        return msgspec.structs.replace(self._row(digest, longest, lost), action="drop", span=None)

    def _row(self, digest: str, drop: Drop, lost: int) -> Row:
        member, family = self._member(drop), self._families[drop.family]
        best = _best(family)
        reason = say(
            "dedup.copy",
            self._language,
            percent=percent(member.similarity),
            variant=wording(f"dedup.{self._losses.of(drop).variant}"),
        )
        if lost:
            reason += say("dedup.lost", self._language, count=lost)
        return Row(
            member.path,
            member.record,
            digest,
            "drop_span",
            Stretch(member.start, member.end),
            family.id,
            Copy(best.path, best.record, best.start, best.end),
            member.similarity,
            lost,
            reason,
        )


def _roles(families: Sequence[Family]) -> dict[_Text, str]:
    """For texts of which nothing is dropped: whether they hold a canonical copy, or only others."""
    roles: dict[_Text, str] = {}
    for family in families:
        for number, member in enumerate(family.members):
            if number == family.canonical:
                roles[_text(member)] = "canonical"
            else:
                roles.setdefault(_text(member), "kept")
    return roles
