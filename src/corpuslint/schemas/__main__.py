"""`python -m corpuslint.schemas [--write] [NAME...]`: print schemas, or write their files anew."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from corpuslint.hints import nearest
from corpuslint.schemas import SCHEMAS, path, text


def main(arguments: Sequence[str]) -> None:
    """Print the named schemas (all by default), or write them."""
    names = [argument for argument in arguments if argument != "--write"] or list(SCHEMAS)
    for name in names:
        if name not in SCHEMAS:
            sys.exit(f'there is no schema "{name}"; {nearest(name, SCHEMAS)}')
        if "--write" in arguments:
            path(name).write_text(text(name), encoding="utf-8", newline="\n")
        else:
            sys.stdout.write(text(name))


main(sys.argv[1:])
