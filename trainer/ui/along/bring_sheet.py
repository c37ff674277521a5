"""The sheet that takes a file in: it looks first, says what is new, and asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from trainer.errors import KeepingError, SealedFile, UpstanderError
from trainer.language import _
from trainer.progress.carry import bringing, lines, telling, unlocking
from trainer.progress.carry.found import Found, HowPapers, Plan
from trainer.ui import theme
from trainer.ui.along.going import Going
from trainer.ui.along.passphrase import Asked
from trainer.ui.along.waiting import Waiting
from trainer.ui.dialogs import Sheet
from trainer.ui.settings.row import SettingRow
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.taking_out import put_instead
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from trainer.ui.context import Context


def ask_which(parent: QWidget, title: str, filters: str) -> str:
    """Ask which file, in the system's own dialog; empty if none."""
    return QFileDialog.getOpenFileName(parent, title, "", filters)[0]


class BringSheet(Sheet):
    """Looks a file through, says what is new in it, and takes it in if that is wanted."""

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Take in a file"), parent, width=620)
        self._context = context
        self._path = path
        self._passphrase = ""
        self._papers = HowPapers()
        self._found: Found | None = None
        self._going: Going | None = None
        self.body.addWidget(SoftLabel(path.name, self))
        self._inside = QWidget(self)
        self.body.addWidget(self._inside)
        self.waiting = Waiting(_("Reading the file"), self)
        self.body.addWidget(self.waiting)
        self.end_with(_("Take it in"), self._press, icon="download")
        self._act: Callable[[], None] = self.look

    def begin(self) -> None:
        """Look the file through, or ask for its passphrase first."""
        try:
            sealed = lines.is_sealed(self._path)
        except UpstanderError as error:
            self._refuse(error)
            return
        if sealed:
            self._ask_for_passphrase("")
        else:
            self.look()

    def _press(self) -> None:
        self._act()

    # What shows

    def _show(
        self, sentences: Sequence[str], *widgets: QWidget, act: str, do: Callable[[], None]
    ) -> None:
        """Show other sentences and widgets, and what the button does now."""
        inside = QWidget(self)
        column = theme.lay(QVBoxLayout(inside), spacing=10)
        for sentence in sentences:
            column.addWidget(Words(sentence, inside))
        for widget in widgets:
            column.addWidget(widget)
        self._inside = put_instead(self.body, self._inside, inside)
        inside.show()
        self.waiting.wait(False)
        self._act = do
        self.go.set_words(act)
        self.go.setEnabled(True)
        self.cancel.setVisible(do != self.accept)
        self._context.announce(" ".join(sentences))
        chain(self)
        self.fit()

    def _refuse(self, error: UpstanderError) -> None:
        self._context.tell(error)
        self.reject()

    # The passphrase of the file

    def _ask_for_passphrase(self, said: str) -> None:
        self._asked = Asked(_("Passphrase of the file"), parent=self)
        self._asked.entered.connect(self._press)
        sentences = [said] if said else [_("This file is locked with a passphrase.")]
        self._show(sentences, self._asked, act=_("Open"), do=self._open)
        self._asked.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._passphrase = self._asked.typed()[0]
        if self._passphrase:
            self.look()

    # Looking

    def look(self) -> None:
        """Look the file through, changing nothing."""
        store, key = self._context.store, self._passphrase
        steps = bringing.look(store, self._path, passphrase=key, papers=self._papers)
        self._go(steps, self._looked)

    def _go(self, steps: Generator[float, None, Found], ended: Callable[[Found], None]) -> None:
        self._going = going = Going(steps, self)
        going.moved.connect(self.waiting.move_to)
        going.ended.connect(ended)
        going.failed.connect(self._failed)
        self.go.setEnabled(False)
        self._inside.setEnabled(False)
        self.waiting.wait(True)
        going.start()

    def _failed(self, error: UpstanderError) -> None:
        self._going = None
        if isinstance(error, SealedFile) and self._found is None:
            self._ask_for_passphrase(error.what)
        else:
            self._refuse(error)

    def _looked(self, found: Found) -> None:
        self._going = None
        self._found = found
        widgets: list[QWidget] = []
        sentences = [*telling.preview(found), *telling.left(found)]
        if found.two_plans:
            widgets.append(self._which_plan())
        if found.left and found.lock_here:
            widgets.append(self._ask_for_keys(found))
        if found.changes() or found.two_plans:
            sentences.append(
                _("A backup of what is here is made first.")
                if self._context.keeps
                else _("Nothing is kept now: what you take in is gone when you close the window.")
            )
            self._show(sentences, *widgets, act=_("Take it in"), do=self._put)
        else:
            sentences = [*telling.left(found), _("Everything else in this file is here already.")]
            if not found.left:
                sentences = list(telling.outcome(found))
            self._show(sentences, *widgets, act=_("Close"), do=self.accept)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    # Two plans

    def _which_plan(self) -> QWidget:
        choice = Dropdown(_("Which safety plan stays"), self)
        choice.add(_("The one that is here"), Plan.HERE)
        choice.add(_("The one in the file"), Plan.FILE)
        choice.choose(self._papers.plan)
        choice.chosen.connect(self._plan_chosen)
        return SettingRow(_("Which safety plan stays"), choice, telling.two_plans(), self)

    def _plan_chosen(self, plan: object) -> None:
        self._papers = replace(self._papers, plan=Plan(str(plan)))

    # Locked papers

    def _ask_for_keys(self, found: Found) -> QWidget:
        names = [_("Passphrase of your papers here")]
        if found.lock is not None:
            names.insert(0, _("Passphrase of the papers in the file"))
        whole = QWidget(self)
        column = theme.lay(QVBoxLayout(whole), spacing=8)
        self._keys = Asked(*names, parent=whole)
        self._keys.entered.connect(self._unlock)
        column.addWidget(self._keys)
        self._wrong = Words("", whole)
        self._wrong.hide()
        column.addWidget(self._wrong)
        button = QuietButton(_("Open these papers"), whole, icon="lock-open")
        button.clicked.connect(self._unlock)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return whole

    def _unlock(self) -> None:
        """Make the keys, and look once more with them."""
        assert self._found is not None
        *for_file, for_here = self._keys.typed()
        lock = self._found.lock
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            here = unlocking.of_here(self._context.store, for_here)
            file = None
            if lock is not None:
                file = unlocking.of_file(lock, for_file[0])
        except KeepingError as error:
            self._context.tell(error)
            return
        except MemoryError:
            self._say_wrong(_("There is not enough memory free. Close other programs first."))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        if here is None:
            self._say_wrong(_("That is not the passphrase of your papers here."))
        elif lock is not None and file is None:
            self._say_wrong(_("That is not the passphrase of the papers in the file."))
        else:
            self._papers = replace(self._papers, here=here, file=file)
            self.look()

    def _say_wrong(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.show()
        self._context.announce(text)
        self.fit()

    # Taking in

    def _put(self) -> None:
        assert self._found is not None
        steps = bringing.put(
            self._context.store,
            self._path,
            self._found,
            passphrase=self._passphrase,
            papers=self._papers,
        )
        self._go(steps, self._taken_in)

    def _taken_in(self, found: Found) -> None:
        self._going = None
        self._context.store_changed.emit()
        self._context.runs_changed.emit()
        stays = _("The file stays where it is. Delete it if nobody should find it there.")
        self._show([*telling.outcome(found), stays], act=_("Close"), do=self.accept)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Stop what goes on: nothing of it holds."""
        if self._going is not None:
            self._going.stop()
            self._going = None
        self._papers = HowPapers()
        self._passphrase = ""
        super().done(result)
