"""Numerals: 十一, 廿三, 一百零三, 二〇, full-width digits, ① ⑴ ⒈ ㈠ Ⅳ folded to their value."""

from __future__ import annotations

CHINESE_DIGITS = "〇零○一二三四五六七八九"
CHINESE_NUMERALS = CHINESE_DIGITS + "十百千廿卅"
FORMAL_NUMERALS = "壹贰叁肆伍陆柒捌玖拾"
ARABIC_DIGITS = "0123456789０１２３４５６７８９"

_DIGIT_VALUES = {character: index for index, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
}
_UNIT_VALUES = {"十": 10, "百": 100, "千": 1000}
_MOST_IN_CHINESE = 9999
_TENS_VALUES = {"廿": 20, "卅": 30}
_FORMAL = str.maketrans(FORMAL_NUMERALS, "一二三四五六七八九十")
_TO_FORMAL = str.maketrans("一二三四五六七八九十", FORMAL_NUMERALS)


def chinese_value(numeral: str, *, positional: bool = False) -> int | None:
    """The value of a Chinese numeral, or None where it is not one ordinal.

    三四 is an approximation, not a number; read digit by digit (一〇三) only where `positional` allows it.
    """
    numeral = numeral.translate(_FORMAL)
    if len(numeral) > 1 and all(character in _DIGIT_VALUES for character in numeral):
        return _positional_value(numeral) if positional else None
    total = 0
    digit: int | None = None
    last_unit = 10_000
    for character in numeral:
        if character in _DIGIT_VALUES:
            if digit:
                return None
            digit = _DIGIT_VALUES[character]
        elif character in _TENS_VALUES:
            if digit or last_unit <= 10:
                return None
            total, last_unit, digit = total + _TENS_VALUES[character], 10, None
        else:
            unit = _UNIT_VALUES.get(character)
            if unit is None or unit >= last_unit:
                return None
            total, last_unit, digit = total + (digit or 1) * unit, unit, None
    return total + (digit or 0) or None


def _positional_value(numeral: str) -> int | None:
    value = int("".join(str(_DIGIT_VALUES[character]) for character in numeral))
    return value or None


def arabic_value(numeral: str) -> int | None:
    """The value of half-width or full-width digits, or None for zero."""
    return int(numeral) or None


def in_chinese(value: int) -> str:
    """A number up to 9999 as an ordinal is written: 十一, 一百零三, 一千零一十; a larger one in figures."""
    if value > _MOST_IN_CHINESE:
        return str(value)
    written, is_skipped = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            is_ten = unit == "十" and digit == 1 and not written  # 十一, not 一十一
            written += "零" if written and is_skipped else ""
            written += ("" if is_ten else "零一二三四五六七八九"[digit]) + unit
        is_skipped = not digit
    return written


def in_formal(value: int) -> str:
    """A number as 壹、 lists write it."""
    return in_chinese(value).translate(_TO_FORMAL)
