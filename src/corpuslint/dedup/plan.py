"""What goes: for every family the copies that are dropped, and never the last of anything.

A copy is dropped only while the canonical copy of its family stays whole: what is kept for one family is
protected from every other, and a family whose canonical copy lies in a passage that is already dropped keeps
all its members. Families are settled longest first, so that a passage inside a dropped document goes with it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from corpuslint.catalog import Language
from corpuslint.dedup.manifest import Copy, Row, Stretch
from corpuslint.findings import Family, Member
from corpuslint.report import TextEntry

_LINE_ENDS = 5  # characters beside a passage that are no more than line ends and blanks
WHOLE = 0.9  # a document of which this share is dropped is dropped whole

_REASONS = {
    "unique": {"en": "stands nowhere else", "zh": "无重复"},
    "canonical": {"en": "the copy to keep", "zh": "保留的一份"},
    "kept": {"en": "a copy, but not alike enough to drop", "zh": "有重复，但不足以删去"},
    "copy": {
        "en": "{percent}% the same as the copy that is kept",
        "zh": "与保留的一份相同{percent}%",
    },
    "variant": {"en": " ({variant})", "zh": "（{variant}）"},
    "rest": {"en": "; {rest} of its characters stand nowhere else", "zh": "；另有{rest}字不在其中"},
}
_VARIANTS = {
    "exact": {"en": "word for word", "zh": "逐字相同"},
    "folded": {"en": "but for punctuation, spacing, width or case", "zh": "仅标点、空格、全半角或大小写不同"},
    "masked": {"en": "but for masked values and figures", "zh": "仅被遮盖的名称、数字不同"},
    "near": {"en": "edited", "zh": "有改动"},
}

_Text = tuple[str, int | None]


class Drop(msgspec.Struct, frozen=True):
    """A member that goes, by the index of its family and its own."""

    family: int
    member: int


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


def rows(
    texts: Sequence[TextEntry],
    digests: Mapping[str, str],
    families: Sequence[Family],
    chosen: Sequence[Drop],
    language: Language,
) -> list[Row]:
    """A row for each text or for each passage dropped from it, in the order of the texts."""
    of_text: defaultdict[_Text, list[Drop]] = defaultdict(list)
    for drop in chosen:
        of_text[_text(families[drop.family].members[drop.member])].append(drop)
    roles = _roles(families)
    needed = {_text(_best(families[drop.family])) for drop in chosen}
    written: list[Row] = []
    for text in texts:
        key = (text.path, text.record)
        digest = digests[text.path]
        if key not in of_text:
            reason = _REASONS[roles.get(key, "unique")][language]
            written.append(Row(*key, digest, "keep", None, None, None, None, reason))
            continue
        members = _outermost(families, of_text[key])
        rest = text.characters - _length(members)
        if rest <= (1 - WHOLE) * text.characters and key not in needed:
            written.append(_whole_row(digest, members, rest, language))
        else:
            written += [_row(digest, member, family, "", language) for member, family in members]
    return written


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


def _outermost(families: Sequence[Family], going: Sequence[Drop]) -> list[tuple[Member, Family]]:
    """The members that go from one text, by place, without those that lie inside another."""
    members = [(families[drop.family].members[drop.member], families[drop.family]) for drop in going]
    members.sort(key=lambda item: (item[0].start.offset, -item[0].end.offset))
    outermost: list[tuple[Member, Family]] = []
    for member, family in members:
        if not outermost or member.end.offset > outermost[-1][0].end.offset:
            outermost.append((member, family))
    return outermost


def _length(members: Sequence[tuple[Member, Family]]) -> int:
    """Characters in the union of members that ascend on both ends."""
    total = reached = 0
    for member, _ in members:
        total += member.end.offset - max(member.start.offset, reached)
        reached = member.end.offset
    return total


def _whole_row(digest: str, members: Sequence[tuple[Member, Family]], rest: int, language: Language) -> Row:
    """The row of a document that goes whole: told by the longest of its passages."""
    member, family = max(members, key=lambda item: item[0].end.offset - item[0].start.offset)
    addition = _REASONS["rest"][language].format(rest=rest) if rest > _LINE_ENDS else ""
    row = _row(digest, member, family, addition, language)
    return msgspec.structs.replace(row, action="drop", span=None)


def _row(digest: str, member: Member, family: Family, addition: str, language: Language) -> Row:
    best = _best(family)
    percent = 100 if member.similarity == 1 else min(99, int(member.similarity * 100 + 0.5))
    reason = _REASONS["copy"][language].format(percent=percent)
    if len(family.members) == 2:  # of a larger family the variant is that of its weakest member
        reason += _REASONS["variant"][language].format(variant=_VARIANTS[family.variant][language])
    return Row(
        member.path,
        member.record,
        digest,
        "drop_span",
        Stretch(member.start, member.end),
        family.id,
        Copy(best.path, best.record, best.start, best.end),
        member.similarity,
        reason + addition,
    )
