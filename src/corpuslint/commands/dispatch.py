"""How the words of a command line become a command: by its name, or as paths to check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from corpuslint.commands.language import Speech
from corpuslint.ending import told_by_exit_code
from corpuslint.errors import UserError
from corpuslint.hints import closest
from corpuslint.wordings import Language, say, wording

# Help may use the width of the terminal, up to what can still be read.
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 120}


class _Command(click.Command):
    """A command whose help speaks the language of the command line."""

    def get_usage(self, ctx: click.Context) -> str:
        """The line that says what may stand behind the command."""
        from corpuslint.commands.usage import usage_line

        return usage_line(ctx, _speech(ctx).language)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        from corpuslint.commands.help import help_text

        formatter.write(help_text(ctx, formatter.width, _speech(ctx).language))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; an error in them knows of which command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_short_help_str(self, limit: int = 45) -> str:
        """What shells show beside the command."""
        from corpuslint.commands.help import short_text

        return short_text(str(self.name), Speech(()).language)


@contextmanager
def _worded(speech: Speech) -> Iterator[None]:
    """Usage errors of click are told in the language of the user, with what was probably meant."""
    try:
        yield
    except click.UsageError as error:
        from corpuslint.commands.usage import UsageProblem, framed

        raise UsageProblem(framed(error, speech.language)) from None


class Commands(_Command, click.Group):
    """Commands by name; anything else on the line means `check`, so `corpuslint corpus/` works.

    A path that is called like a command is written `./explain`, or stands behind `--`.
    """

    command_class = _Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """See which command is meant, and in which language to speak."""
        ctx.obj = Speech(args)
        own = {"--help", "-h", "--version"}
        bare = not args and not ctx.resilient_parsing  # completion asks with nothing typed yet
        with told_by_exit_code(ctx.obj), _worded(ctx.obj):
            if bare or (args and args[0] not in self.commands and args[0] not in own):
                self._refuse_late_command(ctx, args)
                self._refuse_mistyped_command(args)
                args = ["check", *args]
            return super().parse_args(ctx, args)

    def _refuse_late_command(self, context: click.Context, args: list[str]) -> None:
        """`-q baseline corpus/` is no check of a file called baseline: options stand behind the command."""
        words = args[: args.index("--")] if "--" in args else args
        late = next((word for word in words if word in self.commands and not Path(word).exists()), None)
        if late is not None and args[0].startswith("-"):
            raise click.UsageError(say("commands.late-command", context.obj.language, command=late), context)

    def _refuse_mistyped_command(self, args: list[str]) -> None:
        """`chekc corpus/` is no check of a file called chekc, unless there is one."""
        if not args or not args[0].isascii() or not args[0].isalpha() or Path(args[0]).exists():
            return
        if near := closest(args[0], self.commands, likeness=0.7):
            told = wording("commands.nearly-command", path=args[0], command=near, root=str(Path.cwd()))
            raise UserError(told)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, to whichever end."""
        with told_by_exit_code(ctx.obj), _worded(ctx.obj):
            return super().invoke(ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and paths: the first word may be either."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def _speech(context: click.Context) -> Speech:
    return cast(Speech, context.find_root().obj)


def spoken() -> Language:
    """The language of the command line that is being carried out."""
    return _speech(click.get_current_context()).language
