"""Your path: the map, what its marked point is, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import _
from trainer.ui.practice.path.map import PathMap
from trainer.ui.practice.path.outline import PathOutline
from trainer.ui.practice.path.points import Point, picture
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card, Divider
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from trainer.practice.session import Session


class PathCard(Card):
    """The map above, its outline below.

    Signals:
        replay_asked(int): position of a decision that is to be played again.
    """

    replay_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.map = PathMap(self)
        self.map.replay_asked.connect(self.replay_asked)
        self.map.pointed_at.connect(self._pointed_at)
        head = self._make_head()
        self.body.addWidget(head)
        self.body.addWidget(self.map, 3)
        self._says = SoftLabel(_hint())
        self.body.addWidget(self._says)
        self.body.addWidget(Divider(self))
        self.body.addWidget(Heading(_("The same in words"), role=Role.SUBHEADING))
        self.outline = PathOutline(self)
        self.outline.replay_asked.connect(self.replay_asked)
        self.body.addWidget(self.outline, 1)
        chain(head, self.map, self.outline)

    def _make_head(self) -> QWidget:
        head = QWidget(self)
        flow = FlowLayout(head, spacing=6)
        heading = Heading(_("Your path"))
        heading.setWordWrap(False)
        flow.addWidget(heading)
        flow.add_stretch()
        for words, icon, act in (
            (_("Smaller"), "minus", self.map.zoom_out),
            (_("Larger"), "plus", self.map.zoom_in),
            (_("Show all"), "route", self.map.show_all),
        ):
            button = QuietButton(words, head, icon=icon)
            button.clicked.connect(act)
            flow.addWidget(button)
        return head

    def show_session(self, session: Session) -> None:
        """Show the path of a run."""
        self.map.show_path(picture(session))
        self.outline.show_path(session)
        self._says.setText(_hint())

    def _pointed_at(self, point: Point) -> None:
        self._says.setText(point.sentence)


def _hint() -> str:
    return _("Click a decision to play on from there. Grey ways are open, not owed.")
