import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.corpus.parsing import parse
from corpuslint.engines.runon import Params, run
from tests.engines.support import Trial, around

ALPHABET = st.text(alphabet="一二三四、（）1.2是要。；，\n\n第章条 今年来我县为了甲乙丙", max_size=200)


DOCUMENTS = around(
    "（一）抓宣传。各村印发资料。",
    "（二）抓落实今年来，我县建成机井三十眼，受益农户九百多户。",
    "\n",
    "（三）抓督查。每月通报。\n",
    alphabet="（一）是。\n",
)
TRIAL = Trial(run, Params())
found = TRIAL.found


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("（一）抓宣传。印发资料。（二）抓培训。举办讲座。\n\n（三）抓督查。每月通报。", "（二）"),
        ("一、抓宣传。印发资料。\n\n二、抓培训。举办讲座。三、抓督查。每月通报。", "三、"),
        ("会议作了报告。一、抓宣传\n\n印发资料。\n\n二、抓培训\n\n举办讲座。", "一、"),
        (
            "第一章 总则\n\n第一条 制定本办法。第二章 职责\n\n第二条 由镇负责。\n\n第三章 附则",
            "第二章",
        ),
        ("一是抓宣传。印发资料。\n\n二是抓培训。举办讲座。三是抓督查。每月通报。", "三是"),
    ],
)
def test_a_marker_inside_a_paragraph(text: str, marker: str) -> None:
    ((variant, match),) = found(text)
    assert variant == ("first" if marker == "一、" else "marker")
    assert match == marker


def test_the_item_before_it_is_pointed_to() -> None:
    document = parse("a.txt", "（一）抓宣传。印发资料。（二）抓培训。举办讲座。\n\n（三）抓督查。每月通报。")
    (hit,) = run(document, Params())
    assert hit.values["before"] == "（一）"
    assert document.slice(hit.related[0].span).startswith("（一）")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一是强化监督促规范今年来，我镇开展检查四次。", "一是强化监督促规范"),
        ("二是健全服务体系为进一步方便群众，设立窗口八个。", "二是健全服务体系"),
        (
            "一是加强阵地建设。新建广场三处。\n\n二是加强队伍建设全力推进乡土人才培训工作，培训二百人。",
            "二是加强队伍建设",
        ),
    ],
)
def test_a_heading_that_runs_into_its_body(text: str, heading: str) -> None:
    assert found(text) == [("", heading)]


def test_a_heading_on_the_line_of_its_text_where_the_others_stand_alone() -> None:
    text = (
        "一、健全组织体系\n\n成立了领导小组。\n\n二、完善工作机制全镇建立定期会商制度，每月研究一次，解决了一批难题。\n\n"
        "三、强化督促检查\n\n整改问题十个。"
    )
    assert found(text) == [("", "二、完善工作机制")]


@pytest.mark.parametrize(
    "text",
    [
        "（一）抓好宣传。今年以来，全镇印发资料五千份。",
        "一是今年以来雨水偏多，二是劳力不足。",
        "一是为进一步做好信访工作，成立了专班。",
        "（一）依照前款第（二）项办理。\n\n（三）依照本条办理。",
        "一、主要做法\n\n坚持问题导向。\n\n二、主要成效\n\n问题逐步解决。",
        "要做到两点。一是抓早，二是抓实。",
        "一是抓早。二是抓实。三是抓细。",
        "（一）抓宣传。印发资料。\n\n（二）对教育发展质量组织开展评估监测工作，及时通报。",
        "（一）各单位积极开展宣传，效果良好。\n\n（二）各单位认真落实责任，进展顺利。",
    ],
)
def test_headings_that_stand_as_they_should(text: str) -> None:
    assert found(text) == []


@settings(max_examples=200, deadline=None)
@given(st.one_of(ALPHABET, DOCUMENTS))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    TRIAL.assert_sound(text)


SIBLINGS = "（一）抓宣传。各村印发资料，做到户户知晓。\n\n{}\n\n（三）抓督查。每月通报进度，逾期不办的约谈。"


def test_an_item_without_the_stop_its_siblings_have() -> None:
    line = "（二）抓培训由县农技站举办讲座十二场，组织能手到田头示范。"
    assert found(SIBLINGS.format(line)) == [("stop", "（二）抓培训")]


@pytest.mark.parametrize(
    "line",
    [
        "（二）抓培训.由县农技站举办讲座十二场，组织能手到田头示范。",
        "（二）抓培训，由县农技站举办讲座十二场，组织能手到田头示范。",
        "（二）由县农技站举办讲座。",
    ],
)
def test_an_item_with_another_mark_or_little_text_is_no_fused_heading(line: str) -> None:
    assert found(SIBLINGS.format(line)) == []


def test_a_sequence_of_words_that_begins_late_is_not_fused() -> None:
    assert found("二是力量不足。人手很紧。三是经费不足。缺口很大。四是设备不足。") == []
