"""What the commands about what was kept share: opening it, and asking before it changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from trainer import paths
from trainer.errors import UsageError
from trainer.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from trainer.progress.store import Store


def opened() -> Store | None:
    """Open what was kept; None if nothing ever was, so that looking makes no file."""
    from trainer.progress import files
    from trainer.progress.store import Store

    path = paths.database()
    if not path.exists() and not files.backup_files(path):
        return None
    return Store.open(path)


def unchanged() -> int:
    """Say that nothing was changed, and give the exit status for that."""
    print(_("Nothing was changed."))
    return 1


def sure(args: argparse.Namespace, sentences: Sequence[str]) -> bool:
    """Say what would happen, and ask, unless --yes was given."""
    for sentence in sentences:
        print(sentence)
    if args.yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(
            _("This has to be confirmed."), _("Nothing was changed."), _("Add --yes to confirm.")
        )
    yes = _("yes")
    try:
        answer = input(_("Type “%(yes)s” to go on: ") % {"yes": yes})
    except EOFError:
        return False
    return answer.strip().casefold() == yes.casefold()
