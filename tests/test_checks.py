"""Every example in every check file runs: alone, and with all checks on (see `corpuslint.selftest`)."""

import pytest

from corpuslint.catalog import shipped
from corpuslint.selftest import Case, cases

CASES = list(cases(shipped(), shipped()))


@pytest.mark.parametrize("case", CASES, ids=[f"{case.check}: {case.name}" for case in CASES])
def test_check(case: Case) -> None:
    assert case.problems() == []


def test_every_check_has_cases() -> None:
    assert {case.check for case in CASES} == {check.id for check in shipped()}
