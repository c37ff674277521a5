"""The one widget that shows text with emphasis, lists and links: what scenarios are written in.

It is fed by the block tree of :mod:`trainer.scenario.texts.markup`, which knows no HTML and no
pictures, and writes it into a document piece by piece: nothing is ever parsed by Qt. Should
a document ask for a file all the same, it gets one transparent point; links do not open by
themselves, they are shown in full first.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPalette, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from trainer.scenario.texts import markup
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.story_writer import StoryWriter

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent, QWheelEvent


class StoryText(QTextBrowser):
    """A text of a scenario, as high as it is long; it never scrolls by itself.

    ``tone`` is the name of a text colour of the palette. With ``hugs`` it is no wider than
    its longest line.

    Signals:
        link_wanted(str): the address of a link that was activated.
    """

    link_wanted = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        role: Role = Role.SCENE,
        tone: str = "ink",
        italic: bool = False,
        hugs: bool = False,
    ) -> None:
        super().__init__(parent)
        self._role, self._tone, self._italic, self._hugs = role, tone, italic, hugs
        self._content: tuple[str, bool, tuple[str, str]] = ("", False, ("", ""))
        self.has_links = False
        self._heights: dict[int, int] = {}
        self._ideal = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(QMargins())
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setUndoRedoEnabled(False)
        wide = QSizePolicy.Policy.Preferred if hugs else QSizePolicy.Policy.Expanding
        policy = QSizePolicy(wide, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._link_activated)
        theme.set_role(self, role)
        self._dress()

    # What it shows

    def set_markdown(self, text: str, around: tuple[str, str] = ("", "")) -> None:
        """Show a text of a scenario; ``around`` is written before and behind it."""
        self._show(text, literal=False, around=around)

    def set_literal(self, text: str, around: tuple[str, str] = ("", "")) -> None:
        """Show what a learner wrote, letter by letter."""
        self._show(text, literal=True, around=around)

    def words(self) -> str:
        """What is shown, as plain text."""
        return self.toPlainText()

    def _show(self, text: str, *, literal: bool, around: tuple[str, str]) -> None:
        content = (text, literal, around)
        if content == self._content:
            return
        self._content = content
        self._write()

    def _write(self) -> None:
        text, literal, (before, behind) = self._content
        self.clear()
        self._suit()
        letters = QTextCharFormat()
        letters.setFontItalic(self._italic)
        writer = StoryWriter(self.textCursor(), letters, link_colour=theme.colours().teal)
        writer.plain(before)
        if literal:
            writer.plain(text)
        else:
            writer.blocks(markup.blocks(text))
        writer.plain(behind)
        has_links = self.has_links = writer.has_links
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if has_links:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self._measured_anew()

    def _suit(self) -> None:
        """Set all of it in a face that has all letters."""
        text, _literal, around = self._content
        font = theme.font(self._role, italic=self._italic, of="".join((text, *around)))
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)

    def _measured_anew(self) -> None:
        self._heights.clear()
        self._ideal = 0
        self.updateGeometry()

    def _dress(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(getattr(theme.colours(), self._tone)))
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Link, QColor(theme.colours().teal))
        self.setPalette(palette)

    def restyled(self) -> None:
        """Write it anew in the type and the colours in use."""
        self._dress()
        self._write()

    # How high it is

    def ideal_width(self) -> int:
        """Width of the longest line when nothing has to be broken."""
        if not self._ideal:
            self._ideal = self._measured(-1).width() + 2
        return self._ideal

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped text."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._measured(width).height()
        return known

    def _measured(self, width: int) -> QSize:
        document = self.document()
        layout, was = document.documentLayout(), document.textWidth()
        # The browser would answer the news by setting its own width in the middle of this.
        layout.blockSignals(True)
        document.setTextWidth(width)
        found = QSize(ceil(document.idealWidth()), ceil(document.size().height()))
        document.setTextWidth(was)
        layout.blockSignals(False)
        return found

    def sizeHint(self) -> QSize:
        """Its longest line, or a pleasant measure."""
        wide = self.ideal_width() if self._hugs else theme.px(theme.READING_WIDTH // 2)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible; the words break."""
        return QSize(theme.px(48), self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self.document().setTextWidth(self.viewport().width())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a link when Tab comes here: otherwise nothing would show that it has."""
        super().focusInEvent(event)
        forward = event.reason() == Qt.FocusReason.TabFocusReason
        if forward or event.reason() == Qt.FocusReason.BacktabFocusReason:
            ends = QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End
            self.moveCursor(ends[0] if forward else ends[1])
            self.focusNextPrevChild(forward)

    # What it does not do

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give one transparent point, whatever is asked for: no file is ever read."""
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing

    def doSetSource(self, url: QUrl | str, kind: Any = None) -> None:
        """Go nowhere."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is read."""
        from trainer.ui.widgets import field_menu

        field_menu.open_menu(self, event)

    def _link_activated(self, url: QUrl) -> None:
        self.link_wanted.emit(url.toString())
        from trainer.ui.widgets.link_sheet import LinkSheet

        LinkSheet(url, self.window()).open()
