"""A page beside the editor: it has the whole window, and Esc leads back to where one wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from trainer.language import _
from trainer.ui.page import Page
from trainer.ui.widgets.bars.top_bar import TopBar
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class AsidePage(Page):
    """Has a bar with the way back."""

    immersive: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bar = TopBar(context)
        self.back = QuietButton(_("Back to writing"), icon="arrow-left")
        self.back.clicked.connect(self.go_back)
        self.bar.add_left(self.back, before_title=True)

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
