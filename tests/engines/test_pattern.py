from corpuslint.corpus.document import Span
from corpuslint.engines.pattern import Params, run
from tests.engines.support import Trial


def test_each_match_is_a_hit() -> None:
    hits = Trial(run, Params(patterns=("X(?=项)",), unless=("改建X",))).hits("新建X项，改建X项")
    assert [hit.span for hit in hits] == [Span(2, 3)]
    assert hits[0].variant == ""
