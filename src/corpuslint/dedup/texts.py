"""Texts of the corpus read again, a few files at a time: a corpus of copies is larger than what is unique."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from corpuslint.corpus.reading import texts_of
from corpuslint.dedup.files import read_known

_FILES = 8  # files held at a time: the copies of a family are asked for with the one that is kept


class Texts:
    """The texts of the files of a run, by path and record; `DedupError` for a file that has changed."""

    def __init__(self, digests: Mapping[str, str]) -> None:
        self._digests = digests
        self._read: OrderedDict[str, dict[int | None, str]] = OrderedDict()

    def __getitem__(self, name: tuple[str, int | None]) -> str:
        path, record = name
        if path not in self._read:
            texts, _ = texts_of(read_known(path, self._digests[path]), path)
            self._read[path] = {text.record: text.text for text in texts}
            if len(self._read) > _FILES:
                self._read.popitem(last=False)
        self._read.move_to_end(path)
        return self._read[path][record]
