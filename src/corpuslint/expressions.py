"""Regular expressions that are compiled when a text first needs them.

One class of all Chinese characters takes the compiler longer than a page of text takes the search, and there
are some three hundred expressions, of which a short text asks for a few. So no module compiles any while it
is imported: where it would write `re.compile`, it writes `late`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, AnyStr, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, which is called by the first use."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    """Stands for an expression, and has its methods from their first use on."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._source = pattern, flags

    @cached_property
    def _expression(self) -> re.Pattern[Any]:
        return re.compile(*self._source)

    def __getattr__(self, name: str) -> Any:
        # Python asks here only for what the object does not have: each method comes this way once.
        method = getattr(self._expression, name)
        setattr(self, name, method)
        return method
