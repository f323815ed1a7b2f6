"""Families: which copies belong together, which is kept and why."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from corpuslint.duplicates.search import Options, PassageFamily, Source, coverage, find_families
from tests.duplicates.planted import Writer

Described = tuple[str, str, list[tuple[str, str]], int]


def search(texts: dict[str, str], **marks: dict[str, list[int]]) -> list[PassageFamily]:
    sources = [
        Source.of(
            name,
            None,
            text,
            placeholders=marks.get("placeholders", {}).get(name, ()),
            errors=marks.get("errors", {}).get(name, ()),
        )
        for name, text in texts.items()
    ]
    return find_families(sources, Options())


def told(texts: dict[str, str], families: list[PassageFamily]) -> list[Described]:
    """Kind, variant, (file, text) of each member, canonical."""
    names = list(texts)
    return [
        (
            family.kind,
            family.variant,
            [(names[m.source], texts[names[m.source]][m.span.start : m.span.end]) for m in family.members],
            family.canonical,
        )
        for family in families
    ]


@pytest.fixture
def writer() -> Writer:
    return Writer(11, stock=0)


def test_a_pasted_paragraph_is_one_family(writer: Writer) -> None:
    pasted = writer.paragraph()
    texts = {name: f"{writer.paragraph()}\n{pasted}\n{writer.paragraph()}\n" for name in "ab"}
    assert told(texts, search(texts)) == [("passage", "exact", [("a", pasted), ("b", pasted)], 0)]


def test_a_paragraph_twice_in_one_text(writer: Writer) -> None:
    pasted = writer.paragraph()
    texts = {"a": f"{pasted}\n{writer.paragraph()}\n{pasted}\n"}
    assert told(texts, search(texts)) == [("passage", "exact", [("a", pasted), ("a", pasted)], 0)]


def test_two_copies_side_by_side_do_not_overlap(writer: Writer) -> None:
    pasted = writer.paragraph()
    texts = {"a": f"{pasted}{pasted}"}
    assert told(texts, search(texts)) == [("document", "exact", [("a", pasted), ("a", pasted)], 0)] or told(
        texts, search(texts)
    ) == [("passage", "exact", [("a", pasted), ("a", pasted)], 0)]


@pytest.mark.parametrize(
    ("variant", "copy"),
    [
        ("exact", lambda text: text.replace("。", "。\n\n")),
        ("folded", lambda text: text.replace("，", " ,").replace("。", ".")),
        ("masked", lambda text: "".join("X" if c.isdigit() else c for c in text)),
        ("near", lambda text: text.replace("完成", "搞定").replace("和", "及")),
    ],
)
def test_the_variant_is_the_weakest_folding_needed(variant: str, copy: Callable[[str], str]) -> None:
    text = (
        "各乡镇完成渠道清淤120处。林业站和供销社完成苗圃改造35座，茶山和果园由包村干部按月走访，共登记农户2,400家，"
        "发放补贴85万元，其中困难户优先领取。明年还要扩大范围，把沿河的晒场和粮库一并纳入。"
    )
    (family,) = search({"a": text, "b": copy(text)})
    assert family.variant == variant
    assert family.kind == "document"


def test_a_name_against_its_mask_is_masked_not_edited() -> None:
    text = (
        "会上，县水利局局长周正清通报了水库除险加固的进展，要求各施工单位倒排工期，"
        "在主汛期到来之前全部完成大坝防渗处理，备足砂石和土工布，确保安全度汛。"
    )
    (family,) = search({"a": text, "b": text.replace("周正清", "周xx")})
    assert family.variant == "masked"
    assert family.members[1].similarity > 0.95


def test_a_speech_inside_a_compilation_is_a_document(writer: Writer) -> None:
    speech = "\n".join(writer.speech(4))
    texts = {"all.txt": f"{writer.paragraph()}\n{speech}\n{writer.paragraph()}\n", "one.txt": f"{speech}\n"}
    assert told(texts, search(texts)) == [
        ("document", "exact", [("all.txt", speech), ("one.txt", speech)], 1)
    ]
    assert search(texts)[0].reasons == ("whole-document",)


def test_the_copy_with_the_fewest_placeholders_is_kept(writer: Writer) -> None:
    text = writer.paragraph(200)
    texts = {"a": text, "b": text, "c": text}
    (family,) = search(texts, placeholders={"a": [5, 9], "b": [7], "c": [3]}, errors={"b": [20]})
    assert family.members[family.canonical].source == 2
    assert family.reasons == ("fewest-placeholders", "fewest-errors")


def placeholders_in(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if character == "Ｘ"]


def test_placeholders_in_text_that_only_one_copy_has_do_not_count_against_it(writer: Writer) -> None:
    parts = [writer.paragraph(120) for _ in range(8)]
    lost = [f"{part}全年新增Ｘ家，累计达到Ｘ家。" for part in parts[3:5]]
    whole = "\n".join([*parts[:3], *lost, *parts[5:]])
    damaged = "\n".join([*parts[:3], *parts[5:]])
    texts = {"a": damaged, "b": whole}
    (family,) = search(texts, placeholders={name: placeholders_in(text) for name, text in texts.items()})
    assert family.members[family.canonical].source == 1
    assert family.reasons == ("longest",)


def test_a_masked_paragraph_counts_where_the_shorter_copy_has_its_values(writer: Writer) -> None:
    parts = [writer.paragraph(120) for _ in range(8)]
    values = f"{parts[3]}全年新增12家，累计达到340家。"
    masked = values.replace("12", "Ｘ").replace("340", "Ｘ")
    texts = {
        "a": "\n".join([*parts[:3], masked, *parts[4:]]),
        "b": "\n".join([*parts[:3], values, *parts[5:]]),
    }
    (family,) = search(texts, placeholders={name: placeholders_in(text) for name, text in texts.items()})
    assert family.members[family.canonical].source == 1
    assert family.reasons == ("fewest-placeholders",)


def test_of_many_copies_the_choice_does_not_depend_on_their_order(writer: Writer) -> None:
    parts = [f"{writer.paragraph(150)}共计Ｘ处。" for _ in range(6)]
    copies = [
        "\n".join(part.replace("Ｘ", "15") if index in filled else part for index, part in enumerate(parts))
        for filled in ([0], [0, 1], [0, 1, 2], [5], [4, 5], [])
    ]
    copies[5] = "\n".join(parts[:5]).replace("Ｘ", "Ｘ")
    chosen = set()
    for turn in range(len(copies)):
        texts = {f"{number}": copies[(number + turn) % len(copies)] for number in range(len(copies))}
        marks = {name: placeholders_in(text) for name, text in texts.items()}
        (family,) = search(texts, placeholders=marks)
        chosen.add(list(texts.values())[family.members[family.canonical].source])
        assert family.reasons[0] == "fewest-placeholders"
    assert chosen == {copies[2]}


def test_errors_outside_of_common_text_do_not_count_either(writer: Writer) -> None:
    parts = [writer.paragraph(120) for _ in range(8)]
    texts = {"a": "\n".join([*parts[:3], *parts[4:]]), "b": "\n".join(parts)}
    offset = texts["b"].index(parts[3])
    (family,) = search(texts, errors={"b": [offset + 3, offset + 40]})
    assert family.members[family.canonical].source == 1
    (family,) = search(texts, errors={"b": [3, 40]})
    assert (family.members[family.canonical].source, family.reasons) == (0, ("fewest-errors",))


def test_each_copy_has_the_variant_of_its_own_likeness(writer: Writer) -> None:
    text = writer.paragraph(200)
    edited = text.replace("，", "，另外", 1)
    (family,) = search({"a": text, "b": text, "c": edited, "d": text.replace("，", ",")}, errors={"c": [3]})
    assert family.variant == "near"
    assert [member.variant for member in family.members] == ["exact", "exact", "near", "folded"]
    assert [member.similarity == 1 for member in family.members] == [True, True, False, True]


def test_only_what_is_equal_is_wholly_alike() -> None:
    text = "\n".join(Writer(9, stock=0).speech(400))
    place = text.index("，", len(text) // 2)
    (family,) = search({"a": text, "b": f"{text[:place]}也{text[place:]}"})
    assert [member.similarity == 1 for member in family.members] in ([True, False], [False, True])
    assert min(member.similarity for member in family.members) > 0.9999 - 0.0001


def test_marks_outside_the_passage_do_not_count(writer: Writer) -> None:
    pasted = writer.paragraph()
    texts = {"a": f"x项。\n{pasted}\n", "b": f"{writer.paragraph()}\n{pasted}\n"}
    (family,) = search(texts, placeholders={"a": [0]})
    assert family.members[family.canonical].source == 0


def test_the_longest_copy_is_kept(writer: Writer) -> None:
    first, cut, last = writer.paragraph(300), writer.sentence(), writer.paragraph(300)
    (family,) = search({"a": f"{first}{last}", "b": f"{first}{cut}{last}"})
    assert family.reasons == ("longest",)
    assert family.members[family.canonical].source == 1


def test_a_paragraph_lost_in_one_copy_leaves_it_one_passage(writer: Writer) -> None:
    parts = writer.speech(6)
    texts = {"a": "\n".join(parts), "b": "\n".join([*parts[:3], *parts[4:]])}
    (family,) = search(texts)
    assert [m.span for m in family.members] == [(0, len(texts["a"])), (0, len(texts["b"]))]
    assert family.variant == "near"


def test_an_excerpt_is_a_family_of_its_own_within_the_kept_copy(writer: Writer) -> None:
    parts = writer.speech(8)
    speech = "\n".join(parts)
    excerpt = f"{writer.paragraph()}\n{parts[3]}\n{writer.paragraph()}"
    texts = {"a": speech, "b": speech, "c": excerpt}
    assert told(texts, search(texts)) == [
        ("document", "exact", [("a", speech), ("b", speech)], 0),
        ("passage", "exact", [("a", parts[3]), ("c", parts[3])], 0),
    ]


def test_a_passage_inside_a_longer_copy_is_not_reported_again(writer: Writer) -> None:
    speech = "\n".join(writer.speech(8))
    assert len(search(dict.fromkeys("abcde", speech))) == 1


def test_a_mass_copy_is_one_family_of_all(writer: Writer) -> None:
    speech = writer.paragraph(700)
    texts = {
        f"{number:03}": f"{writer.paragraph()}\n{writer.edited(speech, 0.02)}\n{writer.paragraph()}"
        for number in range(60)
    }
    (family,) = search(texts)
    assert sorted(m.source for m in family.members) == list(range(60))


def test_a_formula_in_many_documents_is_boilerplate(writer: Writer) -> None:
    formula = (
        "让我们携起手来，以实干担当的作风、开拓进取的劲头，"
        "共同谱写全县农业农村现代化建设更加绚丽的新篇章，谢谢各位同志！"
    )
    texts = {f"{number:02}": f"{writer.paragraph(400)}\n{formula}\n" for number in range(20)}
    (family,) = search(texts)
    assert (family.kind, len(family.members)) == ("boilerplate", 20)


def test_copies_of_a_copy_that_are_not_alike_are_two_families(writer: Writer) -> None:
    first, second, third = (writer.paragraph(160) for _ in range(3))
    texts = {"a": first + second, "b": second.join(["", third]), "c": third + writer.paragraph(160)}
    kinds = [[name for name, _ in members] for _, _, members, _ in told(texts, search(texts))]
    assert kinds == [["a", "b"], ["b", "c"]]


@pytest.mark.parametrize("text", ["", "\n", "同志们：\n", "。。。", "全县卫生健康工作会议讲话"])
def test_tiny_documents_never_equal_each_other(text: str) -> None:
    assert search({"a": text, "b": text, "c": text}) == []


def test_an_equal_passage_counts_from_forty_characters_an_edited_one_from_sixty() -> None:
    equal = "东坡村和西坡村联合成立了果品合作社统一选苗统一管护统一包装统一销售当年见效户户分红人人称好"
    assert 40 <= len(equal) < 60
    assert len(search({"a": equal, "b": equal})) == 1
    assert search({"a": equal, "b": equal.replace("联合成立", "一起办起")}) == []
    longer = equal + "邻近三个村也派人前来学习并且准备照此办理"
    assert len(search({"a": longer, "b": longer.replace("联合成立", "一起办起")})) == 1


def test_a_sentence_repeated_ten_thousand_times_is_found_without_overlaps() -> None:
    sentence = "各级各部门要高度重视，认真组织，确保各项工作落到实处。\n"
    for family in search({"a": sentence * 10_000}):
        spans = sorted(m.span for m in family.members)
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_two_large_equal_texts_are_one_family() -> None:
    text = "\n".join(Writer(5, stock=0).speech(1500))
    (family,) = search({"a": text, "b": text})
    assert [m.span for m in family.members] == [(0, len(text))] * 2


def test_ten_thousand_equal_small_texts_are_one_family() -> None:
    text = Writer(6).paragraph(120)
    (family,) = search({f"{number:05}": text for number in range(10_000)})
    assert len(family.members) == 10_000


def test_coverage_counts_each_character_once(writer: Writer) -> None:
    one, other = writer.paragraph(200), writer.paragraph(200)
    texts = {"a": f"{one}\n{other}", "b": f"{one}\n{writer.paragraph()}", "c": f"{writer.paragraph()}\n{one}"}
    sources = [Source.of(name, None, text) for name, text in texts.items()]
    families = find_families(sources, Options())
    twice = [*families, *families]
    assert (
        coverage(sources, twice)
        == coverage(sources, families)
        == [(len(one), 0), (len(one),) * 2, (len(one),) * 2]
    )


def test_records_of_one_file_are_told_apart(writer: Writer) -> None:
    text = writer.paragraph()
    source = Source.of("all.jsonl", 1, text)
    (family,) = find_families([replace(source, record=2), source], Options())
    assert [m.source for m in family.members] == [1, 0]
