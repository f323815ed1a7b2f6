"""What the commands say when they are done, and what of their arguments cannot be used."""

from __future__ import annotations

PHRASES = {
    # how a run ends
    "prefix": ("corpuslint: {message}", "corpuslint: {message}"),
    "interrupted": ("interrupted", "已中断"),
    "defect": (
        "a defect of corpuslint itself; please report what stands above",
        "内部错误；请报告以上内容",
    ),
    # paths and options
    "no-path": (
        "name the files or folders to check, e.g. `corpuslint corpus/`, or set roots in corpuslint.toml",
        "请写出要检查的文件或文件夹，如`corpuslint corpus/`，或在corpuslint.toml中设置roots",
    ),
    "no-files": (
        "no files to check in {paths}; name a folder with .txt, .md, .html, .docx or .jsonl files, or pass "
        "--allow-empty",
        "{paths}中没有可检查的文件；请指定含有.txt、.md、.html、.docx或.jsonl文件的文件夹，或使用--allow-empty",
    ),
    "none-read": (
        "no file could be read; name a folder with .txt, .md, .html, .docx or .jsonl files, or pass "
        "--allow-empty",
        "没有一个文件能够读取；请指定含有.txt、.md、.html、.docx或.jsonl文件的文件夹，或使用--allow-empty",
    ),
    "config-and-isolated": (
        "--config names a settings file and --isolated reads none; leave one of them out",
        "--config指定设置文件，--isolated不读任何设置文件；两者只能用一个",
    ),
    "stdin-name-alone": (
        "--stdin-filename names what standard input holds; give - as the path",
        "--stdin-filename为标准输入命名；路径应写作-",
    ),
    "stdin-and-paths": (
        "- (standard input) stands alone; check the other paths in a run of their own",
        "-（标准输入）只能单独使用；其他路径请另行检查",
    ),
    "stdin-and-focus": (
        "- (standard input) is one text; leave out --focus, --staged and --changed-from",
        "-（标准输入）只有一个文本；请不要同时使用--focus、--staged、--changed-from",
    ),
    "staged-and-changed": (
        "--staged and --changed-from both say what has changed; leave one of them out",
        "--staged和--changed-from都指定改动范围；两者只能用一个",
    ),
    "focus-missing": (
        "--focus {path}: no such file or folder; check the spelling",
        "--focus {path}：没有这个文件或文件夹；请检查拼写",
    ),
    "per-file-ignores": ("--per-file-ignores {value}: {reason}", "--per-file-ignores {value}：{reason}"),
    "per-file-ignores-form": (
        "write GLOB=NAMES, e.g. 'drafts/*=placeholder,numbering'",
        "应写作GLOB=NAMES，如'drafts/*=placeholder,numbering'",
    ),
    "per-file-ignores-none": ("no check is named after the =", "等号后没有检查的名称"),
    "output-form": (
        '"{value}" names no file; write e.g. sarif=report.sarif',
        "“{value}”没有写出文件；应写作sarif=report.sarif这样的形式",
    ),
    "output-format": ('no format is called "{name}"', "没有名为“{name}”的格式"),
    "against-needs": (
        "--against needs a duplicate check, and none is selected; select `duplicate`",
        "--against需要查重检查，但没有选中任何一项；请选用duplicate",
    ),
    # reports
    "report-twice": (
        "{path}: two reports would go into this file; give each its own",
        "{path}: 两份报告写入同一个文件；请分别指定文件",
    ),
    "report-folder": (
        "{path}: is a folder; name a file for the report",
        "{path}: 是文件夹；请指定报告文件的名称",
    ),
    "report-no-folder": (
        "{path}: there is no folder {folder}; create it first",
        "{path}: 没有文件夹{folder}；请先创建",
    ),
    "report-unwritable": (
        "{path}: the report cannot be written ({reason}); name another file",
        "{path}: 无法写入报告（{reason}）；请指定其他文件",
    ),
    "unwritable": ("{path}: cannot be written ({reason})", "{path}: 无法写入（{reason}）"),
    "not-a-report": (
        "{path}: not a report of corpuslint; write one with --output-format json --output-file {name}",
        "{path}: 不是corpuslint的报告；请用--output-format json --output-file {name}生成",
    ),
    "report-version": (
        "{path}: a report of version {found}; this corpuslint reads version {known}, write it anew",
        "{path}: 报告版本为{found}；当前corpuslint支持版本{known}，请重新生成",
    ),
    "report-damaged": (
        "{path}: a damaged report ({error}); write it anew",
        "{path}: 报告已损坏（{error}）；请重新生成",
    ),
    # explain
    "unknown-check": ('no check is called "{name}"', "没有名为“{name}”的检查"),
    "list-checks": ("`corpuslint checks` lists them all", "全部检查见`corpuslint checks`"),
    # baseline
    "baseline-stdin": (
        "a baseline is of files; name files or folders, not -",
        "基线针对文件；请写出文件或文件夹，不能用-",
    ),
    "baseline-failed": (
        "check {check} failed on {path} ({error}), so what it finds is not known; {name} is left as it was",
        "检查{check}处理{path}时出错（{error}），结果未知；{name}未改动",
    ),
    "baseline-unwritable": (
        "{path}: cannot be written ({reason}); name another --baseline",
        "{path}: 无法写入（{reason}）；请用--baseline指定其他文件",
    ),
    "baseline-done": (
        "{path}: {findings} and {families} accepted ({changes})",
        "{path}: 共接受{findings}、{families}（{changes}）",
    ),
    "baseline-changes": (
        "findings +{added} -{removed}, families +{families_added} -{families_removed}",
        "问题 +{added} -{removed}，重复 +{families_added} -{families_removed}",
    ),
    # ignore
    "no-fingerprint": (
        '"{text}" is no fingerprint: those are 20 digits and letters a-f, in the JSON report beside each '
        "finding and each member of a family",
        "“{text}”不是指纹：指纹由20个数字和字母a至f组成，见JSON报告中的每个问题和每个重复副本",
    ),
    "reason-empty": (
        "--reason is empty; say why this stays, for whoever reads it next year",
        "--reason为空；请说明保留的原因，供日后查阅",
    ),
    "ignored-already": (
        "{place}: {fingerprint} is ignored already; edit that entry",
        "{place}: {fingerprint}已有条目；请修改该条",
    ),
    "ignored": ("{path}: {fingerprint} ignored", "{path}: 已忽略{fingerprint}"),
    "ignored-array": (
        "{place}: nothing can be added to an array in brackets; write its entries as [[ignored]] tables",
        "{place}: 无法在方括号数组中追加；请将条目写作[[ignored]]表",
    ),
    "ignored-by-hand": (
        "{path}: the entry cannot be added at the end of this file; write it by hand",
        "{path}: 无法在文件末尾追加条目；请手工填写",
    ),
    # diff
    "diff-totals": (
        "{new} new, {fixed} fixed, {moved} moved, {unchanged} unchanged; families: {families}",
        "新增{new}个，修复{fixed}个，移动{moved}个，不变{unchanged}个；重复：{families}",
    ),
    "diff-unchanged": ("unchanged", "不变"),
    "diff-new": ("new", "新增"),
    "diff-fixed": ("fixed", "已修复"),
    "diff-moved": ("moved", "移动"),
    "diff-grown": ("grown", "副本增加"),
    "diff-shrunk": ("shrunk", "副本减少"),
    "diff-count": ("{count} {change}", "{count}组{change}"),
    "diff-from": ("from {before}", "原在{before}"),
    "diff-copies": (
        "{copies} of {characters} (+{added} -{removed}), best at {best}",
        "{copies}，{characters}（+{added} -{removed}），最佳文本在{best}",
    ),
    # index
    "index-stdin": (
        "an index is of files; name files or folders, not -",
        "索引针对文件；请写出文件或文件夹，不能用-",
    ),
    "index-no-files": (
        "no files to index in {paths}; name the folder of the corpus",
        "{paths}中没有可索引的文件；请指定语料库所在的文件夹",
    ),
    "index-no-cache": (
        "--no-cache leaves {folder} alone; name a file with -o",
        "--no-cache不使用{folder}；请用-o指定文件",
    ),
    "index-unwritable": (
        "{path}: cannot be written ({reason}); name a file with -o",
        "{path}: 无法写入（{reason}）；请用-o指定文件",
    ),
    "index-done": (
        "{path}: {documents}, {kept} of them unchanged",
        "{path}: 共{documents}，其中{kept}篇未变",
    ),
    "index-short": (
        "too short to compare (fewer than {least} characters): {places}",
        "过短、不参与比较（不足{least}字）：{places}",
    ),
    "index-rebuilt": ("{reason}; it is built anew", "{reason}；现重新生成"),
    "not-read": ("not read: {path} ({reason})", "未读取：{path}（{reason}）"),
    # what stands in place of a command
    "nearly-command": (
        '{path}: no command, file or folder of that name; did you mean the command "{command}"? '
        "(corpuslint {command} --help); if it is a path, check the spelling (looked from {root})",
        "{path}: 没有这个命令，也没有这个文件或文件夹；是否应为命令“{command}”"
        "（corpuslint {command} --help）？如为路径，请检查拼写（在{root}中查找）",
    ),
    "late-command": (
        "options stand behind the command: corpuslint {command} ...",
        "选项应写在命令之后：corpuslint {command} ...",
    ),
}
