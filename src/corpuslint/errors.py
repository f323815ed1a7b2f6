"""What a user can put right."""

from __future__ import annotations

from corpuslint.wordings import Language, Wording, told


class UserError(Exception):
    """A path, an option or a file of the project that cannot be used; it says which, and the remedy.

    The command line prints it as one line, in the user's language, and exits with 2. Anything else that is
    raised is a defect. `str()` says it in English.
    """

    def __init__(self, what: str | Wording) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return self.told("en")

    def told(self, language: Language) -> str:
        """What is wrong, in one language."""
        return told(self.what, language)


class EngineError(Exception):
    """An engine of another package that cannot be used; the message says why."""
