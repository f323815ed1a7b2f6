from corpuslint.corpus.document import Span
from corpuslint.engines.pattern import Doubtful, Params, run
from corpuslint.findings import Confidence, Severity
from tests.engines.support import Trial


def test_each_match_is_a_hit() -> None:
    hits = Trial(run, Params(patterns=("X(?=项)",), unless=("改建X",))).hits("新建X项，改建X项")
    assert [hit.span for hit in hits] == [Span(2, 3)]
    assert hits[0].variant == ""


PEOPLE = Params(
    patterns=("某某(?=同志)",),
    doubtful=(Doubtful(patterns=("[张李]某{1,2}",), about="被告|案情", message="person"),),
)


def test_what_is_a_defect_in_most_texts_only_is_a_warning() -> None:
    (hit,) = Trial(run, PEOPLE).hits("会上，张某作了通报。")
    assert (hit.span, hit.variant) == (Span(3, 5), "person")
    assert (hit.severity, hit.confidence) == (Severity.WARNING, Confidence.MEDIUM)


def test_a_text_about_such_things_has_no_doubtful_hit() -> None:
    assert Trial(run, PEOPLE).hits("案情通报。会上，张某作了说明。") == []


def test_a_sure_hit_takes_the_place_of_a_doubtful_one() -> None:
    (hit,) = Trial(run, PEOPLE).hits("由李某某同志主持。")
    assert (hit.span, hit.variant, hit.severity) == (Span(2, 4), "", None)
