"""The command line: gathers the commands, one module each, and runs the one asked for.

A module of this package is a command if it offers ``add_parser(subparsers)``, which adds
its parser, and ``run(args) -> int``, which gives the exit status. It imports what is
heavy only in ``run``.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

from trainer import cli
from trainer.cli import parsing
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


def commands() -> dict[str, ModuleType]:
    """Give the modules that are commands, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(cli.__path__))
    found = {name: importlib.import_module(f"{cli.__name__}.{name}") for name in names}
    return {name: module for name, module in found.items() if hasattr(module, "add_parser")}


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    made = parsing.Parser(
        prog="upstander",
        parents=[parsing.window()],
        allow_abbrev=False,
        description=_(
            "Practise stepping in when someone is harassed. Without a command the window opens."
        ),
    )
    subparsers = made.add_subparsers(
        dest="command", metavar=_("COMMAND"), title=_("commands"), required=True
    )
    for module in commands().values():
        module.add_parser(subparsers)
    _permit_general(subparsers)
    return made


def _permit_general(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Permit once more what was heeded before any command was looked at."""
    for one in dict.fromkeys(subparsers.choices.values()):
        one.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        one.add_argument(
            "--version", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
        for action in one._actions:  # noqa: SLF001 - argparse tells of its parts nowhere else
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
                _permit_general(action)


def run(given: Sequence[str]) -> int:
    """Run the command that ``given`` names and give its exit status.

    Raises:
        UpstanderError: what the command has to tell.

    """
    args = parser().parse_args(given)
    status: int = commands()[args.command].run(args)
    return status
