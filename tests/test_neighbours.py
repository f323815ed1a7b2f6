import re

import pytest

from corpuslint.neighbours import NEIGHBOURS, written_out

WORDS = {
    "unit": ["万元，", "余户群众", "个百分点", "名党员", "次会议", "点意见", "%左右", "人参加", "多亿元"],
    "place": ["县人民政府", "镇党委", "村两委", "街道", "社区"],
    "person": ["同志主持", "书记", "局长说"],
    "acting": ["同志作了", "同志主持会议", "同志就"],
}
LOOK_ALIKES = {
    "unit": [
        "个人",
        "项目",
        "名义",
        "家庭",
        "户籍",
        "所谓",
        "处理",
        "期间",
        "次日",
        "天然",
        "条件",
        "点上",
        "人民",
    ],
    "place": ["市民", "县长", "乡级", "区域", "村民"],
    "person": ["同志们", "局长期"],
    "acting": ["同志们"],
}


def begins_with(name: str, text: str) -> bool:
    return re.match(written_out(f"«{name}»"), text) is not None


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WORDS.items() for text in texts])
def test_what_stands_beside_a_value_is_known(name: str, text: str) -> None:
    assert begins_with(name, text)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in LOOK_ALIKES.items() for text in texts]
)
def test_words_that_begin_like_it_are_not(name: str, text: str) -> None:
    assert not begins_with(name, text)


def test_each_is_an_expression_of_its_own() -> None:
    for name in NEIGHBOURS:
        re.compile(written_out(f"a«{name}»b"))


def test_a_name_that_is_none_of_theirs_stays_as_it_stands() -> None:
    assert written_out("«职务»") == "«职务»"
    assert written_out("«nobody»") == "«nobody»"
