"""Fields that only choices have: their words, their D, their fit, their short name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.authoring.forms import fields, writing
from trainer.authoring.scenes import renaming
from trainer.authoring.scenes.naming import choice_names, from_words, is_name
from trainer.language import _
from trainer.method import ds
from trainer.method.ds import D, Fit
from trainer.ui import icons, theme
from trainer.ui.authoring.form.picks import PickRow
from trainer.ui.authoring.form.rows import LineRow, TextRow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

_FRESH: Final = re.compile(r"choice(-[0-9]+)?")
"""The short name of a choice that has no words yet."""


class WordsRow(TextRow):
    """What is said or done. A new choice is named after it, until one leaves the field."""

    def bind(self, base: Path, whose: str = "") -> None:
        """Be of another choice."""
        if base != self.base:
            self._names = False
        super().bind(base, whose)

    _names = False

    def show_in(self, holder: Data) -> None:
        """Show the words; of a choice without any, the name comes from them."""
        super().show_in(holder)
        given = holder if isinstance(holder, dict) else {}
        fresh = _FRESH.fullmatch(str(given.get("id", "")))
        if fresh and not given.get(self.field.path[0]):
            self._names = True

    def _typed(self) -> None:
        said = self.box.text().rstrip()
        with self.writer.step(self.act(), self.path, typed=True) as step:
            writing.write(step, self.writer.document, self.path, said)
            if self._names:
                scene, at = str(self.base[1]), self.base[-1]
                here = self.writer.data((*self.base, "id"))
                others = [one for one in choice_names(self.writer.document, scene) if one != here]
                name = from_words(said, others, "choice")
                if name != here and isinstance(at, int):
                    step.put(self.writer.document, (*self.base, "id"), name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the name once one has left."""
        if event.type() == QEvent.Type.FocusOut and self.box.text().strip():
            self._names = False
        return super().eventFilter(watched, event)


class DSign(QWidget):
    """The icon of a D in its colour; the list beside it says its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._d: D | None = None
        theme.fix(self, width=22, height=22)

    def show_d(self, d: D | None) -> None:
        """Show another D; nothing where none is chosen."""
        self._d = d
        self.setVisible(d is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        if self._d is not None:
            colour = theme.colours().of(self._d)
            icons.paint(QPainter(self), icons.OF_D[self._d], QRectF(self.rect()), colour)


class DRow(PickRow):
    """Which D it is, with its icon and what it means."""

    def make(self) -> QWidget:
        """Make the list, with the D's icon before it."""
        made = super().make()
        holder = QWidget(self)
        row = theme.lay(QHBoxLayout(holder), spacing=8)
        self.sign = DSign(holder)
        row.addWidget(self.sign)
        row.addWidget(made, 1)
        return holder

    def show_value(self, value: Data) -> None:
        """Show the D, and say what it is."""
        super().show_value(value)
        here = D(self.value()) if self.value() in set(D) else None
        self.sign.show_d(here)
        say_note(self, ds.meaning(here) if here else "")


class FitRow(PickRow):
    """How well it fits, with what that means."""

    def show_value(self, value: Data) -> None:
        """Show the fit, and say what it means."""
        super().show_value(value)
        here = self.value()
        say_note(self, _(fields.FITS[Fit(here)]) if here in set(Fit) else "")


def say_note(row: PickRow, words: str) -> None:
    """Say something below a field, or nothing."""
    if words != row.note.text():
        row.note.setText(words)
        row.note.setVisible(bool(words))
        row.pick.setAccessibleDescription(words)


class NameRow(LineRow):
    """The short name of a choice; it is another one when one leaves the field."""

    def make(self) -> QWidget:
        """Make the line."""
        made = super().make()
        self.edit.editingFinished.connect(self._done)
        return made

    def show_value(self, value: Data) -> None:
        """Show the name, unless another one is being typed."""
        if not (self.edit.hasFocus() and self.edit.isModified()):
            super().show_value(value)

    def _typed(self, text: str) -> None:
        """Nothing yet: half a name would be a name, too."""

    def _done(self) -> None:
        self.edit.setModified(False)
        old, typed = self.writer.data(self.path), self.edit.text().strip()
        scene, at = str(self.base[1]), self.base[-1]
        others = [one for one in choice_names(self.writer.document, scene) if one != old]
        name = typed if is_name(typed, "choice") and typed not in others else ""
        name = name or (from_words(typed, others, "choice") if typed else "")
        if name and name != old and isinstance(at, int):
            with self.writer.step(_("Change the short name"), self.path) as step:
                renaming.rename_choice(step, self.writer.document, scene, at, name)
        self.show_value(self.writer.data(self.path))
