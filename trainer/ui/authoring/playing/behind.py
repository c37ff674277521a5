"""What stands behind the scene that is played: what the story remembers, where each choice leads.

And every sentence that shows, each a way back to the field in which it is written.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.called import PLAIN, Names
from trainer.authoring.trying import sentences, words
from trainer.authoring.trying.doors import Door, doors, leads
from trainer.authoring.trying.sentences import Sentence
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import is_narrow
from trainer.ui.widgets.words import LineLabel, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from trainer.practice.session import Session

_SHARE: Final = 0.32
"""Part of the page that it takes at most when it is unfolded."""


class Behind(QWidget):
    """Folded it is one line; unfolded it says everything.

    Signals:
        write_wanted(object): a :class:`Sentence` shall be written at.
        folded(bool): it was folded, or unfolded.
    """

    write_wanted = Signal(object)
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(24, 8, 24, 10), spacing=8)
        head = FlowLayout(spacing=14, line_spacing=6)
        self.fold = QuietButton(_("Behind the scene"), self, icon="chevron-down")
        self.fold.clicked.connect(self._fold)
        self.state = LineLabel("", self, role=Role.NOTE)
        head.addWidget(self.fold)
        head.addWidget(self.state)
        column.addLayout(head)
        self.scroller = Scroller(self)
        self._inside = theme.lay(QVBoxLayout(self.scroller.content), margins=(0, 0, 0, 4))
        column.addWidget(self.scroller, 1)
        self._content: QWidget | None = None
        self._session: Session | None = None
        self._names = PLAIN
        self.is_open = True
        self._was_narrow = False

    # Showing

    def tell(self, session: Session, names: Names) -> None:
        """Show what stands behind the scene of a session, which calls things so."""
        self._session, self._names = session, names
        remembered = words.values(session.state, names)
        known = {"scene": names.scene(session.scene.id), "values": remembered}
        self.state.setText(
            _("Scene “%(scene)s” · %(values)s") % known
            if remembered
            else _("Scene “%(scene)s”") % known
        )
        take_out(self._inside, self._content)
        self._content = self._made(session)
        self._inside.addWidget(self._content)
        self._content.setVisible(True)
        self.scroller.verticalScrollBar().setValue(0)
        self._arrange()

    def _made(self, session: Session) -> QWidget:
        inside = QWidget(self.scroller.content)
        way = (
            QBoxLayout.Direction.TopToBottom if self._narrow() else QBoxLayout.Direction.LeftToRight
        )
        row = theme.lay(QBoxLayout(way, inside), spacing=20)
        first = theme.lay(QVBoxLayout(), spacing=6)
        on = leads(session, self._names)
        if on:
            first.addWidget(Words(on, inside, role=Role.NOTE))
        for door in doors(session, self._names):
            first.addLayout(self._door(session, door, inside))
        first.addStretch(1)
        second = theme.lay(QVBoxLayout(), spacing=2)
        second.addWidget(SoftLabel(_("Write at a sentence:"), inside, role=Role.SMALL))
        for one in sentences.shown(session):
            second.addWidget(self._link(one, inside))
        second.addStretch(1)
        for column, share in ((first, 3), (second, 2)):
            row.addLayout(column, share if column.count() > 1 else 0)
        return inside

    def _narrow(self) -> bool:
        self._was_narrow = is_narrow(self)
        return self._was_narrow

    def _door(self, session: Session, door: Door, parent: QWidget) -> QHBoxLayout:
        line = theme.lay(QHBoxLayout(), spacing=8)
        number = Words(str(door.number or "–"), parent, role=Role.NOTE_STRONG, wrap=False)
        theme.fix(number, width=18)
        told = theme.lay(QVBoxLayout(), spacing=0)
        link = LinkButton(door.words, parent)
        link.setAccessibleName(_("Write at the choice “%(words)s”") % {"words": door.words})
        link.setAccessibleDescription(door.said)
        at = Sentence(_("The choice"), door.words, session.scene.id, door.choice)
        link.clicked.connect(partial(self.write_wanted.emit, at))
        told.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        told.addWidget(SoftLabel(door.said, parent, role=Role.SMALL))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(told, 1)
        return line

    def _link(self, one: Sentence, parent: QWidget) -> LinkButton:
        said = _("%(what)s: %(text)s") % {"what": one.what, "text": plain(one.text)}
        link = LinkButton(said, parent)
        link.clicked.connect(partial(self.write_wanted.emit, one))
        return link

    # Folding

    def set_open(self, is_open: bool) -> None:
        """Unfold it, or fold it."""
        self.is_open = is_open
        self._arrange()

    def _fold(self) -> None:
        self.set_open(not self.is_open)
        self.folded.emit(not self.is_open)

    def _arrange(self) -> None:
        self.scroller.setVisible(self.is_open)
        self.state.setVisible(self.is_open or not is_narrow(self))  # The scene needs the room.
        said = _("Fold away") if self.is_open else _("Unfold")
        self.fold.setAccessibleDescription(said)
        parent = self.parentWidget()
        if not self.is_open or parent is None or self._content is None:
            return
        wanted = self._content.heightForWidth(max(1, self.scroller.viewport().width()))
        if wanted < 0:
            wanted = self._content.sizeHint().height()
        self.scroller.setFixedHeight(
            max(theme.px(60), min(wanted + theme.px(8), int(parent.height() * _SHARE)))
        )

    def fit(self) -> None:
        """Take the room there is now."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the room that the words need at this width."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        if self._session is not None and is_narrow(self) != self._was_narrow:
            self.tell(self._session, self._names)
        self._arrange()

    def order_tabs(self) -> None:
        """Let Tab go as the eye does."""
        chain(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet surface with a line above."""
        palette = theme.colours()
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), palette.well)
        fill(painter, QRectF(0, 0, self.width(), 1), palette.line)
