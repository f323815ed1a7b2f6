"""Numbers with their nouns; Chinese has one form for all numbers."""

from __future__ import annotations

PHRASES = {
    "file": ("{count} file|{count} files", "{count}个文件"),
    "document": ("{count} document|{count} documents", "{count}篇"),
    "character": ("{count} character|{count} characters", "{count}字"),
    "finding": ("{count} finding|{count} findings", "{count}个问题"),
    "error": ("{count} error|{count} errors", "错误{count}个"),
    "warning": ("{count} warning|{count} warnings", "警告{count}个"),
    "info": ("{count} info|{count} info", "提示{count}个"),
    "family": ("{count} family of duplicates|{count} families of duplicates", "{count}组重复"),
    "copy": ("{count} copy|{count} copies", "{count}处重复"),
    "check": ("{count} check|{count} checks", "{count}项检查"),
    "place": ("{count} place|{count} places", "{count}处"),
    "entry": ("{count} entry|{count} entries", "{count}个条目"),
}
