"""A command line that cannot be understood, told in the user's language and with what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import IO, Any

import click

from corpuslint.expressions import late
from corpuslint.hints import closest
from corpuslint.output.terminal import visible
from corpuslint.wordings import Language, Wording, say, told, wording

# How click begins what it says of a value: with the value, in quotes or (numbers) without.
_VALUE = late(r"(?:[A-Z][a-z]+ )?(?:'(?P<quoted>.*)'|(?P<bare>\S+)) (?:is|does)\b", re.DOTALL)
_NUMBER = late(r"requires (\d+) arguments")


class UsageProblem(click.ClickException):
    """A usage error with its frame, in one language."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it to standard error."""
        click.echo(
            "".join(f"{visible(line)}\n" for line in self.message.split("\n")), file, nl=False, err=True
        )


def framed(error: click.UsageError, language: Language) -> str:
    """The error under the usage of its command."""
    message = say("usage.error", language, message=told(problem(error), language))
    if error.ctx is None:
        return message
    usage = error.ctx.get_usage()
    hint = say("usage.try", language, command=error.ctx.command_path)
    return f"{usage}\n{hint}\n\n{message}"


def problem(error: click.UsageError) -> Wording:
    """What is wrong; what click says where it is something unforeseen."""
    for kind, say_it in _KINDS:
        if isinstance(error, kind) and (found := say_it(error)) is not None:
            return found
    return wording("usage.other", message=error.format_message())


def usage_line(context: click.Context, language: Language) -> str:
    """`Usage: corpuslint check [OPTIONS] [PATHS]...`."""
    arguments = [one for one in context.command.get_params(context) if isinstance(one, click.Argument)]
    pieces = [say("usage.options", language), *(one.make_metavar(context) for one in arguments)]
    if isinstance(context.command, click.Group):
        pieces.append(say("usage.command", language))
    return say("usage.usage", language, usage=" ".join([context.command_path, *pieces]))


def _hinted(found: Wording, name: str | None) -> Wording:
    if name is None:
        return found
    return wording("usage.with-hint", problem=found, hint=wording("usage.near", name=name))


def _no_option(error: click.NoSuchOption) -> Wording:
    known = [name for parameter in error.ctx.command.params for name in parameter.opts] if error.ctx else []
    found = wording("usage.no-option", name=error.option_name)
    return _hinted(found, closest(error.option_name, [name for name in known if name.startswith("--")]))


def _missing(error: click.MissingParameter) -> Wording | None:
    if error.param is None:
        return None
    key = "usage.missing-argument" if isinstance(error.param, click.Argument) else "usage.missing-option"
    return wording(key, name=_name(error.param, error.ctx))


def _option_use(error: click.BadOptionUsage) -> Wording:
    if "does not take" in error.message:
        return wording("usage.takes-none", name=error.option_name)
    number = _NUMBER.search(error.message)
    return wording("usage.needs-value", name=error.option_name, count=int(number[1]) if number else 1)


def _value(error: click.BadParameter) -> Wording | None:
    match = _VALUE.match(error.message)
    if error.param is None or match is None:
        return None
    name, found = _name(error.param, error.ctx), match["quoted"] or match["bare"] or ""
    kind = error.param.type
    if isinstance(kind, click.Tuple):
        kind = next((one for one in kind.types if isinstance(one, click.Choice)), kind)
    if isinstance(kind, click.Choice):
        names = tuple(map(str, kind.choices))
        told_names = wording("usage.not-one-of", name=name, found=found, names=names)
        return _hinted(told_names, closest(found, names))
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        key = "usage.not-whole" if isinstance(kind, click.types.IntParamType) else "usage.not-number"
        return wording(key, name=name, found=found, range=_range(kind))
    if isinstance(kind, click.DateTime):
        return wording("usage.not-date", name=name, found=found)
    if isinstance(kind, click.Path) and error.message.endswith("is a directory."):
        return wording("usage.is-folder", name=name, found=found)
    return wording("usage.wrong", name=name, message=error.message)


def _range(kind: Any) -> Wording:
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is None:
        return wording("usage.range-any")
    if most is None:
        return wording("usage.range-from", least=str(least))
    return wording("usage.range-between", least=str(least), most=str(most))


def _extra(error: click.UsageError) -> Wording | None:
    found = re.search(r"unexpected extra arguments? \((.*)\)", error.message, re.DOTALL)
    return wording("usage.extra", found=found[1]) if found else None


def _name(parameter: click.Parameter, context: click.Context | None) -> str:
    if isinstance(parameter, click.Argument):
        return parameter.metavar or (parameter.name or "").upper()
    return max(parameter.opts, key=len)


# The first that fits; kinds of an error stand before what they are kinds of.
_KINDS: tuple[tuple[type[click.UsageError], Callable[[Any], Wording | None]], ...] = (
    (click.NoSuchOption, _no_option),
    (click.MissingParameter, _missing),
    (click.BadOptionUsage, _option_use),
    (click.BadParameter, _value),
    (click.UsageError, _extra),
)
