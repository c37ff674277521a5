"""One setting: its words at the left, its control at the right; stacked where room is short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import Dropdown
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.words import SoftLabel, Words

_SIDE_BY_SIDE = 560
_LIST_WIDTH = 240


class SettingRow(Fits, QWidget):
    """A setting with a control beside it. The control brings its own accessible name."""

    def __init__(
        self, name: str, control: QWidget, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self._line, margins=(0, 4, 0, 4), spacing=16)
        words = theme.lay(QVBoxLayout(), spacing=2)
        self._name = Words(name, self, role=Role.BODY)
        words.addWidget(self._name)
        if note:
            words.addWidget(SoftLabel(note, self))
        self._line.addLayout(words, 1)
        control.setParent(self)
        if isinstance(control, Dropdown):
            # All lists of a page are as wide as one another.
            theme.fix(control, width=_LIST_WIDTH, at_least=True)
        self._line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._control = control
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self._name.setBuddy(control)

    def fit(self) -> None:
        """Stack where room is short."""
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._line, beside=wide)
        align = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignLeft
        self._line.setAlignment(self._control, align)
