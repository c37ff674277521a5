"""What the parsers of the command line have in common."""

from __future__ import annotations

import argparse
from typing import NoReturn

from trainer.errors import UsageError
from trainer.language import _


class Parser(argparse.ArgumentParser):
    """A parser that raises what is wrong, so that there is one way to tell it."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing and ending."""
        raise UsageError(
            _("This was not understood: %(reason)s") % {"reason": message},
            next_step=_("“%(command)s --help” shows what can be said.") % {"command": self.prog},
        )


def window() -> Parser:
    """Give a parser of everything that opens the window.

    Its other options hold before and after every command too.
    """
    parser = Parser(prog="upstander", add_help=False, allow_abbrev=False)
    parser.add_argument(
        "--home",
        metavar=_("FOLDER"),
        help=_("keep everything in this folder instead of the usual place"),
    )
    parser.add_argument(
        "--version", action="store_true", help=_("say which version this is, and end")
    )
    parser.add_argument(
        "--smoke", action="store_true", help=_("show the first page once, say how long it took")
    )
    return parser
