"""Deleting what is kept of one person: said before, done, and looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer.errors import KeepingError, UpstanderError
from trainer.language import _, ngettext
from trainer.ui.dialogs import AskSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.progress.profiles import Profile
    from trainer.ui.context import Context


def what_goes(context: Context) -> tuple[str, ...]:
    """Say what deleting all that is kept of whoever practises takes, in numbers."""
    from trainer.progress.deletion import goes

    try:
        return goes.in_words(context.store.what_goes())
    except UpstanderError:
        return goes.whole_profile()


def delete_mine(context: Context) -> bool:
    """Delete all that is kept of whoever practises; say that it is gone, or what is not."""
    from trainer.progress.deletion import erasing

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


def ask_for_everything(context: Context, window: QWidget) -> None:
    """Say what goes, first of all for whom else, and delete it if they agree."""
    from trainer.progress import profiles
    from trainer.progress.deletion import goes

    people = profiles.listed()
    several = len(people) > 1
    others = _of_others(context, people) if several else ()
    counted = what_goes(context) if context.keeps else ()
    sheet = AskSheet(
        context,
        _("Delete everything, of everybody here?") if several else _("Delete everything?"),
        tuple(dict.fromkeys((*others, *counted, *goes.everything_in_words()))),
        _("Delete everything"),
        window,
        tick=_("I mean all of it, not only mine.") if several else "",
    )
    sheet.agreed.connect(context.delete_everything)
    sheet.open()


def _of_others(context: Context, people: Sequence[Profile]) -> tuple[str, ...]:
    """Say who else loses what is theirs, and what there is instead."""
    from trainer.ui.people.who_page import called

    me = context.person.id if context.person else ""
    others = [called(one) for one in people if one.id != me]
    *before, last = others
    names = _("%(names)s and %(last)s") % {"names": ", ".join(before), "last": last}
    words = ngettext(
        "%(names)s loses everything, too.", "%(names)s lose everything, too.", len(others)
    )
    said = words % {"names": names if before else last}
    if not context.keeps:
        return (said,)
    return (said, _("To delete only what is kept of you, choose “Delete my data” instead."))


class LostSheet(AskSheet):
    """The passphrase is lost: nothing opens what is there, but it can be removed."""

    def __init__(self, context: Context, person: Profile, window: QWidget) -> None:
        from trainer.progress.deletion import goes

        removes = _("This removes %(name)s and all that is kept of %(name)s.")
        nameless = _("This removes the person without a name here, and all that is kept of them.")
        super().__init__(
            context,
            _("Remove what nobody can open?"),
            (
                removes % {"name": person.name} if person.name else nameless,
                _("Without the passphrase nobody can read it, and we cannot either."),
                _("It can stay, in case that you remember. Or it is removed, with the name."),
                *goes.whole_profile(),
            ),
            _("Remove for good"),
            window,
            tick=_("It is mine, or the person whose it is knows."),
        )
        self._context = context
        self._person = person
        self.agreed.connect(self._remove)

    def _remove(self) -> None:
        remove(self._context, self._person)


def remove(context: Context, person: Profile) -> None:
    """Remove somebody whom nobody has open, look again, and say so."""
    from trainer.progress import profiles
    from trainer.progress.deletion import erasing

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
        context.remember(help_place="", last_page="", author_at="")
        context.let_go()
        remove(context, person)
