"""F1: the keys of this page, and those that hold everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.key_cap import KeyCap
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp, Page


def everywhere(*, escape_leaves: bool = True) -> KeyHelp:
    """Keys that hold on every page; where a clicker may send Esc, that is none of them."""
    leaves = _("leave quickly: the window turns into a neutral page, your run is kept")
    return [
        (_("Tab"), _("go to the next control")),
        (_("F2"), _("see where to get help; from a scenario there is a way back")),
        (_("Ctrl K"), _("find a scenario, help, a page or a setting")),
        (_("Ctrl +"), _("set everything larger")),
        (_("Ctrl -"), _("set everything smaller")),
        (_("Ctrl 0"), _("set everything at its usual size")),
        (_("Ctrl Z"), _("undo what the line at the foot says")),
        (_("F1"), _("show these keys")),
        *([(_("Esc Esc"), leaves)] if escape_leaves else []),
        (_("Ctrl Shift Space"), _("come back from the neutral page")),
    ]


class KeysSheet(Sheet):
    """Lists keys and what they do."""

    def __init__(self, context: Context, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Help and keys"), parent, width=560)
        known = page.good_to_know()
        if known:
            self.body.addWidget(Heading(_("Good to know"), self, role=Role.SUBHEADING))
        for question, answer in known:
            pair = theme.lay(QVBoxLayout(), spacing=2)
            pair.addWidget(Words(question, self, role=Role.NOTE_STRONG))
            pair.addWidget(Words(answer, self, role=Role.NOTE))
            self.body.addLayout(pair)
        self._grid = theme.lay(QGridLayout(), spacing=8)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        own = page.key_help()
        if own:
            self._add(_("On this page"), own)
        self._add(_("Everywhere"), everywhere(escape_leaves=page.escape_leaves))
        self.end_with_close()

    def _add(self, heading: str, keys: KeyHelp) -> None:
        grid, top = self._grid, self._grid.rowCount()
        grid.addWidget(Heading(heading, self, role=Role.SUBHEADING), top, 0, 1, 2)
        for row, (key, act) in enumerate(keys, start=top + 1):
            grid.addWidget(KeyCap(key, self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(act, self), row, 1)
