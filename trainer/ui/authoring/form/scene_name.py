"""The heading of a scene's form, where it is given another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer.authoring.called import meant
from trainer.authoring.forms.known import has_scene
from trainer.authoring.scenes import renaming
from trainer.authoring.scenes.naming import scene_names
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.form.tool import Tool
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.writer import Writer


class _NameField(TextField):
    """The line for the new name; Esc leaves the old one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc, which is counted as everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            holder = self.parentWidget()
            if isinstance(holder, SceneName):
                holder.give_up()
        super().keyPressEvent(event)


class SceneName(QWidget):
    """The name as a heading (“Scene: aboard”), and what renames it."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = writer
        self._base: Path = ()
        self._from: QWidget | None = None
        column = theme.lay(QVBoxLayout(self), spacing=6)
        row = theme.lay(QHBoxLayout(), spacing=6)
        self.heading = Heading("", self)
        row.addWidget(self.heading, 1)
        self.rename = Tool("pencil", _("Rename this scene"), self.begin, self)
        row.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.edit = _NameField(_("New name of the scene"), self)
        small(self.edit)
        leave_undo_to_the_page(self.edit)
        self.edit.returnPressed.connect(self._done)
        self.edit.editingFinished.connect(self._left)
        column.addWidget(self.edit)
        self.note = SoftLabel("", self, role=Role.SMALL)
        column.addWidget(self.note)
        self.give_up()

    def bind(self, base: Path) -> None:
        """Be of another scene."""
        if base != self._base:
            self._base = base
            self.give_up()

    @property
    def _name(self) -> str:
        return str(self._base[1]) if len(self._base) > 1 else ""

    def _said(self, name: str) -> str:
        return self.writer.bench.names.scene(name)

    def show_name(self) -> None:
        """Show the name."""
        said = _("Scene: %(name)s") % {"name": self._said(self._name)}
        if said != self.heading.text():
            self.heading.setText(said)

    def begin(self) -> None:
        """Ask for another name; afterwards one is where one was."""
        focused = self.window().focusWidget()
        self._from = focused if focused is not self.edit else self._from
        self.edit.setText(self._said(self._name))
        self.note.setText(_("Enter renames it, wherever it is named. Esc leaves it."))
        self.edit.show()
        self.note.show()
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Leave the name as it is."""
        had_focus = self.edit.hasFocus()
        self.edit.hide()
        self.note.hide()
        if had_focus:
            self._go_back()

    def _go_back(self) -> None:
        before = self._from
        there = before is not None and isValid(before) and before.isVisible()
        stop = before if before is not None and there else self.rename
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> None:
        if not self.edit.hasFocus():
            self.give_up()

    def _done(self) -> None:
        old, typed = self._name, self.edit.text().strip()
        if typed in ("", old, self._said(old)):
            self.give_up()
            return
        others = [name for name in scene_names(self.writer.document) if name != old]
        new = meant(typed, others, said=self._said)
        if new in others:
            known = {"name": self._said(new)}
            self.note.setText(_("There is a scene “%(name)s” already.") % known)
            self.writer.bench.context.announce(self.note.text())
            return
        act = _("Rename the scene “%(name)s”") % {"name": self._said(old)}
        with self.writer.step(act, ("scenes", old)) as step:
            renaming.rename_scene(step, self.writer.document, old, new, typed)
        self.give_up()
        if has_scene(self.writer.document, new):
            self.writer.bench.select(("scenes", new))
            self._go_back()
