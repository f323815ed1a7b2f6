import pytest

from corpuslint.corpus.parsing import parse
from corpuslint.residue.addresses import stray_addresses

BODY = "全县上下坚持稳中求进，各项工作取得新的成效，人民生活持续改善。"


def stray(line: str, before: str = BODY) -> list[str]:
    document = parse("a.txt", "\n".join([BODY, before, line, BODY]))
    return [document.slice(span) for span in stray_addresses(document)]


@pytest.mark.parametrize(
    "line",
    [
        "http://www.abcfw.com/show.asp?id=12",
        "www.abcfw.com",
        "(http://abcfw.cc)",
        "links:www.abcfw.com",
        "ａｂｃ．ｃｏｍ",
        "abc@163.com",
        "网盘：pan.baidu.com/s/1abc 提取码：a1b2",
    ],
)
def test_an_address_on_a_line_of_its_own_is_stray(line: str) -> None:
    assert stray(line) == [line]


@pytest.mark.parametrize("before", ["请在以下网页申报：", "联系电话：0531-1234567", "报名网站"])
def test_an_address_that_the_line_before_leads_up_to_is_none(before: str) -> None:
    assert stray("http://www.abc.gov.cn", before) == []


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("要压实责任，www.abcfw.com抓好落实。", "www.abcfw.com"),
        ("要压实责任，(www.abcfw.com)抓好落实。", "(www.abcfw.com)"),
        ("要压实责任。来自www.abcfw.com抓好落实。", "来自www.abcfw.com"),
    ],
)
def test_an_address_thrown_into_a_sentence_is_stray(line: str, address: str) -> None:
    assert stray(line) == [address]


@pytest.mark.parametrize(
    "line",
    [
        "请登录www.gov.cn查询结果。",
        "详见新华网（www.xinhuanet.com）的报道。",
        "材料发送至abc@163.com。",
        "[链接](https://www.abc.com/a)已经公布。",
        "第3.5版于2023.05发布，比例为1.2。",
    ],
)
def test_an_address_of_the_text_is_none(line: str) -> None:
    assert stray(line) == []
