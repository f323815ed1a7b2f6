import pytest
from hypothesis import given, settings

from corpuslint.engines.doubled import Params, run
from tests.engines.support import Trial, around

TRIAL = Trial(run, Params())
found, repaired = TRIAL.found, TRIAL.repaired


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("下半年完成完成招投标。", "word", "完成完成"),
        ("落实安全生产安全生产责任。", "word", "安全生产安全生产"),
        ("对工作复杂性的的认识。", "character", "的的"),
        ("要求，加加强队伍建设。", "character", "加加"),
        ("开展农户庭院整治。把农户庭庭院整治好。", "character", "庭庭"),
        ("加强党的建设。进一步加强加党的建设。", "stutter", "加强加"),
        ("标准由2000元提高提到3000元。", "stutter", "提高提"),
        ("每月不少于于两次。", "character", "于于"),
        ("工工作作安安排排", "shadow", "工工作作安安排排"),
    ],
)
def test_a_doubling_is_found_once(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


def test_one_of_the_two_is_taken_out() -> None:
    assert repaired("下半年完成完成招投标，对复杂性的的认识。") == "下半年完成招投标，对复杂性的认识。"


@pytest.mark.parametrize(
    "text",
    [
        "人人动手，牢牢守住，踏踏实实，一步一步，等等。",
        "加大大病救治，发展展示平台，学习习近平重要讲话，和平平安。",
        "副局局长、各市市长、宪法法律、会同同级部门、达到目的的人。",
        "研究研究，一个一个，实实在在，越来越好，更多更公平。",
        "适合合同约定，一九九○年，二〇〇〇年。",
        "哈哈哈哈，是否否决，从从容容，国家政策。",
    ],
)
def test_reduplication_and_words_that_touch_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_document_decides_between_two_readings() -> None:
    assert found("鼓励创业，支持创业，促进创业，发展企业创业创新平台。") == []


@settings(max_examples=80, deadline=None)
@given(around("完成完成任务。", "取得了的的成绩", "工作会会议", alphabet="的会议加强完成一个，。人工作 \n"))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)


@pytest.mark.parametrize("text", ["加强加固改造。", "推进推广应用。", "落实落细责任。", "位于于洪区的厂房。"])
def test_a_verb_and_another_word_that_begins_like_it_are_no_doubling(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "无障碍设施施工应当合格，无障碍设施工程应当验收。",
        "保障农民民主权利，农民主体地位不动摇。",
        "假冒期刊名称出版出版物的，没收出版物，出版物应当送检。",
        "审查期间，申请人申请人民法院委托鉴定的，申请人民政府复议的，不予准许。",
        "收件人以及以其他方式领取的人。以其他方式领取的。",
        "按照有关规定规定的期限，由专业组织组织培训。",
        "除了领导领导、计划计划、检查检查、推动推动以外，不管别的。",
    ],
)
def test_words_that_meet_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "variant", "match"),
    [
        ("提出，要压实河长责任，要压实河长责任，加强巡查。", "clause", "要压实河长责任，要压实河长责任，"),
        ("要在入冬前改造完毕，要在入冬前改造完毕。", "clause", "要在入冬前改造完毕，要在入冬前改造完毕。"),
        ("镇水务站负责检修闸门。\n\n镇水务站负责检修闸门。", "paragraph", "镇水务站负责检修闸门。"),
    ],
)
def test_what_is_said_twice_running_is_found(text: str, variant: str, match: str) -> None:
    assert found(text) == [(variant, match)]


def test_all_copies_but_one_are_taken_out() -> None:
    assert repaired("要压实河长责任，要压实河长责任，要压实河长责任。") == "要压实河长责任。"
    assert repaired("闸门由水务站负责。\n闸门由水务站负责。").strip() == "闸门由水务站负责。"


@pytest.mark.parametrize(
    "text",
    [
        "我们坚持稳中求进、稳中求进。",
        "团结就是我们的力量，团结就是我们的力量！",
        "我们走在大路上，\n意气风发，\n我们走在大路上，\n我们走在大路上，\n步伐坚定。",
    ],
)
def test_calls_slogans_and_verse_are_meant(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("一是要加强强学习。", "强强"),
        ("全市坚持持把质量放在首位。", "持持"),
        ("实力明显提提升。", "提提"),
        ("需要切切实改正。", "切切"),
        ("廉政建设设情况。", "设设"),
        ("共有25件件报送县里。", "件件"),
    ],
)
def test_a_character_of_a_word_is_found_twice(text: str, match: str) -> None:
    assert found(text) == [("character", match)]


@pytest.mark.parametrize(
    "text",
    [
        "要切实抓实抓细，对下步工作作了安排。研究会理事会理事到会。",
        "法律法规规定的程序，会议议程，会同同级部门，执行局局长，反动势力力图翻案。",
        "张程程、单婷婷、陈园园和周佳佳到会，一张张照片，朦朦胧胧，人人享有，5家家庭农场。",
        "洗洗澡、治治病，同大家见见面，活生生的现实，本本主义，想入非非。",
        "对大案要案要集中力量，弘扬民族民族精神。",
    ],
)
def test_what_touches_in_official_prose_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["好好" * 30_000, "，" * 60_000, "要抓好落实，" * 8_000, "完成" * 30_000])
def test_long_repetitions_are_read(text: str) -> None:
    TRIAL.assert_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "建设更高水平平安县城。",
        "李强强调安全生产。",
        "支持产业链链主企业。",
        "用公正监管管出公平。",
        "两项指标双双突破，强强联合。",
        "强化食品安全全链条监管。",
        "由总干部部负责落实。",
        "君主专制制度被推翻。",
        "想拿多少拿多少。",
    ],
)
def test_words_that_meet_are_no_doubling(text: str) -> None:
    assert found(text) == []
