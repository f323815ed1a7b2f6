"""What findings say beside the messages of their checks."""

from __future__ import annotations

PHRASES = {
    "summary": (
        "{count} in this text; first: {message}",
        "全文{count}处，首处：{message}",
    ),
    "value": ("reads “{value}” here", "此处为“{value}”"),
    "value-same": ("{message}; {place} has “{value}”", "{message}；{place}处为“{value}”"),
    "value-figures": (
        "{message}; the same passage with other figures has “{value}” ({place})",
        "{message}；{place}处文字相同而数字不同，此处为“{value}”",
    ),
    "value-near": (
        "{message}; a similar passage has “{value}” ({place}, {percent}% alike)",
        "{message}；相似段落作“{value}”（{place}，相同{percent}%）",
    ),
}
