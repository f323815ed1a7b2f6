"""Help: what a newcomer needs first, options in groups, an example for each command, in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from corpuslint.commands.usage import usage_line
from corpuslint.output.wrapping import definitions, indented
from corpuslint.wordings import Language, phrase, say

# Commands in the order in which they are met; any other stands behind them.
_ORDER = ("check", "explain", "checks", "baseline", "ignore", "diff", "dedup", "index", "selftest")

# Command lines; what each does is a phrase, `example.1.check` and so on.
EXAMPLES: dict[str, tuple[str, ...]] = {
    "main": (
        "corpuslint corpus/",
        "corpuslint explain placeholder-letter",
        "corpuslint baseline corpus/",
    ),
    "check": (
        "corpuslint check corpus/",
        "corpuslint check corpus/ --select placeholder,numbering",
        "corpuslint check corpus/ --output sarif=report.sarif",
        "corpuslint check - --stdin-filename draft.md < draft.md",
    ),
    "baseline": ("corpuslint baseline corpus/",),
    "ignore": ('corpuslint ignore 5f0c9b1e6a3d4c8f7e21 --reason "X is a satellite"',),
    "dedup": (
        "corpuslint dedup corpus/ --manifest keep.jsonl",
        "corpuslint dedup --manifest keep.jsonl --apply -o kept/",
    ),
    "index": (
        "corpuslint index corpus/ -o corpus.clix --name published",
        "corpuslint check drafts/ --against corpus.clix",
    ),
    "diff": ("corpuslint diff before.json after.json",),
    "selftest": ("corpuslint selftest lint/house-name.toml",),
    "explain": ("corpuslint explain placeholder-letter",),
    "checks": ("corpuslint checks",),
}

# Options by what they are about; those in no group stand under `run`.
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("plan", ("manifest", "similarity", "export", "apply", "output_dir")),
    (
        "checks",
        (
            "select",
            "extend_select",
            "ignore",
            "extend_ignore",
            "per_file_ignores",
            "config",
            "isolated",
            "baseline",
        ),
    ),
    ("files", ("focus", "staged", "changed_from", "against", "stdin_filename", "force_exclude")),
    ("report", ("output_format", "output_file", "output", "statistics", "limit", "color")),
    ("exit", ("fail_on", "exit_zero", "strict", "strict_baseline", "allow_empty")),
)
_FEW = 8  # options that need no groups


def help_text(context: click.Context, width: int, language: Language) -> str:
    """The help of the command of a context, in lines of at most so many cells."""
    command = context.command
    name = "main" if isinstance(command, click.Group) else str(command.name)
    parts = [f"{usage_line(context, language)}\n", indented(say(f"help.command.{name}", language), width, 2)]
    parts.append(_examples(name, width, language))
    if isinstance(command, click.Group):
        parts.append(_section("commands", _commands(command, language), width, language))
    parts += [
        _section(group, rows, width, language) for group, rows in _options(context, name, language) if rows
    ]
    if isinstance(command, click.Group):
        parts.append(indented(say("help.exit-codes", language), width, 0))
    return "\n".join(parts)


def short_text(name: str, language: Language) -> str:
    """What a command does, in a few words."""
    return say(f"help.short.{name}", language)


def ordered(names: Sequence[str]) -> list[str]:
    """Names of commands in the order of the help."""
    return sorted(names, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))


def _section(name: str, rows: Sequence[tuple[str, str]], width: int, language: Language) -> str:
    return f"{say(f'help.section.{name}', language)}\n{definitions(rows, width)}"


def _examples(name: str, width: int, language: Language) -> str:
    lines = [say("help.section.examples", language) + "\n"]
    for number, example in enumerate(EXAMPLES[name], 1):
        lines.append(indented(f"# {say(f'help.example.{number}.{name}', language)}", width, 2))
        lines.append(f"  {example}\n")
    return "".join(lines)


def _commands(group: click.Group, language: Language) -> list[tuple[str, str]]:
    return [(name, short_text(name, language)) for name in ordered(list(group.commands))]


def _options(
    context: click.Context, name: str, language: Language
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The options of a command, group by group; of a command with few, all in one."""
    options = [one for one in context.command.get_params(context) if isinstance(one, click.Option)]
    rows = {_name(one): (_term(one, context), _meaning(_name(one), name, language)) for one in options}
    if len(options) <= _FEW:
        yield "options", list(rows.values())
        return
    for group, names in _GROUPS:
        yield group, [rows.pop(one) for one in names if one in rows]
    yield "run", list(rows.values())


def _name(option: click.Option) -> str:
    return "help" if "--help" in option.opts else str(option.name)


def _meaning(option: str, command: str, language: Language) -> str:
    own = f"help.option.{command}.{option}"
    return say(own if _is_there(own) else f"help.option.{option}", language)


def _is_there(key: str) -> bool:
    try:
        phrase(key)
    except KeyError:
        return False
    return True


def _term(option: click.Option, context: click.Context) -> str:
    """`-j, --jobs N`: the short name first, then what the option takes."""
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag or option.count else f"{names} {_metavar(option, context)}".rstrip()


def _metavar(option: click.Option, context: click.Context) -> str:
    if isinstance(option.type, click.types.IntParamType | click.types.FloatParamType):
        return "N"
    return option.make_metavar(context)
