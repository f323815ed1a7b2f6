"""The benchmark plants what it says, measures it right, and corpuslint finds it."""

from benchmarks.contenders import CONTENDERS
from benchmarks.measure import score
from benchmarks.planted import Place, Planted, planted


def test_the_same_seed_plants_the_same_corpus() -> None:
    assert planted(250, seed=3) == planted(250, seed=3)
    assert planted(250, seed=3).texts != planted(250, seed=4).texts


def test_every_kind_of_copy_is_planted_where_it_is_said_to_be() -> None:
    corpus = planted(400)
    kinds = {kind for kind, _ in corpus.groups}
    assert {"exact", "edited 15 %", "masked and edited", "re-wrapped", "excerpt", "mass copy"} <= kinds
    for kind, (source, *copies) in corpus.groups:
        texts = [corpus.texts[place.document][place.start : place.end] for place in (source, *copies)]
        if kind in ("exact", "excerpt", "repeat in one file"):
            assert len(set(texts)) == 1
        if kind == "re-wrapped":
            assert len({text.replace("\n", "") for text in texts}) == 1


def test_half_a_copy_is_not_recalled_and_a_wrong_place_is_not_true() -> None:
    text = "甲" * 100
    corpus = Planted([text, text, text], [("exact", [Place(0, 0, 100), Place(1, 0, 100)])])
    whole = [[Place(0, 0, 100), Place(1, 0, 90)]]
    half = [[Place(0, 0, 50), Place(1, 0, 50)]]
    wrong = [[Place(0, 0, 100), Place(2, 0, 100)]]
    assert (score(corpus, whole, "passage").overall, score(corpus, whole, "passage").precision) == (1, 1)
    assert (score(corpus, half, "passage").overall, score(corpus, half, "passage").precision) == (0, 1)
    assert (score(corpus, wrong, "passage").overall, score(corpus, wrong, "passage").precision) == (0, 0)
    assert score(corpus, [*half, [Place(0, 40, 100), Place(1, 45, 100)]], "passage").overall == 1


def test_a_contender_for_documents_is_measured_by_documents() -> None:
    text = "甲" * 100
    corpus = Planted([text, text], [("exact", [Place(0, 0, 20), Place(1, 50, 70)])])
    assert score(corpus, [[Place(0, 0, 100), Place(1, 0, 100)]], "document").overall == 1


def test_corpuslint_finds_what_is_planted() -> None:
    corpus = planted(1000)
    result = score(corpus, CONTENDERS["corpuslint"].run(corpus.texts), "passage")
    assert result.overall >= 0.98
    assert result.precision >= 0.98
    assert result.recall["mass copy"] == (100, 100)


def test_signatures_propose_no_pair_that_is_not_a_copy() -> None:
    corpus = planted(1000)
    result = score(corpus, CONTENDERS["corpuslint sketches"].run(corpus.texts), "document")
    assert result.precision == 1
    assert result.reported > 0
