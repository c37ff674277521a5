"""The errors that a person may see. Anything else that is raised is a bug.

::

    UpstanderError            says what happened, what is safe, what to do next
    ├── UsageError            the command line was used wrongly (exit 2)
    ├── ScenarioError         a scenario cannot be played
    ├── SnapshotError         a saved place cannot be read
    ├── CarriedError          a file from another computer cannot be taken in
    │   └── SealedFile        it is sealed, and this passphrase does not open it
    └── KeepingError          what was done cannot be kept or read
        ├── HeldElsewhere     another running Upstander holds the profile
        ├── NewerData         the data was written by a newer Upstander
        ├── DamagedData       the data is not, or no longer, readable
        ├── ReadOnlyPlace     nothing can be written there
        ├── NoRoom            the disk is full
        ├── GoneRun           a run that something was to be added to was deleted
        ├── NeedsPassphrase   it is locked, and no passphrase was given
        └── WrongPassphrase   it is locked with another passphrase
"""

from __future__ import annotations


class UpstanderError(Exception):
    """An error that is told to a person, in their language.

    Args:
        what: what happened, one sentence.
        safe: what is safe all the same, one sentence, or empty.
        next_step: what to do next, one sentence, or empty.
        details: technical facts for whoever helps; shown on demand, can be copied.

    """

    def __init__(self, what: str, safe: str = "", next_step: str = "", details: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.next_step = next_step
        self.details = details

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.safe, self.next_step) if part)


class UsageError(UpstanderError):
    """The command line was used wrongly."""


class ScenarioError(UpstanderError):
    """A scenario cannot be played."""


class SnapshotError(UpstanderError):
    """A saved place cannot be read."""


class CarriedError(UpstanderError):
    """A file from another computer cannot be taken in; nothing was changed."""


class SealedFile(CarriedError):  # noqa: N818 - named after what a person is told
    """A file from another computer is sealed, and was not opened with this passphrase."""


class KeepingError(UpstanderError):
    """What was done cannot be kept, or what was kept cannot be read."""


class HeldElsewhere(KeepingError):  # noqa: N818
    """Another running Upstander holds the profile."""


class NewerData(KeepingError):  # noqa: N818
    """The data was written by a newer Upstander; it is left untouched."""


class DamagedData(KeepingError):  # noqa: N818
    """The data is not, or no longer, readable."""


class ReadOnlyPlace(KeepingError):  # noqa: N818
    """Nothing can be written where the data is kept."""


class NoRoom(KeepingError):  # noqa: N818
    """The disk is full; what was kept before is safe."""


class GoneRun(KeepingError):  # noqa: N818
    """A run that something was to be added to is not kept any more."""


class NeedsPassphrase(KeepingError):  # noqa: N818
    """What was kept is locked with a passphrase, and none was given."""


class WrongPassphrase(KeepingError):  # noqa: N818
    """What was kept is locked with another passphrase."""
