"""The sentences of the text formats, in English and Chinese."""

from __future__ import annotations

from corpuslint.catalog import Language
from corpuslint.findings import Severity

# The sections of a check's explanation.
HEADINGS: dict[Language, tuple[str, ...]] = {
    "en": ("Why", "What to do", "Limits", "Source", "Found", "Left alone"),
    "zh": ("为什么", "怎么办", "局限", "依据", "会报告", "不报告"),
}

_PHRASES: dict[str, tuple[str, str]] = {
    "more": ("and {count} more of {check} in this file", "本文件另有{count}处{check}"),
    "clean": (
        "Nothing found in {files} ({characters} characters).",
        "未发现问题：共{files}，{characters}字。",
    ),
    "found": (
        "{findings} ({severities}) in {files}, {characters} characters.",
        "共{findings}（{severities}），检查了{files}、{characters}字。",
    ),
    "families": (
        "{families}: {covered} characters stand in more than one place, {redundant} of them are copies.",
        "{families}：{covered}字在多处出现，其中{redundant}字是副本。",
    ),
    "in-record": ("record {record}, line {line}: ", "第{record}条记录第{line}行："),
    "in-text": ("line {line} of the text: ", "正文第{line}行："),
    "skipped": ("{count} not read:", "{count}项未读取："),
    "accepted": ("Accepted: {count}.", "已接受：{count}个。"),
    "focus": (
        "Only what touches {count} path is reported.|Only what touches {count} paths is reported.",
        "仅报告涉及{count}个路径的内容。|仅报告涉及{count}个路径的内容。",
    ),
    "unused": (
        "{source}: accepts {entry}, which is no longer found; take the entry out",
        "{source}：已接受的{entry}不再出现，请删去该条",
    ),
    "unused-many": (
        "{source}: accepts {entry} {count} times too often; write the baseline again",
        "{source}：{entry}多接受了{count}处，请更新基线",
    ),
    "expired": (
        "{source}: {entry} was accepted until {expires} ({reason}); mend the text or set a new date",
        "{source}：{entry}的接受期限已于{expires}届满（{reason}），请修改文本或重设期限",
    ),
    "stale": (
        "{count} accepted entry is out of date.|{count} accepted entries are out of date.",
        "{count}条接受记录已过时。|{count}条接受记录已过时。",
    ),
    "failed": (
        "corpuslint itself failed: check {check} on {path}: {error}. The rest of the report stands; "
        "please report this.",
        "corpuslint 内部错误：检查 {check} 处理 {path} 时出错：{error}。其余结果有效，请报告此问题。",
    ),
    "family": (
        "{copies} copies, {characters} characters, {variant}",
        "{copies}处相同，{characters}字，{variant}",
    ),
    "boilerplate": (
        "stands in {copies} places, {characters} characters, {variant}: wording in common use",
        "在{copies}处出现，{characters}字，{variant}：通用文字",
    ),
    "keep": ("best copy: {reasons}", "最佳文本：{reasons}"),
    "annotated": (
        "Annotated: the worst {shown} of {findings}; the full list is in the log or the report file.",
        "仅标注最严重的{shown}个（共{findings}个），完整列表见日志或报告文件。",
    ),
    "unread": ("{count} not read.", "{count}项未读取。"),
    "cut": (
        "{kept} of {findings} findings are in this file, the worst first; the JSON report has all of them.",
        "本文件仅含最严重的{kept}个问题（共{findings}个），完整列表见 JSON 报告。",
    ),
    "not-read": ("not read: {path}: {reason}", "未读取：{path}：{reason}"),
    "rest": ("… and {count} more", "……另有{count}项"),
    "worst": ("Worst findings", "最严重的问题"),
    "duplicates": ("Duplicates", "重复内容"),
    "unread-files": ("Not read", "未读取"),
    "stale-entries": ("Accepted, and out of date", "过时的接受记录"),
    "column-check": ("Check", "检查"),
    "column-severity": ("Severity", "级别"),
    "column-count": ("Findings", "数量"),
    "column-place": ("Place", "位置"),
    "column-message": ("Message", "说明"),
    "column-characters": ("Characters", "字数"),
    "column-variant": ("Likeness", "异同"),
    "column-best": ("Best copy", "最佳文本"),
    "column-copies": ("Other copies", "其他副本"),
    "file": ("{count} file|{count} files", "{count}个文件|{count}个文件"),
    "finding": ("{count} finding|{count} findings", "{count}个问题|{count}个问题"),
    "duplicate": (
        "{count} family of duplicates|{count} families of duplicates",
        "{count}组重复|{count}组重复",
    ),
    "error": ("{count} error|{count} errors", "错误{count}个|错误{count}个"),
    "warning": ("{count} warning|{count} warnings", "警告{count}个|警告{count}个"),
    "info": ("{count} info|{count} info", "提示{count}个|提示{count}个"),
    "exact": ("the same text", "文字相同"),
    "folded": ("the same but for width, case, punctuation or spaces", "仅全半角、大小写、标点或空格不同"),
    "masked": ("the same but for masks and figures", "仅遮盖或数字不同"),
    "near": ("nearly the same", "基本相同"),
    "fewest-placeholders": ("fewest placeholders", "占位最少"),
    "fewest-errors": ("fewest errors", "错误最少"),
    "longest": ("longest", "篇幅最长"),
    "whole-document": ("a whole document", "完整文档"),
    "earliest": ("first by path", "路径在前"),
    "measured": ("Measured", "实测"),
    "measured-recall": (
        "Of {count} defects marked in the sample documents {share} are found.",
        "样本文档中标出的{count}处问题，查出{share}。",
    ),
    "measured-precision": (
        "Of {count} findings in the sample documents {share} are right.",
        "在样本文档中报告的{count}个问题，属实的占{share}。",
    ),
    "measured-plants": (
        "Of {count} defects planted in sound texts {share} are found.",
        "植入无误文本的{count}处问题，查出{share}。",
    ),
    "measured-with": ("Measured with: {command}", "测量命令：{command}"),
    "severity-error": ("error", "错误"),
    "severity-warning": ("warning", "警告"),
    "severity-info": ("info", "提示"),
}


def say(key: str, language: Language, **values: object) -> str:
    """A phrase in one language with its values filled in."""
    return _PHRASES[key][0 if language == "en" else 1].format(**values)


def count_of(key: str, count: int, language: Language) -> str:
    """A number with its noun: `1 file`, `3 files`."""
    one, many = _PHRASES[key][0 if language == "en" else 1].split("|")
    return (one if count == 1 else many).format(count=f"{count:,}")


def word(key: str, language: Language) -> str:
    """A machine word of the report as people say it; an unknown one as it is."""
    return say(key, language) if key in _PHRASES else key


def severity(value: Severity, language: Language) -> str:
    """A severity as people say it."""
    return say(f"severity-{value}", language)
