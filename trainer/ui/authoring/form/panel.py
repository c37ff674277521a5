"""The form of what is selected: a scene, or one of its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import places
from trainer.authoring.forms.known import known
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.form.writer import Writer
from trainer.ui.authoring.form.wrong import Wrong
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from trainer.authoring.desk import Change
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.form import Form
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.page import KeyHelp


F = TypeVar("F", bound="Form")


class FormPanel(Scroller):
    """The form at the right. What is selected is bound to a form that is there already."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.setAccessibleName(_("Form"))
        self.writer = Writer(bench, self)
        self.viewport().installEventFilter(self)
        column = theme.lay(QVBoxLayout(self.content), margins=(20, 18, 20, 24), spacing=12)
        self.broken = SoftLabel("", self.content, role=Role.NOTE)
        self.empty = SoftLabel("", self.content)
        self.wrong = Wrong(self.content)
        for one in (self.broken, self.empty, self.wrong):
            column.addWidget(one)
        self._column = column
        self._scene: SceneForm | None = None
        self._choice: ChoiceForm | None = None
        self._whole: QWidget | None = None
        self.form: Form | None = None
        column.addStretch(0)
        bench.opened.connect(self._opened)
        bench.selected.connect(self._select)
        bench.changed.connect(self._changed)
        bench.problems_changed.connect(self.show_problems)
        bench.wanted.connect(self._write_in)
        self.writer.failed.connect(self.refresh)
        self._order = QTimer(self)
        self._order.setSingleShot(True)
        self._order.setInterval(0)
        self._order.timeout.connect(self.order_tabs)
        self.writer.grown.connect(self._order.start)
        self._show_form(None)

    def use_for_file(self, widget: QWidget) -> None:
        """Show this while the file as a whole is selected."""
        self._whole = widget
        self._column.insertWidget(self._column.count() - 1, widget, 1)
        self._select(self.bench.path)

    # What shows

    def _opened(self) -> None:
        self._show_form(None)

    def _select(self, path: Path) -> None:
        form = self._form_for(path)
        if form is not None:
            base = path[:4] if isinstance(form, ChoiceForm) else path[:2]
            if base != form.base:
                form.bind(base)
                self.verticalScrollBar().setValue(0)
        self._show_form(form)
        self.refresh()
        if form is not None:
            self.show_problems()
            if len(path) > len(form.base):
                self._reveal(path)

    def _form_for(self, path: Path) -> Form | None:
        document = self.bench.document
        if document is None or len(path) < 2 or path[0] != "scenes":
            return None
        if not isinstance(document.data(path[:2]), dict):
            return None
        if len(path) > 3 and path[2] == "choices" and isinstance(document.data(path[:4]), dict):
            if self._choice is None:
                self._choice = self._add(ChoiceForm(self.writer, self.content))
            return self._choice
        if self._scene is None:
            self._scene = self._add(SceneForm(self.writer, self.content))
        return self._scene

    def _add(self, form: F) -> F:
        form.hide()
        self._column.insertWidget(self._column.count() - 1, form, 1)
        return form

    def _show_form(self, form: Form | None) -> None:
        before, self.form = self.form, form
        if form is not before:
            for one in (self._scene, self._choice):
                if one is not None:
                    one.setVisible(one is form)
            self.order_tabs()
        whole = form is None and self._whole is not None and not self.bench.path
        if self._whole is not None:
            self._whole.setVisible(whole)
        self.empty.setVisible(form is None and not whole)
        self.empty.setText(self._what_to_do())
        if form is None:
            self.wrong.show_problems([])

    def _what_to_do(self) -> str:
        if self.bench.scene is not None:
            return _("There is no scene “%(name)s”.") % {"name": self.bench.scene}
        return _("Choose a scene, and it can be written here.")

    def refresh(self) -> None:
        """Show what stands there now."""
        document, form = self.bench.document, self.form
        if document is None:
            return
        readable = document.settle()
        self.broken.setVisible(not readable)
        if not readable:
            self.broken.setText(_(
                "The text cannot be read just now. What shows here is as it was; it can be "
                "changed again once the text is mended."
            ))  # fmt: skip
        if form is not None:
            form.setEnabled(readable)
            form.refresh(known(document))

    def order_tabs(self) -> None:
        """Have Tab go as the eye does."""
        chain(self)

    # Changes

    def _changed(self, _changes: Sequence[Change]) -> None:
        form = self._form_for(self.bench.path)
        if form is not self.form or (form is not None and self._has_moved(form)):
            self._select(self.bench.path)
        else:
            self.refresh()

    def _has_moved(self, form: Form) -> bool:
        return form.base != self.bench.path[: len(form.base)]

    def show_problems(self) -> None:
        """Show what is wrong beside the fields that it is about."""
        document, form = self.bench.document, self.form
        if document is None or form is None or document.stale:
            return
        found = places.of_problems(document, self.bench.problems, form.base)
        if not isinstance(form, ChoiceForm):
            found = [one for one in found if one[0][2:3] != ("choices",) or len(one[0]) < 4]
        self.wrong.show_problems(form.show_problems(found))

    # Where one writes

    def _write_in(self, path: Path) -> None:
        form = self.form
        if form is None:
            return
        if isinstance(form, SceneForm) and path[2:3] == ("choices",):
            form.choices.stand_on(self._card_of(path))
        else:
            form.write_in(path)

    def _card_of(self, path: Path) -> int:
        last = self._choice.place if self._choice is not None and self._choice.base else 0
        same = self._choice is not None and self._choice.base[:2] == path[:2]
        return last if same else 0

    def _reveal(self, path: Path) -> None:
        row = self.form.row_at(path) if self.form is not None else None
        if row is not None:
            self.show_widget(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie on a card."""
        if event.type() == QEvent.Type.Paint and watched is self.viewport():
            painter = QPainter(self.viewport())
            fill(painter, self.viewport().rect(), theme.colours().card)
        return super().eventFilter(watched, event)

    # Keys

    def key_help(self) -> KeyHelp:
        """Keys of the form."""
        return [
            (_("Ctrl Shift Enter"), _("Add one more choice, in the form")),
            (_("Alt and an arrow key"), _("Move the line or the choice, in the form")),
            (_("Alt Page Down"), _("Go to the next choice, in the form")),
            (_("Alt Page Up"), _("Go to the choice before, in the form")),
            (_("Alt Home"), _("Go from the choice back to its scene")),
            (_("Delete"), _("Remove the choice, on its card")),
            (_("Ctrl D"), _("Put the choice there twice, on its card")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between choices, or add one; Page Up and Page Down scroll."""
        if not self._by_key(event):
            super().keyPressEvent(event)

    def _by_key(self, event: QKeyEvent) -> bool:
        key, with_ = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        modifier, form = Qt.KeyboardModifier, self.form
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if with_ != modifier.ControlModifier | modifier.ShiftModifier:
                return False
            if isinstance(form, ChoiceForm):
                form.add_next()
            elif isinstance(form, SceneForm) and not form.choices.isHidden():
                form.choices.append()
            return True
        if with_ != modifier.AltModifier or not isinstance(form, ChoiceForm):
            return False
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            return form.turn(1 if key == Qt.Key.Key_PageDown else -1)
        if key == Qt.Key.Key_Home:
            form.go_back()
            return True
        return False
