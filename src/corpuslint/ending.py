"""How a command ends that does not come to its end: told to the user, and by the exit code."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, Protocol

import click

from corpuslint.errors import UserError
from corpuslint.output.terminal import visible
from corpuslint.wordings import Language, say

_BROKEN = 2
_BY_SIGNAL = 128  # what shells add to the number of the signal


class Speaker(Protocol):
    """What knows the language of the user."""

    @property
    def language(self) -> Language:
        """The language to speak."""


class _Terminated(BaseException):
    """SIGTERM, as `KeyboardInterrupt` is SIGINT."""


@contextmanager
def told_by_exit_code(speech: Speaker) -> Iterator[None]:
    """What the user can put right is a line and exit code 2; a defect of corpuslint is 2 with its traceback.

    Ctrl-C is 130 and SIGTERM 143, without one. Both unwind the stack, so that worker processes are ended and
    unfinished files cleared away; then the process ends at once, for the queues of workers that were ended in
    the middle of a message would hold up an ordinary exit.
    """
    catches = threading.current_thread() is threading.main_thread()
    catches = catches and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    if catches:
        signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except UserError as problem:
        _tell(visible(problem.told(speech.language)), speech)
        sys.exit(_BROKEN)
    except KeyboardInterrupt:
        _tell(say("commands.interrupted", speech.language), speech)
        os._exit(_BY_SIGNAL + signal.SIGINT)
    except _Terminated:
        os._exit(_BY_SIGNAL + signal.SIGTERM)
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise  # click tells these
    except Exception:
        traceback.print_exc()
        _tell(say("commands.defect", speech.language), speech)
        sys.exit(_BROKEN)
    finally:
        if catches:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _tell(message: str, speech: Speaker) -> None:
    click.echo(say("commands.prefix", speech.language, message=message), err=True)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise _Terminated
