"""Labels: plain text in the type and tone of its rank. Never rich text.

``Heading(_("Library"))``, ``Words(text)``, ``SoftLabel(text)``; all wrap, unless ``wrap=False``.
Text of a scenario goes through the story widget instead, which knows its Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Words(QLabel):
    """Plain text. ``tone`` is a name of a text colour of the palette ("ink", "soft", "teal", …)."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = Role.BODY,
        tone: str = "ink",
        wrap: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        # On a button a label would take the button's role, and not its own tone.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._tone = tone
        theme.set_role(self, role)
        if tone != "ink":
            self.restyled()
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """What wraps needs room for its longest word; its height follows from its width."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        if not self.text():
            return QSize(0, 0)
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + 2, metrics.height())

    def set_tone(self, tone: str) -> None:
        """Give the text another colour of the palette."""
        self._tone = tone
        self.restyled()

    def restyled(self) -> None:
        """Take the tone from the palette in use."""
        if self._tone == "ink":
            self.setPalette(QPalette())
            return
        palette = QPalette()
        palette.setColor(
            QPalette.ColorRole.WindowText, QColor(getattr(theme.colours(), self._tone))
        )
        self.setPalette(palette)


class LineLabel(Words):
    """Text that wants to stand on one line, and wraps only where there is no room for it."""

    def sizeHint(self) -> QSize:
        """Ask for the whole text on one line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


class Heading(Words):
    """A heading; ``role`` TITLE for a page, HEADING for a part, SUBHEADING for a card."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: Role = Role.HEADING
    ) -> None:
        super().__init__(text, parent, role=role)


class SoftLabel(Words):
    """What is second in rank, or small print."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = Role.NOTE,
        wrap: bool = True,
    ) -> None:
        super().__init__(text, parent, role=role, tone="soft", wrap=wrap)


class ElidedLabel(Words):
    """One line that ends in … where there is no room; the whole is its name and its tooltip.

    Only for what stands in full elsewhere: text that matters wraps.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = Role.BODY,
        tone: str = "ink",
    ) -> None:
        super().__init__(text, parent, role=role, tone=tone, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Leave room for a few letters at least."""
        return QSize(theme.px(64), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(
            self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )
