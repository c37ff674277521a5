"""Labels: plain text in the type and tone of its rank. Never rich text.

``Heading(_("Library"))``, ``Words(text)``, ``SoftLabel(text)``; all wrap, unless ``wrap=False``.
Text of a scenario goes through the story widget instead, which knows its Markdown.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.ui import theme
from trainer.ui.theme import Role

_PIECE: Final = 32
"""Characters of a word after which it may go on in the next line."""

_RATHER_LONG = re.compile(r"[^\s/\\]{18}(?=[^\s/\\])")
_NAME = re.compile(r"\S{10}(?=\S\S)")
_JOINT = re.compile(r"[/.@?&=#_-]+(?=\w)")
_WORD = re.compile("[\\s\u200b]+")
_LONG = re.compile(rf"[^\s/\\]{{{_PIECE}}}(?=[^\s/\\])|[^\s/\\]*[/\\](?=\S)")


def breakable(text: str) -> str:
    """Let long words, and paths at their slashes, go on in the next line.

    A file's name has no spaces and no end; a label as wide as it would push what stands
    beside it out of the window.
    """
    if max(map(len, text.split()), default=0) <= _PIECE:
        return text
    return _LONG.sub("\\g<0>\u200b", text)


def breakable_soon(text: str) -> str:
    """Let words that are only rather long, such as names of accounts, go on in the next line."""
    return _RATHER_LONG.sub("\\g<0>\u200b", text)


def breakable_name(text: str) -> str:
    """Let a long word of somebody's name go on in the next line, where large type needs it."""
    return _NAME.sub("\\g<0>\u200b", text)


def breakable_address(text: str) -> str:
    """Let an address go on in the next line wherever it has a sign of its own."""
    return _JOINT.sub("\\g<0>\u200b", text)


def pieces(text: str) -> list[str]:
    """Split a text where a line may end."""
    return _WORD.split(text)


def tip(text: str) -> str:
    """Give a text as a tooltip takes it, which would believe what looks like HTML."""
    import html  # late: only a tooltip needs it

    return f"<qt>{html.escape(text)}</qt>" if text else ""


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

    def setText(self, text: str) -> None:
        """Show a text; what wraps may wrap within a very long word, too."""
        super().setText(breakable(text) if self.wordWrap() else text)
        theme.suit(self, text)

    def minimumSizeHint(self) -> QSize:
        """What wraps needs room for its longest word; its height follows from its width."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        if not self.text():
            return QSize(0, 0)
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in pieces(self.text())), default=0)
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
