"""A passphrase to be chosen, typed twice, or to be given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.secret_field import SecretField


class Asked(QWidget):
    """One field or more for a passphrase, and a box that shows what is typed.

    Signals:
        changed(): something was typed.
        entered(): Enter was pressed in a field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, *names: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=6)
        self.fields: list[SecretField] = []
        for name in names:
            field = add_labelled(column, SecretField(name, self))
            field.textChanged.connect(self.changed)
            field.returnPressed.connect(self.entered)
            self.fields.append(field)
        self._show = CheckBox(_("Show what I type"), self, role=Role.NOTE)
        self._show.toggled.connect(self._show_letters)
        column.addWidget(self._show)

    def typed(self) -> list[str]:
        """What is typed in each field."""
        return [field.text() for field in self.fields]

    def forget(self) -> None:
        """Empty the fields."""
        for field in self.fields:
            field.clear()

    def _show_letters(self, shown: bool) -> None:
        for field in self.fields:
            field.show_letters(shown)


class Chosen(Asked):
    """A new passphrase, typed twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Passphrase"), _("The passphrase once more"), parent=parent)

    def wrong(self) -> str:
        """Say why it cannot be taken; empty if it can."""
        first, second = self.typed()
        if not first:
            return _("Choose a passphrase, or take the tick off.")
        return "" if first == second else _("The two passphrases differ.")
