"""Sheets: what is shown over the window, and goes with Esc.

One route for errors: ``context.tell(error)`` shows an :class:`ErrorSheet`. What can be undone is
not asked about but undone (``context.notice``); what cannot is asked with :class:`AskSheet`, which
says exactly what will go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.language import _
from trainer.shortening import upright
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.scroll_bar import SlimScrollBar
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from trainer.errors import UpstanderError
    from trainer.ui.context import Context


class Sheet(QDialog):
    """A dialog in our dress: put widgets into ``body``, buttons into ``buttons``.

    It scrolls where the window is too small for it. Esc closes it, and counts as the first of
    the two that leave quickly. ``context`` is None only before there is a window.
    """

    def __init__(
        self, context: Context | None, heading: str, parent: QWidget | None = None, width: int = 520
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._wide = width
        self._opens = False
        whole = theme.lay(QVBoxLayout(self), margins=(24, 20, 24, 20), spacing=16)
        # The size is ours to choose: in the window's room, the content scrolls.
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.scroller = Scroller(self)
        self.body: QVBoxLayout = theme.lay(QVBoxLayout(self.scroller.content), spacing=10)
        self.heading = Heading(heading, self, role=Role.TITLE)
        self.body.addWidget(self.heading)
        whole.addWidget(self.scroller, 1)
        self.whole = whole
        self.buttons = FlowLayout(spacing=8)
        self.buttons.add_stretch()
        whole.addLayout(self.buttons)

    def end_with(
        self, words: str, act: Callable[[], object], *, icon: str = "", stay: str = ""
    ) -> None:
        """Add the two answers: ``cancel``, which goes no further, and ``go``, which does it.

        ``stay`` are the words of the former where they are not "Cancel".
        """
        self.cancel = QuietButton(stay or _("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        self.go = PrimaryButton(words, self, icon=icon)
        self.go.clicked.connect(act)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.go)

    def end_with_close(self) -> None:
        """Add "Close" as the only answer."""
        close = PrimaryButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that the content wants."""
        # Moved before it shows, it would not be put into the middle any more.
        self._opens = True
        self.fit()
        self._opens = False
        super().showEvent(event)

    def fit(self) -> None:
        """Take the size that the content wants, as far as the window or the screen has it."""
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.screen().availableSize() * 0.8
        width = min(theme.px(self._wide), room.width())
        sides = theme.px(48)
        # A bar that shows only while the sheet grows would leave room for fewer words a line.
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        tall = self.body.totalHeightForWidth(width - sides - bar)
        if tall < 0:
            tall = self.scroller.content.sizeHint().height()
        self.scroller.setMaximumHeight(tall)
        tall += self.buttons.heightForWidth(width - sides) + theme.px(20 + 16 + 20) + 4
        tall += self.below_height()
        self.resize(width, min(tall, room.height()))
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Move up as far as is needed: what has grown after it showed ends below the screen."""
        if self._opens or not self.isVisible():
            return  # Whoever shows it puts it into the middle.
        room, box = self.screen().availableGeometry(), self.frameGeometry()
        over = box.bottom() - room.bottom()
        if over > 0:
            self.move(box.left(), max(room.top(), box.top() - over))

    def below_height(self) -> int:
        """Height of what a sheet has put below the scrolling part, gaps included."""
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, and count it; F1 shows the keys of the page below."""
        if event.key() == Qt.Key.Key_F1 and self.context is not None:
            self.context.keys_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()
            if self.context is not None:
                self.context.escape_pressed()
        elif not self.scroller.scroll_by_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, and its edge: not every desktop frames its windows."""
        palette = theme.colours()
        paint_surface(
            QPainter(self),
            QRectF(self.rect()),
            fill=palette.card,
            border=palette.outline,
            corner=0,
        )


class ErrorSheet(Sheet):
    """What happened, what is safe, what to do next; the details on demand, to be copied."""

    def __init__(
        self, context: Context | None, error: UpstanderError, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, upright(error.what), parent)
        for sentence in (error.safe, error.next_step):
            if sentence:
                self.body.addWidget(Words(sentence, self))
        self._details: QPlainTextEdit | None = None
        self._text = error.details
        if error.details:
            self._show = LinkButton(_("Show details"), self)
            self._show.clicked.connect(self._fold)
            self.body.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
            copy = QuietButton(_("Copy details"), self, icon="copy")
            copy.clicked.connect(self._copy)
            self.buttons.addWidget(copy)
        self.add_answers()

    def add_answers(self) -> None:
        """Add the buttons that answer; others than "Close" where there is a choice."""
        self.end_with_close()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.windowTitle()}\n\n{self._text}")

    def _fold(self) -> None:
        if self._details is None:
            self._details = QPlainTextEdit(self._text, self)
            self._details.setVerticalScrollBar(SlimScrollBar(self._details))
            # A long line wraps: there is nothing to scroll sideways.
            self._details.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._details.setReadOnly(True)
            self._details.setTabChangesFocus(True)
            self._details.setAccessibleName(_("Details"))
            theme.set_role(self._details, Role.NOTE)
            theme.fix(self._details, height=160)
            self.body.addWidget(self._details)
            self._details.show()
            self.scroller.setMaximumHeight(self.scroller.maximumHeight() + theme.px(170))
            self.resize(self.width(), self.height() + theme.px(170))
        else:
            self._details.setVisible(self._details.isHidden())
        hidden = self._details.isHidden()
        self._show.set_words(_("Show details") if hidden else _("Hide details"))


class AskSheet(Sheet):
    """Asks before something that cannot be undone, and says exactly what will go.

    With ``tick``, the words of a box, that box comes first: the act waits until it is ticked.
    What is ``harmless``, because nothing goes, is what Enter does.

    Signals:
        agreed(): the act was chosen.
    """

    agreed = Signal()

    def __init__(
        self,
        context: Context,
        heading: str,
        sentences: Sequence[str],
        act: str,
        parent: QWidget | None = None,
        *,
        icon: str = "trash-2",
        tick: str = "",
        harmless: bool = False,
    ) -> None:
        super().__init__(context, heading, parent)
        for sentence in sentences:
            self.body.addWidget(Words(sentence, self))
        self.tick = CheckBox(tick, self) if tick else None
        self.end_with(act, self._agree, icon=icon)
        if self.tick is not None:
            self.body.addWidget(self.tick)
            self.tick.toggled.connect(self.go.setEnabled)
            self.go.setEnabled(False)
            self.go.setAccessibleDescription(_("Tick the box first."))
            chain(self)
        # What cannot be undone is not what Enter does.
        (self.go if harmless else self.cancel).setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


class TextSheet(Sheet):
    """A long plain text to read, such as a licence."""

    def __init__(
        self, context: Context, heading: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, heading, parent, width=720)
        self.body.addWidget(SoftLabel(text, self))
        self.end_with_close()
