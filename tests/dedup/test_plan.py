"""What goes and what stays: never the last copy of anything."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.catalog import Language
from corpuslint.dedup.losses import Drop, Losses
from corpuslint.dedup.manifest import Row
from corpuslint.dedup.plan import Planner, drops
from corpuslint.findings import Family, Member, Point
from corpuslint.report import TextEntry

LENGTH = 100


def point(offset: int) -> Point:
    return Point(1, offset + 1, offset)


def member(path: str, start: int = 0, end: int = LENGTH, similarity: float = 1.0) -> Member:
    return Member(path, None, point(start), point(end), similarity, "drop", 1.0)


def family(*members: Member, canonical: int = 0, kind: str = "passage") -> Family:
    best = members[canonical]
    characters = best.end.offset - best.start.offset
    name = "+".join(f"{m.path}:{m.start.offset}-{m.end.offset}" for m in members)
    return Family(name, kind, "exact", characters, 1.0, "new", canonical, (), members)


def every_copy(families: list[Family]) -> set[Drop]:
    return {
        Drop(number, index)
        for number, one in enumerate(families)
        for index in range(len(one.members))
        if index != one.canonical
    }


def planned(
    families: list[Family], paths: str = "abcd", *, may_lose: bool = True, language: Language = "en"
) -> list[Row]:
    """The rows for texts that are all of one character, so that every copy is exact."""
    texts = [TextEntry(path, None, LENGTH) for path in paths]
    losses = Losses(families, {(path, None): "文" * LENGTH for path in "abcd"})
    chosen = drops(families, every_copy(families))
    planner = Planner(families, chosen, losses, language, may_lose=may_lose)
    return planner.rows(texts, dict.fromkeys(paths, "0" * 64))


def told(families: list[Family], paths: str = "abcd") -> list[tuple[str, str, tuple[int, int] | None]]:
    return [
        (row.path, row.action, (row.span.start.offset, row.span.end.offset) if row.span else None)
        for row in planned(families, paths)
    ]


def test_a_text_that_stands_nowhere_else_is_kept() -> None:
    assert told([], "a") == [("a", "keep", None)]


def test_the_copies_of_a_document_go_and_the_best_one_stays() -> None:
    assert told([family(member("a"), member("b"), member("c"), canonical=1)], "abc") == [
        ("a", "drop", None),
        ("b", "keep", None),
        ("c", "drop", None),
    ]


def test_passages_go_one_row_each_in_the_order_of_the_text() -> None:
    families = [
        family(member("a", 0, 30), member("c", 50, 80)),
        family(member("b", 0, 40), member("c", 0, 40)),
    ]
    assert told(families, "abc")[2:] == [("c", "drop_span", (0, 40)), ("c", "drop_span", (50, 80))]


def test_a_passage_inside_a_dropped_one_has_no_row_of_its_own() -> None:
    families = [
        family(member("a", 0, 60), member("c", 0, 60)),
        family(member("b", 0, 20), member("c", 20, 40)),
    ]
    assert told(families, "abc")[2:] == [("c", "drop_span", (0, 60))]


def test_the_best_copy_of_one_family_is_not_dropped_for_another() -> None:
    families = [
        family(member("a", 0, 60), member("b", 0, 60)),
        family(member("c", 0, 50), member("a", 10, 60)),
    ]
    assert told(families, "abc") == [("a", "keep", None), ("b", "drop_span", (0, 60)), ("c", "keep", None)]


def test_copies_of_a_passage_that_has_gone_itself_are_kept() -> None:
    families = [
        family(member("a", 0, 60), member("b", 0, 60)),
        family(member("b", 40, 80), member("c", 0, 40)),
    ]
    assert told(families, "abc") == [("a", "keep", None), ("b", "drop_span", (0, 60)), ("c", "keep", None)]


def test_two_families_that_each_keep_what_the_other_drops() -> None:
    families = [
        family(member("a"), member("b"), canonical=0),
        family(member("a", 0, 90), member("b", 0, 90), canonical=1),
    ]
    assert told(families, "ab") == [("a", "keep", None), ("b", "drop", None)]


def test_a_document_whose_rest_is_the_best_copy_of_something_does_not_go_whole() -> None:
    families = [
        family(member("a", 0, 95), member("b", 0, 95)),
        family(member("b", 95, 100), member("c", 0, 5)),
    ]
    assert told(families, "abc")[1] == ("b", "drop_span", (0, 95))


def test_overlapping_copies_within_one_text_stay() -> None:
    assert told([family(member("a", 0, 60), member("a", 50, 100))], "a") == [("a", "keep", None)]


def test_a_document_goes_whole_only_with_all_that_is_in_it_unless_text_may_be_lost() -> None:
    families = [family(member("a", 0, 95), member("b", 0, 95))]
    (_, careful), (_, bold) = (planned(families, "ab", may_lose=may_lose) for may_lose in (False, True))
    assert (careful.action, careful.lost_characters) == ("drop_span", 0)
    assert (bold.action, bold.lost_characters) == ("drop", 5)


def test_only_candidates_go() -> None:
    families = [family(member("a"), member("b"), member("c"))]
    chosen = drops(families, {Drop(0, 2)})
    assert chosen == [Drop(0, 2)]


def test_a_row_says_why_and_what_is_lost() -> None:
    (_, row) = planned([family(member("a", 0, 92), member("b", 0, 92, 0.97))], "ab")
    assert row.action == "drop"
    assert row.reason == (
        "97% the same as the copy that is kept (word for word); 8 characters stand only here"
    )
    assert row.lost_characters == 8
    assert row.canonical is not None
    assert (row.canonical.path, row.family) == ("a", "a:0-92+b:0-92")


def test_reasons_are_told_in_chinese_too() -> None:
    written = planned([family(member("a"), member("b"))], "ab", language="zh")
    assert [row.reason for row in written] == ["保留的一份", "与保留的一份相同100%（逐字相同）"]


@st.composite
def any_families(draw: st.DrawFn) -> list[Family]:
    """Families over few short texts, so that they overlap, nest and disagree about which copy to keep."""
    made = []
    for _ in range(draw(st.integers(1, 8))):
        members = []
        for _ in range(draw(st.integers(2, 4))):
            start = draw(st.integers(0, LENGTH - 10))
            end = draw(st.sampled_from([LENGTH, *range(start + 5, LENGTH, 7)]))
            members.append(member(draw(st.sampled_from("abcd")), start, end))
        made.append(family(*members, canonical=draw(st.integers(0, len(members) - 1))))
    return made


def lost(written: list[Row]) -> set[tuple[str, int]]:
    """Every character that the manifest drops."""
    gone: set[tuple[str, int]] = set()
    for row in written:
        if row.action == "drop":
            gone |= {(row.path, place) for place in range(LENGTH)}
        elif row.span is not None:
            gone |= {(row.path, place) for place in range(row.span.start.offset, row.span.end.offset)}
    return gone


def characters(one: Member) -> set[tuple[str, int]]:
    return {(one.path, place) for place in range(one.start.offset, one.end.offset)}


@settings(max_examples=400, deadline=None)
@given(any_families())
def test_every_dropped_copy_leaves_the_best_one_of_its_family_whole(families: list[Family]) -> None:
    gone = lost(planned(families))
    for drop in drops(families, every_copy(families)):
        one = families[drop.family]
        assert not characters(one.members[one.canonical]) & gone


@settings(max_examples=400, deadline=None)
@given(any_families())
def test_of_every_family_some_copy_stays_or_was_a_copy_of_what_stays(families: list[Family]) -> None:
    written = planned(families)
    gone = lost(written)
    for best in filter(None, (row.canonical for row in written)):
        assert not {(best.path, place) for place in range(best.start.offset, best.end.offset)} & gone
    assert gone != {(path, place) for path in "abcd" for place in range(LENGTH)}


@settings(max_examples=200, deadline=None)
@given(any_families())
def test_every_text_has_a_row_and_keep_excludes_the_rest(families: list[Family]) -> None:
    written = planned(families)
    assert sorted({row.path for row in written}) == list("abcd")
    assert [row.path for row in written] == sorted(row.path for row in written)
    for path in "abcd":
        actions = [row.action for row in written if row.path == path]
        assert actions in (["keep"], ["drop"]) or set(actions) == {"drop_span"}
