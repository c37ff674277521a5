"""Why a file from another computer is not taken in, told to a person.

Each is found before anything here is changed, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import CarriedError, SealedFile
from trainer.language import _

if TYPE_CHECKING:
    from pathlib import Path


def damaged(details: str) -> CarriedError:
    """It is one of ours, but not whole, or not as it was written."""
    return CarriedError(
        _("This file is damaged, or not all of it is there."),
        _("Nothing was changed here."),
        _("Copy it again from where it was made, or export once more there."),
        details,
    )


def foreign(details: str) -> CarriedError:
    """It is something else."""
    return CarriedError(
        _("This is not a file that Upstander wrote to take everything along."),
        _("Nothing was changed here."),
        _("Choose the file that was exported for Upstander on another computer."),
        details,
    )


def newer(details: str) -> CarriedError:
    """A newer version wrote it."""
    return CarriedError(
        _("This file was written by a newer version of Upstander."),
        _("Nothing was changed here."),
        _("Update Upstander on this computer, then try again."),
        details,
    )


def unreadable(path: Path, error: OSError) -> CarriedError:
    """The disk does not give it."""
    return CarriedError(
        _("This file cannot be read."),
        _("Nothing was changed here."),
        _("Check that it is still there, then try again."),
        f"{path}: {error}",
    )


def locked() -> SealedFile:
    """It is sealed, and no passphrase was given."""
    return SealedFile(
        _("This file is locked with a passphrase."),
        _("Nothing was changed here."),
        _("Give the passphrase that was chosen when it was made."),
    )


def wrong_passphrase() -> SealedFile:
    """It is sealed with another passphrase."""
    return SealedFile(
        _("This passphrase does not open the file."),
        _("Nothing was changed here."),
        _("Try again. Without its passphrase nobody can read this file."),
    )
