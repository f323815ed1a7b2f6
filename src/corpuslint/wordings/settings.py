"""What is wrong with a settings file, a check file or a baseline, and how to put it right."""

from __future__ import annotations

PHRASES = {
    "at": ("{place}: {reason}", "{place}: {reason}"),
    "at-key": ("{key}: {reason}", "{key}：{reason}"),
    "with-hint": ("{problem}; {hint}", "{problem}；{hint}"),
    # names that are nearly right
    "near": ('did you mean "{name}"?', "是否应为“{name}”？"),
    "known": ("known: {names}", "可用：{names}"),
    "known-checks": (
        "the groups are {names}; `corpuslint checks` lists the checks",
        "分组有：{names}；各项检查见`corpuslint checks`",
    ),
    # files
    "unreadable": ("{path}: cannot be read ({reason})", "{path}: 无法读取（{reason}）"),
    "no-file": (
        "{path}: there is no such file; mend the path",
        "{path}: 没有这个文件；请改正路径",
    ),
    "is-folder": (
        "{path}: is a folder, not a file; rename it, or name another file",
        "{path}: 是文件夹，不是文件；请改名，或指定其他文件",
    ),
    "not-utf-8": (
        "{path}:{line}: not UTF-8 (byte {byte}); save it as UTF-8",
        "{path}:{line}: 不是UTF-8编码（第{byte}字节）；请另存为UTF-8",
    ),
    "no-table": (
        "{path}: has no [{table}] table; add one, or name another file",
        "{path}: 没有[{table}]表；请补上，或指定其他文件",
    ),
    # TOML that is none
    "syntax": ("not valid TOML: {error}", "不是有效的TOML：{error}"),
    "syntax-deep": (
        "brackets are nested too deep to read; take some out",
        "括号嵌套过深，无法读取；请减少层数",
    ),
    "syntax-twice": (
        '"{key}" is written twice; keep one of the two',
        "“{key}”出现两次；请只保留一处",
    ),
    "syntax-table-twice": (
        "[{table}] is defined twice; put all its keys in one place",
        "[{table}]重复定义；请将其中的键合并到一处",
    ),
    "syntax-other-form": (
        '"{key}" is written already in another form; keep one of the two',
        "“{key}”已用另一种写法定义；请只保留一种",
    ),
    "syntax-no-equals": (
        '"{found}" is no line of TOML; write a key, = and a value, e.g. limit = 10',
        "“{found}”不是有效的TOML行；应写作“键 = 值”，如limit = 10",
    ),
    "syntax-rest": (
        'something stands behind the value: "{found}"; begin a new line for the next key',
        "值后面有多余内容“{found}”；下一个键应另起一行",
    ),
    "syntax-value": (
        '"{found}" is no value of TOML; write text in quotes, true or false without',
        "“{found}”不是有效的值；文字应加引号，true、false不加",
    ),
    "syntax-no-value": (
        "no value stands behind the =; write one, or take the line out",
        "等号后没有值；请补上，或删去该行",
    ),
    "syntax-date": (
        '"{found}" is no date of the calendar; write e.g. 2027-01-31',
        "“{found}”不是有效日期；应写作2027-01-31这样的形式",
    ),
    "syntax-array": (
        "the array that begins here is not closed; write ] behind its last entry and commas between them",
        "从这里开始的数组没有结束；请在最后一项后加]，各项之间用逗号隔开",
    ),
    "syntax-inline": (
        "the inline table that begins here is not closed; write }} behind its last entry, on the same line",
        "从这里开始的内联表没有结束；请在同一行最后一项后加}}",
    ),
    "syntax-string": (
        "the string that begins here is not closed; write the same quote at its end",
        "从这里开始的字符串没有结束；请在末尾加上相同的引号",
    ),
    "syntax-header": (
        "the header of a table is not closed; write [name] or [[name]]",
        "表头没有结束；应写作[名称]或[[名称]]",
    ),
    "syntax-escape": (
        r"a backslash begins an escape that does not exist: {found}; write \\ for it, or use single quotes",
        r"反斜杠转义无效：{found}；请写作\\，或改用单引号",
    ),
    "syntax-control": (
        "a control character stands here ({found}); delete it",
        "此处有控制字符（{found}）；请删去",
    ),
    # keys and values
    "unknown-key": ('unknown key "{key}"', "未知的键“{key}”"),
    "unknown-key-in": ('unknown key "{key}" in [{place}]', "[{place}]中有未知的键“{key}”"),
    "missing-key": ('the key "{key}" is missing; write {wanted} under it', "缺少键“{key}”；其值应为{wanted}"),
    "wrong": ("found {found}; write {wanted}", "现为{found}；应为{wanted}"),
    "invalid": ("{error}", "值无效：{error}"),
    "want-text": ("a string in quotes", "加引号的字符串"),
    "want-flag": ("true or false", "true或false"),
    "want-whole": ("a whole number", "整数"),
    "want-whole-from": ("a whole number from {least}", "不小于{least}的整数"),
    "want-whole-between": ("a whole number from {least} to {most}", "{least}至{most}的整数"),
    "want-number": ("a number", "数字"),
    "want-date": ("a date, e.g. 2027-01-31", "日期，如2027-01-31"),
    "want-list": ("a list in brackets, each entry {item}", "方括号内的列表，每项为{item}"),
    "want-table": ("a table", "表"),
    "want-table-of": ("a table, each value {item}", "表，每个值为{item}"),
    "want-one-of": ("one of {names}", "以下之一：{names}"),
    "want-either": ("{one} or {other}", "{one}或{other}"),
    "found-text": ('the string "{value}"', "字符串“{value}”"),
    "found-number": ("the number {value}", "数字{value}"),
    "found-flag": ("{value}", "{value}"),
    "found-date": ("the date {value}", "日期{value}"),
    "found-time": ("the time {value}", "时间{value}"),
    "found-list": ("a list", "列表"),
    "found-table": ("a table", "表"),
    # globs
    "glob-empty": (
        '"{glob}" matches nothing; write a glob as in .gitignore',
        "“{glob}”不匹配任何文件；请按.gitignore的写法填写",
    ),
    "glob-negated": (
        '"{glob}": nothing can be taken back here; name the files that are meant',
        "“{glob}”：此处不能用“!”取消排除；请直接写出所指的文件",
    ),
    "glob-broken": (
        '"{glob}" is no glob as in .gitignore; mend it, e.g. drafts/*.txt',
        "“{glob}”不符合.gitignore的写法；请改正，如drafts/*.txt",
    ),
    # what settings name
    "entry-among-names": (
        "names of checks stand here; an entry with a reason is written [[ignored]]",
        "此处填写检查的名称；带理由的条目应写作[[ignored]]",
    ),
    "entry-reason": ("the reason is empty; say why this stays", "理由为空；请说明保留的原因"),
    "entry-names": (
        "an entry has a fingerprint, or a check and a path (and a match, if you like)",
        "一个条目应有fingerprint，或同时有check和path（可另加match）",
    ),
    "unknown-check": ('no check or group is called "{name}"', "没有名为“{name}”的检查或分组"),
    "no-root": ('there is no "{path}" in {folder}; mend the path', "{folder}中没有“{path}”；请改正路径"),
    "no-checks": (
        'there is no file "{path}" in {folder}; mend the path or take it out',
        "{folder}中没有文件“{path}”；请改正路径，或删去",
    ),
    # check files
    "no-shipped-checks": (
        "{folder}: no check files; install corpuslint again",
        "{folder}: 没有检查文件；请重新安装corpuslint",
    ),
    "id-not-name": (
        'the id is "{id}" but the file is called {name}; make them equal',
        "id为“{id}”，文件名却是{name}；两者应一致",
    ),
    "id-taken": ('the id "{id}" is taken by {owner}; choose another', "id“{id}”已被{owner}占用；请换一个"),
    "id-taken-too": (
        'the id "{id}" is taken by another check; choose another',
        "id“{id}”已被其他检查占用；请换一个",
    ),
    "id-of-ours": (
        'the id "{id}" is taken by a check that ships with corpuslint; choose another',
        "id“{id}”已被corpuslint自带的检查占用；请换一个",
    ),
    "no-engine": ('there is no engine "{name}"', "没有名为“{name}”的引擎"),
    "engine-broken": ("{error}", "引擎无法使用：{error}"),
    "engine-of-ours": (
        'the engine "{name}" belongs to corpuslint\'s own checks; use "pattern"',
        "引擎“{name}”仅供corpuslint自带的检查使用；请用pattern",
    ),
    "bad-pattern": (
        "{name}: {pattern} is no regular expression: {error}",
        "{name}：{pattern}不是有效的正则表达式：{error}",
    ),
    "message-broken": (
        "{template}: {error}; write {{{{ and }}}} for braces",
        "{template}：{error}；花括号本身应写作{{{{和}}}}",
    ),
    "message-format": (
        "{template}: only a name may stand in braces, as in {{match}}",
        "{template}：花括号内只能是名称，如{{match}}",
    ),
    "message-value": ('{template}: there is no value "{name}"', "{template}：没有名为“{name}”的值"),
    # the baseline
    "baseline-version": (
        "schema_version {version} is of a later corpuslint; use that, or write anew",
        "schema_version {version}来自更新版本的corpuslint；请使用该版本，或重新生成",
    ),
}
