"""What is lost with a copy: the characters that only it has."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpuslint.cli import main
from corpuslint.dedup import manifest
from corpuslint.dedup.losses import Drop, Loss, Losses
from corpuslint.duplicates.fold import folded_values
from corpuslint.findings import Family, Member, Point
from tests.duplicates.planted import Writer

TEXT = "全年实施水利项目12项，完成投资3.4亿元。副县长周立新主持了开工仪式。"


def loss(copy: str, kept: str) -> Loss:
    members = tuple(
        Member(path, None, Point(1, 1, 0), Point(1, 1, len(text)), 1.0, "drop", 1.0)
        for path, text in (("copy", copy), ("kept", kept))
    )
    family = Family("", "passage", "near", len(kept), 1.0, "new", 1, (), members)
    return Losses([family], {("copy", None): copy, ("kept", None): kept}).of(Drop(0, 0))


@pytest.mark.parametrize(
    ("copy", "kept", "told"),
    [
        (TEXT, TEXT, Loss(0, "exact")),
        (TEXT.replace("，", "，\n"), TEXT, Loss(0, "exact")),
        (TEXT.replace("，", ",").replace("12", "１２"), TEXT, Loss(0, "folded")),
        (TEXT.replace("12", "X").replace("立新", "xx"), TEXT, Loss(0, "masked")),
        (TEXT, TEXT.replace("12", "X"), Loss(2, "masked")),
        (TEXT, TEXT.replace("立新", "xx"), Loss(2, "masked")),
        (TEXT, TEXT.replace("12", "15"), Loss(2, "masked")),
        (TEXT.replace("开工", "奠基"), TEXT, Loss(2, "near")),
        (TEXT.replace("副县长", ""), TEXT, Loss(0, "near")),
        (TEXT, TEXT.replace("副县长", ""), Loss(3, "near")),
    ],
    ids=[
        "equal",
        "wrapped",
        "folded",
        "masked copy",
        "masked original",
        "name masked in the original",
        "other figure",
        "other word",
        "shorter copy",
        "longer copy",
    ],
)
def test_what_a_copy_has_alone_is_counted(copy: str, kept: str, told: Loss) -> None:
    assert loss(copy, kept) == told


@pytest.mark.parametrize(
    ("told", "is_none"),
    [
        (Loss(0, "masked"), True),
        (Loss(1, "masked"), False),
        (Loss(0, "near"), False),
        (Loss(0, "exact"), True),
    ],
)
def test_other_words_are_a_loss_even_where_no_character_is(told: Loss, is_none: bool) -> None:
    assert told.is_none is is_none


@pytest.mark.parametrize(
    ("text", "passage", "is_part"),
    [
        ("甲说完了。乙说完了。丙说完了。", "乙说完了。", False),
        ("甲说完了：\n　　乙说完了\n丙说完了。", "乙说完了", False),
        ("甲说“乙说完了。”丙", "“乙说完了。”", True),
        ("甲说：“乙说完了。”丙", "乙说完了。”", False),
        ("甲，乙说完了。", "乙说完了。", True),
        ("乙说完了，丙。", "乙说完了，", True),
        ("乙说完了", "乙说完了", False),
    ],
)
def test_a_copy_within_a_sentence_is_a_part(text: str, passage: str, is_part: bool) -> None:
    start = text.index(passage)
    place = Member("copy", None, Point(1, 1, start), Point(1, 1, start + len(passage)), 1.0, "drop", 1.0)
    best = Member("kept", None, Point(1, 1, 0), Point(1, 1, len(passage)), 1.0, "keep", 1.0)
    family = Family("", "passage", "exact", len(passage), 1.0, "new", 1, (), (place, best))
    losses = Losses([family], {("copy", None): text, ("kept", None): passage})
    assert losses.of(Drop(0, 0)) == Loss(0, "exact", is_part)


def test_a_letter_that_a_mask_is_written_with_is_counted_in_a_word_only() -> None:
    assert loss("购置CT机12台，投入使用。", "购置机12台，投入使用。").characters == 2


@st.composite
def corpora(draw: st.DrawFn) -> list[str]:
    """Texts put together from a few paragraphs, some of them edited, masked or written otherwise."""
    writer = Writer(draw(st.integers(0, 5)), stock=0)
    pool = [writer.paragraph(90) for _ in range(5)]
    changes = [
        lambda text: text,
        lambda text: text.replace("，", ","),
        writer.masked,
        lambda text: writer.edited(text, 0.03),
        lambda text: text.replace("完成", "做完"),
    ]
    paragraph = st.builds(lambda text, change: change(text), st.sampled_from(pool), st.sampled_from(changes))
    return draw(st.lists(st.lists(paragraph, min_size=1, max_size=4).map("\n".join), min_size=2, max_size=5))


def kept(folder: Path, texts: list[str], *options: str) -> tuple[str, list[manifest.Row]]:
    """What is left of a corpus, in one piece, and the plan."""
    for number, text in enumerate(texts):
        (folder / "corpus").mkdir(exist_ok=True)
        (folder / "corpus" / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
    plan, out = folder / "keep.jsonl", folder / "kept"
    arguments = ["dedup", str(folder / "corpus"), "--isolated", "--no-cache", "--jobs", "1", *options]
    done = CliRunner().invoke(main, [*arguments, "--manifest", str(plan), "--apply", "-o", str(out)])
    assert done.exit_code == 0, done.output
    left = (path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.txt")))
    return "\n".join(left), manifest.read(plan)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=corpora())
def test_without_a_similarity_every_figure_and_word_is_still_there(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    left, rows = kept(tmp_path_factory.mktemp("corpus"), texts)
    assert all(row.lost_characters == 0 for row in rows)
    for line in {line for text in texts for line in text.split("\n")}:
        for sentence in line.split("。"):
            for part in folded_values(sentence).split("x"):
                assert part in folded_values(left)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=corpora())
def test_no_more_is_lost_than_the_plan_says(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    left, rows = kept(tmp_path_factory.mktemp("corpus"), texts, "--similarity", "0.8")
    alone = {"".join(sorted(set(folded_values(text)))) for text in texts}
    assert left.strip()
    gone = {character for text in alone for character in text} - set(folded_values(left)) - {"x"}
    assert len(gone) <= sum(row.lost_characters for row in rows)
