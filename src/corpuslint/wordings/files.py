"""What is wrong with what is written and read back (manifests, kept corpora, indexes), and with git."""

from __future__ import annotations

PHRASES = {
    "unwritable": ("{path}: cannot be written ({reason})", "{path}: 无法写入（{reason}）"),
    "unwritable-other": (
        "{path}: cannot be written ({reason}); name another file",
        "{path}: 无法写入（{reason}）；请指定其他文件",
    ),
    "unwritable-folder": (
        "{path}: cannot be written ({reason}); name another folder",
        "{path}: 无法写入（{reason}）；请指定其他文件夹",
    ),
    # the kept corpus
    "no-folder": ("{path}: is not a folder; name a new one", "{path}: 不是文件夹；请指定新文件夹"),
    "not-empty": ("{path}: is not empty; name a new folder", "{path}: 文件夹不是空的；请指定新文件夹"),
    "inside": (
        "{path}: stands inside the corpus ({parent}); name a folder outside of it",
        "{path}: 位于语料库（{parent}）之内；请指定语料库以外的文件夹",
    ),
    "uncut-format": ("passages cannot be cut out of this format", "该格式无法删去段落"),
    "uncut-damaged": ("its encoding is damaged", "编码已损坏"),
    "uncut-encoding": (
        "its bytes are not what {encoding} writes for the text",
        "其字节与{encoding}写出的文本不一致",
    ),
    "uncut-records": ("records are cut out of UTF-8 only", "只能从UTF-8文件中删去记录"),
    # manifests
    "manifest-missing": (
        "{path}: cannot be read ({reason}); write it first with `corpuslint dedup PATH... --manifest {path}`",
        "{path}: 无法读取（{reason}）；请先用`corpuslint dedup 路径... --manifest {path}`生成",
    ),
    "manifest-line": (
        "{place}: {error}; mend the line or write the manifest anew",
        "{place}: {error}；请改正该行，或重新生成清单",
    ),
    "manifest-span": (
        '{place}: "span" goes with "drop_span" and with nothing else',
        "{place}: “span”只能与“drop_span”同用",
    ),
    "manifest-unreadable": (
        "{path}: {reason}; write the manifest anew",
        "{path}: {reason}；请重新生成清单",
    ),
    "manifest-elsewhere": (
        "{path}: {reason}; run where the manifest was written, or write it anew",
        "{path}: {reason}；请在生成清单的位置运行，或重新生成清单",
    ),
    "manifest-stale": (
        "{path}: has changed since the manifest was written; write the manifest anew",
        "{path}: 生成清单后文件已改动；请重新生成清单",
    ),
    "line-end": (
        "{path}: a path with a line end cannot stand in a list; rename the file",
        "{path}: 路径含换行符，无法列入清单；请给文件改名",
    ),
    "dedup-stdin": ("a corpus is of files; name files or folders, not -", "语料库由文件组成；不能用-"),
    "apply-and-folder": (
        "--apply and --output-dir go together: the kept corpus is written to a new folder",
        "--apply与--output-dir应同时使用：保留的语料写入新文件夹",
    ),
    "export-needs": ("--export needs the corpus: name its PATHS", "--export需要语料库；请写出其路径"),
    "dedup-failed": (
        "check {check} failed on {path} ({error}); nothing is written",
        "检查{check}处理{path}时出错（{error}）；未写入任何内容",
    ),
    "dedup-no-files": (
        "no files to compare in {paths}; name the folder of the corpus",
        "{paths}中没有可比对的文件；请指定语料库所在的文件夹",
    ),
    "dedup-no-check": (
        "no duplicate check is selected; select `duplicate`, or leave out --select and --ignore",
        "没有选中查重检查；请选用duplicate，或不用--select和--ignore",
    ),
    # indexes
    "index-missing": (
        "{path}: is not there; write it with `corpuslint index PATH... -o {path}`",
        "{path}: 文件不存在；请用`corpuslint index 路径... -o {path}`生成",
    ),
    "index-unreadable": (
        "{path}: {reason}; write it with `corpuslint index PATH... -o {path}`",
        "{path}: {reason}；请用`corpuslint index 路径... -o {path}`生成",
    ),
    "index-none": (
        "{path}: is not an index of corpuslint; write one with `corpuslint index`",
        "{path}: 不是corpuslint的索引；请用`corpuslint index`生成",
    ),
    "index-version": (
        "{path}: is an index of version {found}, and this is {known}; write it anew",
        "{path}: 索引版本为{found}，当前支持版本{known}；请重新生成",
    ),
    "index-options": (
        "{path}: was made with other options by another corpuslint; write it anew",
        "{path}: 由其他版本的corpuslint以不同选项生成；请重新生成",
    ),
    "index-damaged": (
        "{path}: is damaged; write it anew with `corpuslint index`",
        "{path}: 索引已损坏；请用`corpuslint index`重新生成",
    ),
    # git
    "git-no-base": (
        "{option}: git knows no commit it has in common with this branch; {history}",
        "{option}：git找不到与本分支的共同提交；{history}",
    ),
    "git-no-revision": (
        "{option}: git knows no revision {revision}; check its name, or {history}",
        "{option}：git中没有版本{revision}；请检查名称，或{history}",
    ),
    "git-history": (
        "fetch the whole history (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab)",
        "获取完整历史（GitHub用fetch-depth: 0，GitLab用GIT_DEPTH: 0）",
    ),
    "git-said": (
        "{option}: git says: {error}; start corpuslint in the repository of the corpus, or name the changed "
        "files by --focus",
        "{option}：git报错：{error}；请在语料库所在的仓库中运行，或用--focus指定改动的文件",
    ),
    "git-missing": (
        "{option}: git cannot be started; install it, or name the changed files by --focus",
        "{option}：无法运行git；请安装，或用--focus指定改动的文件",
    ),
    # workers
    "worker-lost": (
        "a worker process was killed, {left} before the end, at {name} or soon after, most often for lack of "
        "memory; use fewer workers than {workers} (--jobs 1: one file at a time), or leave out files that "
        "are too large",
        "工作进程被终止，位置在{name}或其后，尚余{left}，多因内存不足；请使用少于{workers}个工作进程"
        "（--jobs 1：逐个处理），或不检查过大的文件",
    ),
}
