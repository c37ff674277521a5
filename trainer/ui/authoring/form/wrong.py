"""What is wrong with a field, in one line below it, with what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.authoring.plainly.told import Kind
from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.authoring.plainly.told import Told
    from trainer.scenario.problems import Problem

_TONES = {
    Kind.ERROR: "direct",
    Kind.UNWRITTEN: "teal",
    Kind.WARNING: "distract",
    Kind.METHOD: "delegate",
    Kind.HINT: "soft",
}
_ICONS = {
    Kind.ERROR: "circle-minus",
    Kind.UNWRITTEN: "pencil",
    Kind.WARNING: "info",
    Kind.METHOD: "feather",
    Kind.HINT: "feather",
}


class Mark(QWidget):
    """The icon of a kind; the words beside it say it, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Kind.ERROR
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """A square of the size of the words."""
        return QSize(theme.px(16), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon beside the first line."""
        colour = str(getattr(theme.colours(), _TONES[self.kind]))
        size = theme.px(14)
        icons.paint(QPainter(self), _ICONS[self.kind], QRectF(0, theme.px(2), size, size),
                    colour)  # fmt: skip


class Wrong(QWidget):
    """The first of what is wrong with a field; nothing shows where nothing is.

    Signals:
        mending_wanted(): what mends it was pressed.
    """

    mending_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[Told] = []
        column = theme.lay(QVBoxLayout(self), spacing=0)
        row = theme.lay(QHBoxLayout(), spacing=4)
        column.addLayout(row)
        self.mark = Mark(self)
        self.label = Words("", self, role=Role.SMALL, tone="direct")
        row.addWidget(self.mark)
        row.addWidget(self.label, 1)
        self.mend = LinkButton("", self, icon="check")
        self.mend.clicked.connect(self.mending_wanted)
        self.mend.hide()
        column.addWidget(self.mend)
        self.hide()

    @property
    def worst(self) -> Problem | None:
        """The problem that it tells."""
        return self._found[0].problems[0] if self._found else None

    def offer(self, words: str) -> None:
        """Offer what mends it, in words; nothing if there is nothing certain."""
        self.mend.setVisible(bool(words))
        if words and words != self.mend.words():
            self.mend.set_words(words)
            self.mend.setAccessibleDescription(self.words())

    def words(self) -> str:
        """What it says; empty where nothing is wrong."""
        return self.label.text() if self._found else ""

    def show_problems(self, found: list[Told]) -> None:
        """Show what is wrong, the worst of it."""
        kinds = list(Kind)
        self._found = found = sorted(found, key=lambda one: kinds.index(one.kind))
        self.setVisible(bool(found))
        if not found:
            self.label.setText("")
            return
        worst = found[0]
        said = worst.words
        others = sum(one.words != said for one in found)
        if others:
            said = _("%(first)s And %(n)d more.") % {"first": said, "n": others}
        if worst.kind is not self.mark.kind:
            self.mark.kind = worst.kind
            self.mark.update()
        if said != self.label.text():
            self.label.setText(said)
        self.label.set_tone(_TONES[worst.kind])
