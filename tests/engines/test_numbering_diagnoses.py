"""Sequences of markers, each with what an editor would say of it.

An expectation names the event, the item it stands on (counted from 1) and what the message must name:
「gap 2 二」 is a gap at the second item, where 二、 is missing. `>` marks an item of the level below, `@` a
document with a title and an introduction before its list.
"""

from __future__ import annotations

import pytest

from corpuslint.catalog import shipped
from corpuslint.corpus.parsing import parse
from corpuslint.linting import lint
from corpuslint.selection import select

CHECKS = tuple(select(shipped(), ["numbering", "heading-runon"]))
BODIES = (
    "各镇要压实责任，抓好春耕生产工作。",
    "办公室要及时汇总进展，按月通报情况。",
    "财政部门要足额安排经费，保障工作运转。",
    "宣传部门要营造氛围，讲好基层故事。",
)
INTRODUCTION = ("全镇农业工作总结", "", "今年全镇农业工作稳步推进。", "各村各单位克服困难，任务完成较好。")

TABLE: list[tuple[str, list[str]]] = [
    ("一、 三、 五、", ["gap 2 二", "gap 3 四"]),
    ("一、 三、 五、 七、", ["gap 2 二", "gap 3 四", "gap 4 六"]),
    ("（一） （二） （五） （七）", ["gap 3 （三）、（四）", "gap 4 （六）"]),
    ("1. 3. 5. 6.", ["gap 2 2", "gap 3 4"]),
    ("1、 2、 4、 5、 7、 8、", ["gap 3 3", "gap 5 6"]),
    ("（1） （3） （4） （6）", ["gap 2 （2）", "gap 4 （5）"]),
    ("① ③ ⑤", ["gap 2 ②", "gap 3 ④"]),
    ("第一章 第三章 第五章", ["gap 2 第二章", "gap 3 第四章"]),
    ("第一条 第二条 第四条 第六条", ["gap 3 第三条", "gap 4 第五条"]),
    ("一是 三是 五是", ["gap 2 二是", "gap 3 四是"]),
    ("一要 二要 四要 六要", ["gap 3 三要", "gap 4 五要"]),
    ("第一， 第二， 第四， 第六，", ["gap 3 第三", "gap 4 第五"]),
    ("其一， 其二， 其四，", ["gap 3 其三"]),
    ("首先， 其次， 第四，", ["gap 3 第三"]),
    ("壹、 贰、 肆、", ["gap 3 叁"]),
    ("A. B. D.", ["gap 3 C"]),
    ("Ⅰ. Ⅱ. Ⅳ.", ["gap 3 Ⅲ"]),
    ("1) 2) 4)", ["gap 3 3)"]),
    ("一、 二、 三、 七、", ["gap 4 四、五、六"]),
    ("一、 二、 三、 四、 五、 六、 七、 八、 九、 十、 十二、", ["gap 11 十一"]),
    ("一、 2、 四、 五、", ["style 2 二、", "gap 3 三"]),
    ("一、 二、 4、 五、", ["gap 3 三", "style 3 四、"]),
    ("（一） （3） （四）", ["gap 2 （二）", "style 2 （三）"]),
    ("1、 2、 4. 5、 6、", ["gap 3 3", "style 3 4、"]),
    ("一、 3、 五、", ["gap 2 二", "style 2 三、", "gap 3 四"]),
    ("（一） （二） 四、 （五）", ["gap 3 （三）", "style 3 （四）"]),
    ("一、 三、 二、", ["order 2 二、"]),
    ("一、 三、 二、 四、", ["order 2 二、"]),
    ("一、 二、 四、 三、", ["order 3 三、"]),
    ("（一） （二） （四） （三） （五）", ["order 3 （三）"]),
    ("1. 3. 2. 4.", ["order 2 2."]),
    ("二、 一、 三、 四、", ["order 1 一、"]),
    ("二、 一、 三、", ["order 1 一、"]),
    ("一是 三是 二是 四是", ["order 2 二是"]),
    ("第一， 第三， 第二， 第四，", ["order 2 第二，"]),
    ("1. 2. 4. 5. 3. 6.", ["order 5 3."]),
    ("一、 五、 二、 三、 四、", ["order 2 四、"]),
    ("第一条 第三条 第二条 第四条", ["order 2 第二条"]),
    ("一、 三、 二、 五、", ["order 2 二、", "gap 4 四"]),
    ("一、 二、 二、 四、", ["repeat 3 三、"]),
    ("一、 一、 三、", ["repeat 2 二、"]),
    ("一、 一、 三、 四、", ["repeat 2 二、"]),
    ("（一） （二） （四） （四） （五）", ["repeat 3 （三）"]),
    ("1. 2. 4. 4.", ["repeat 3 3."]),
    ("1. 2. 3. 4. 5. 6. 7. 8. 9. 11. 11. 12.", ["repeat 10 10."]),
    ("1. 2. 3. 4. 5. 6. 7. 8. 9. 1. 11. 12.", ["order 10 10."]),
    ("1. 2. 3. 14. 5.", ["order 4 4."]),
    ("一、 二、 三、 四、 五、 六、 七、 八、 九、 十、 十、 十二、", ["repeat 11 十一、"]),
    ("一、 二、 三、 四、 五、 六、 七、 八、 九、 十、 一、 十二、", ["order 11 十一、"]),
    ("一、 二、 十、 四、", ["order 3 三、"]),
    ("一、 二、 五、 四、 五、", ["order 3 三、"]),
    ("一、 二、 八、", ["gap 3 三、四、五、六、七"]),
    ("一是 二是 二是 四是", ["repeat 3 三是"]),
    ("一是 二是 四是 四是 五是", ["repeat 3 三是"]),
    ("一要 二要 二要 四要", ["repeat 3 三要"]),
    ("第一， 第二， 第二， 第四，", ["repeat 3 第三，"]),
    ("一、 二、 三、 二、 五、", ["order 4 四、"]),
    ("1. 2. 3. 2. 5. 6.", ["order 4 4."]),
    ("第一章 第二章 第二章 第四章", ["repeat 3 第三章"]),
    ("第一条 第二条 第二条 第四条", ["repeat 3 第三条"]),
    ("一、 二、 二、 三、", ["repeat 3 三、"]),
    ("一、 一、 二、 三、", ["repeat 2 二、"]),
    ("一、 二、 三、 三、", ["repeat 4 四、"]),
    ("一、 二、 二、 三、 五、", ["repeat 3 三、", "gap 5 四"]),
    ("（一） （二） （二） （五）", ["repeat 3 （三）", "gap 4 （四）"]),
    ("1. 2. 2. 5. 6.", ["repeat 3 3.", "gap 4 4"]),
    ("一、 二、 二、 二、 五、", ["repeat 3 三、", "repeat 4 四、"]),
    ("一是 二是 二是 三是 五是", ["repeat 3 三是", "gap 5 四是"]),
    ("一、 二、 二、 四、 六、", ["repeat 3 三、", "gap 5 五"]),
    ("@ 二、 三、 四、", ["start 1 一、"]),
    ("@ 二、 四、 五、", ["start 1 一、", "gap 2 三"]),
    ("@ （三） （四）", ["start 1 （一）"]),
    ("@ 2. 3. 4.", ["start 1 1."]),
    ("@ 二、 三、 三、", ["start 1 一、", "repeat 3 四、"]),
    ("@ 二是 三是", ["start 1 一是"]),
    ("@ 第二章 第三章", ["start 1 第一章"]),
    ("一、 二、 3、 四、", ["style 3 三、"]),
    ("一、 （二） 三、", ["style 2 二、"]),
    ("（一） （2） （三）", ["style 2 （二）"]),
    ("1. 2、 3. 4.", ["style 2 2."]),
    ("一是 二要 三是", ["style 2 二是"]),
    ("一是 二是 第三， 四是", ["style 3 三是"]),
    ("一、 >（一） >（三） 二、 >（一） >（二）", ["gap 3 （二）"]),
    ("一、 >（一） >（二） 三、 >（一） >（二）", ["gap 4 二"]),
    ("一、 >（一） >（三） >（五） 三、 >（一） >（二）", ["gap 3 （二）", "gap 4 （四）", "gap 5 二"]),
    ("一、 >1. >2. >4. 二、 >1. >3. >4.", ["gap 4 3", "gap 7 2"]),
    ("一、 >（一） >（三） >（二） 二、 >（一） >（二）", ["order 3 （二）"]),
    ("一、 >（一） >（二） >（二） 二、 >（一） >（二）", ["repeat 4 （三）"]),
    ("一、 >（二） >（三） 二、 >（一） >（二）", ["start 2 （一）"]),
    ("一、 >（一） >（二） 二、 >（二） >（三） 三、", ["start 5 （一）"]),
    ("一、 >（一） >（二） 2、 >（一） >（二） 三、", ["style 4 二、"]),
    ("一、 >（一） >二、 >（三） 二、 >（一） >（二） 三、", ["style 3 （二）"]),
    ("一、 >（一） >（1） >（2） >（4） >（三） 二、", ["gap 5 （3）", "gap 6 （二）"]),
    ("一、 >1. >2. 二、 >1. >2. 四、 >1. >2.", ["gap 7 三"]),
    ("第一章 >第一条 >第二条 第三章 >第四条 >第五条", ["gap 4 第二章", "gap 5 第三条"]),
    ("一、 >一是 >三是 二、 >一是 >二是", ["gap 3 二是"]),
    ("一、 >（一） >（二） 三、 >（一） >（二） 二、 >（一） >（二） 四、 >（一）", ["order 4 二、"]),
    ("一、 >（一） >（二） 一、 >（一） >（二） 三、 >（一）", ["repeat 4 二、"]),
    ("一、 >（一） >（二） 二、 >（一） >（二） 二、 >（一） 四、", ["repeat 7 三、"]),
    ("一、 二、 三、", []),
    ("一、 >（一） >（二） 二、 >（一） >（二）", []),
    ("首先， 其次， 第三， 第四，", []),
    ("首先， 其次， 再次， 最后，", []),
    ("1. 2. 3. >（1） >（2） 4.", []),
    ("第一章 >第一条 >第二条 第二章 >第三条", []),
    ("其一， 其二， 其三，", []),
    ("一、 >1、 >2、 二、 >1、 >2、", []),
]


def diagnoses(sequence: str) -> list[tuple[str, int, str]]:
    """What the checks say of a list with these markers: event, item, message."""
    words = sequence.split()
    lines = list(INTRODUCTION) if words[0] == "@" else []
    above = len(lines)
    for index, word in enumerate(word.lstrip(">") for word in words if word != "@"):
        space = " " if word[-1] in "章条" else ""
        lines.append(f"{word}{space}{BODIES[index % len(BODIES)]}")
    found = lint(parse("a.txt", "\n".join(lines) + "\n"), CHECKS, "zh")
    assert not found.failures
    return [
        (finding.check.removeprefix("numbering-"), finding.start.line - above, finding.message)
        for finding in found.findings
    ]


@pytest.mark.parametrize(("sequence", "expected"), TABLE, ids=[sequence for sequence, _ in TABLE])
def test_a_sequence_gets_the_diagnosis_of_an_editor(sequence: str, expected: list[str]) -> None:
    found = diagnoses(sequence)
    assert len(found) == len(expected), found
    for expectation in expected:
        event, item, named = expectation.split(" ", 2)
        messages = [message for what, where, message in found if (what, where) == (event, int(item))]
        assert any(named in message for message in messages), found
