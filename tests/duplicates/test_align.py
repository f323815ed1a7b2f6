"""Alignment: exact ends of the copy within what was aligned."""

import pytest

from corpuslint.duplicates.align import align, best_segments, equal_runs, longest_ascending, reaches


def copies(left: str, right: str, least: int = 4) -> list[tuple[str, str]]:
    return [
        (left[run[0].left : run[-1].left_end], right[run[0].right : run[-1].right_end])
        for run in best_segments(align(left, right), least)
    ]


def test_the_copy_is_cut_out_of_what_surrounds_it() -> None:
    assert copies("甲乙丙春耕备耕工作丁", "子丑春耕备耕工作寅卯") == [("春耕备耕工作", "春耕备耕工作")]


def test_an_edit_inside_belongs_to_the_copy() -> None:
    left, right = "完成春耕和备耕工作任务", "完成春耕及备耕等工作任务"
    assert copies(left, right) == [(left, right)]


def test_two_copies_with_too_much_between_them_are_two() -> None:
    left = "春耕备耕工作" + "天地玄黄宇宙洪荒" + "抗旱保苗会议"
    right = "春耕备耕工作" + "日月盈昃辰宿列张" + "抗旱保苗会议"
    assert sorted(copies(left, right)) == [("抗旱保苗会议",) * 2, ("春耕备耕工作",) * 2]


def test_a_masked_name_costs_nothing() -> None:
    left, right = "县长张明远在会上讲话", "县长#在会上讲话"
    (run,) = best_segments(align(left, right), 4)
    assert [block.masking for block in run if not block.equal] == [True]
    assert sum(block.score for block in run) == 7


def test_nothing_alike_gives_no_copy() -> None:
    assert copies("天地玄黄宇宙洪荒", "日月盈昃辰宿列张") == []
    assert copies("", "日月") == []


@pytest.mark.parametrize("cuts", [[], [(3, 3)], [(2, 2), (5, 4)]])
def test_cuts_do_not_change_where_the_blocks_lie(cuts: list[tuple[int, int]]) -> None:
    left, right = "春耕备耕工作会议", "春耕备耕作会议"
    blocks = align(left, right, cuts)
    assert "".join(left[block.left : block.left_end] for block in blocks) == left
    assert "".join(right[block.right : block.right_end] for block in blocks) == right
    assert all((left[b.left : b.left_end] == right[b.right : b.right_end]) == b.equal for b in blocks)


def test_the_longest_ascending_run_leaves_strays_out() -> None:
    assert longest_ascending([1, 2, 3, 4], [10, 90, 20, 30]) == [(1, 10), (3, 20), (4, 30)]
    assert longest_ascending([], []) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("甲乙丙春耕备耕工作丁", "子丑春耕备耕工作寅卯"),
        ("完成春耕和备耕工作任务", "完成春耕及备耕等工作任务"),
        ("县长张明远在会上讲话", "县长#在会上讲话"),
        ("天地玄黄宇宙洪荒", "日月盈昃辰宿列张"),
        ("", "日月"),
    ],
)
def test_a_score_is_reached_exactly_when_a_copy_has_it(left: str, right: str) -> None:
    runs = equal_runs(left, right)
    for least in range(1, 12):
        assert reaches(left, right, runs, least) == bool(best_segments(align(left, right), least))
