"""What can be done about the chosen problem: as links, or where room is short, in a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.language import _
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from trainer.authoring.fixes.fix import Fix
    from trainer.ui.authoring.problems.rows import Row

_MOST = 2


class FixBar(QWidget):
    """Links to go there, and to mend it.

    Signals:
        went(): go there.
        picked(object): the :class:`Fix` to do.
    """

    went = Signal()
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, margins=(16, 2, 16, 4), spacing=16, line_spacing=0)
        self.go = LinkButton(_("Go there (Enter)"), self)
        self.go.clicked.connect(self.went)
        row.addWidget(self.go)
        self.fixes = [LinkButton("", self) for _number in range(_MOST)]
        for button in self.fixes:
            button.clicked.connect(self._pressed)
            row.addWidget(button)
        self._offered: tuple[Fix, ...] = ()
        self.more = QuietButton("", icon="ellipsis")
        self.more.pad_y = 5  # It stands in a row of tabs.
        self.more.setAccessibleName(_("What can be done"))
        self.more.setAccessibleDescription(_("Opens a menu"))
        self.more.set_tip(_("What can be done"))
        self.more.clicked.connect(self.open_menu)
        self.more.hide()
        self._tight = False
        self._some = False
        self.hide()

    def set_tight(self, tight: bool) -> None:
        """Have it in the menu of the button ``more``, or as links."""
        self._tight = tight
        self._show()

    def _show(self) -> None:
        self.setVisible(self._some and not self._tight)
        self.more.setVisible(self._some and self._tight)

    def open_menu(self) -> None:
        """Open the menu below the button."""
        from trainer.ui.widgets.menu import Menu

        menu = Menu(_("What can be done"), self.more)
        menu.add(self.go.words(), self._go)
        for button, fix in zip(self.fixes, self._offered, strict=False):
            menu.add(button.words(), partial(self._pick, fix))
        menu.drop(self.more)

    def _go(self) -> None:
        self.went.emit()

    def _pick(self, fix: Fix, _checked: bool = False) -> None:
        self.picked.emit(fix)

    def show_row(self, row: Row | None) -> None:
        """Offer what can be done about a row."""
        self._offered = () if row is None else row.fixes[:_MOST]
        for place, button in enumerate(self.fixes):
            offered = place < len(self._offered)
            if offered:
                fix = self._offered[place]
                by_letter = not place and fix.by_letter
                words = _("%(what)s (F)") % {"what": fix.words} if by_letter else fix.words
                button.set_words(words)
            button.setVisible(offered)
        self._some = row is not None
        self._show()

    def _pressed(self) -> None:
        place = self.fixes.index(self.sender())  # type: ignore[arg-type]
        if place < len(self._offered):
            self.picked.emit(self._offered[place])
