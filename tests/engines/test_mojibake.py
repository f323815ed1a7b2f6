import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.engines.mojibake import Params, run
from corpuslint.findings import Severity
from tests.engines.support import Trial

TRIAL = Trial(run, Params())
found, repaired = TRIAL.found, TRIAL.repaired


CLEAN = "全县上下团结奋斗，各项事业取得新的进步。"
WRONG = [("utf-8", "gbk"), ("utf-8", "latin-1"), ("gbk", "latin-1")]


@pytest.mark.parametrize(("written", "read"), WRONG)
def test_a_run_read_in_the_wrong_encoding_is_one_hit_that_mends_it(written: str, read: str) -> None:
    damaged = "团结奋斗".encode(written).decode(read)
    text = CLEAN.replace("团结奋斗", damaged)
    assert found(text) == [("repairable", damaged)]
    assert repaired(text) == CLEAN


def test_a_run_that_lost_bytes_is_told_apart_and_not_mended() -> None:
    damaged = "工作会议".encode().decode("gbk", "ignore")
    text = f"我们{damaged}明确了任务。"
    assert found(text) == [("partial", damaged)]
    assert repaired(text) == text


def test_a_whole_file_read_wrongly_is_one_hit_a_line() -> None:
    damaged = (CLEAN * 40).encode().decode("gbk", "ignore")
    assert len(found(damaged)) <= 3
    assert sum(len(match) for _, match in found(damaged)) > 0.95 * len(damaged)


def test_replacement_characters_with_what_stands_between_are_one_hit() -> None:
    assert found("会议由\ufffd\u0439\ufffd\ufffd主持。") == [("replacement", "\ufffd\u0439\ufffd\ufffd")]


def test_compatibility_forms_are_only_noted() -> None:
    (hit,) = TRIAL.hits("⾏业管理")
    assert (hit.variant, hit.severity) == ("compatibility", Severity.INFO)
    assert repaired("⾏业管理，⻓江流域") == "行业管理，长江流域"


@pytest.mark.parametrize(
    "text",
    [
        "青少年憧憬未来，彷徨踟蹰不可取。",
        "琵琶、琥珀、玳瑁、珐琅、潋滟、逶迤、嶙峋、蜿蜒、饕餮、魑魅、缱绻、绸缪、猗猓、狻猊。",
        "鋼鐵、銅鋁、鍾錢、銀鋪、鍛鍊、經濟、發展、歷史、實踐。",
        "Müller、René、São Paulo、Škoda 与 Ångström 出席。",
        "面积30×40米，角度30°，α粒子，±5％，½杯。",
        "Москва、Αθήνα两地。",
        "你说什么？？真的吗???",
    ],
)
def test_rare_but_real_characters_are_left_alone(text: str) -> None:
    assert found(text) == []


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="发展的鍙戝睍涓鍥锟斤拷烫å·¥½ÖÐ¹ú“”â€œ?�ｱ\ue000⾏х \n", max_size=120))
def test_any_text_gives_the_same_hits_inside_it_each_time(text: str) -> None:
    TRIAL.assert_sound(text)


@pytest.mark.parametrize("line", ["这是讲话的一部分。お", "任务已经明确!オァ", "谢谢各位。お\r\n注释"])
def test_a_kana_behind_the_last_stop_of_a_line_is_damage(line: str) -> None:
    ((variant, match),) = found(line)
    assert variant == "misread"
    assert match.strip("おオァ") == ""


@pytest.mark.parametrize("line", ["产品名为“鲜の味”。", "日文写作ありがとう。さようなら", "会議。この計画"])
def test_japanese_words_are_no_damage(line: str) -> None:
    assert found(line) == []


def test_a_mask_of_multiplication_signs_is_no_damage() -> None:
    assert found("執行主席××××××……") == []
