"""What others may do with it: one of a few answers, or another licence by its short name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import licences
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.rows import Row, as_line, put_in_line
from trainer.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from trainer.authoring.forms.fields import Field
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer

_OTHER: Final = "other"
"""Value of the answer for which a name is typed; no licence is called so."""


class LicenceRow(Row):
    """The answers that a new file is begun with, and a line for any other licence."""

    doing = N_("Choose “%(field)s”")

    def __init__(self, field: Field, writer: Writer, parent: QWidget | None = None) -> None:
        self._typing = False
        super().__init__(field, writer, parent)

    def make(self) -> QWidget:
        """Make the list, and the line below it."""
        holder = QWidget(self)
        column = theme.lay(QVBoxLayout(holder), spacing=6)
        self.pick = PickList("", holder)
        small(self.pick)
        self.pick.add(_("Choose"), "")
        for name, words in licences.offers():
            self.pick.add(words, name)
        self.pick.add(_("What another licence says"), _OTHER)
        self.pick.chosen.connect(self._chosen)
        self.edit = TextField("", holder, hint=_("Its short name, such as CC-BY-ND-4.0"))
        small(self.edit)
        leave_undo_to_the_page(self.edit)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._finished)
        self.edit.hide()
        column.addWidget(self.pick)
        column.addWidget(self.edit)
        return holder

    def stop(self) -> QWidget:
        """The list; or the line, where a name stands in it."""
        return self.pick if self.edit.isHidden() else self.edit

    def stops(self) -> list[QWidget]:
        """The list and the line."""
        return [self.pick, self.edit]

    def name_it(self) -> None:
        """Tell a screen reader what both are called."""
        super().name_it()
        known = {"field": self.spoken()}
        self.edit.setAccessibleName(_("%(field)s: short name of the licence") % known)

    def show_value(self, value: Data) -> None:
        """Show which one it is; a name that is being typed stays in its line."""
        said = as_line(value)
        if self._typing and self.edit.hasFocus() and not self.edit.text().strip():
            return  # Nothing is typed yet.
        typed = bool(said) and (said not in licences.LICENCES or self._typing)
        self.pick.choose(_OTHER if typed else said)
        self.edit.setVisible(typed)
        if said != self.edit.text().strip():
            put_in_line(self.edit, said if typed else "")

    def _chosen(self, value: object) -> None:
        self._typing = value == _OTHER
        if self._typing:
            self.edit.setVisible(True)
            self.writer.grown.emit()
            QTimer.singleShot(0, self, self._stand)  # Once it has its place, it comes into view.
            return
        self.edit.hide()
        self.write(str(value))

    def _stand(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self._typing = True
        self.write(text.strip(), typed=True)

    def _finished(self) -> None:
        self._typing = False
        self.writer.pause()
        self.show_value(self.writer.data(self.path))
