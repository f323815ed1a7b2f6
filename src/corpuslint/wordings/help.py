"""The help of every command: what it does, examples, options.

`command.X` describes a command, `short.X` does so in the list of commands, `example.N.X` says what a command
line does that stands in `corpuslint.commands.help`. `option.Y` explains an option wherever it stands,
`option.X.Y` that of one command.
"""

from __future__ import annotations

PHRASES = {
    "section.examples": ("Examples:", "示例："),
    "section.commands": ("Commands:", "命令："),
    "section.options": ("Options:", "选项："),
    "section.checks": ("Which checks run:", "检查范围："),
    "section.files": ("Which files, and what of them is reported:", "文件与报告范围："),
    "section.report": ("The report:", "报告："),
    "section.exit": ("The exit code:", "退出码："),
    "section.plan": ("The plan, and what is done with it:", "方案及执行："),
    "section.run": ("The run:", "运行："),
    "exit-codes": (
        "Exit codes: 0 nothing to mend, 1 findings, 2 wrong arguments or settings. "
        "`corpuslint COMMAND --help` explains a command.",
        "退出码：0表示没有问题，1表示发现问题，2表示参数或设置有误。"
        "`corpuslint 命令 --help`查看各命令的说明。",
    ),
    # the commands
    "command.main": (
        "Find what an editor would want mended in a corpus of Chinese official documents: values never "
        "filled in, numbering that breaks, pasted copies, remains of web pages, damaged text. No text is "
        "changed.",
        "检查中文公文和讲话语料中需要修改之处：未填写的内容、混乱的序号、重复粘贴、网页残留、损坏的文字等。"
        "不改动任何文本。",
    ),
    "command.check": (
        "Check files and folders, and report what was found. The word `check` may be left out. Without "
        "PATHS, the roots of the settings are checked; - is standard input.",
        "检查文件和文件夹，并报告发现的问题。`check`一词可以省略。不写路径时检查设置中的roots；"
        "-表示标准输入。",
    ),
    "command.baseline": (
        "Accept what is found now, so that only what is new is reported (writes corpuslint-baseline.toml).",
        "接受目前发现的全部问题，此后只报告新问题（写入corpuslint-baseline.toml）。",
    ),
    "command.ignore": (
        "Accept one finding or family for good, with a reason (writes to corpuslint.toml). The fingerprint "
        "stands in the JSON report.",
        "长期接受某个问题或某组重复，并注明理由（写入corpuslint.toml）。指纹见JSON报告。",
    ),
    "command.dedup": (
        "Plan a corpus without copies: which documents and passages to keep, and which to drop. With --apply "
        "and no PATHS, the manifest is applied as it stands.",
        "制定去重方案：保留哪些文档和段落，删去哪些。使用--apply且不写路径时，按已有清单执行。",
    ),
    "command.index": (
        "Write an index of a corpus, with which `check --against` compares other texts without reading it.",
        "为语料库建立索引，供`check --against`与其他文本比对，无需再读原文。",
    ),
    "command.diff": (
        "Compare two JSON reports: what is new, fixed, or moved to another file.",
        "比较两份JSON报告：哪些问题是新增、已修复或移到了其他文件。",
    ),
    "command.selftest": (
        "Run the examples in check files: those named, or all shipped ones and those of the settings.",
        "运行检查文件中的示例：指定的文件，或自带的和设置中列出的全部检查。",
    ),
    "command.explain": (
        "Say what a check finds, why, what to do, and what it misses.",
        "说明某项检查查什么、为什么、怎么办，以及查不出什么。",
    ),
    "command.checks": ("List every check with its severity and title.", "列出全部检查及其级别和名称。"),
    "short.check": ("Check files and folders.", "检查文件和文件夹。"),
    "short.explain": ("Say what a check finds, and what to do.", "说明某项检查。"),
    "short.checks": ("List the checks.", "列出全部检查。"),
    "short.baseline": (
        "Accept what is found now; report only what is new.",
        "接受目前的问题，此后只报告新问题。",
    ),
    "short.ignore": ("Accept one finding for good, with a reason.", "长期接受某个问题，并注明理由。"),
    "short.diff": ("Compare two JSON reports.", "比较两份JSON报告。"),
    "short.dedup": ("Plan, and write, a corpus without copies.", "制定并执行去重方案。"),
    "short.index": (
        "Write an index of a corpus, for check --against.",
        "建立语料库索引，供check --against使用。",
    ),
    "short.selftest": ("Run the examples in check files.", "运行检查文件中的示例。"),
    # examples
    "example.1.main": ("check a folder", "检查一个文件夹"),
    "example.2.main": ("what a check finds, and what to do", "某项检查查什么、怎么办"),
    "example.3.main": ("accept what is there; from now on only what is new", "接受现有问题，此后只报新问题"),
    "example.1.check": ("a folder", "检查文件夹"),
    "example.2.check": ("some checks only", "只做部分检查"),
    "example.3.check": ("a report in a file as well", "另将报告写入文件"),
    "example.4.check": ("one text from a pipe", "从管道读取一个文本"),
    "example.1.baseline": ("accept what is found in a folder", "接受文件夹中的现有问题"),
    "example.1.ignore": ("accept one finding", "接受一个问题"),
    "example.1.dedup": ("plan", "制定方案"),
    "example.2.dedup": ("carry the plan out", "执行方案"),
    "example.1.index": ("index a corpus", "建立索引"),
    "example.2.index": ("compare another corpus with it", "与另一语料库比对"),
    "example.1.diff": ("before and after", "修改前后对比"),
    "example.1.selftest": ("one check file", "一个检查文件"),
    "example.1.explain": ("one check", "一项检查"),
    "example.1.checks": ("all of them", "全部检查"),
    # options
    "option.help": ("Show this message and exit.", "显示本说明。"),
    "option.version": ("Show the version and exit.", "显示版本号。"),
    "option.select": (
        "Only these checks or groups, comma-separated; `all` for every one.",
        "只做这些检查或分组，以逗号分隔；`all`为全部。",
    ),
    "option.extend_select": ("These too, beside those of the settings.", "在设置之外另加这些检查。"),
    "option.ignore": ("Not these checks or groups.", "不做这些检查或分组。"),
    "option.extend_ignore": ("Not these either, beside those of the settings.", "在设置之外另减这些检查。"),
    "option.per_file_ignores": (
        "Not these checks in these files; may be given several times.",
        "对这些文件不做这些检查；可重复使用。",
    ),
    "option.config": ("Read the settings from this file.", "从该文件读取设置。"),
    "option.ignore.config": ("Write to this settings file.", "写入该设置文件。"),
    "option.isolated": ("Read no settings file.", "不读取设置文件。"),
    "option.baseline": (
        "What is accepted.  [default: beside the settings]",
        "已接受问题的文件。[默认：与设置文件同处]",
    ),
    "option.focus": (
        "Compare all, but report only what touches this file or folder; may be repeated.",
        "比对全部文件，但只报告涉及该文件或文件夹的内容；可重复使用。",
    ),
    "option.staged": (
        "Report only what touches the files staged in git.",
        "只报告涉及git暂存文件的内容。",
    ),
    "option.changed_from": (
        "Report only what touches files changed since this branch left that revision.",
        "只报告涉及本分支自该版本以来改动文件的内容。",
    ),
    "option.jobs": ("Worker processes.  [default: one a core]", "工作进程数。[默认：每个处理器核心一个]"),
    "option.force_exclude": (
        "Leave out excluded files even where they are named.",
        "即使直接写出，也不检查已排除的文件。",
    ),
    "option.language": (
        "Language of messages.  [default: from the settings or the locale]",
        "界面语言。[默认：依设置或系统语言]",
    ),
    "option.quiet": ("No progress.", "不显示进度。"),
    "option.no_cache": (
        "Check every file anew; neither use nor write .corpuslint_cache.",
        "重新检查所有文件；不使用也不写入.corpuslint_cache。",
    ),
    "option.index.no_cache": (
        "Read every file anew; keep nothing but the file of -o.",
        "重新读取所有文件；除-o指定的文件外不保留任何内容。",
    ),
    "option.output_format": (
        "full, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, markdown.  [default: full]",
        "full、concise、json、jsonl、sarif、github、gitlab、junit、rdjson、markdown。[默认：full]",
    ),
    "option.diff.output_format": (
        "For people or for programs.  [default: text]",
        "供人或程序阅读。[默认：text]",
    ),
    "option.checks.output_format": (
        "For people or for programs.  [default: text]",
        "供人或程序阅读。[默认：text]",
    ),
    "option.output_file": ("Write the report here, not to the screen.", "将报告写入该文件，不显示在屏幕上。"),
    "option.index.output_file": (
        "Write the index here.  [default: kept in .corpuslint_cache]",
        "将索引写入该文件。[默认：保存在.corpuslint_cache中]",
    ),
    "option.output": (
        "Write a report in this format to this file as well, e.g. sarif=report.sarif; may be repeated.",
        "另将报告以该格式写入该文件，如sarif=report.sarif；可重复使用。",
    ),
    "option.fail_on": (
        "Exit 1 from this severity on.  [default: warning]",
        "达到该级别时退出码为1。[默认：warning]",
    ),
    "option.diff.fail_on": (
        "Exit 1 where something new is of this severity or above.  [default: warning]",
        "新增问题达到该级别时退出码为1。[默认：warning]",
    ),
    "option.exit_zero": ("Exit 0 whatever was found.", "无论发现什么，退出码均为0。"),
    "option.strict": ("Exit 1 also where a file could not be read.", "有文件无法读取时退出码也为1。"),
    "option.strict_baseline": (
        "Exit 1 also where something accepted is no longer found.",
        "已接受的问题不再出现时退出码也为1。",
    ),
    "option.allow_empty": ("Exit 0 where no file matched.", "没有匹配的文件时退出码为0。"),
    "option.statistics": ("Count the findings of each check.", "统计各项检查发现的问题数。"),
    "option.limit": (
        "Findings shown of one check in one file (full format); 0 for all.  [default: 5]",
        "每个文件每项检查显示的问题数（full格式）；0为全部。[默认：5]",
    ),
    "option.against": (
        "Compare with another corpus too, by the file `corpuslint index` wrote of it; may be repeated.",
        "另与其他语料库比对，使用`corpuslint index`生成的索引；可重复使用。",
    ),
    "option.stdin_filename": (
        "What standard input (the path -) is a file of.",
        "标准输入（路径-）的文件名，据此判断格式和设置。",
    ),
    "option.show_settings": (
        "Print the settings that hold and their origin; no run.",
        "显示生效的设置及其来源，不检查。",
    ),
    "option.show_files": ("Print the files that would be read; no run.", "显示将要读取的文件，不检查。"),
    "option.color": ("Colours on the screen.  [default: auto]", "屏幕颜色。[默认：auto]"),
    "option.reason": (
        "Why it stays; for whoever reads it next.  [required]",
        "保留的理由，供日后查阅。[必填]",
    ),
    "option.expires": ("The last day it holds.", "有效期的最后一天。"),
    "option.manifest": (
        "Write here what is kept and what is dropped, one JSON object a line.  [required]",
        "将保留和删去的内容写入该文件，每行一个JSON对象。[必填]",
    ),
    "option.similarity": (
        "Drop edited copies too that share this much with the one that is kept, from 0 to 1.  "
        "[default: only copies with which nothing is lost]",
        "与保留文本相似度达到该值的，有改动的副本也删去，取值0至1。[默认：只删去不会丢失文字的副本]",
    ),
    "option.export": (
        "Write a list of the kept `paths`, or `dolma` attributes, to this file; may be repeated.",
        "将保留文件的列表（`paths`）或`dolma`属性写入该文件；可重复使用。",
    ),
    "option.apply": (
        "Write the kept corpus to --output-dir; the corpus itself stays.",
        "将保留的语料写入--output-dir；原语料不变。",
    ),
    "option.output_dir": ("A new folder for --apply.", "--apply使用的新文件夹。"),
    "option.name": (
        "What others call this corpus; an index with a name stands for itself, without the texts.",
        "该语料库的名称；有名称的索引可脱离原文单独使用。",
    ),
}
