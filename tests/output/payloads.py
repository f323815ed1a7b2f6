"""Texts that try to control what reads a report: terminals, CI runners, browsers, parsers."""

from __future__ import annotations

from corpuslint.findings import EngineFailure, Severity
from corpuslint.report import Notice, Outcome, SkippedEntry
from tests.output import made

HOSTILE = {
    "escape sequence": "\x1b[31mred\x1b[0m\x1b[2J",
    "link": "\x1b]8;;http://evil.example\x07click\x1b]8;;\x07",
    "c1 controls": "\x9b31m\x85\x90q\x9c",
    "bidirectional": "\u202egpj.exe\u202c\u2066x\u2069\u061c",
    "zero width": "a\u200b\u2060\ufeffb",
    "nul and delete": "\x00\x7f\x08",
    "command": "::error file=x::boom",
    "indented command": "  \u3000::add-mask::x",
    "legacy command": "##[set-env name=A;]b",
    "half a command": ":error::##",
    "new lines": "a\n::stop-commands::t\r::error::x\u2028::error::y",
    "encoded new line": "%0A::error::x%3A",
    "script": "</script><script>alert(1)</script><!-- -->",
    "cdata": "]]>&amp;<![CDATA[",
    "attribute": "\"'><img src=x onerror=alert(1)>",
    "table": "| a | b |\n|---|---|",
    "code": "`a` ```b",
    "image": "![x](http://evil.example/x.png)",
    "mention": "@octocat @a/b #1",
    "markdown link": "[click](http://evil.example) [1](1) www.evil.example",
    "sarif link": "[click](1) \\[x] {0}",
    "formula": "$x$ *a* _b_ ~c~",
    "rich markup": "[bold]x[/bold] :smile:",
    "surrogates": "\ud800\udcff",
    "astral": "𠮷🀄e\u0301👨\u200d👩\u200d👧",
    "private use": "\ue5e5\U000f0000\ufffe",
    "long": "字" * 10_000,
}
PLAIN = "全县"


def outcome(text: str) -> Outcome:
    """An outcome that has a text wherever text of a corpus or a name of a file can stand."""
    line = f"一、{text}"
    place = made.related("字", "字", path=f"{text}/b.txt", message=text)
    findings = [
        made.finding(line, text, path=path, message=message, severity=severity, related=[place])
        for path in ("a.txt", text)
        for severity in Severity
        for message in (text, "“{match}”" + text)
    ]
    family = made.family([text, f"{text}.md", "c.txt"], text=text)
    return made.outcome(
        [*findings, made.copy(family, 1, text=text)],
        {"a.txt": line, text: line, f"{text}.md": text},
        families=[family],
        skipped=[SkippedEntry(text, text), SkippedEntry("d.txt", text)],
        failures=[EngineFailure("placeholder-symbol", text, text)],
        notices=[Notice("unused", text, text), Notice("expired", text, text, reason=text, expires=text)],
    )
