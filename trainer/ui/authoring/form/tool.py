"""Small buttons of a form: an icon, with words for whoever does not see it; and what folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.widgets.buttons import Button, Dress, LinkButton

if TYPE_CHECKING:
    from collections.abc import Callable


class Tool(Button):
    """A small button with an icon alone; ``name`` is said to a screen reader and shown as a tip."""

    corner = 8
    pad_x, pad_y = 7, 5
    icon_size = 16

    def __init__(
        self, icon: str, name: str, act: Callable[..., object], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, icon=icon)
        self.call(name)
        self.clicked.connect(act)

    def call(self, name: str) -> None:
        """Have it called something else."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.set_tip(name)

    def dress(self) -> Dress:
        """No surface; a wash under the mouse."""
        palette = theme.colours()
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        fill = palette.well if over else "#00000000"
        ink = palette.ink if self.isEnabled() else palette.line
        return Dress(fill, "#00000000" if not palette.contrast else palette.line, ink)


class Fold(QWidget):
    """A link over what is folded away; it tells how much of it is filled in.

    Signals:
        opened(bool): it is open now, or not any more.
    """

    opened = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None, *, spacing: int = 12) -> None:
        super().__init__(parent)
        self._words, self._filled = words, 0
        whole = theme.lay(QVBoxLayout(self), spacing=10)
        self.link = LinkButton(words, self, icon="plus")
        self.link.clicked.connect(self.turn)
        whole.addWidget(self.link)
        self.body = QWidget(self)
        self.column = theme.lay(QVBoxLayout(self.body), spacing=spacing)
        self.body.hide()
        whole.addWidget(self.body)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether what is in it shows."""
        return not self.body.isHidden()

    def turn(self) -> None:
        """Open it, or fold it."""
        self.open(not self.is_open)

    def open(self, wanted: bool = True) -> None:
        """Open it, or fold it away again."""
        if wanted != self.is_open:
            self.body.setVisible(wanted)
            self._say()
            self.opened.emit(wanted)

    def tell_filled(self, count: int) -> None:
        """Say how much of it is filled in."""
        if count != self._filled:
            self._filled = count
            self._say()

    def _say(self) -> None:
        filled = ngettext("%(words)s: %(n)d filled in", "%(words)s: %(n)d filled in", self._filled)
        said = filled % {"words": self._words, "n": self._filled} if self._filled else self._words
        self.link.set_words(said, icon="minus" if self.is_open else "plus")
        self.link.setAccessibleDescription(_("Open") if self.is_open else _("Folded"))
