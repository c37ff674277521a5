"""``upstander progress export`` and ``import``: what was kept, into a file and back."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli import keeping, xapi_export
from trainer.errors import UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator

    from trainer.progress.carry.bringing import Found
    from trainer.progress.store import Store

EVERYTHING = "everything"


def add_export(parts: argparse._SubParsersAction[Any]) -> None:
    """Add the command that writes what was kept into a file."""
    parser = parts.add_parser(
        "export", allow_abbrev=False, help=_("write everything into a file, to take along")
    )
    parser.add_argument(
        "--format",
        choices=(EVERYTHING, "json", "csv", "xapi"),
        required=True,
        help=_(
            "everything: for Upstander on another computer; json: for other programs; csv: for"
            " a spreadsheet, every table if FILE ends in .zip, else the runs; xapi: for a learning"
            " record store"
        ),
    )
    parser.add_argument("--out", metavar=_("FILE"), required=True, type=Path)
    parser.add_argument("--force", action="store_true", help=_("replace a file that exists"))
    parser.add_argument(
        "--papers",
        action="store_true",
        help=_("json, csv: also safety plan and records, unless they are locked"),
    )
    parser.add_argument(
        "--no-papers", action="store_true", help=_("everything: without safety plan and records")
    )
    parser.add_argument(
        "--seal", action="store_true", help=_("everything: lock the file with a passphrase")
    )
    xapi_export.add_options(parser)


def add_import(parts: argparse._SubParsersAction[Any]) -> None:
    """Add the command that takes such a file in."""
    parser = parts.add_parser(
        "import", allow_abbrev=False, help=_("take in a file with everything, from elsewhere")
    )
    parser.add_argument("file", metavar=_("FILE"), type=Path)
    parser.add_argument(
        "--plan",
        choices=("here", "file"),
        default="here",
        help=_("which safety plan stays, if there are two (here)"),
    )
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))


def export(args: argparse.Namespace) -> int:
    """Write the file, and give the exit status.

    Raises:
        UsageError: the file exists, or the options do not go together.
        KeepingError: it could not be written.

    """
    from trainer.progress.store import Store

    everything = args.format == EVERYTHING
    if (args.papers and everything) or ((args.seal or args.no_papers) and not everything):
        raise UsageError(_("This option does not go with that format."))
    if args.format == "xapi":
        return xapi_export.run(args, keeping.Whose(args).opened())
    xapi_export.refuse_options(args)
    with keeping.Whose(args).opened() or Store.in_memory() as store:
        count = _write_everything(store, args) if everything else _write_for_others(store, args)
    _tell(args.out, count)
    return 0


def _write_for_others(store: Store, args: argparse.Namespace) -> int:
    from trainer.progress.export.export import Form

    return store.export(args.out, Form(args.format), papers=args.papers, force=args.force)


def _write_everything(store: Store, args: argparse.Namespace) -> int:
    from trainer.progress.carry import taking, telling

    passphrase = _new_passphrase() if args.seal else ""
    rows = _done(
        taking.write(
            store,
            args.out,
            passphrase=passphrase,
            papers=not args.no_papers,
            force=args.force,
        )
    )
    for sentence in telling.stayed(rows["left"]):
        print(sentence, file=sys.stderr)
    return int(rows["run"])


def _tell(out: Path, count: int) -> None:
    from trainer.scenario.problems import shown_path

    told = ngettext("%(n)d run written to %(file)s.", "%(n)d runs written to %(file)s.", count)
    print(told % {"n": count, "file": shown_path(out)})


def _done(steps: Generator[float, None, Any]) -> Any:
    """Go all the steps, and give what comes of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def bring(args: argparse.Namespace) -> int:
    """Take the file in after saying what it brings; give the exit status, 1 if not wanted.

    Raises:
        CarriedError: it cannot be taken in; nothing was changed.
        KeepingError: it cannot be kept here; nothing was changed.

    """
    from trainer.progress.carry import bringing, lines, telling
    from trainer.progress.store import Store

    passphrase = _passphrase() if lines.is_sealed(args.file) else ""
    # A file that is refused makes nothing here, not even an empty history.
    how = bringing.HowPapers(bringing.Plan(args.plan))
    whose = keeping.Whose(args)
    with whose.opened() or Store.in_memory() as here:
        found: Found = _done(bringing.look(here, args.file, passphrase=passphrase, papers=how))
    if found.two_plans:
        print(telling.two_plans())
    left = _left(found)
    if not found.changes():
        for sentence in left or telling.outcome(found):
            print(sentence)
        return 0
    if not keeping.sure(args, (*telling.preview(found), *left)):
        return keeping.unchanged()
    with whose.store() as store:
        found = _done(bringing.put(store, args.file, found, passphrase=passphrase, papers=how))
    for sentence in telling.outcome(found):
        print(sentence)
    return 0


def _left(found: Found) -> tuple[str, ...]:
    """Say what stays in the file; here nobody is asked for the passphrases of papers."""
    from trainer.progress.carry import telling

    said = telling.left(found)
    return (said[0], _("They can be opened in the window.")) if said else ()


def _passphrase() -> str:
    _need_terminal()
    return getpass(_("Passphrase: "))


def _new_passphrase() -> str:
    _need_terminal()
    print(_("Without this passphrase nobody can read the file, and we cannot either."))
    first = getpass(_("Passphrase: "))
    if not first:
        raise UsageError(_("A passphrase has to be given."), _("No file was written."))
    if getpass(_("Once more: ")) != first:
        raise UsageError(_("The two were not the same."), _("No file was written."))
    return first


def _need_terminal() -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            _("A passphrase is asked for in a terminal."),
            _("Nothing was changed."),
            _("Run this in a terminal."),
        )
