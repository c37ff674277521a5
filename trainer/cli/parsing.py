"""What the parsers of the command line have in common."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final, NoReturn

from trainer.errors import UsageError
from trainer.language import N_, _, ngettext

# argparse looks its own words up by these two names, in the system's language and in a
# catalogue of Python's that nobody installs; from here on it asks ours.
vars(argparse).update(_=_, ngettext=ngettext)

ARGPARSE_SAYS: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""What argparse says about our commands, as it words it, so that the catalogue has it."""


class Parser(argparse.ArgumentParser):
    """A parser that raises what is wrong, so that there is one way to tell it."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing and ending."""
        raise UsageError(
            _("This was not understood: %(reason)s") % {"reason": message},
            next_step=_("“%(command)s --help” shows what can be said.") % {"command": self.prog},
        )


def page_file(text: str) -> Path:
    """Give the file that a page is written to; what a shell made of ``*.yaml`` is none.

    Raises:
        ArgumentTypeError: it is named like what people write by hand, and would replace it.

    """
    path = Path(text)
    if path.suffix.lower() in (".yaml", ".yml", ".po"):
        message = _("“%(text)s” is no name for a page; it ends in .html") % {"text": text}
        raise argparse.ArgumentTypeError(message)
    return path


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
