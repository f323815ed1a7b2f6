import pytest

from corpuslint.prose import grammar


@pytest.mark.parametrize(
    "line", ["各项任务圆满完成。", "他说：“好！”", "（见附件。）", "第一项；", "主要任务是：", "还有很多……"]
)
def test_a_line_with_a_stop_is_closed(line: str) -> None:
    assert grammar.closes(line)


@pytest.mark.parametrize("line", ["各项任务圆满完成", "要抓好春耕，", "落实“两个责任”", "包括粮食、"])
def test_a_line_without_a_stop_is_open(line: str) -> None:
    assert not grammar.closes(line)


@pytest.mark.parametrize("line", ["，并抓好落实。", "》，明确了责任。", "。会议指出"])
def test_a_closing_mark_cannot_begin_a_line(line: str) -> None:
    assert grammar.starts_with_closing_mark(line)


@pytest.mark.parametrize(
    "line", ["和演练工作", "等部门的意见", "的主要任务", "以及相关单位", "们要认真学习", "类服务项目"]
)
def test_the_rest_of_a_phrase_cannot_begin_a_line(line: str) -> None:
    assert grammar.cannot_begin(line)


@pytest.mark.parametrize(
    "line",
    [
        "和平与发展",
        "等级评定",
        "的确如此",
        "了解情况",
        "与会同志",
        "类似的做法",
        "及时上报",
        "得到加强",
        "着力抓好",
    ],
)
def test_words_that_only_look_like_the_rest_may_begin_a_line(line: str) -> None:
    assert not grammar.cannot_begin(line)


@pytest.mark.parametrize(
    "line", ["全面加强和", "关于", "重点放在", "主要是", "进一步", "各项工作的", "集中力量对"]
)
def test_a_word_that_wants_another_cannot_end_a_line(line: str) -> None:
    assert grammar.cannot_end(line)


@pytest.mark.parametrize(
    "line", ["总和与共和国", "积极应对", "依然存在", "广泛参与", "达到目的", "可以", "也是"]
)
def test_words_that_only_look_unfinished_may_end_a_line(line: str) -> None:
    assert not grammar.cannot_end(line)


def test_a_figure_cut_in_two_goes_on() -> None:
    assert grammar.number_goes_on("新建公路12", "5公里")
    assert grammar.number_goes_on("共计30", "万人")
    assert grammar.number_goes_on("全面启用WI", "FI服务")
    assert not grammar.number_goes_on("截至2023", "民政部门")
    assert not grammar.number_goes_on("工作", "5公里")


@pytest.mark.parametrize("line", ["各位代表：", "同志们！", "尊敬的各位领导、各位来宾：", "大家好！"])
def test_salutations(line: str) -> None:
    assert grammar.is_salutation(line)


@pytest.mark.parametrize(
    "line", ["附件：名单", "2023年5月6日", "（2023年3月5日在大会上）", "| 甲 | 乙 |", "----", "42"]
)
def test_labels_dates_and_markup_are_no_prose(line: str) -> None:
    assert not grammar.is_prose(line)


def test_unclosed_brackets_are_told_in_order() -> None:
    assert grammar.unclosed("印发《关于“三农") == "《“"
    assert grammar.unclosed("《办法》和“意见”") == ""
    assert grammar.unclosed("1）一项") == ""


@pytest.mark.parametrize(
    "line", ["在大会上的讲话", "关于防汛的通知", "2023年工作总结（草案）", "在会上的讲话汇集"]
)
def test_titles_end_with_the_name_of_their_genre(line: str) -> None:
    assert grammar.ends_like_title(line)


def test_a_heading_does_not_end_like_a_title() -> None:
    assert not grammar.ends_like_title("坚持绿色发展")


def test_a_note_may_end_with_the_page_it_belongs_to() -> None:
    assert grammar.closes("见本书注释。――第12、45页")
    assert not grammar.closes("全书共三百二十页")


def test_a_date_is_not_cut_between_two_lines() -> None:
    assert not grammar.number_goes_on("发布于2019-10-30", "2020年工作总结")
    assert grammar.number_goes_on("完成投资12", "亿元")
