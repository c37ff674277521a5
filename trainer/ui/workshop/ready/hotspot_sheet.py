"""The sheet that tells how this computer makes a Wi-Fi of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import PrimaryButton
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import SoftLabel, Words
from trainer.workshop.network import systems
from trainer.workshop.network.systems import System

if TYPE_CHECKING:
    from trainer.ui.context import Context

_NAMES: Final = {
    System.WINDOWS: N_("Windows"),
    System.MACOS: N_("macOS"),
    System.LINUX: N_("Linux (GNOME)"),
}


class HotspotSheet(Sheet):
    """The steps for this system, and for the others at a press."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, _("This computer’s own hotspot"), parent, width=620)
        self.body.addWidget(
            Words(_("This computer gives out a Wi-Fi, and phones join it. It asks nothing of the"
                    " venue."), self)
        )  # fmt: skip
        self._group = QButtonGroup(self)
        line = FlowLayout(spacing=8)
        self.chips: dict[System, FilterChip] = {}
        for number, system in enumerate(System):
            chip = self.chips[system] = FilterChip(_(_NAMES[system]), self)
            self._group.addButton(chip, number)
            line.addWidget(chip)
        self.body.addLayout(line)
        self.steps = theme.lay(QVBoxLayout(), spacing=8)
        self.labels = [Words("", self) for _one in range(6)]
        for label in self.labels:
            self.steps.addWidget(label)
        self.body.addLayout(self.steps)
        self.body.addWidget(
            SoftLabel(
                _(
                    "Access points carry fifty to seventy phones each, a laptop far fewer. With a"
                    " large room, let groups share a phone, or use cards or hands."
                ),
                self,
            )
        )
        close = PrimaryButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        self._group.idToggled.connect(self._turned)
        self.chips[systems.this_system()].setChecked(True)
        close.setFocus()

    def _turned(self, number: int, on: bool) -> None:
        if not on:
            return
        steps = systems.hotspot(tuple(System)[number])
        for at, label in enumerate(self.labels):
            shown = at < len(steps)
            known = {"number": at + 1, "step": steps[at]} if shown else {}
            label.setText(_("%(number)d. %(step)s") % known if shown else "")
            label.setVisible(shown)
        if self.isVisible():
            self.fit()
