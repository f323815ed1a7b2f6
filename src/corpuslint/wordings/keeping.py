"""What is said of the results kept between runs."""

from __future__ import annotations

PHRASES = {
    "rebuilt": (
        "{path}: deleted, for it could not be used ({reason}); it is built anew",
        "{path}：无法使用，已删除（{reason}），将重新生成",
    ),
    "unused": (
        "{path}: not used ({reason}); the run is complete, only slower, and --no-cache leaves it alone",
        "{path}：未使用（{reason}）；结果完整，只是较慢；用--no-cache可不使用缓存",
    ),
    "damaged": ("it is damaged", "已损坏"),
    "foreign": ("written by another version, or another program", "由其他版本或其他程序写成"),
}
