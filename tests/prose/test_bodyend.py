from corpuslint.corpus.parsing import parse
from corpuslint.prose.bodyend import last_line


def test_what_a_web_page_leaves_under_a_text_is_no_text() -> None:
    document = parse("a.txt", "要抓好落实。\n各组要开展排查\n上一篇：简报\n会员登录\n")
    assert last_line(document) == 1


def test_a_text_with_nothing_under_it_ends_where_it_ends() -> None:
    assert last_line(parse("a.txt", "要抓好落实。\n县政府\n")) == 1
    assert last_line(parse("a.txt", "")) == -1
