"""What is known: chains inside matches, and pairs of long copies of one text."""

from corpuslint.duplicates.known import Known
from corpuslint.duplicates.match import Match


def known(*matches: Match) -> Known:
    made = Known()
    for match in matches:
        made.add(match)
    return made


def match(left: int, right: int, length: int) -> Match:
    return Match(left, left + length, right, right + length, length, length, True)


def test_a_core_inside_a_match_is_known() -> None:
    assert known(match(100, 5000, 300)).tells((120, 180, 5020, 5080))
    assert not known(match(100, 5000, 300)).tells((120, 180, 5350, 5410))
    assert not known(match(100, 5000, 300)).tells((90, 180, 4990, 5080))


def test_two_long_copies_of_one_place_are_known_to_be_copies() -> None:
    hub = known(match(100, 5000, 600), match(100, 9000, 600))
    assert hub.tells((5300, 5380, 9302, 9380))
    assert not hub.tells((5300, 5380, 9500, 9580))
    assert not hub.tells((5560, 5640, 9560, 9640))


def test_two_short_copies_of_one_place_are_not() -> None:
    assert not known(match(100, 5000, 90), match(100, 9000, 90)).tells((5010, 5070, 9010, 9070))
