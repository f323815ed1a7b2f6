"""What is wrong with a command line, and the frame around it."""

from __future__ import annotations

PHRASES = {
    "usage": ("Usage: {usage}", "用法：{usage}"),
    "options": ("[OPTIONS]", "[选项]"),
    "command": ("COMMAND [ARGS]...", "命令 [参数]..."),
    "try": ("Try '{command} --help' for help.", "输入“{command} --help”查看帮助。"),
    "error": ("Error: {message}", "错误：{message}"),
    "with-hint": ("{problem} {hint}", "{problem}{hint}"),
    "near": ("Did you mean {name}?", "是否应为{name}？"),
    "no-option": ("There is no option {name}.", "没有选项{name}。"),
    "missing-option": ("The option {name} is required.", "缺少必需的选项{name}。"),
    "missing-argument": ("The argument {name} is required.", "缺少必需的参数{name}。"),
    "needs-value": (
        "The option {name} needs a value.|The option {name} needs {count} values.",
        "选项{name}需要{count}个值。",
    ),
    "takes-none": ("The option {name} takes no value.", "选项{name}不带值。"),
    "extra": ("Too much on the line: {found}", "多余的参数：{found}"),
    "not-one-of": ('{name}: "{found}" is not one of {names}.', "{name}：“{found}”不在可选值之中：{names}。"),
    "not-whole": ('{name}: "{found}" is no whole number{range}.', "{name}：“{found}”不是{range}整数。"),
    "not-number": ('{name}: "{found}" is no number{range}.', "{name}：“{found}”不是{range}数字。"),
    "range-any": ("", ""),
    "range-from": (" from {least}", "不小于{least}的"),
    "range-between": (" from {least} to {most}", "{least}至{most}之间的"),
    "not-date": (
        '{name}: "{found}" is no date; write e.g. 2027-01-31.',
        "{name}：“{found}”不是日期；应写作2027-01-31这样的形式。",
    ),
    "is-folder": ("{name}: {found} is a folder; name a file.", "{name}：{found}是文件夹；请指定文件。"),
    "wrong": ("{name}: {message}", "{name}：{message}"),
    "other": ("{message}", "{message}"),
}
