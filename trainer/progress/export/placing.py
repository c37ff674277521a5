"""Writing a file that a person asked for: beside its place, then put there as a whole."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from trainer.errors import UsageError
from trainer.language import _
from trainer.progress import bad_days, files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def placed(out: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a file to write in a block, which takes its place when the block ends well.

    Only its owner may read it. Whatever interrupts the block, what was there is unchanged.

    Raises:
        UsageError: the file exists, and ``force`` was not given.
        KeepingError: it could not be written.

    """
    if out.exists() and not force:
        raise UsageError(
            _("“%(file)s” already exists.") % {"file": out},
            _("It was not changed."),
            _("Choose another name, or add --force to replace it."),
        )
    if out.exists() and not out.is_file():
        # A device would be gone from the computer once a file had taken its place.
        raise bad_days.not_exported(out, OSError(errno.EINVAL, os.strerror(errno.EINVAL)))
    new = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        files.private_file(new)
        yield new
        files.put_in_place(new, out)
    except OSError as error:
        raise bad_days.not_exported(out, error) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
