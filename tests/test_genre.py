import pytest

from corpuslint.genre import Genre, detect, judge

LAW = "\n".join(
    ["某市节约用水办法", "第一章 总则"]
    + [f"第{number}条 单位和个人应当节约用水。" for number in "一二三四五六"]
)
COURT = """某县人民法院民事判决书
（2021）云2901民初35号
原告：周某某，住某县。
被告：某工贸公司。
本院认为，原告的诉讼请求有事实依据。判决如下：
审判长 王某某"""
TEMPLATE = """20xx年x月x日，xx局组织xx公司到xx县xx镇开展帮扶，xx同志带队。
走访群众x户，落实资金x万元，签约率x%，xx书记作了部署。
xx单位投入x万元，惠及x人，满意度达x%，办结事项x件。"""
SPEECH = "同志们：\n今天我们召开会议，总结2022年工作。全年完成投资X亿元，新建学校X所，增长X%。"


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (LAW, Genre.LAW),
        (COURT, Genre.COURT),
        (TEMPLATE, Genre.TEMPLATE),
        (SPEECH, Genre.SPEECH),
        ("", Genre.SPEECH),
    ],
)
def test_a_text_is_told_by_its_content(text: str, genre: Genre) -> None:
    assert detect(text) == genre


def test_a_judgement_gives_its_reasons() -> None:
    assert judge(COURT).reasons[0] == "人民法院"
    assert judge(LAW).reasons == ("第一条", "6 articles")


def test_a_template_is_told_with_the_number_and_the_first_of_its_masks() -> None:
    judgement = judge(TEMPLATE)
    assert judgement.masks >= 10
    assert judgement.first is not None
    assert TEMPLATE[judgement.first.start : judgement.first.end] == "20xx年"


@pytest.mark.parametrize("filled", ["2021年完成收尾。", "王小明同志在会上讲话。", "其中甲村投入30万元。"])
def test_one_kind_that_is_filled_in_makes_the_masks_defects(filled: str) -> None:
    assert detect(TEMPLATE + "\n" + filled) is Genre.SPEECH


def test_a_report_that_quotes_an_article_is_a_speech() -> None:
    assert detect("第一条 坚持党的领导。\n第二条 坚持改革。\n全市上下要对照执行。") is Genre.SPEECH


def test_a_report_on_the_work_of_courts_is_a_speech() -> None:
    text = "人民法院工作报告\n" + "全市法院依法审理各类案件，服务大局，司法为民，公正司法。" * 60
    assert detect(text + "原告和被告对判决书、裁定书的满意度提高。") is Genre.SPEECH
