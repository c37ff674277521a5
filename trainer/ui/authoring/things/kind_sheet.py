"""Which kind of part shall be added: each with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.language import N_, _
from trainer.plans import words
from trainer.plans.model import Kind
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from trainer.ui.context import Context

_FOR: Final = {
    Kind.SLIDES: N_("Something to tell: from a page about the method, or in your own words."),
    Kind.SURVEY: N_("How sure people feel, before and after."),
    Kind.LADDER: N_("What happens, sorted by how far it goes; nobody has to agree."),
    Kind.SCENARIO: N_("A story with a content note first; hands or phones say what to do."),
    Kind.GROUPS: N_("Pairs, threes or fours, with role cards; each may pass without a reason."),
    Kind.DISCUSSION: N_("A question to all, with or without answers to vote on."),
    Kind.REFLECTION: N_("What each takes along; only counted, never shown by person."),
    Kind.BREAK: N_("Time to breathe; never shortened when it is late."),
    Kind.CLOSE: N_("Where there is help, and goodbye; never shortened."),
}


class KindTile(SurfaceButton):
    """A kind of part, and what it is for."""

    def __init__(self, kind: Kind, parent: QWidget) -> None:
        name, meaning = words.kind(kind), _(_FOR[kind])
        super().__init__(name, meaning, parent, margins=(14, 10, 14, 12), spacing=2)
        self.kind = kind
        self.add(Words(name, self, role=Role.STRONG))
        self.add(SoftLabel(meaning, self))
        self.add_stretch()


class KindSheet(Sheet):
    """Kinds of parts to choose from.

    Signals:
        picked(object): a ``Kind``.
    """

    picked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Add a part"), parent, width=760)
        place = QWidget(self)
        tiles = Tiles(place, least=300, spacing=10)
        for kind in Kind:
            tile = KindTile(kind, place)
            tile.clicked.connect(self._picked)
            tiles.addWidget(tile)
        self.body.addWidget(place)
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel)
        tiles.widgets()[0].setFocus()

    def _picked(self) -> None:
        tile = self.sender()
        if isinstance(tile, KindTile):
            self.accept()
            self.picked.emit(tile.kind)
