"""What was kept cannot be opened: the sheet that says so before there is a window."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.errors import DamagedData, HeldElsewhere, KeepingError, NewerData
from trainer.language import _, ngettext
from trainer.progress import backups, files, profiles
from trainer.ui import dates, theme
from trainer.ui.dialogs import ErrorSheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Chosen


class Answer(Enum):
    """What a person chose."""

    CLOSE = auto()
    TRY_AGAIN = auto()
    KEEP_NOTHING = auto()


_MOST = 5
"""Backups offered; older ones can be restored in the settings afterwards."""


class BadStartSheet(ErrorSheet):
    """Says what happened, and offers what fits: a backup, starting anew, trying again."""

    def __init__(
        self, error: KeepingError, chosen: Chosen | None = None, parent: QWidget | None = None
    ) -> None:
        self._error = error
        person = (chosen.person if chosen else None) or profiles.only()
        self._key = chosen.key if chosen else None
        self._database = files.of(person.database, self._key)
        self.answer = Answer.CLOSE
        super().__init__(None, error, parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    def add_answers(self) -> None:
        """Offer what fits the error."""
        if isinstance(self._error, DamagedData):
            self._offer_backups()
            anew = QuietButton(_("Start anew"), self)
            anew.clicked.connect(self._start_anew)
            self.buttons.addWidget(anew)
        if not isinstance(self._error, HeldElsewhere):
            self.body.addWidget(
                Words(_("You can also go on without keeping anything this time."), self)
            )
            nothing = QuietButton(_("Keep nothing this time"), self)
            nothing.clicked.connect(self._keep_nothing)
            self.buttons.addWidget(nothing)
        if not isinstance(self._error, (DamagedData, NewerData, HeldElsewhere)):
            again = PrimaryButton(_("Try again"), self)
            again.clicked.connect(self._try_again)
            self.buttons.addWidget(again)
        close = QuietButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        close.setFocus()

    def _offer_backups(self) -> None:
        found = [one for one in backups.listed(self._database, self._key) if one.runs is not None]
        if not found:
            self.body.addWidget(SoftLabel(_("There is no backup that can be read."), self))
            return
        self.body.addWidget(Heading(_("Restore a backup"), self, role=Role.SUBHEADING))
        for backup in found[:_MOST]:
            count = backup.runs or 0
            words = ngettext("%(when)s, %(n)d run", "%(when)s, %(n)d runs", count)
            said = words % {"when": dates.moment(backup.made), "n": count}
            button = QuietButton(said, self, icon="history", align_left=True)
            button.setProperty("upBackup", str(backup.path))
            button.clicked.connect(self._restore)
            self.body.addWidget(button)
        self.body.addSpacing(theme.px(4))

    def _restore(self) -> None:
        self._do(backups.restore, Path(self.sender().property("upBackup")))

    def _start_anew(self) -> None:
        self._do(backups.set_aside)

    def _do(self, act: Callable[..., object], *more: Path) -> None:
        try:
            act(self._database, *more, key=self._key)
        except KeepingError as error:
            ErrorSheet(None, error, self).open()
            return
        self._try_again()

    def _try_again(self) -> None:
        self.answer = Answer.TRY_AGAIN
        self.accept()

    def _keep_nothing(self) -> None:
        self.answer = Answer.KEEP_NOTHING
        self.accept()


def ask(error: KeepingError, chosen: Chosen, parent: QWidget | None = None) -> Answer:
    """Show the sheet, wait for the answer."""
    sheet = BadStartSheet(error, chosen, parent)
    sheet.exec()
    answer = sheet.answer
    sheet.deleteLater()
    return answer
