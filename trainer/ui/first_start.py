"""The first start: what this is, and whether to keep anything; both answers weigh the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.theme import Role
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from trainer.ui.context import Context


_BETWEEN, _NARROWEST = 16, 240


class Answer(SurfaceButton):
    """A large answer: an icon, what it is, and what that means."""

    def __init__(self, icon: str, words: str, meaning: str, parent: QWidget) -> None:
        super().__init__(words, meaning, parent, margins=(20, 72, 20, 20))
        self._icon = icon
        self.add(Heading(words, self))
        self.add(SoftLabel(meaning, self, role=Role.BODY))
        self.add_stretch()

    def _wide(self) -> int:
        parent = self.parentWidget()
        room = parent.width() if parent is not None else theme.px(340)
        half = (room - theme.px(_BETWEEN)) // 2
        return max(1, min(theme.px(340), half if half >= theme.px(_NARROWEST) else room))

    def sizeHint(self) -> QSize:
        """As wide as is pleasant, or as half the room."""
        width = self._wide()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Both answers are the same size, however long their words are."""
        parent = self.parentWidget()
        siblings = parent.findChildren(Answer) if parent is not None else [self]
        return max(SurfaceButton.heightForWidth(answer, width) for answer in siblings)

    def paint_on(self, painter: QPainter) -> None:
        """Paint the icon."""
        size = theme.px(32)
        left = self.width() - theme.px(20) - size if self.isRightToLeft() else theme.px(20)
        box = QRectF(left, theme.px(24), size, size)
        icons.paint(painter, self._icon, box, theme.colours().teal)


class FirstStartPage(Page):
    """Asks once. It has the whole window. The answer goes to ``context.keep``."""

    name = "first-start"
    immersive = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        from trainer.ui.widgets.bars.top_bar import TopBar

        bar = TopBar(context, self, show_keys=True)
        bar.set_title("Upstander")
        column = self.scrolled(margins=(0, 0, 0, 0), top=bar)
        row = theme.lay(QHBoxLayout(), margins=(24, 40, 24, 24))
        row.addStretch()
        row.addWidget(self._middle(), 1000)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        middle.setMaximumWidth(theme.px(theme.READING_WIDTH))
        column = theme.lay(QVBoxLayout(middle), spacing=12)
        column.addWidget(Heading(_("Practise stepping in"), middle, role=Role.DISPLAY))
        purpose = _(
            "Someone is being harassed, and you are there. Here you can try what you "
            "could do, see what it does for the people involved, and try again."
        )
        column.addWidget(Words(purpose, middle, role=Role.SCENE))
        # The page has the focus at first: this is what a screen reader says then.
        self.setAccessibleName(_("Practise stepping in"))
        self.setAccessibleDescription(purpose)
        column.addSpacing(theme.px(12))
        column.addWidget(Heading(_("What shall this computer keep?"), middle))
        answers = QWidget(middle)
        flow = FlowLayout(answers, spacing=_BETWEEN, line_spacing=_BETWEEN, top=True)
        keep = Answer(
            "hard-drive",
            _("Keep what I do on this computer"),
            _(
                "Your runs and notes stay here, so you can stop and carry on. "
                "Nothing is sent anywhere."
            ),
            answers,
        )
        nothing = Answer(
            "feather",
            _("Keep nothing"),
            _(
                "What you do is gone when you close the window. "
                "Only settings such as text size stay, and files that you write in Author."
            ),
            answers,
        )
        keep.clicked.connect(self._keep)
        nothing.clicked.connect(self._keep_nothing)
        flow.addWidget(keep)
        flow.addWidget(nothing)
        column.addWidget(answers)
        column.addWidget(SoftLabel(_("You can change this at any time in the settings."), middle))
        return middle

    def title(self) -> str:
        """Title of the window."""
        return _("Welcome")

    def shown(self) -> None:
        """Give the focus to neither answer: Enter must not decide by accident."""
        self.setFocus()

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [(_("Tab"), _("go to the other answer")), (_("Enter"), _("take this answer"))]

    def _keep(self) -> None:
        self.context.keep(True)

    def _keep_nothing(self) -> None:
        self.context.keep(False)
