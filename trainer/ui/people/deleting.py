"""Deleting what is kept of one person: said before, done, and looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer.errors import KeepingError, UpstanderError
from trainer.language import _
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.progress.profiles import Profile
    from trainer.ui.context import Context


def what_goes(context: Context) -> tuple[str, ...]:
    """Say what deleting all that is kept of whoever practises takes, in numbers."""
    from trainer.progress import goes

    try:
        return goes.in_words(context.store.what_goes())
    except UpstanderError:
        return goes.whole_profile()


def delete_mine(context: Context) -> bool:
    """Delete all that is kept of whoever practises; say that it is gone, or what is not."""
    from trainer.progress import erasing

    try:
        context.store.delete_all()
        said = erasing.look_again(context.store.database)
    except KeepingError as error:
        context.tell(error)
        return False
    context.change(help_place="")
    context.store_changed.emit()
    context.runs_changed.emit()
    context.notice(said)
    return True


class _Deleting(QObject):
    """Waits for the answer of a sheet."""

    def __init__(self, context: Context, sheet: AskSheet) -> None:
        super().__init__(sheet)
        self._context = context
        sheet.agreed.connect(self._delete)

    def _delete(self) -> None:
        delete_mine(self._context)


def ask_for_mine(context: Context, window: QWidget) -> None:
    """Say what goes, and delete all that is kept of whoever practises if they agree."""
    what = what_goes(context)
    if len(what) == 1:  # that it would be for good, and nothing that would go
        context.notice(_("Nothing is kept of you yet."))
        return
    sheet = AskSheet(
        context,
        _("Delete what is kept of you?"),
        (_("This goes:"), *what),
        _("Delete it for good"),
        window,
    )
    _Deleting(context, sheet)
    sheet.open()


class LostSheet(AskSheet):
    """The passphrase is lost: nothing opens what is there, but it can be removed."""

    def __init__(self, context: Context, person: Profile, window: QWidget) -> None:
        from trainer.progress import goes

        super().__init__(
            context,
            _("Remove what nobody can open?"),
            (
                _("Without the passphrase nobody can read it, and we cannot either."),
                _("It can stay, in case that you remember. Or it is removed, with the name."),
                *goes.whole_profile(),
            ),
            _("Remove for good"),
            window,
        )
        self._context = context
        self._person = person
        self.agreed.connect(self._remove)

    def _remove(self) -> None:
        remove(self._context, self._person)


def remove(context: Context, person: Profile) -> None:
    """Remove somebody whom nobody has open, look again, and say so."""
    from trainer.progress import erasing, profiles

    try:
        said = erasing.looked_again(person.folder, profiles.remove(person))
    except KeepingError as error:
        context.tell(error)
        return
    context.people_changed.emit()
    context.notice(said)


class PersonSheet(AskSheet):
    """Asks before somebody is removed, with all that is kept of them and their name."""

    def __init__(self, context: Context, window: QWidget) -> None:
        what = what_goes(context)
        super().__init__(
            context,
            _("Remove yourself from this computer?"),
            (
                _("This goes:"),
                *what[:-1],
                _("Your name here."),
                _("Settings such as text size stay, and so do the other people."),
                what[-1],
            ),
            _("Remove for good"),
            window,
        )
        self._context = context
        self.agreed.connect(self._remove)

    def _remove(self) -> None:
        context = self._context
        person = context.person
        if person is None:
            return
        context.is_apart = False  # nothing of theirs is kept any more, not on the way out either
        context.remember(help_place="", last_page="")
        context.let_go()
        remove(context, person)
