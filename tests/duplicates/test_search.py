"""The search as a whole: what it finds of planted copies, and what never changes its result."""

import random
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from corpuslint.duplicates.fold import as_string, fold
from corpuslint.duplicates.search import Options, PassageFamily, Source, find_families
from tests.duplicates.planted import Corpus, Writer, planted_corpus, recalled, true_families


@pytest.fixture(scope="module", params=[1, 2])
def found(request: pytest.FixtureRequest) -> tuple[Corpus, list[PassageFamily]]:
    corpus = planted_corpus(request.param)
    return corpus, find_families(corpus.sources(Options()), Options())


def test_recall_of_planted_copies(found: tuple[Corpus, list[PassageFamily]]) -> None:
    results = recalled(*found)
    lost = Counter(kind for kind, hit in results if not hit)
    assert sum(lost.values()) <= 0.02 * len(results), lost


@pytest.mark.parametrize("kind", ["exact", "masked", "re-wrapped", "edited 1 %", "edited 5 %"])
def test_no_lightly_edited_copy_is_lost(found: tuple[Corpus, list[PassageFamily]], kind: str) -> None:
    assert all(hit for name, hit in recalled(*found) if name == kind)


def test_precision(found: tuple[Corpus, list[PassageFamily]]) -> None:
    results = true_families(*found)
    assert sum(results) >= 0.97 * len(results)


def test_every_member_is_a_copy_on_the_text_alone(found: tuple[Corpus, list[PassageFamily]]) -> None:
    corpus, families = found
    for family in families:
        slices = [corpus.texts[m.source][m.span.start : m.span.end] for m in family.members]
        symbols = [as_string(fold(text).symbols) for text in slices]
        for member, own in zip(family.members, symbols, strict=True):
            common = LCSseq.similarity(own, symbols[family.canonical])
            assert len(own) >= 38
            assert common >= 0.6 * len(own)
            assert common >= int(member.containment * len(own)) - 1


def test_the_order_of_the_sources_changes_only_the_indices(found: tuple[Corpus, list[PassageFamily]]) -> None:
    corpus, families = found
    sources = corpus.sources(Options())
    order = list(range(len(sources)))
    random.Random(9).shuffle(order)
    shuffled = find_families([sources[index] for index in order], Options())
    renamed = [
        [(order[m.source], *m[1:]) for m in family.members]
        + [(family.canonical, family.reasons, family.kind)]
        for family in shuffled
    ]
    assert renamed == [
        [tuple(m) for m in family.members] + [(family.canonical, family.reasons, family.kind)]
        for family in families
    ]


def test_thorough_finds_no_less(found: tuple[Corpus, list[PassageFamily]]) -> None:
    corpus, families = found
    options = Options(thorough=True)
    thorough = find_families(corpus.sources(options), options)
    assert sum(hit for _, hit in recalled(corpus, thorough)) >= sum(
        hit for _, hit in recalled(corpus, families)
    )


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), rate=st.floats(0, 0.12), astral=st.booleans())
def test_a_copy_is_found_where_it_stands(seed: int, rate: float, astral: bool) -> None:
    writer = Writer(seed, stock=0)
    passage = writer.paragraph(200)
    before, after = ("😀𠀀" if astral else "") + writer.paragraph(), writer.paragraph()
    texts = [f"{passage}\n{after}", f"{before}\n{writer.edited(passage, rate)}"]
    sources = [Source.of(str(n), None, text) for n, text in enumerate(texts)]
    (family,) = find_families(sources, Options())
    first, second = (member.span for member in family.members)
    assert abs(first.start) <= 20
    assert abs(first.end - len(passage)) <= 20
    assert abs(second.start - len(before) - 1) <= 20
    assert abs(second.end - len(texts[1])) <= 20


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("全市县x1。\n😀"), max_size=400), max_size=5))
def test_any_texts_give_families_that_hold(texts: list[str]) -> None:
    sources = [Source.of(str(n), None, text) for n, text in enumerate(texts)]
    for family in find_families(sources, Options()):
        assert len(family.members) >= 2
        for member in family.members:
            assert 0 <= member.span.start < member.span.end <= len(texts[member.source])
            assert 0 < member.similarity <= 1
            assert 0 < member.containment <= 1
        for one, other in zip(family.members, family.members[1:], strict=False):
            assert (one.source, one.span) < (other.source, other.span)


def test_the_hash_seed_of_the_process_does_not_matter() -> None:
    program = (
        "from tests.duplicates.planted import planted_corpus\n"
        "from corpuslint.duplicates.search import Options, find_families\n"
        "print(find_families(planted_corpus(3, copies=2, fillers=5).sources(Options()), Options()))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_the_package_and_its_types_load_without_numpy() -> None:
    program = (
        "import sys, corpuslint.duplicates, corpuslint.duplicates.model\n"
        "print({'numpy', 'rapidfuzz'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
