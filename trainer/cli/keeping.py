"""What the commands about what was kept share: opening it, and asking before it changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from trainer.errors import UsageError
from trainer.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.progress.profiles import Profile
    from trainer.progress.sealed.vault import Key
    from trainer.progress.store import Store


def add_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--profile`` to a command that opens what was kept."""
    parser.add_argument(
        "--profile",
        metavar=_("NAME"),
        default="",
        help=_("whose history, where several people practise here"),
    )


class Whose:
    """Whose history a command is about; a passphrase is asked for once, when it is needed.

    Args:
        args: with ``profile``, the name that was given or nothing.

    Raises:
        UsageError: nobody is called so, or several people practise here and none was named.

    """

    def __init__(self, args: argparse.Namespace) -> None:
        self.profile = _chosen(args.profile)
        self._key: Key | None = None

    @property
    def key(self) -> Key | None:
        """What opens it, if a passphrase is on it.

        Raises:
            NeedsPassphrase: there is no terminal to ask for it.
            WrongPassphrase: it is another.

        """
        if self._key is None and self.profile.is_sealed:
            from trainer.progress import files

            self._key = _unlocked(files.sealed(self.profile.database))
        return self._key

    @property
    def database(self) -> Path:
        """Where it lies."""
        from trainer.progress import files

        return files.of(self.profile.database, self.key)

    def opened(self) -> Store | None:
        """Open what was kept; None if nothing ever was, so that looking makes no file."""
        from trainer.progress import files

        path = self.profile.database
        if not (self.profile.is_sealed or path.exists() or files.backup_files(path)):
            return None
        return self.store()

    def store(self) -> Store:
        """Open what was kept, or begin to keep."""
        from trainer.progress.store import Store

        return Store.open(self.profile.database, key=self.key)


def _chosen(name: str) -> Profile:
    from trainer.progress import profiles

    found = profiles.named(name) if name else profiles.listed()
    if len(found) == 1:
        return found[0]
    ids = _("These are here: %(ids)s.") % {
        "ids": ", ".join(f"{one.id} ({one.name})" if one.name else one.id for one in found)
    }
    if not name:
        if not found:
            return profiles.only()
        raise UsageError(
            _("Several people practise on this computer."),
            _("Nothing was opened."),
            _("Say whose history it is with --profile. %(these)s") % {"these": ids},
        )
    if found:
        raise UsageError(
            _("More than one person here is called “%(name)s”.") % {"name": name},
            _("Nothing was opened."),
            _("Say which with the id in place of the name. %(these)s") % {"these": ids},
        )
    raise UsageError(_("Nobody here is called “%(name)s”.") % {"name": name})


def _unlocked(sealed: Path) -> Key:
    from getpass import getpass

    from trainer.progress import bad_days
    from trainer.progress.sealed import vault

    if not sys.stdin.isatty():
        raise bad_days.locked(sealed)

    return vault.unlock(sealed, getpass(_("Passphrase: ")))


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
