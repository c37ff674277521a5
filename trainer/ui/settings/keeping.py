"""What is kept on this computer: whether, where, backups, and deleting it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer import paths
from trainer.errors import KeepingError
from trainer.language import _, ngettext
from trainer.ui import dates, theme
from trainer.ui.dialogs import AskSheet, Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import put_instead
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.progress.backups import Backup
    from trainer.ui.context import Context

_MOST = 10


def files_stay() -> str:
    """Say what of somebody stays even where nothing is kept."""
    return _(
        "What you write in Author is a file: it stays on this computer, where others may find it, "
        "until you delete it there."
    )


class StopKeepingSheet(Sheet):
    """Stop keeping: what was kept may stay, or go as well."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, _("Keep nothing from now on?"), parent)
        self._context = context
        for sentence in (
            _("What you do from now on is gone when you close the window."),
            files_stay(),
            _("What was kept so far can stay, and shows again when you keep things again."),
            _("Or all of it goes now:"),
            *_what_goes(context),
        ):
            self.body.addWidget(Words(sentence, self))
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        stay = PrimaryButton(_("Keep nothing, leave the rest"), self)
        stay.clicked.connect(self._leave)
        delete = QuietButton(_("Keep nothing, delete all"), self, icon="trash-2")
        delete.clicked.connect(self._delete)
        for button in (cancel, delete, stay):
            self.buttons.addWidget(button)
        cancel.setFocus()

    def _leave(self) -> None:
        self.accept()
        self._context.keep(False)

    def _delete(self) -> None:
        self.accept()
        from trainer.ui.people import deleting

        if deleting.delete_mine(self._context):
            self._context.keep(False)


def _what_goes(context: Context) -> tuple[str, ...]:
    """Say what deleting everything takes, in numbers."""
    from trainer.ui.people import deleting

    return deleting.what_goes(context)


class BackupRow(QWidget):
    """One backup, and the button that restores it."""

    def __init__(self, context: Context, backup: Backup, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._backup = backup
        flow = FlowLayout(self, spacing=12)
        when = dates.moment(backup.made)
        if backup.runs is None:
            said = _("%(when)s, cannot be read") % {"when": when}
        else:
            words = ngettext("%(when)s, %(n)d run", "%(when)s, %(n)d runs", backup.runs)
            said = words % {"when": when, "n": backup.runs}
        flow.addWidget(Words(said, self, wrap=False))
        flow.add_stretch()
        self._button = QuietButton(_("Restore"), self, icon="rotate-ccw")
        self._button.setAccessibleName(_("Restore the backup of %(when)s") % {"when": when})
        self._button.setEnabled(backup.runs is not None)
        self._button.clicked.connect(self._ask)
        flow.addWidget(self._button)

    def _ask(self) -> None:
        sheet = AskSheet(
            self._context,
            _("Restore this backup?"),
            (
                _("What is kept now is replaced by what was kept then."),
                _("What is kept now becomes a backup itself, so you can come back to it."),
            ),
            _("Restore"),
            self.window(),
            icon="rotate-ccw",
        )
        sheet.agreed.connect(self._restore)
        sheet.open()

    def _restore(self) -> None:
        try:
            self._context.store.restore(Path(self._backup.path))
        except KeepingError as error:
            self._context.tell(error)
            return
        self._context.store_changed.emit()
        self._context.runs_changed.emit()
        self._context.notice(_("The backup is restored."))


class KeepingCard(Card):
    """Whether anything is kept, where, its backups, and how it is deleted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._context = context
        self.body.addWidget(Heading(_("What is kept")))
        self._inside = QWidget(self)
        self._column = theme.lay(QVBoxLayout(self._inside), spacing=10)
        self.body.addWidget(self._inside)

    def show_kept(self) -> None:
        """Show how things are now."""
        inside = QWidget(self)
        self._column = theme.lay(QVBoxLayout(inside), spacing=10)
        self._show_all()
        self._inside = put_instead(self.body, self._inside, inside)

    def _show_all(self) -> None:
        keeps = self._context.keeps
        buttons = FlowLayout()
        if keeps:
            self._say(_("What you do is kept on this computer."))
            self._add(buttons, QuietButton(_("Keep nothing from now on")), self._stop)
        else:
            self._say(_("Nothing is kept: what you do is gone when you close the window."))
            self._say(files_stay())
            self._add(buttons, QuietButton(_("Keep what I do from now on")), self._start)
        self._say_what_goes()
        self._column.addLayout(buttons)
        self._column.addWidget(Divider())
        self._fill_place()
        if keeps:
            self._fill_backups()
        self._column.addWidget(Divider())
        if keeps:
            self._say(_("Delete what is kept of you; your settings stay."))
            buttons = FlowLayout()
            mine = QuietButton(_("Delete my data"), icon="trash-2")
            self._add(buttons, mine, self._ask_to_delete_mine)
            self._column.addLayout(buttons)
        if self._context.guest:
            return
        self._say(_("Delete everything that was ever kept, your settings included."))
        buttons = FlowLayout()
        delete = QuietButton(_("Delete everything"), icon="trash-2")
        self._add(buttons, delete, self._ask_to_delete)
        self._column.addLayout(buttons)

    def _say_what_goes(self) -> None:
        from trainer.ui.organisation import telling

        found = telling.current(self._context.store)
        self._say(telling.goes_to(found) if found else _("Nothing is sent anywhere."))

    def _fill_place(self) -> None:
        self._column.addWidget(Heading(_("Where it lies"), role=Role.SUBHEADING))
        self._column.addWidget(SoftLabel(str(paths.home())))
        buttons = FlowLayout()
        self._add(buttons, QuietButton(_("Open the folder"), icon="folder-open"), self._open)
        self._add(buttons, QuietButton(_("Copy the path"), icon="copy"), self._copy)
        self._column.addLayout(buttons)

    def _fill_backups(self) -> None:
        self._column.addWidget(Divider())
        self._column.addWidget(Heading(_("Backups"), role=Role.SUBHEADING))
        try:
            found = self._context.store.backups()
        except KeepingError as error:
            self._say(error.what)
            return
        if not found:
            self._column.addWidget(
                SoftLabel(_("None yet. They are made by themselves, once a day, as you practise."))
            )
        for backup in found[:_MOST]:
            self._column.addWidget(BackupRow(self._context, backup, self))

    def _say(self, sentence: str) -> None:
        self._column.addWidget(Words(sentence))

    @staticmethod
    def _add(flow: FlowLayout, button: QuietButton, act: object) -> None:
        button.clicked.connect(act)
        flow.addWidget(button)

    def _stop(self) -> None:
        StopKeepingSheet(self._context, self.window()).open()

    def _start(self) -> None:
        self._context.keep(True)

    def _open(self) -> None:
        place = paths.home()
        if not place.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._context.notice(_("The folder cannot be opened from here. You can copy its path."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(paths.home()))
        self._context.notice(_("The path is copied."))

    def _ask_to_delete_mine(self) -> None:
        from trainer.ui.people import deleting

        deleting.ask_for_mine(self._context, self.window())

    def _ask_to_delete(self) -> None:
        from trainer.ui.people import deleting

        deleting.ask_for_everything(self._context, self.window())
