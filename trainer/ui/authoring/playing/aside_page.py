"""A page beside the editor: it has the whole window, and Esc leads back to where one wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from trainer.language import _
from trainer.ui.page import Page
from trainer.ui.widgets.bars.top_bar import CLOSEST, TopBar
from trainer.ui.widgets.buttons import Button, QuietButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class AsideBar(TopBar):
    """Its buttons say their words for as long as there is room, then their icons stand alone."""

    def __init__(self, context: Context) -> None:
        self.back = QuietButton(_("Back to writing"), icon="arrow-left")
        self._said = self.back.words()
        super().__init__(context)
        self.add_left(self.back, before_title=True)
        self._name(self.back, self._said)

    def add_right(self, widget: QWidget, *, short: str = "") -> None:
        """Put a widget in front of "Leave quickly", which always says its words."""
        super().add_right(widget, short=short)
        if isinstance(widget, Button):
            self._name(widget, widget.words())

    @staticmethod
    def _name(button: Button, words: str) -> None:
        """Have it called so, whatever it says for want of room."""
        button.setAccessibleName(words)
        button.set_tip(words)

    def take_room(self) -> None:
        """Say everything."""
        super().take_room()
        self.back.set_words(self._said)

    def steps(self) -> Sequence[Callable[[], None]]:
        """With ever less room: first those at the right, then the way back."""
        mine = self._icons_alone, self._way_back_alone, self._stand_closest
        return *super().steps(), *mine

    def _icons_alone(self) -> None:
        for button, _full, _short in self._buttons:
            if button is not self.leave:
                button.set_words("")

    def _way_back_alone(self) -> None:
        self.back.set_words("")

    def _stand_closest(self) -> None:
        self.stand(CLOSEST)


class AsidePage(Page):
    """Has a bar with the way back."""

    immersive: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bar = AsideBar(context)
        self.back = self.bar.back
        self.back.clicked.connect(self.go_back)

    def go_back(self) -> None:
        """Go back to where one was writing."""
        self.context.go_back()

    def event(self, event: QEvent) -> bool:
        """Have Esc come here, not to the window, which counts it all the same."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, and counts as the first of the two that leave quickly."""
        if event.key() == Qt.Key.Key_Escape:
            self.context.escape_pressed()
            self.go_back()
        else:
            super().keyPressEvent(event)
