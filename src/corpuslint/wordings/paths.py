"""What is wrong with a path, or with a pattern of paths."""

from __future__ import annotations

PHRASES = {
    "exclude": (
        'exclude: "{pattern}" is no pattern as in .gitignore; mend it or leave it out',
        "exclude：“{pattern}”不符合.gitignore的写法；请改正或删去",
    ),
    "missing": (
        "{path}: no such file or folder (looked from {root}); check the spelling",
        "{path}: 没有这个文件或文件夹（在{root}中查找）；请检查拼写",
    ),
    "missing-near": (
        '{path}: no such file or folder (looked from {root}); did you mean "{near}"?',
        "{path}: 没有这个文件或文件夹（在{root}中查找）；是否应为“{near}”？",
    ),
    "link-to-nothing": (
        "{path}: a symbolic link to nothing; mend the link or leave the path out",
        "{path}: 符号链接指向的文件不存在；请修复链接，或不列出该路径",
    ),
}
