"""Anchors: equal windows have equal hashes, and what is kept depends on the window alone."""

import numpy as np
import pytest

from corpuslint.duplicates.fold import fold
from corpuslint.duplicates.shingles import context_hashes, sample, window_hashes


def symbols(text: str) -> np.ndarray:
    return fold(text).symbols


@pytest.mark.parametrize("width", [1, 2, 3, 6, 8, 28])
def test_windows_are_equal_where_their_text_is(width: int) -> None:
    text = "春耕备耕工作会议强调春耕备耕工作要抓早抓实" * 3
    hashes = window_hashes(symbols(text), width).tolist()
    windows = [text[start : start + width] for start in range(len(text) - width + 1)]
    assert len(hashes) == len(windows)
    assert len(set(hashes)) == len(set(windows))
    assert len(set(zip(hashes, windows, strict=True))) == len(set(windows))


def test_a_text_shorter_than_a_window_has_none() -> None:
    assert len(window_hashes(symbols("春耕"), 6)) == 0
    assert len(sample(symbols(""), 6, 4).positions) == 0


def test_a_copy_keeps_the_anchors_of_the_original() -> None:
    passage = "灌区管理站要在立夏之前完成全部闸门的检修和渠道的清淤"
    first, second = (sample(symbols(before + passage), 6, 4) for before in ("会议要求", "上周的通知里说，"))
    shift = len("上周的通知里说") - len("会议要求")
    kept = {
        (h, p + shift) for h, p in zip(first.hashes.tolist(), first.positions.tolist(), strict=True) if p >= 4
    }
    assert kept
    assert kept <= set(zip(second.hashes.tolist(), second.positions.tolist(), strict=True))


def test_chunks_do_not_show() -> None:
    text = np.random.default_rng(7).integers(0x4E00, 0x5000, 200_000).astype(np.uint16)
    anchors = sample(text, 8, 4)
    whole = window_hashes(text, 8)
    assert anchors.positions.tolist() == np.flatnonzero(whole % np.uint64(4) == 0).tolist()
    assert 0.24 < len(anchors.positions) / len(text) < 0.26


def test_the_context_of_an_anchor_moves_inwards_at_the_ends_of_a_document() -> None:
    text = symbols("要把粮食库存清查作为当前头等大事来抓逐仓逐囤过秤登记不留死角不走过场")
    count = len(text)
    places = np.array([0, 3, count - 6])
    bounds = np.zeros(3, np.int64), np.full(3, count)
    hashes = context_hashes(text, places, *bounds)
    assert len(set(hashes.tolist())) == 3
    assert hashes.tolist() == context_hashes(text, places, *bounds).tolist()
