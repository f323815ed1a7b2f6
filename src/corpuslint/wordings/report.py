"""The sentences of reports and of explained checks."""

from __future__ import annotations

PHRASES = {
    "more": ("and {count} more of {check} in this file", "本文件另有{count}处{check}"),
    "clean": ("Nothing found in {files} ({characters}).", "未发现问题：共{files}，{characters}。"),
    "found": (
        "{findings} ({severities}) in {files}, {characters}.",
        "共{findings}（{severities}），检查了{files}、{characters}。",
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
        "仅报告涉及{count}个路径的内容。",
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
        "{count}条接受记录已过时。",
    ),
    "failed": (
        "corpuslint itself failed: check {check} on {path}: {error}. The rest of the report stands; "
        "please report this.",
        "corpuslint 内部错误：检查 {check} 处理 {path} 时出错：{error}。其余结果有效，请报告此问题。",
    ),
    "family": ("{copies}, {characters}, {variant}", "{copies}，{characters}，{variant}"),
    "boilerplate": (
        "stands in {places}, {characters}, {variant}: wording in common use",
        "在{places}出现，{characters}，{variant}：通用文字",
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
    "exact": ("the same text", "文字相同"),
    "folded": ("the same but for width, case, punctuation or spaces", "仅全半角、大小写、标点或空格不同"),
    "masked": ("the same but for masks and figures", "仅遮盖或数字不同"),
    "near": ("with edits", "有改动"),
    "fewest-placeholders": ("fewest placeholders", "占位最少"),
    "fewest-errors": ("fewest errors", "错误最少"),
    "longest": ("longest", "篇幅最长"),
    "whole-document": ("a whole document", "完整文档"),
    "earliest": ("first by path", "路径在前"),
    "heading-measured": ("Measured", "实测"),
    "measured-recall": (
        "Of {count} defect marked in the sample documents {share} is found."
        "|Of {count} defects marked in the sample documents {share} are found.",
        "样本文档中标出的{count}处问题，查出{share}。",
    ),
    "measured-precision": (
        "Of {count} finding in the sample documents {share} is right."
        "|Of {count} findings in the sample documents {share} are right.",
        "在样本文档中报告的{count}个问题，属实的占{share}。",
    ),
    "measured-plants": (
        "Of {count} defect planted in sound texts {share} is found."
        "|Of {count} defects planted in sound texts {share} are found.",
        "植入无误文本的{count}处问题，查出{share}。",
    ),
    "measured-field": (
        "Of {count} defect planted in one of the many forms seen in the field {share} is found."
        "|Of {count} defects planted in the many forms seen in the field {share} are found.",
        "以实际文档中的各种写法植入的{count}处问题，查出{share}。",
    ),
    "measured-with": ("Measured with: {command}", "测量命令：{command}"),
    "severity-error": ("error", "错误"),
    "severity-warning": ("warning", "警告"),
    "severity-info": ("info", "提示"),
    "off": ("off by default", "默认不启用"),
    "off-mark": (" (off)", "（默认不启用）"),
    "confidence-high": ("high confidence", "把握高"),
    "confidence-medium": ("medium confidence", "把握中等"),
    "confidence-low": ("low confidence", "把握低"),
    "qualities": ("{id} ({qualities})", "{id}（{qualities}）"),
    "heading-why": ("Why", "为什么"),
    "heading-advice": ("What to do", "怎么办"),
    "heading-limits": ("Limits", "局限"),
    "heading-source": ("Source", "依据"),
    "heading-bad": ("Found", "会报告"),
    "heading-good": ("Left alone", "不报告"),
}
