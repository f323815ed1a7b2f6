"""What `dedup` says: why a document is kept or dropped, and what was done."""

from __future__ import annotations

PHRASES = {
    # reasons
    "unique": ("stands nowhere else", "无重复"),
    "canonical": ("the copy to keep", "保留的一份"),
    "kept": ("a copy, but not alike enough to drop", "有重复，但不足以删去"),
    "unread": ("not read ({reason}); stays as it is", "未读取（{reason}），原样保留"),
    "copy": (
        "{percent} the same as the copy that is kept ({variant})",
        "与保留的一份相同{percent}（{variant}）",
    ),
    "exact": ("word for word", "逐字相同"),
    "folded": ("but for punctuation, spacing, width or case", "仅标点、空格、全半角或大小写不同"),
    "masked": ("but for masked values and figures", "仅被遮盖的名称、数字不同"),
    "near": ("edited", "有改动"),
    "lost": (
        "; {count} character stands only here|; {count} characters stand only here",
        "；有{count}字仅见于此",
    ),
    # what was done
    "planned": (
        "{documents}: {kept} kept unchanged, {cut} kept without passages ({passages}), {dropped} dropped",
        "共{documents}：原样保留{kept}篇，删去段落后保留{cut}篇（{passages}处），整篇删去{dropped}篇",
    ),
    "nothing-lost": (
        "Nothing is lost but masks, punctuation, spacing, width and case.",
        "除遮盖符号、标点、空格、全半角和大小写外，不丢失任何文字。",
    ),
    "all-lost": (
        "{count} character of what is dropped stands in no copy that is kept."
        "|{count} characters of what is dropped stand in no copy that is kept.",
        "删去的文字中有{count}字不见于保留的各份。",
    ),
    "spared": (
        "{count} copy that is not wholly equal is kept; --similarity drops edited copies too."
        "|{count} copies that are not wholly equal are kept; --similarity drops edited copies too.",
        "{count}处不完全相同的重复未删；使用--similarity可将有改动的副本一并删去。",
    ),
    "not-read": ("not read: {path} ({reason})", "未读取：{path}（{reason}）"),
    "not-taken": (
        "not read, and not in the kept corpus: {path} ({reason})",
        "未读取，且不在保留的语料中：{path}（{reason}）",
    ),
    "kept-whole": ("kept whole: {path}: {reason}", "整篇保留：{path}：{reason}"),
    "written": (
        "{count} file written to {folder}|{count} files written to {folder}",
        "已写入{folder}，共{count}个文件",
    ),
    "copied": (
        ", {count} of them not read and copied as it is|, {count} of them not read and copied as they are",
        "，其中{count}个未读取、原样复制",
    ),
}
