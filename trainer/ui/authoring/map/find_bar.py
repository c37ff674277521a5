"""Finding a scene on the map: type a part of its name or text, Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.authoring.layout.finding import matches
from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.ui.authoring.map.model import MapModel


class FindBar(QWidget):
    """A field above the map; hidden until it is wanted.

    Signals:
        closed(): the map shall have the keyboard again.
    """

    closed = Signal()

    def __init__(self, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._found: list[str] = []
        self._at = -1
        self.field = TextField(_("Find a scene"), self, hint=_("Part of a name or a text"))
        self.told = SoftLabel("", self, role=Role.NOTE, wrap=False)
        self.close_button = QuietButton("", self, icon="x")
        self.close_button.setAccessibleName(_("Close finding"))
        row = theme.lay(QHBoxLayout(self), margins=(16, 6, 16, 6), spacing=10)
        row.addWidget(self.field, 1)
        row.addWidget(self.told)
        row.addWidget(self.close_button)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.close_button.clicked.connect(self.end)
        self.hide()

    def begin(self) -> None:
        """Show it, and stand in it."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def end(self) -> None:
        """Hide it."""
        self.closed.emit()  # First, so that the focus is not left to chance.
        self.hide()

    def _look(self) -> None:
        document = self._model.bench.document
        self._at = -1
        self._found = []
        if document is not None and self._model.graph.lines:
            outline = self._model.bench.outline()
            self._found = matches(document, outline, self.field.text())
        self._tell()

    def _tell(self) -> None:
        if not self.field.text().strip():
            self.told.setText("")
        elif not self._found:
            self.told.setText(_("No scene"))
        elif self._at < 0:
            count = len(self._found)
            words = ngettext("%(count)s scene", "%(count)s scenes", count)
            self.told.setText(words % {"count": count})
        else:
            told = {"place": self._at + 1, "count": len(self._found)}
            self.told.setText(_("%(place)s of %(count)s") % told)

    def go(self, by: int) -> None:
        """Go to the next scene that was found, or the one before."""
        if not self._found:
            self._model.bench.context.announce(_("No scene has these words."))
            return
        self._at = (self._at + by) % len(self._found) if self._at >= 0 or by < 0 else 0
        self._model.stand_on(self._found[self._at])
        self._tell()
        self._model.bench.context.announce(f"{self._found[self._at]}, {self.told.text()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, with Shift back; Esc ends it, and counts."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if enter.is_enter(event):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.go(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                self._model.bench.context.escape_pressed()
                return True
        return super().eventFilter(watched, event)
