"""``upstander progress export --format xapi``: statements for a learning record store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    import argparse

    from trainer.progress.store import Store


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what holds for this form only."""
    parser.add_argument(
        "--with-choices",
        action="store_true",
        help=_("xapi: also what was chosen, and how the runs ended"),
    )
    parser.add_argument(
        "--for",
        dest="organisation",
        metavar=_("ORGANISATION"),
        help=_("xapi: whom the file is for; each knows you by a random id of its own"),
    )


def refuse_options(args: argparse.Namespace) -> None:
    """Refuse these options where they would do nothing.

    Raises:
        UsageError: one was given.

    """
    if args.with_choices or args.organisation:
        raise UsageError(_("--with-choices and --for go with --format xapi only."))


def run(args: argparse.Namespace, kept: Store | None) -> int:
    """Write the file, and say what is in it.

    Raises:
        UsageError: the file exists, and --force was not given.
        KeepingError: it could not be written.

    """
    from trainer.progress.organisation.xapi import exporting
    from trainer.progress.store import Store
    from trainer.scenario.problems import shown_path

    with kept or Store.in_memory() as store:
        count = exporting.export(
            store,
            args.out,
            organisation=(args.organisation or "").strip(),
            with_choices=args.with_choices,
            force=args.force,
        )
    told = ngettext(
        "%(n)d completed run written to %(file)s.",
        "%(n)d completed runs written to %(file)s.",
        count,
    )
    print(told % {"n": count, "file": shown_path(args.out)})
    print(
        _("It tells what you chose, and how it ended; nothing that you wrote is in it.")
        if args.with_choices
        else _("It tells which scenarios you completed, and when; not what you chose or wrote.")
    )
    return 0
