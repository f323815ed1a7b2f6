"""What holds for every test: results are not kept, unless a test asks for it."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _nothing_is_kept() -> Iterator[None]:
    """A test that runs something twice must do the work twice; programs that it starts inherit this."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CORPUSLINT_NO_CACHE", "1")
        yield
