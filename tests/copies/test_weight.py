"""How much a copy matters, and what it is known by."""

import pytest

from corpuslint.catalog import checks_folder, read_explanation, shipped
from corpuslint.copies.weight import Copy, check_for, is_form, is_silent, opening, percent, severity, told_as
from corpuslint.examples import unmark
from corpuslint.findings import Severity
from corpuslint.job import Job
from tests.runs import report_of

COPIES = tuple(check for check in shipped() if check.engine == "duplicates")
JOB = Job(COPIES, "en")


def copy(
    kind: str = "passage", variant: str = "near", contained: float = 0.95, genre: str = "speech"
) -> Copy:
    return Copy("a.txt", genre, 200, kind, variant, contained)


def told(one: Copy, job: Job = JOB) -> tuple[Severity, str]:
    check = check_for(one.kind, job.checks)
    assert check is not None
    assert told_as(check, one) in check.messages
    return severity(check, one, job), told_as(check, one)


@pytest.mark.parametrize("kind", ["passage", "document"])
@pytest.mark.parametrize(
    ("variant", "contained", "level", "message"),
    [
        ("exact", 1.0, Severity.WARNING, "exact"),
        ("masked", 0.7, Severity.WARNING, "masked"),
        ("near", 0.8, Severity.WARNING, "near"),
        ("near", 0.79, Severity.INFO, "rewritten"),
    ],
)
def test_a_copy_of_which_a_fifth_is_other_text_is_a_rewriting(
    kind: str, variant: str, contained: float, level: Severity, message: str
) -> None:
    assert told(copy(kind, variant, contained)) == (level, message)


def test_boilerplate_is_never_more_than_info() -> None:
    assert told(copy("boilerplate", "exact", 1.0)) == (Severity.INFO, "boilerplate")


def test_the_settings_come_before_all() -> None:
    job = Job(COPIES, "en", severities={"duplicate": Severity.ERROR})
    assert told(copy(contained=0.7), job) == (Severity.ERROR, "rewritten")
    assert told(copy("boilerplate", "exact"), job)[0] is Severity.ERROR


def test_in_laws_passages_are_info_and_documents_are_not() -> None:
    assert told(copy(variant="exact", genre="law"))[0] is Severity.INFO
    assert told(copy("document", "exact", genre="law"))[0] is Severity.WARNING


def test_a_check_left_out_for_a_file_says_nothing() -> None:
    (check,) = (check for check in COPIES if check.params.kind == "passage")
    assert is_silent(check, copy(), Job(COPIES, "en", ignores=(("a.txt", ("duplicate",)),)))
    assert not is_silent(check, copy(), JOB)


@pytest.mark.parametrize(("share", "written"), [(1, "100%"), (0.9999, "99%"), (0.996, "99%"), (0.614, "61%")])
def test_only_what_is_equal_is_a_hundred_per_cent(share: float, written: str) -> None:
    assert percent(share) == written


@pytest.mark.parametrize(
    ("text", "known_by"),
    [
        ("在全县防汛工作会议上的讲话\n同志们：\n今天开会。", "在全县防汛工作会议上的讲话"),
        ("同志们：\n\n今天召开防汛会议。下面我讲三点。", "今天召开防汛会议。"),
        ("各位领导、同志们:\n今天召开防汛会议。", "今天召开防汛会议。"),
        ("\n　　" + "今天" * 30, "今天" * 11 + "今…"),
        ("同志们：", "同志们："),
        ("", ""),
    ],
)
def test_a_text_is_known_by_its_title_or_first_sentence(text: str, known_by: str) -> None:
    assert opening(text) == known_by


def test_a_section_that_two_reports_share_in_part_is_told_as_rewritten() -> None:
    example = read_explanation(checks_folder() / "duplicate-passage.toml").bad[-1]
    (found,) = report_of({name: unmark(text).text for name, text in example.files.items()}, COPIES).findings
    assert found.severity is Severity.INFO
    assert found.message == "passage partly rewritten: 145 characters, 72% of them stand at a.txt:2 too"


def test_a_copy_of_a_document_is_told_by_its_title() -> None:
    text = "在全县防汛工作会议上的讲话\n同志们：\n" + "".join(
        f"第{n}座水库已经除险加固完毕。" for n in "甲乙丙丁戊己"
    )
    (found,) = report_of({"a.txt": text, "b.txt": text}, COPIES).findings
    known_by = f"“在全县防汛工作会议上的讲话” ({len(text)} characters)"
    assert found.message == f"whole document duplicated: {known_by}, word for word at a.txt:1-3"


@pytest.mark.parametrize(
    "text",
    [
        "青阳区应急管理局文件\n青应急〔2024〕3号\n关于做好春节期间安全生产工作的通知\n各镇人民政府，各企业：\n",
        "24小时值班电话：0538-2958119（商场）、0538-2577119（老街）\n\n青阳区应急管理局办公室\n2024年2月5日\n附件1：值班表\n",
        "感谢您对政府工作的关心和支持。\n青阳区人民政府办公室\n二〇〇六年九月七日\n",
    ],
)
def test_the_form_of_a_document_is_no_passage_to_warn_of(text: str) -> None:
    assert is_form(text)


@pytest.mark.parametrize(
    "text",
    [
        "要健全网格员例会制度，每周研判一次矛盾纠纷，每月通报一次办结情况，让小事不出网格、大事不出社区。",
        "（一）清淤管道四十二公里；\n（二）改造雨污混接点七十六处；\n（三）新建调蓄池两座，改造泵站三座。\n",
        "以习近平新时代中国特色社会主义思想为指导全面贯彻党的二十大和二十届历次全会精神深入贯彻习近平总书记重要讲话精神加快建设现代化",
    ],
)
def test_sentences_are_no_form(text: str) -> None:
    assert not is_form(text)


def test_copies_of_a_form_are_told_at_info() -> None:
    assert told(copy("passage", "exact", 1.0)._replace(is_form=True)) == (Severity.INFO, "exact")
