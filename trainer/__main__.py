"""The command ``upstander``: without a subcommand the window, with one no window at all.

``python -m trainer`` and ``python3 main.py`` do the same.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from trainer import language, paths, settings
from trainer.errors import UpstanderError, UsageError
from trainer.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells give it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status.

    Args:
        argv: the arguments after the command's name; by default those of the process.

    Returns:
        What the subcommand or the window gives; 1 after an error that was told, 2 after
        wrong use.

    """
    _speak_utf8()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(given)
    except UpstanderError as error:
        tell(error)
        return 2 if isinstance(error, UsageError) else 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has read enough; say nothing to nobody at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except SystemExit as end:  # argparse, after --help and --version
        return end.code if isinstance(end.code, int) else 0


def tell(error: UpstanderError) -> None:
    """Tell an error on the error stream: what happened, what is safe, what to do next."""
    # Imported late: on a good day nothing is told.
    from trainer.scenario.problems import shown_path

    for sentence in (error.what, error.safe, error.next_step, error.details):
        if sentence:
            # It may name a file, whose name may hold anything.
            print("\n".join(map(shown_path, sentence.split("\n"))), file=sys.stderr)


class _General(NamedTuple):
    """The options that hold before and after every command, and the rest of the arguments."""

    home: str | None
    version: bool
    rest: list[str]


def _general(given: list[str]) -> _General:
    """Find the general options, wherever they stand; what is wrong stays in the rest.

    Without argparse, which takes longer than everything else here: the window needs none.
    """
    home, version, rest = None, False, []
    waiting = iter(given)
    for one in waiting:
        if one == "--":  # names follow, whatever they look like
            rest += [one, *waiting]
        elif one == "--version":
            version = True
        elif one.startswith("--home="):
            home = one.removeprefix("--home=")
        elif one == "--home":
            value = next(waiting, None)
            if value is None or value.startswith("-"):
                return _General(None, False, given)
            home = value
        else:
            rest.append(one)
    return _General(home, version, rest)


def _run(given: list[str]) -> int:
    # Where things lie and in which language to speak has to be known before anything is said.
    general = _general(given)
    if general.home == "":
        # An empty variable of a script: not a wish to keep everything right here.
        raise UsageError(_("--home takes a folder."))
    try:
        if general.home is not None:
            paths.move_home(Path(general.home))
        paths.home()
    except OSError as error:
        raise UsageError(
            _("The folder that you are in is gone."),
            next_step=_("Go to another folder, or name the whole path with --home."),
        ) from error
    chosen = settings.read(paths.settings())
    language.use(language.from_environment(chosen.language))
    if general.version:
        from trainer import __version__

        print(f"upstander {__version__}")
        return 0
    if any(one != "--smoke" for one in general.rest):
        # A command, or something that nobody knows: the command line can tell.
        from trainer.cli import main as commands

        return commands.run(given)
    from argparse import Namespace

    return _window(Namespace(smoke=bool(general.rest)))


def _window(args: argparse.Namespace) -> int:
    from trainer.cli import screen

    # What is made until the first page shows stays: collecting in between finds nothing, and
    # takes a twentieth of the start, most of it while Qt is imported. Afterwards the window
    # collects by itself (trainer/ui/clearing_up.py).
    gc.disable()
    reason = screen.missing()
    if reason is None:
        try:
            # Imported late: only the window needs Qt.
            from trainer.app import run
        except ImportError as error:
            reason = screen.unloadable(error)
            if reason is None:
                raise
    if reason is not None:
        screen.offer_terminal(reason)
        return 1
    return run(args)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        with contextlib.suppress(ValueError, OSError):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
