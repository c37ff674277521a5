"""Files that could not be saved: of however many, one error is told, once all were tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.errors import UpstanderError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.authoring.keeping.keeper import Keeper

_MOST: Final = 5
"""Files that are told one by one."""


class Failing:
    """Collects them while others are still being saved."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._wrong: list[Kept] = []
        self._done = 0

    def add(self, one: Kept) -> None:
        """Take note of a file that could not be saved."""
        self._wrong.append(one)
        self.tell()

    def saved(self) -> None:
        """Take note of one that was."""
        self._done += 1
        self.tell()

    def tell(self) -> None:
        """Tell of all of them, as soon as no other is being saved."""
        keeper = self._keeper
        if any(one.is_saving for one in keeper.open_files.values()):
            return
        wrong, self._wrong = self._wrong, []
        done, self._done = self._done, 0
        errors = [one.error for one in wrong if one.error is not None]
        if len(wrong) + done > 1:
            keeper.context.noticed.emit(None)  # That they are being saved is over.
        if not errors:
            self._tell_saved(done)
            return
        error = errors[0] if len(errors) == 1 else _of_several(wrong, errors, done)
        if keeper.shown in wrong:
            keeper.not_saved.emit(error)
        else:
            keeper.context.tell(error)  # To save what is shown elsewhere would be no answer.

    def _tell_saved(self, done: int) -> None:
        """Say that several are saved; of one the chip does, and it is read out."""
        if done > 1:
            said = ngettext("%(n)d file is saved.", "%(n)d files are saved.", done)
            self._keeper.context.notice(said % {"n": done})
        elif done:
            self._keeper.context.announce(_("Saved."))


def _of_several(
    wrong: Sequence[Kept], errors: Sequence[UpstanderError], done: int
) -> UpstanderError:
    count, more = len(wrong), len(wrong) - _MOST
    names = ", ".join(one.place.name for one in wrong[:_MOST])
    if more > 0:
        said = ngettext("%(names)s and %(n)d more", "%(names)s and %(n)d more", more)
        names = said % {"names": names, "n": more}
    known = {"n": count, "all": count + done, "names": names}
    what = ngettext(
        "%(n)d of %(all)d files could not be saved: %(names)s.",
        "%(n)d of %(all)d files could not be saved: %(names)s.",
        count,
    )
    safe = _("What you have written stays here until you close the window.")
    if all(one.is_aside for one in wrong):
        safe = _("What you have written in them is kept.")
    details = "\n".join(f"{one.what} {one.details}" for one in errors)
    next_step = _("See whether their folder is there and has room, then save again.")
    return UpstanderError(what % known, safe, next_step, details)
